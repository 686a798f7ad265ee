"""The compiled catalogue: plain tuples that the engine reads, made from the definitions."""
