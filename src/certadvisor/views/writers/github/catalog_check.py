"""Annotations of `catalog check`: findings at their lines in the catalogue files."""

from certadvisor.views.reports import FindingsReport
from certadvisor.views.writers.github.annotation import (
    annotation,
    gravest_first,
    relative,
    several,
    whole,
)

LEVELS = {"error": "error", "warning": "warning", "advice": "notice"}


def lines(report: FindingsReport) -> str:
    """One line per finding, errors first, and the totals at the end."""
    found = gravest_first(
        (
            LEVELS[one.severity],
            annotation(
                LEVELS[one.severity],
                str(one) if relative(one.file) is None else one.told,
                file=relative(one.file),
                line=one.line,
                title=one.code,
            ),
        )
        for one in report.findings
    )
    told = f"{several(found, 'error')} and {several(found, 'warning')}"
    where = f"in {', '.join(report.folders)}"
    return whole(found, "certadvisor catalog check", f"{told} {where}")
