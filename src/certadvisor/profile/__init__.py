"""Profiles: reading what is known about a person, and counting it as evidence."""
