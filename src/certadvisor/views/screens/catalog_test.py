"""The screen of `catalog test`: the failing cases, and how many pass."""

from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.linting.case_runner import Tried
from certadvisor.views.blocks import Block, Heading, Item, Para, Screen, Span, words
from certadvisor.views.reports import CasesReport
from certadvisor.views.words import phrases


def build(report: CasesReport) -> Screen:
    """Each failing case with its expected and its actual values, then the counts."""
    failing = [tried for tried in report.tried if tried.differences]
    blocks = [block for tried in failing for block in _failing(tried, report.frame.catalog)]
    cases = f"{phrases.number(len(report.tried))} case{'' if len(report.tried) == 1 else 's'}"
    certifications = len({tried.case.certification for tried in report.tried})
    of = phrases.amount(certifications, "certification")
    if failing:
        verb = "fails" if len(failing) == 1 else "fail"
        summary = Span(f"{phrases.number(len(failing))} of {cases} {verb}", "bad")
    else:
        summary = Span(f"{cases} of {of} hold{'s' if len(report.tried) == 1 else ''}", "good")
    return (*blocks, *((Heading(""),) if blocks else ()), Para(words(summary, ".")))


def _failing(tried: Tried, catalog: Catalog) -> list[Block]:
    name = phrases.certification_name(tried.case.certification, catalog)
    where = f"{tried.file}:{tried.line}"
    blocks: list[Block] = [
        Heading(f"{name}: {tried.case.name}"),
        Para(words(Span(f"{where}, {tried.case.id}, as of {tried.case.as_of.isoformat()}", "dim"))),
    ]
    for one in tried.differences:
        expected, judged = _told(one.expected), _told(one.judged)
        key = phrases.readable(one.key.replace("_", "-"))
        blocks.append(
            Item(
                words(f"{key}: expected {expected}, judged ", Span(judged, "bad")), Span("✗", "bad")
            )
        )
    return blocks


def _told(value: Any) -> str:
    """A value of a case as text: an outcome, a day, a list of shortfalls, or nothing."""
    if isinstance(value, list):
        return "; ".join(_told(one) for one in value) or "nothing"
    if isinstance(value, dict):
        return " ".join(_told(one) for one in value.values())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "nothing" if value is None else str(value)
