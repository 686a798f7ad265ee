"""One file for each answer, with all its forms: typed document, screen and columns."""
