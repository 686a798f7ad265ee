"""Reports as GitHub Actions annotations: one module per answer that has findings."""

from importlib import import_module

from certadvisor.views.reports import Look, Report

_FILES = {"AuditReport": "audit", "FindingsReport": "catalog_check"}


def render(report: Report, _: Look) -> str:
    """One line per finding, failures first because GitHub shows only ten of each level."""
    found: str = import_module(f"{__name__}.{_FILES[type(report).__name__]}").lines(report)
    return found
