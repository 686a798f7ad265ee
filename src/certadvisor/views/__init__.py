"""From answers to text: every word that a person reads is in this package."""
