"""An audit as annotations of GitHub Actions: what fails first, for only ten of a kind are shown."""

from collections.abc import Iterable
from pathlib import PurePath

from certadvisor.render import audits
from certadvisor.render.github import LEVELS, annotation
from certadvisor.render.report import AuditReport, Look
from certadvisor.team.auditing import Finding, State, fails, over_fails

_TOLD = (State.MISSING, State.EXPIRED, State.EXPIRING, State.UNKNOWN)  # others need no attention


def render(report: AuditReport, _: Look) -> str:
    """A line each, the errors first, and at last a line that says how it went."""
    lines = [*_findings(report), *_ended(report), *_rejected(report)]
    lines.sort(key=lambda line: LEVELS.index(line[0]))  # stable: else in the order found
    errors = _several(lines, "error")
    warnings = _several(lines, "warning")
    word = "failed" if report.failed else "passed"
    total = f"{report.audited.policy.name}: {word} with {errors} and {warnings}"
    judged = f"{len(report.audited.rows)} people judged, {len(report.audited.rejects)} rejected"
    lines.append(("notice", annotation("notice", f"{total}; {judged}", title="certadvisor audit")))
    return "".join(f"{line}\n" for _, line in lines)


def _several(lines: list["_Line"], level: str) -> str:
    count = sum(one == level for one, _ in lines)
    return f"{count} {level}{'' if count == 1 else 's'}"


_Line = tuple[str, str]


def _findings(report: AuditReport) -> Iterable[_Line]:
    for found in report.audited.findings:
        if found.state in _TOLD:
            level = "error" if fails(found, report.fail_on) else _quiet(found)
            told = f"{found.person}: {audits.sentence(found, report.frame.catalog)}"
            title = f"{found.rule.id}: {audits.STATES[found.state]}"
            yield level, _at(level, told, report.source, found.line, title)


def _quiet(found: Finding) -> str:
    return "notice" if found.rule.severity == "note" else "warning"


def _ended(report: AuditReport) -> Iterable[_Line]:
    for waiver in report.audited.ended:
        level = "error" if over_fails(waiver, report.audited.policy, report.fail_on) else "warning"
        told = f"{waiver.person}: the waiver of {waiver.rule} ended with {waiver.until}"
        yield level, annotation(level, told, file=_relative(report.policy), title=waiver.rule)


def _rejected(report: AuditReport) -> Iterable[_Line]:
    for one in report.audited.rejects:
        told = "; ".join(str(fault) for fault in one.faults)
        yield "error", _at("error", told, report.source, one.line, "a row that cannot be read")


def _at(level: str, told: str, source: str, line: int, title: str) -> str:
    return annotation(level, told, file=_relative(source), line=line, title=title)


def _relative(file: str) -> str | None:
    """A file as the repository knows it; one from elsewhere has no place there."""
    return None if PurePath(file).is_absolute() or file == "-" else file
