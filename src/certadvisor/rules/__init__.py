"""Eligibility rules: pure functions of a requirement, a person's evidence and a day."""
