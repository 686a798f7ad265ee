"""Reports as annotations of GitHub Actions: one file for each answer that has findings."""

from importlib import import_module

from certadvisor.views.reports import Look, Report

_FILES = {"AuditReport": "audit", "FindingsReport": "catalog_check"}


def render(report: Report, _: Look) -> str:
    """A line each, what fails first, for GitHub shows ten of a kind; the last has the totals."""
    found: str = import_module(f"{__name__}.{_FILES[type(report).__name__]}").lines(report)
    return found
