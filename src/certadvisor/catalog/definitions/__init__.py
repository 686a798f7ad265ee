"""Pydantic models of the YAML files, as their authors write them."""
