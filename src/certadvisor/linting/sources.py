"""Catalogue directories as the linter reads them, with the path of every record.

A faulty record is left out and its faults are kept, so that one misspelt key does not
hide problems elsewhere.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from certadvisor.base.document import DataPath, Document
from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.definitions.advice import AdviceFile
from certadvisor.catalog.definitions.certification import CertificationFile
from certadvisor.catalog.definitions.demand import DemandFile
from certadvisor.catalog.definitions.reader import definition_faults, describe_path
from certadvisor.catalog.definitions.role import RoleFile
from certadvisor.catalog.definitions.titles import TitleFile
from certadvisor.catalog.loader import FILES
from certadvisor.catalog.old_keys import update_keys
from certadvisor.catalog.overlay import FILE_MODELS, ParsedFile, duplicate_moves, overlay
from certadvisor.errors import Fault, InputError
from certadvisor.linting.finding import CODES, LintFinding, RawFinding


class CatalogFile(NamedTuple):
    """A file of a catalogue under test (`is_under_test`), or of one it is overlaid on."""

    document: Document
    definitions: Any
    is_under_test: bool


class CatalogSources:
    """Overlaid catalogues, and the files they come from.

    `files` are in the order given. `faults` are `(code, fault)` pairs of records that
    could not be read and of old keys, `unread_ids` the ids of the unread records.
    `has_unread_file` is true if a whole file could not be read: its ids are unknown, so
    references cannot be checked.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        base_folders: Sequence[Path],
        files: Sequence[CatalogFile],
        faults: Sequence[tuple[str, Fault]],
        unread_ids: frozenset[str],
        *,
        has_unread_file: bool,
    ) -> None:
        self.folders = tuple(folders)
        self.base_folders = tuple(base_folders)
        self.files = tuple(files)
        self.faults = tuple(faults)
        self.unread_ids = unread_ids
        self.has_unread_file = has_unread_file
        parsed_files = [ParsedFile(file.document, file.definitions) for file in files]
        self.certifications = overlay(CertificationFile, parsed_files, [])
        self.roles = overlay(RoleFile, parsed_files, [])
        self.demand = overlay(DemandFile, parsed_files, [])
        self.advice = overlay(AdviceFile, parsed_files, [])
        self.titles = overlay(TitleFile, parsed_files, [])

    def files_under_test(self, model: type[Any]) -> Iterator[CatalogFile]:
        """The files under test with definitions of this class."""
        return (
            file
            for file in self.files
            if file.is_under_test and isinstance(file.definitions, model)
        )

    def locate(self, raw_finding: RawFinding) -> LintFinding | None:
        """The finding with its file and line; None if the record is not under test."""
        location = self._locations.get(
            (_model_name_of(raw_finding.collection), raw_finding.collection, raw_finding.key)
        )
        if location is None or not location[0].is_under_test:
            return None
        document, path = location[0].document, (*location[1], *raw_finding.path)
        severity = CODES[raw_finding.code][0]
        path_text = describe_path(path, document.data)
        return LintFinding(
            severity, raw_finding.code, document.source, document.line(path), path_text,
            raw_finding.problem, raw_finding.remedy,
        )  # fmt: skip

    def is_under_test(self, id: str) -> bool:
        """Whether the certification, as overlaid, comes from a file under test."""
        location = self._locations.get(("CertificationFile", "certifications", id))
        return location is not None and location[0].is_under_test

    @cached_property
    def digest(self) -> str:
        """A digest of all files: 16 hexadecimal digits."""
        digest = sha256()
        for file in self.files:
            digest.update(Path(file.document.source).read_bytes())
        return digest.hexdigest()[:16]

    @cached_property
    def _locations(self) -> dict[tuple[str, str, str], tuple[CatalogFile, DataPath]]:
        locations: dict[tuple[str, str, str], tuple[CatalogFile, DataPath]] = {}
        for file in self.files:
            data = file.document.data if isinstance(file.document.data, dict) else {}
            model_name = type(file.definitions).__name__
            for collection, records in data.items():
                for step, record in _entries(records):
                    locations[model_name, collection, record_key(record, step)] = (
                        file,
                        (collection, step),
                    )
        return locations


def _model_name_of(collection: str) -> str:
    """The name of the first definition class with the collection.

    `titles.yaml` also has `groups` and `levels`, which no finding refers to.
    """
    return next(
        model.__name__ for model in FILE_MODELS.values() if collection in model.model_fields
    )


