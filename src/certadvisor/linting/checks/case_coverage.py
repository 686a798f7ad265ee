"""Checks of cases: every rule has one, ids are unique, and all of them pass."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from certadvisor.base.document import Document
from certadvisor.base.yaml_reader import read_file
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
    tested_ids = {id for path in files for id in _tested_certifications(path)}
    for cert in sources.certifications.certifications:
        if cert.rules and cert.id not in tested_ids:
            remedy = f"write cases/{cert.id}.yaml: a person who may, one who may not, one unknown"
            yield RawFinding(
                "no-case", "certifications", cert.id, (), "has a rule that no case tries", remedy
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
            "mend the errors and check again",
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
        remedy = "mend the case or the rule, whichever is not as the issuer says"
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


def _tested_certifications(path: Path) -> set[str]:
    try:
        return set(_certifications_with_cases(read_file(path)))
    except InputError:
        return set()


def _certifications_with_cases(document: Document) -> list[str]:
    """The certifications for which a file has cases, even if the file is faulty."""
    blocks = document.data if isinstance(document.data, list) else [document.data]
    return [
        block["certification"]
        for block in blocks
        if isinstance(block, dict)
        and isinstance(block.get("certification"), str)
        and block.get("cases")
    ]
