"""The screen of `catalog check`: one unwrapped line per finding, in file order."""

from collections import Counter

from certadvisor.linting.finding import SEVERITIES
from certadvisor.views.blocks import Gap, Message, Para, Screen, Span, words
from certadvisor.views.reports import FindingsReport
from certadvisor.views.words import phrases

_STYLES = {"error": "bad", "warning": "doubt", "advice": "dim"}
_MANY = {"error": "errors", "warning": "warnings", "advice": "pieces of advice"}
_ONE = {"error": "error", "warning": "warning", "advice": "piece of advice"}


def build(report: FindingsReport) -> Screen:
    """The findings, then their number by severity."""
    lines = tuple(
        Message(
            words(
                Span(finding.severity, _STYLES[finding.severity]),
                f": {finding} ",
                Span(f"[{finding.code}]", "dim"),
            )
        )
        for finding in report.findings
    )
    counts = Counter(finding.severity for finding in report.findings)
    told = [
        f"{phrases.number(counts[one])} {_ONE[one] if counts[one] == 1 else _MANY[one]}"
        for one in SEVERITIES
        if counts[one]
    ]
    where = phrases.several(report.folders)
    summary = f"{phrases.several(told)} in {where}." if told else f"Nothing is wrong in {where}."
    style = "bad" if counts["error"] else "doubt" if counts["warning"] else "good"
    return (*lines, *((Gap(),) if lines else ()), Para(words(Span(summary, style))))