def record_key(record: Any, step: str | int) -> str:
    """The identity of a record: its key, id or name, or its index.

    A demand figure is identified by its certification and country.
    """

    def field(name: str) -> Any:
        return record.get(name) if isinstance(record, dict) else getattr(record, name, None)

    if isinstance(step, str):
        return step
    demand = field("certification")
    if demand:
        return f"{demand} in {field('country')}"
    return str(field("id") or field("name") or step)


def read_sources(folders: Sequence[Path], base_folders: Sequence[Path] = ()) -> CatalogSources:
    """Read the catalogues under test in `folders`, overlaid on those in `base_folders`.

    Faults in the files are kept, not raised. Raises InputError if a folder has no
    catalogue file.
    """
    _check_folders((*base_folders, *folders))
    files: list[CatalogFile] = []
    faults: list[tuple[str, Fault]] = []
    unread_ids: set[str] = set()
    has_unread_file = False
    for folder, is_under_test in (
        *((base_folder, False) for base_folder in base_folders),
        *((tested_folder, True) for tested_folder in folders),
    ):
        for name in (name for name in FILES if (folder / name).is_file()):
            try:
                updated = update_keys(read_file(folder / name), name, folder)
            except InputError as error:
                faults += [("file", fault) for fault in error.faults]
                has_unread_file = True
                continue
            faults += [("old-key", warning) for warning in updated.warnings if is_under_test]
            for model_name, document in updated.documents.items():
                definitions, record_faults = _read_valid_records(
                    document, FILE_MODELS[model_name], unread_ids
                )
                faults += [("schema", fault) for fault in record_faults]
                files.append(CatalogFile(document, definitions, is_under_test))
    parsed_files = [ParsedFile(file.document, file.definitions) for file in files]
    faults += [("file", fault) for fault in duplicate_moves(parsed_files)]
    return CatalogSources(
        folders, base_folders, files, faults, frozenset(unread_ids), has_unread_file=has_unread_file
    )


def _check_folders(folders: Sequence[Path]) -> None:
    faults: list[Fault] = []
    for folder in folders:
        if not folder.is_dir():
            remedy = "name a catalogue's directory"
            faults.append(Fault(str(folder), "is not a directory", remedy=remedy))
        elif not any((folder / name).is_file() for name in FILES):
            remedy = f"put one of these into it: {', '.join(FILES)}"
            faults.append(Fault(str(folder), "holds no catalogue", remedy=remedy))
    if faults:
        raise InputError(faults)


def _read_valid_records(
    document: Document, model: Any, unread_ids: set[str]
) -> tuple[Any, list[Fault]]:
    """The definitions without faulty records, and the faults of those records.

    Adds the ids of faulty records to `unread_ids`.
    """
    data = document.data
    faults: list[Fault] = []
    while True:  # ends: each round drops at least one record or field that failed
        try:
            return model.model_validate(data), faults
        except ValidationError as error:
            if not faults:
                faults = definition_faults(error, document, model)
            data = _drop_faulty_records(
                {detail["loc"][:2] for detail in error.errors()}, data, unread_ids
            )


def _drop_faulty_records(
    faulty_paths: set[tuple[Any, ...]], data: Any, unread_ids: set[str]
) -> dict[str, Any]:
    """The data without faulty records; their ids are added to `unread_ids`."""
    if not isinstance(data, dict):
        return {}
    valid: dict[str, Any] = {}
    for collection, records in data.items():
        faulty_steps = {loc[1] for loc in faulty_paths if loc[0] == collection and len(loc) > 1}
        unread_ids |= {
            record_key(record, step) for step, record in _entries(records) if step in faulty_steps
        }
        if (collection,) in faulty_paths or not isinstance(records, dict | list):
            if not any(loc[0] == collection for loc in faulty_paths):
                valid[collection] = records
        elif isinstance(records, list):
            valid[collection] = [
                one for index, one in enumerate(records) if index not in faulty_steps
            ]
        else:
            valid[collection] = {
                key: one for key, one in records.items() if key not in faulty_steps
            }
        if faulty_steps and faulty_steps.isdisjoint(step for step, _ in _entries(records)):
            del valid[collection]  # a single record, such as the article
    return valid


def _entries(records: Any) -> list[tuple[str | int, Any]]:
    if isinstance(records, dict):
        return list(records.items())
    return list(enumerate(records)) if isinstance(records, list) else []
