"""Reports as GitHub Actions annotations: one module per answer that has findings."""

from typing import assert_never

from certadvisor.views.reports import AuditReport, FindingsReport


def render(report: AuditReport | FindingsReport) -> str:
    """One line per finding, failures first because GitHub shows only ten of each level."""
    match report:
        case AuditReport():
            from certadvisor.views.writers.github import audit

            return audit.lines(report)
        case FindingsReport():
            from certadvisor.views.writers.github import catalog_check

            return catalog_check.lines(report)
        case _:
            assert_never(report)
