"""Certifications or roles side by side: the facts of each, and which of them differ."""
