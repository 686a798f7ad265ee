"""Annotations of `catalog check`: findings at their lines in the catalogue files."""

from certadvisor.linting.finding import LintSeverity
from certadvisor.views.reports import FindingsReport
from certadvisor.views.writers.github.annotation import (
    annotation,
    count_text,
    join_lines,
    relative_path,
    sort_by_severity,
)

LEVELS = {
    LintSeverity.ERROR: "error",
    LintSeverity.WARNING: "warning",
    LintSeverity.ADVICE: "notice",
}


def lines(report: FindingsReport) -> str:
    """One line per finding, errors first, and the totals at the end."""
    annotations = sort_by_severity(
        (
            LEVELS[finding.severity],
            annotation(
                LEVELS[finding.severity],
                str(finding) if relative_path(finding.file) is None else finding.message,
                file=relative_path(finding.file),
                line=finding.line,
                title=finding.code,
            ),
        )
        for finding in report.findings
    )
    counts = f"{count_text(annotations, 'error')} and {count_text(annotations, 'warning')}"
    where = f"in {', '.join(report.folders)}"
    return join_lines(annotations, "certadvisor catalog check", f"{counts} {where}")
