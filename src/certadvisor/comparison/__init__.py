"""Comparing certifications or roles: the facts of each, and which of them differ."""
