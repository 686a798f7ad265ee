"""The screen of `catalog test`: the failing cases, and how many pass."""

from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.linting.case_runner import CaseResult
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Para, Screen, styled
from certadvisor.views.reports import CasesReport
from certadvisor.views.words import phrases


def screen(report: CasesReport) -> Screen:
    """Each failing case with its expected and its actual values, then the counts."""
    failures = [result for result in report.results if result.differences]
    blocks = [
        block for result in failures for block in _failure_blocks(result, report.context.catalog)
    ]
    cases = f"{phrases.number(len(report.results))} case{'' if len(report.results) == 1 else 's'}"
    certification_count = len({result.case.certification for result in report.results})
    certifications_text = phrases.amount(certification_count, "certification")
    if failures:
        verb = "fails" if len(failures) == 1 else "fail"
        summary = Fragment(f"{phrases.number(len(failures))} of {cases} {verb}", "bad")
    else:
        summary = Fragment(
            f"{cases} of {certifications_text} hold{'s' if len(report.results) == 1 else ''}",
            "good",
        )
    return (*blocks, *((Heading(""),) if blocks else ()), Para(styled(summary, ".")))


def _failure_blocks(result: CaseResult, catalog: Catalog) -> list[Block]:
    name = phrases.certification_name(result.case.certification, catalog)
    location = f"{result.file}:{result.line}"
    blocks: list[Block] = [
        Heading(f"{name}: {result.case.name}"),
        Para(
            styled(
                Fragment(
                    f"{location}, {result.case.id}, as of {result.case.as_of.isoformat()}", "dim"
                )
            )
        ),
    ]
    for difference in result.differences:
        expected, actual = _value_text(difference.expected), _value_text(difference.judged)
        key = phrases.readable(difference.key.replace("_", "-"))
        blocks.append(
            Item(
                styled(f"{key}: expected {expected}, judged ", Fragment(actual, "bad")),
                Fragment("✗", "bad"),
            )
        )
    return blocks


def _value_text(value: Any) -> str:
    """A value of a case as text: an outcome, a day, a list of shortfalls, or nothing."""
    if isinstance(value, list):
        return "; ".join(_value_text(one) for one in value) or "nothing"
    if isinstance(value, dict):
        return " ".join(_value_text(one) for one in value.values())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "nothing" if value is None else str(value)
