"""Checks of cases: every rule has one, ids are unique, and all of them pass."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from certadvisor.base.yaml_reader import Document, read_file
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.linting.case_runner import Tried, case_files, read_case_file, try_cases
from certadvisor.linting.finding import CODES, Finding, Noted
from certadvisor.linting.sources import Shelf


def uncovered(shelf: Shelf) -> Iterator[Noted]:
    """Yield a finding for each certification with a rule and no case."""
    files = [path for folder in (*shelf.below, *shelf.folders) for path in case_files(folder)]
    tried = {id for path in files for id in _certifications(path)}
    for cert in shelf.certifications.certifications:
        if cert.rules and cert.id not in tried:
            remedy = f"write cases/{cert.id}.yaml: a person who may, one who may not, one unknown"
            yield Noted(
                "no-case", "certifications", cert.id, (), "has a rule that no case tries", remedy
            )


def judged(shelf: Shelf, catalog: Catalog) -> Iterator[Finding]:
    """Yield the findings in the case files and the cases that fail, file by file."""
    ids: dict[str, str] = {}
    for path in (path for folder in shelf.folders for path in case_files(folder)):
        try:
            file = read_case_file(path, catalog)
        except InputError as error:
            for fault in error.faults:
                yield as_finding("case-fault", fault)
            continue
        yield from _file_name(path, file.document)
        for tried in try_cases(file, catalog):
            yield from _case(tried, ids)


def unjudged(shelf: Shelf) -> Iterator[Finding]:
    """Yield a finding that the cases were not run, because the catalogue has errors."""
    if any(case_files(folder) for folder in shelf.folders):
        problem = "were not tried, for the catalogue has errors"
        folder = str(shelf.folders[-1])
        yield Finding(
            CODES["cases-not-run"][0], "cases-not-run", folder, None, "cases", problem,
            "mend the errors and check again",
        )  # fmt: skip


def as_finding(code: str, fault: Fault) -> Finding:
    """A fault from reading a file, as a finding with this code."""
    severity = CODES[code][0]
    return Finding(
        severity, code, fault.source, fault.line, fault.place, fault.problem, fault.remedy
    )


def _case(tried: Tried, ids: dict[str, str]) -> Iterator[Finding]:
    case = tried.case
    fault = Fault(tried.file, "", tried.line, case.id)
    where = f"{tried.file}:{tried.line}"
    if ids.setdefault(case.id, where) != where:
        problem, remedy = f"is the id of another case too ({ids[case.id]})", "rename one"
        yield as_finding("duplicate-case", fault._replace(problem=problem, remedy=remedy))
    if tried.differences:
        told = "; ".join(
            f"{one.key}: expected {_plain(one.expected)}, judged {_plain(one.judged)}"
            for one in tried.differences
        )
        problem = f"{case.name} {told}"
        remedy = "mend the case or the rule, whichever is not as the issuer says"
        yield as_finding("case-fails", fault._replace(problem=problem, remedy=remedy))


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_plain(one) for one in value) or "nothing"
    if isinstance(value, dict):
        return " ".join(_plain(one) for one in value.values())
    return "nothing" if value is None else str(value)


def _file_name(path: Path, document: Document) -> Iterator[Finding]:
    named = [id for id in _certifications_in(document) if id != path.stem]
    if named and isinstance(document.data, dict):
        problem = f"holds the cases of `{named[0]}`"
        fault = Fault(str(path), problem, 1, "certification", f"call it {named[0]}.yaml")
        yield as_finding("case-file-name", fault)


def _certifications(path: Path) -> set[str]:
    try:
        return set(_certifications_in(read_file(path)))
    except InputError:
        return set()


def _certifications_in(document: Document) -> list[str]:
    """The certifications for which a file has cases, even if the file is faulty."""
    blocks = document.data if isinstance(document.data, list) else [document.data]
    return [
        block["certification"]
        for block in blocks
        if isinstance(block, dict)
        and isinstance(block.get("certification"), str)
        and block.get("cases")
    ]
