"""Checks of cases: every rule has one, ids are unique, and all of them pass."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from certadvisor.base.document import Document
from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.definitions.base import first_day
from certadvisor.catalog.definitions.certification import Certification
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.linting.case_runner import CaseResult, case_files, judge_cases, read_case_file
from certadvisor.linting.finding import CODES, LintFinding, RawFinding
from certadvisor.linting.sources import CatalogSources


def find_untested(sources: CatalogSources) -> Iterator[RawFinding]:
    """Yield a finding for each certification with a rule and no case."""
    files = [
        path for folder in (*sources.base_folders, *sources.folders) for path in case_files(folder)
    ]
    days: dict[str, list[str]] = {}
    for path in files:
        for id, tested_days in _tested_days(path):
            days.setdefault(id, []).extend(tested_days)
    for cert in sources.certifications.certifications:
        if cert.rules and cert.id not in days:
            remedy = f"write cases/{cert.id}.yaml: a person who may, one who may not, one unknown"
            yield RawFinding(
                "no-case", "certifications", cert.id, (), "has a rule that no case tries", remedy
            )
        elif cert.rules:
            yield from _check_versions(cert, days[cert.id])


def _check_versions(cert: Certification, days: list[str]) -> Iterator[RawFinding]:
    """Yield the rule versions that no case tries on a day on which they are in force."""
    starts = [first_day(one.from_).isoformat() if one.from_ else "" for one in cert.rules]
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], "9999"], strict=True)):
        if not any(start <= day < end for day in days):
            problem = "is tried by no case on or after its first day"
            remedy = f"write one with `as_of: {start or 'a day before the next version'}`"
            yield RawFinding(
                "untested-version", "certifications", cert.id, ("rules", index), problem, remedy
            )


def check_cases(sources: CatalogSources, catalog: Catalog) -> Iterator[LintFinding]:
    """Yield the findings in the case files and the cases that fail, file by file."""
    ids: dict[str, str] = {}
    for path in (path for folder in sources.folders for path in case_files(folder)):
        try:
            file = read_case_file(path, catalog)
        except InputError as error:
            for fault in error.faults:
                yield finding_from_fault("case-fault", fault)
            continue
        for warning in file.warnings:
            yield finding_from_fault("old-key", warning)
        yield from _check_file_name(path, file.document)
        for result in judge_cases(file, catalog):
            yield from _check_case(result, ids)


def report_not_run(sources: CatalogSources) -> Iterator[LintFinding]:
    """Yield a finding that the cases were not run, because the catalogue has errors."""
    if any(case_files(folder) for folder in sources.folders):
        problem = "were not tried, for the catalogue has errors"
        folder = str(sources.folders[-1])
        yield LintFinding(
            CODES["cases-not-run"][0], "cases-not-run", folder, None, "cases", problem,
            "fix the errors and check again",
        )  # fmt: skip


def finding_from_fault(code: str, fault: Fault) -> LintFinding:
    """A fault from reading a file, as a finding with this code."""
    severity = CODES[code][0]
    return LintFinding(
        severity, code, fault.source, fault.line, fault.place, fault.problem, fault.remedy
    )


def _check_case(result: CaseResult, seen_ids: dict[str, str]) -> Iterator[LintFinding]:
    case = result.case
    fault = Fault(result.file, "", result.line, case.id)
    location = f"{result.file}:{result.line}"
    if seen_ids.setdefault(case.id, location) != location:
        problem, remedy = f"is the id of another case too ({seen_ids[case.id]})", "rename one"
        yield finding_from_fault("duplicate-case", fault._replace(problem=problem, remedy=remedy))
    if result.differences:
        details = "; ".join(
            f"{difference.key}: expected {_format_value(difference.expected)}, "
            f"judged {_format_value(difference.judged)}"
            for difference in result.differences
        )
        problem = f"{case.name} {details}"
        remedy = "fix the case or the rule, whichever is not as the issuer says"
        yield finding_from_fault("case-fails", fault._replace(problem=problem, remedy=remedy))


def _format_value(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_format_value(one) for one in value) or "nothing"
    if isinstance(value, dict):
        return " ".join(_format_value(one) for one in value.values())
    return "nothing" if value is None else str(value)


def _check_file_name(path: Path, document: Document) -> Iterator[LintFinding]:
    other_ids = [id for id in _certifications_with_cases(document) if id != path.stem]
    if other_ids and isinstance(document.data, dict):
        problem = f"holds the cases of `{other_ids[0]}`"
        fault = Fault(str(path), problem, 1, "certification", f"call it {other_ids[0]}.yaml")
        yield finding_from_fault("case-file-name", fault)


def _tested_days(path: Path) -> list[tuple[str, list[str]]]:
    """The certifications for which a file has cases, with their as-of days; () if unreadable."""
    try:
        document = read_file(path)
    except InputError:
        return []
    return [
        (block["certification"], [str(one.get("as_of", "")) for one in block["cases"]])
        for block in _blocks_with_cases(document)
    ]


def _certifications_with_cases(document: Document) -> list[str]:
    """The certifications for which a file has cases, even if the file is faulty."""
    return [block["certification"] for block in _blocks_with_cases(document)]


def _blocks_with_cases(document: Document) -> list[dict[str, Any]]:
    blocks = document.data if isinstance(document.data, list) else [document.data]
    return [
        block
        for block in blocks
        if isinstance(block, dict)
        and isinstance(block.get("certification"), str)
        and isinstance(block.get("cases"), list)
        and all(isinstance(case, dict) for case in block["cases"])
        and block["cases"]
    ]
