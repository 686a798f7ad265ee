"""Reports as GitHub Actions annotations: one module per answer that has findings."""

from importlib import import_module

from certadvisor.views.reports import Report, Terminal

_FILES = {"AuditReport": "audit", "FindingsReport": "catalog_check"}


def render(report: Report, _: Terminal) -> str:
    """One line per finding, failures first because GitHub shows only ten of each level."""
    text: str = import_module(f"{__name__}.{_FILES[type(report).__name__]}").lines(report)
    return text
