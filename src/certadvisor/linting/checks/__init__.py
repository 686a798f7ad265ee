"""One file for each family of checks; each gives what it notes, and `checking` finds the lines."""
