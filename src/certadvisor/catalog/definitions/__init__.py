"""Definitions as their authors write them: Pydantic models of the catalogue's YAML."""
