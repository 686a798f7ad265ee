"""Output formats: one writer each."""
