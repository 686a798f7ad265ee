"""Blocks laid out as lines of plain characters."""
