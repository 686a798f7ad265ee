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

from certadvisor.base.yaml_reader import Document, Path_, read_file
from certadvisor.catalog.definitions.advice import AdviceFile
from certadvisor.catalog.definitions.certification import CertificationFile
from certadvisor.catalog.definitions.reader import definition_faults, place_of
from certadvisor.catalog.definitions.role import RoleFile
from certadvisor.catalog.definitions.titles import TitleFile
from certadvisor.catalog.loader import FILES
from certadvisor.catalog.overlay import FORMS, Read, laid_over
from certadvisor.errors import Fault, InputError
from certadvisor.linting.finding import CODES, Finding, Noted


class OwnFile(NamedTuple):
    """A file of a catalogue under test (`is_under_test`), or of one it is overlaid on."""

    document: Document
    definitions: Any
    own: bool


class Shelf:
    """Overlaid catalogues, and the files they come from.

    `files` are in the order given. `faults` are `(code, fault)` pairs of records that
    could not be read, `unread_ids` the ids of those records. `has_unread_file` is true if
    a whole file could not be read: its ids are unknown, so references cannot be checked.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        below: Sequence[Path],
        files: Sequence[OwnFile],
        faults: Sequence[tuple[str, Fault]],
        unread: frozenset[str],
        *,
        lost: bool,
    ) -> None:
        self.folders = tuple(folders)
        self.below = tuple(below)
        self.files = tuple(files)
        self.faults = tuple(faults)
        self.unread = unread
        self.lost = lost
        read = [Read(file.document, file.definitions) for file in files]
        self.certifications = laid_over(CertificationFile, read, [])
        self.roles = laid_over(RoleFile, read, [])
        self.advice = laid_over(AdviceFile, read, [])
        self.titles = laid_over(TitleFile, read, [])

    def own(self, form: type[Any]) -> Iterator[OwnFile]:
        """The files under test with definitions of this class."""
        return (file for file in self.files if file.own and isinstance(file.definitions, form))

    def located(self, noted: Noted) -> Finding | None:
        """The finding with its file and line; None if the record is not under test."""
        found = self._places.get((_form_of(noted.collection), noted.collection, noted.key))
        if found is None or not found[0].own:
            return None
        document, path = found[0].document, (*found[1], *noted.path)
        severity = CODES[noted.code][0]
        place = place_of(path, document.data)
        return Finding(
            severity, noted.code, document.source, document.line(path), place,
            noted.problem, noted.remedy,
        )  # fmt: skip

    def is_own(self, id: str) -> bool:
        """Whether the certification, as overlaid, comes from a file under test."""
        found = self._places.get(("CertificationFile", "certifications", id))
        return found is not None and found[0].own

    @cached_property
    def digest(self) -> str:
        """A digest of all files: 16 hexadecimal digits."""
        digest = sha256()
        for file in self.files:
            digest.update(Path(file.document.source).read_bytes())
        return digest.hexdigest()[:16]

    @cached_property
    def _places(self) -> dict[tuple[str, str, str], tuple[OwnFile, Path_]]:
        places: dict[tuple[str, str, str], tuple[OwnFile, Path_]] = {}
        for file in self.files:
            data = file.document.data if isinstance(file.document.data, dict) else {}
            form = type(file.definitions).__name__
            for collection, records in data.items():
                for step, record in _entries(records):
                    places[form, collection, key_of(record, step)] = (file, (collection, step))
        return places


def _form_of(collection: str) -> str:
    """The name of the first definition class with the collection.

    `titles.yaml` also has `groups` and `levels`, which no finding refers to.
    """
    return next(name.__name__ for name in FORMS.values() if collection in name.model_fields)


def key_of(record: Any, step: str | int) -> str:
    """The identity of a record: its key, id or name, or its index.

    A demand figure is identified by its certification and country.
    """

    def told(name: str) -> Any:
        return record.get(name) if isinstance(record, dict) else getattr(record, name, None)

    if isinstance(step, str):
        return step
    demand = told("certification")
    if demand:
        return f"{demand} in {told('country')}"
    return str(told("id") or told("name") or step)


def read_shelf(folders: Sequence[Path], below: Sequence[Path] = ()) -> Shelf:
    """Read the catalogues under test in `folders`, overlaid on those in `base_folders`.

    Faults in the files are kept, not raised. Raises InputError if a folder has no
    catalogue file.
    """
    _check_folders((*below, *folders))
    files: list[OwnFile] = []
    faults: list[tuple[str, Fault]] = []
    unread: set[str] = set()
    lost = False
    for folder, own in (*((one, False) for one in below), *((one, True) for one in folders)):
        for name in (name for name in FILES if (folder / name).is_file()):
            try:
                document = read_file(folder / name)
            except InputError as error:
                faults += [("file", fault) for fault in error.faults]
                lost = True
                continue
            definitions, found = _read_what_can_be(document, FORMS[name], unread)
            faults += [("schema", fault) for fault in found]
            files.append(OwnFile(document, definitions, own))
    return Shelf(folders, below, files, faults, frozenset(unread), lost=lost)


def _check_folders(folders: Sequence[Path]) -> None:
    faults: list[Fault] = []
    for folder in folders:
        if not folder.is_dir():
            remedy = "name a catalogue's directory"
            faults.append(Fault(str(folder), "is no directory", remedy=remedy))
        elif not any((folder / name).is_file() for name in FILES):
            remedy = f"put one of these into it: {', '.join(FILES)}"
            faults.append(Fault(str(folder), "holds no catalogue", remedy=remedy))
    if faults:
        raise InputError(faults)


def _read_what_can_be(document: Document, form: Any, unread: set[str]) -> tuple[Any, list[Fault]]:
    """The definitions without faulty records, and the faults of those records.

    Adds the ids of faulty records to `unread_ids`.
    """
    data = document.data
    faults: list[Fault] = []
    while True:  # ends: each round drops at least one record or field that failed
        try:
            return form.model_validate(data), faults
        except ValidationError as error:
            if not faults:
                faults = definition_faults(error, document, form)
            data = _without({one["loc"][:2] for one in error.errors()}, data, unread)


def _without(faulty: set[tuple[Any, ...]], data: Any, unread: set[str]) -> dict[str, Any]:
    """The data without faulty records; their ids are added to `unread_ids`."""
    if not isinstance(data, dict):
        return {}
    sound: dict[str, Any] = {}
    for collection, records in data.items():
        steps = {loc[1] for loc in faulty if loc[0] == collection and len(loc) > 1}
        unread |= {key_of(record, step) for step, record in _entries(records) if step in steps}
        if (collection,) in faulty or not isinstance(records, dict | list):
            if not any(loc[0] == collection for loc in faulty):
                sound[collection] = records
        elif isinstance(records, list):
            sound[collection] = [one for at, one in enumerate(records) if at not in steps]
        else:
            sound[collection] = {key: one for key, one in records.items() if key not in steps}
        if steps and steps.isdisjoint(step for step, _ in _entries(records)):
            del sound[collection]  # a single record, such as the article
    return sound


def _entries(records: Any) -> list[tuple[str | int, Any]]:
    if isinstance(records, dict):
        return list(records.items())
    return list(enumerate(records)) if isinstance(records, list) else []
