"""The report of a team as a page: key figures, charts that carry their numbers, tables."""
