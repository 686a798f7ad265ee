"""The team report as an HTML page: key figures, charts with their numbers, and tables."""
