"""Answers to text: every word that a person reads."""
