"""People written down from published advice, and how the program's advice compares with it."""
