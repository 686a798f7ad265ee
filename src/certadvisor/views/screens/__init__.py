"""Screens of the answers that are not one file yet."""
