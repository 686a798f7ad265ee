"""The compiled catalogue: plain tuples for the engine, built from the definitions."""
