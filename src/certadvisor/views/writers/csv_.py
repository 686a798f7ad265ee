"""Reports as CSV: one flat table each, with cells that are safe to open in a spreadsheet."""

from certadvisor.views.report_registry import columns_of
from certadvisor.views.reports import Report, Terminal
from certadvisor.views.writers.csv_cells import csv_text


def render(report: Report, _: Terminal) -> str:
    """The report's table with a header row."""
    columns = columns_of(report)
    return csv_text([columns.names, *columns.rows])
