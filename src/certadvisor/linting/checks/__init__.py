"""Checks of the linter, one module for each family; they yield raw findings."""
