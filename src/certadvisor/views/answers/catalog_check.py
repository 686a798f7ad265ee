"""The answer of `catalog check`: findings in file order, and their number by severity."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, TypedDict

from certadvisor.linting.finding import SEVERITIES, LintFinding, LintSeverity
from certadvisor.views.blocks import BlankLine, Fragment, Message, Para, Screen, styled
from certadvisor.views.document_types import Allowed, Count, Head, LineNumber, head
from certadvisor.views.json_values import Row
from certadvisor.views.reports import FindingsReport
from certadvisor.views.words import phrases


class SeverityCounts(TypedDict):
    """The number of findings of each severity."""

    error: Count
    warning: Count
    advice: Count


class LintFindingJson(TypedDict):
    """A problem in a file of the catalogue; the remedy is empty where there is none."""

    severity: Annotated[str, Allowed(words=SEVERITIES)]
    code: Annotated[str, Allowed(pattern="^[a-z-]+$")]
    file: str
    line: LineNumber | None
    place: str
    problem: str
    remedy: str


class CatalogCheckDocument(Head):
    """The document of `catalog check`."""

    folders: list[str]
    severities: SeverityCounts
    findings: list[LintFindingJson]


def document(report: FindingsReport) -> CatalogCheckDocument:
    """The folders checked, the number of findings by severity, and the findings."""
    counts = Counter(finding.severity for finding in report.findings)
    return {
        **head(report.context),
        "folders": list(report.folders),
        "severities": {
            "error": counts[LintSeverity.ERROR],
            "warning": counts[LintSeverity.WARNING],
            "advice": counts[LintSeverity.ADVICE],
        },
        "findings": [_finding_json(finding) for finding in report.findings],
    }


def _finding_json(finding: LintFinding) -> LintFindingJson:
    return {
        "severity": finding.severity,
        "code": finding.code,
        "file": finding.file,
        "line": finding.line,
        "place": finding.place,
        "problem": finding.problem,
        "remedy": finding.remedy,
    }


_STYLES = {LintSeverity.ERROR: "bad", LintSeverity.WARNING: "doubt", LintSeverity.ADVICE: "dim"}
_PLURALS = {
    LintSeverity.ERROR: "errors",
    LintSeverity.WARNING: "warnings",
    LintSeverity.ADVICE: "pieces of advice",
}
_SINGULARS = {
    LintSeverity.ERROR: "error",
    LintSeverity.WARNING: "warning",
    LintSeverity.ADVICE: "piece of advice",
}


def screen(report: FindingsReport) -> Screen:
    """The findings, then their number by severity."""
    lines = tuple(
        Message(
            styled(
                Fragment(finding.severity, _STYLES[finding.severity]),
                f": {finding} ",
                Fragment(f"[{finding.code}]", "dim"),
            )
        )
        for finding in report.findings
    )
    counts = Counter(finding.severity for finding in report.findings)
    totals = [
        f"{phrases.number(counts[severity])} "
        f"{(_SINGULARS if counts[severity] == 1 else _PLURALS)[severity]}"
        for severity in SEVERITIES
        if counts[severity]
    ]
    folders = phrases.join_names(report.folders)
    summary = (
        f"{phrases.join_names(totals)} in {folders}."
        if totals
        else f"Nothing is wrong in {folders}."
    )
    style = (
        "bad" if counts[LintSeverity.ERROR] else "doubt" if counts[LintSeverity.WARNING] else "good"
    )
    return (*lines, *((BlankLine(),) if lines else ()), Para(styled(Fragment(summary, style))))


COLUMNS = ("severity", "code", "file", "line", "place", "problem", "remedy")


def rows(data: CatalogCheckDocument) -> Iterable[Row]:
    """One row per finding."""
    for finding in data["findings"]:
        yield (
            finding["severity"], finding["code"], finding["file"], finding["line"],
            finding["place"], finding["problem"], finding["remedy"],
        )  # fmt: skip
