"""Annotations of `audit`: findings at the lines of the table, and expired waivers."""

from collections.abc import Iterable

from certadvisor.audit.audit import (
    FAILING_STATES,
    AuditFinding,
    expired_waiver_fails,
    finding_fails,
)
from certadvisor.audit.policy import RuleSeverity
from certadvisor.views.reports import AuditReport
from certadvisor.views.sections.table_notes import note_lines
from certadvisor.views.words import audit as audit_words
from certadvisor.views.writers.github.annotation import (
    AnnotationLine,
    annotation,
    count_text,
    join_lines,
    relative_path,
    sort_by_severity,
)


def lines(report: AuditReport) -> str:
    """One line per finding, failures first, and a summary at the end."""
    annotations = sort_by_severity(
        [
            *_unjudged_rules(report),
            *_findings(report),
            *_expired_waivers(report),
            *_rejected_rows(report),
            *_notes(report),
        ]
    )
    result_word = "failed" if report.failed else "passed"
    counts = f"{count_text(annotations, 'error')} and {count_text(annotations, 'warning')}"
    result = report.result
    people_counts = f"{len(result.rows)} people judged, {len(result.rejects)} rejected"
    summary = f"{result.policy.name}: {result_word} with {counts}; {people_counts}"
    return join_lines(annotations, "certadvisor audit", summary)


def _findings(report: AuditReport) -> Iterable[AnnotationLine]:
    for finding in report.result.findings:
        if finding.state in FAILING_STATES:  # the other states need no attention
            level = (
                "error" if finding_fails(finding, report.fail_on) else _level_below_error(finding)
            )
            message = (
                f"{finding.person}: {audit_words.finding_text(finding, report.context.catalog)}"
            )
            title = f"{finding.rule.id}: {audit_words.STATES[finding.state]}"
            yield level, _annotate(level, message, report.source, finding.line, title)


def _level_below_error(finding: AuditFinding) -> str:
    return "notice" if finding.rule.severity is RuleSeverity.NOTE else "warning"


def _expired_waivers(report: AuditReport) -> Iterable[AnnotationLine]:
    for waiver in report.result.expired_waivers:
        level = (
            "error"
            if expired_waiver_fails(waiver, report.result.policy, report.fail_on)
            else "warning"
        )
        message = f"{waiver.person}: the waiver of {waiver.rule} ended with {waiver.until}"
        yield (
            level,
            annotation(level, message, file=relative_path(report.policy), title=waiver.rule),
        )


def _rejected_rows(report: AuditReport) -> Iterable[AnnotationLine]:
    for reject in report.result.rejects:
        message = "; ".join(str(fault) for fault in reject.faults)
        yield (
            "error",
            _annotate("error", message, report.source, reject.line, "a row that cannot be read"),
        )


def _unjudged_rules(report: AuditReport) -> Iterable[AnnotationLine]:
    for one in report.result.unjudged_rules:
        message = f"{one.rule.id} could not be judged: {audit_words.unjudged_text(one)}"
        file = relative_path(report.policy)
        yield "error", annotation("error", message, file=file, title=one.rule.id)


def _notes(report: AuditReport) -> Iterable[AnnotationLine]:
    for text in note_lines(report.notes):
        file = relative_path(report.source)
        yield "notice", annotation("notice", text, file=file, title="ignored")


def _annotate(level: str, message: str, source: str, line: int, title: str) -> str:
    return annotation(level, message, file=relative_path(source), line=line, title=title)
