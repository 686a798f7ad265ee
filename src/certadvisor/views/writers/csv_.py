"""Columns as CSV: one flat table, with cells that are safe to open in a spreadsheet."""

from certadvisor.views.report_registry import Columns
from certadvisor.views.writers.csv_cells import csv_text


def render(columns: Columns) -> str:
    """The table with a header row."""
    return csv_text([columns.names, *columns.rows])
