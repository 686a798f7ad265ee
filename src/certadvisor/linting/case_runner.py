"""Runs the cases of a catalogue: finds the case files, reads them and judges each case."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from certadvisor.base.yaml_reader import Document, Path_, read_file
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.linting.case_schema import check_form
from certadvisor.linting.cases import Case, Difference, differences, read_cases

FOLDER = "cases"


class Tried(NamedTuple):
    """A case, its file and line, and how the verdict differs from it; () if the case passes."""

    case: Case
    file: str
    line: int | None
    differences: tuple[Difference, ...]


class CaseFile(NamedTuple):
    """A case file: the YAML document, and each case with its path in it."""

    document: Document
    cases: tuple[tuple[Case, Path_], ...]


def run_cases(folders: Sequence[Path], catalog: Catalog) -> tuple[Tried, ...]:
    """Judge all cases of these catalogues.

    Raises InputError with every fault of every file, or if a folder has no cases.
    """
    faults: list[Fault] = []
    files: list[CaseFile] = []
    for folder in folders:
        found = case_files(folder)
        if not found:
            remedy = f"put files into {FOLDER}/, one for each certification"
            faults.append(Fault(str(folder), "holds no cases", remedy=remedy))
        for path in found:
            try:
                files.append(read_case_file(path, catalog))
            except InputError as error:
                faults += error.faults
    if faults:
        raise InputError(faults)
    return tuple(tried for file in files for tried in try_cases(file, catalog))


def case_files(folder: Path) -> list[Path]:
    """The case files of a catalogue, sorted by name; [] if there are none."""
    return sorted((folder / FOLDER).glob("*.yaml"))


def read_case_file(path: Path, catalog: Catalog) -> CaseFile:
    """Read a case file. Raises InputError with every fault."""
    document = read_file(path)
    check_form(document)
    cases = read_cases(document, catalog)
    return CaseFile(document, tuple(zip(cases, _paths(document), strict=True)))


def try_cases(file: CaseFile, catalog: Catalog) -> Iterator[Tried]:
    """Judge the cases of a file, in order."""
    for case, path in file.cases:
        line = file.document.line(path)
        yield Tried(case, file.document.source, line, differences(case, catalog))


def _paths(document: Document) -> Iterator[Path_]:
    """The path of each case, in the order of `read_cases`."""
    listed = isinstance(document.data, list)
    for at, block in enumerate(document.data if listed else [document.data]):
        for number in range(len(block["cases"])):
            yield (at, "cases", number) if listed else ("cases", number)
