"""The answer of `catalog test`: the cases that fail, and how many pass."""

import json
from collections.abc import Iterable
from typing import Annotated, Any, TypedDict

from certadvisor.catalog.records import Catalog
from certadvisor.linting.case_runner import CaseResult
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Para, Screen, styled
from certadvisor.views.document_types import Allowed, Count, HeadV2, LineNumber, head_v2
from certadvisor.views.json_values import Row
from certadvisor.views.reports import CasesReport
from certadvisor.views.words import phrases


class CaseDifferenceJson(TypedDict):
    """A key of a case, its value there, and the one judged: both as case files write them."""

    key: str
    expected: Any
    judged: Any


class FailureJson(TypedDict):
    """A case that fails."""

    file: str
    line: LineNumber | None
    certification: str
    id: str
    name: str
    differences: Annotated[list[CaseDifferenceJson], Allowed(min_items=1)]


class CatalogTestDocument(HeadV2):
    """The document of `catalog test`."""

    folders: list[str]
    cases: Count
    certifications_tested: Count
    failures: list[FailureJson]


def document(report: CasesReport) -> CatalogTestDocument:
    """The counts, and each failing case with its expected and its actual values."""
    return {
        **head_v2(report.context),
        "folders": list(report.folders),
        "cases": len(report.results),
        "certifications_tested": _certification_count(report),
        "failures": [_failure_json(result) for result in _failures(report)],
    }


def _failures(report: CasesReport) -> list[CaseResult]:
    return [result for result in report.results if result.differences]


def _certification_count(report: CasesReport) -> int:
    return len({result.case.certification for result in report.results})


def _failure_json(result: CaseResult) -> FailureJson:
    return {
        "file": result.file,
        "line": result.line,
        "certification": result.case.certification,
        "id": result.case.id,
        "name": result.case.name,
        "differences": [
            {"key": one.key, "expected": one.expected, "judged": one.judged}
            for one in result.differences
        ],
    }


def screen(report: CasesReport) -> Screen:
    """Each failing case with its expected and its actual values, then the counts."""
    failures = _failures(report)
    blocks = [
        block for result in failures for block in _failure_blocks(result, report.context.catalog)
    ]
    cases = f"{phrases.number(len(report.results))} case{'' if len(report.results) == 1 else 's'}"
    certifications_text = phrases.amount(_certification_count(report), "certification")
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


COLUMNS = ("file", "line", "certification", "id", "key", "expected", "judged")


def rows(data: CatalogTestDocument) -> Iterable[Row]:
    """One row per difference; the values are JSON in their cells."""
    for failure in data["failures"]:
        for difference in failure["differences"]:
            yield (
                failure["file"],
                failure["line"],
                failure["certification"],
                failure["id"],
                difference["key"],
                json.dumps(difference["expected"]),
                json.dumps(difference["judged"]),
            )
