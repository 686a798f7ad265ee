"""Annotations of `audit`: findings at the lines of the table, and expired waivers."""

from collections.abc import Iterable

from certadvisor.audit.audit import FAILING, Finding, fails, over_fails
from certadvisor.views.reports import AuditReport
from certadvisor.views.words import audit as audit_words
from certadvisor.views.writers.github.annotation import (
    Line,
    annotation,
    gravest_first,
    relative,
    several,
    whole,
)


def lines(report: AuditReport) -> str:
    """One line per finding, failures first, and a summary at the end."""
    found = gravest_first([*_findings(report), *_ended(report), *_rejected(report)])
    word = "failed" if report.failed else "passed"
    counts = f"{several(found, 'error')} and {several(found, 'warning')}"
    audited = report.audited
    judged = f"{len(audited.rows)} people judged, {len(audited.rejects)} rejected"
    told = f"{audited.policy.name}: {word} with {counts}; {judged}"
    return whole(found, "certadvisor audit", told)


def _findings(report: AuditReport) -> Iterable[Line]:
    for found in report.audited.findings:
        if found.state in FAILING:  # the other states need no attention
            level = "error" if fails(found, report.fail_on) else _quiet(found)
            told = f"{found.person}: {audit_words.sentence(found, report.frame.catalog)}"
            title = f"{found.rule.id}: {audit_words.STATES[found.state]}"
            yield level, _at(level, told, report.source, found.line, title)


def _quiet(found: Finding) -> str:
    return "notice" if found.rule.severity == "note" else "warning"


def _ended(report: AuditReport) -> Iterable[Line]:
    for waiver in report.audited.ended:
        level = "error" if over_fails(waiver, report.audited.policy, report.fail_on) else "warning"
        told = f"{waiver.person}: the waiver of {waiver.rule} ended with {waiver.until}"
        yield level, annotation(level, told, file=relative(report.policy), title=waiver.rule)


def _rejected(report: AuditReport) -> Iterable[Line]:
    for one in report.audited.rejects:
        told = "; ".join(str(fault) for fault in one.faults)
        yield "error", _at("error", told, report.source, one.line, "a row that cannot be read")


def _at(level: str, told: str, source: str, line: int, title: str) -> str:
    return annotation(level, told, file=relative(source), line=line, title=title)
