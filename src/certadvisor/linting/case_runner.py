"""Runs the cases of a catalogue: finds the case files, reads them and judges each case."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from certadvisor.base.document import DataPath, Document
from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.old_keys import CASES, update_keys
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.linting.case_schema import validate_case_file
from certadvisor.linting.cases import Difference, EligibilityCase, find_differences, read_cases

CASES_FOLDER = "cases"


class CaseResult(NamedTuple):
    """A case, its file and line, and how the verdict differs from it; () if the case passes."""

    case: EligibilityCase
    file: str
    line: int | None
    differences: tuple[Difference, ...]


class CaseFile(NamedTuple):
    """A case file: the YAML document, each case with its path in it, and warnings of old keys."""

    document: Document
    cases: tuple[tuple[EligibilityCase, DataPath], ...]
    warnings: tuple[Fault, ...] = ()


def run_cases(folders: Sequence[Path], catalog: Catalog) -> tuple[CaseResult, ...]:
    """Judge all cases of these catalogues. Raises InputError as `load_case_files` does."""
    files = load_case_files(folders, catalog)
    return tuple(result for file in files for result in judge_cases(file, catalog))


def load_case_files(folders: Sequence[Path], catalog: Catalog) -> tuple[CaseFile, ...]:
    """Load all case files of these catalogues.

    Raises InputError with every fault of every file, or if a folder has no cases.
    """
    faults: list[Fault] = []
    files: list[CaseFile] = []
    for folder in folders:
        paths = case_files(folder)
        if not paths:
            remedy = f"put files into {CASES_FOLDER}/, one for each certification"
            faults.append(Fault(str(folder), "holds no cases", remedy=remedy))
        for path in paths:
            try:
                files.append(read_case_file(path, catalog))
            except InputError as error:
                faults += error.faults
    if faults:
        raise InputError(faults)
    return tuple(files)


def case_files(folder: Path) -> list[Path]:
    """The case files of a catalogue, sorted by name; [] if there are none."""
    return sorted((folder / CASES_FOLDER).glob("*.yaml"))


def read_case_file(path: Path, catalog: Catalog) -> CaseFile:
    """Read a case file. Raises InputError with every fault."""
    updated = update_keys(read_file(path), CASES, path.parent.parent)
    document = updated.documents[CASES]
    validate_case_file(document)
    cases = read_cases(document, catalog)
    return CaseFile(
        document, tuple(zip(cases, _case_paths(document), strict=True)), updated.warnings
    )


def judge_cases(file: CaseFile, catalog: Catalog) -> Iterator[CaseResult]:
    """Judge the cases of a file, in order."""
    for case, path in file.cases:
        line = file.document.line(path)
        yield CaseResult(case, file.document.source, line, find_differences(case, catalog))


def _case_paths(document: Document) -> Iterator[DataPath]:
    """The path of each case, in the order of `read_cases`."""
    is_list = isinstance(document.data, list)
    for block_index, block in enumerate(document.data if is_list else [document.data]):
        for case_index in range(len(block["cases"])):
            yield (block_index, "cases", case_index) if is_list else ("cases", case_index)
