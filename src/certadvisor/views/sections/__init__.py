"""Parts that several answers have in common, each in all its forms: data and blocks."""
