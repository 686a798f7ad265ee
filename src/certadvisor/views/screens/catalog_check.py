"""The screen of `catalog check`: one unwrapped line per finding, in file order."""

from collections import Counter

from certadvisor.linting.finding import SEVERITIES, LintSeverity
from certadvisor.views.blocks import BlankLine, Fragment, Message, Para, Screen, styled
from certadvisor.views.reports import FindingsReport
from certadvisor.views.words import phrases

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
