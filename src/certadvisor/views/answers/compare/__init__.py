"""The answer of `compare`: certifications or career roles side by side."""
