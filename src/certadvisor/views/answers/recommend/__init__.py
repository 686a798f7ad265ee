"""The answer of `recommend`: what to take next and why, and what comes later."""
