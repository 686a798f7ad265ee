"""Decisions: pure functions of a requirement, the evidence and a day."""
