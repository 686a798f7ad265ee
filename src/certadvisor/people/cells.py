"""Turns the cells of a row into a profile; names are recognised as in imports."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from certadvisor.base.sanitize import cleaned, harmful
from certadvisor.base.scalars import kebab, quoted
from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import DEGREES
from certadvisor.errors import Fault
from certadvisor.people.columns import LISTS, NUMBERS, SECTIONS, Field
from certadvisor.profile.importers.degrees import level_of
from certadvisor.profile.importers.recognition import kinds_of
from certadvisor.profile.matching.credentials import match_credential

NONE = "none"  # the word in a cell for an empty list
SEPARATOR = ";"  # between the entries of a list in one cell
FIRST = {"certifications": "id", "education": "degree", "work": "title"}  # a bare name
_REMEMBERED = 10_000
_WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")
_FRACTION = re.compile(r"(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
Entries = dict[str, dict[int, dict[str, Any]]]


class Cell(NamedTuple):
    """One cell: its header, the profile field that it fills, and the separator of its entries."""

    header: str
    field: Field
    text: str
    separator: str = SEPARATOR


class CellsRead(NamedTuple):
    """A row as profile data, the column of each value, and warnings about ignored values."""

    data: dict[str, Any]
    headers: dict[Path_, str]
    warnings: tuple[Fault, ...]


class Cells:
    """Reads rows of cells. Titles, certificates and degrees are looked up once and cached."""

    def __init__(self, catalog: Catalog) -> None:
        self.kinds = lru_cache(_REMEMBERED)(lambda title: kinds_of(title, catalog))
        self.credential = lru_cache(_REMEMBERED)(lambda name: match_credential(name, catalog))
        self.level = lru_cache(_REMEMBERED)(level_of)

    def read(self, cells: Iterable[Cell], source: str, line: int) -> CellsRead:
        """Read a row. An empty cell leaves its field unknown, and `none` is an empty list."""
        reading = _Row(self, source, line)
        for cell in cells:
            if cell.text.strip():
                reading.take(cell)
        return reading.finish()


class _Row:
    """Builds the profile data of one row, cell by cell."""

    def __init__(self, cells: Cells, source: str, line: int) -> None:
        self._cells = cells
        self._source = source
        self._line = line
        self._data: dict[str, Any] = {}
        self._entries: Entries = {}
        self._places: dict[tuple[str, int, str], str] = {}
        self._headers: dict[Path_, str] = {}
        self._warnings: list[Fault] = []
        self._guessed: list[str] = []

    def take(self, cell: Cell) -> None:
        """Add a cell that is not empty."""
        header, field, text, _ = cell
        if field.key == "id":
            self._data["id"] = text.strip()  # unchanged, lest it equal another person's
            return
        if harmful(text):
            self._warn(header, "holds control characters or direction marks, left out", "")
        if field.at is not None:
            self._entries.setdefault(field.key, {}).setdefault(field.at, {})[field.field] = _value(
                field.field, cell
            )
            self._places[field.key, field.at, field.field] = header
        elif field.key == "goal":
            self._data.setdefault("goal", {})[field.field] = _value(field.field, cell)
            self._headers["goal", field.field] = header
        elif field.key in SECTIONS:
            self._section(header, field.key, cell)
        else:
            self._data[field.key] = _value(field.key, cell)
            self._headers[field.key,] = header

    def _section(self, header: str, key: str, cell: Cell) -> None:
        """Add a list of bare names (certificates, degrees, titles), or `none`."""
        text = cleaned(cell.text)
        if text.casefold() == NONE:
            self._data[key] = []
            return
        first = FIRST.get(key)
        if first is None:
            self._data[key] = text  # the profile reader refuses it, with the reason
            self._headers[key,] = header
            return
        entries = self._entries.setdefault(key, {})
        after = max(entries, default=-1) + 1_000  # after those with columns of their own
        for at, name in enumerate(_parts(cell), start=after):
            entries[at] = {first: name}
            self._places[key, at, first] = header

    def finish(self) -> CellsRead:
        """The row as profile data, with inferred values marked as guesses.

        A list from which an entry was dropped is marked too: it may be incomplete.
        """
        for key in SECTIONS:
            entries = self._entries.get(key)
            if entries is None:
                continue
            kept: list[dict[str, Any]] = []
            for at in sorted(entries):
                if self._recognised(key, at, entries[at], len(kept)):
                    for field in entries[at]:
                        if (key, at, field) in self._places:
                            place = self._places[key, at, field]
                            self._headers[key, len(kept), field] = place
                    kept.append(entries[at])
            if kept:
                self._data[key] = kept
                if len(kept) < len(entries):
                    self._guessed.append(key)
        if self._guessed:
            self._data["guessed"] = self._guessed
        return CellsRead(self._data, self._headers, tuple(self._warnings))

    def _recognised(self, key: str, at: int, entry: dict[str, Any], place: int) -> bool:
        """Whether an entry can be used. Names in it are replaced by the ids of the catalogue.

        `new_index` is its index in the resulting list.
        """
        if key == "certifications" and "id" in entry:
            return self._certificate(self._places[key, at, "id"], entry)
        if key == "education" and "degree" in entry:
            return self._degree(self._places[key, at, "degree"], entry, place)
        if key == "work" and "title" in entry and "kinds" not in entry:
            known = self._cells.kinds(entry["title"])
            if known and known.reason:
                entry["kinds"] = list(known.kinds)
                self._guessed.append(f"work[{place}].kinds")
        return True

    def _certificate(self, header: str, entry: dict[str, Any]) -> bool:
        match = self._cells.credential(entry["id"])
        if match.id is None and match.ids:
            problem = f"{quoted(entry['id'])} may be several certifications; it counts for none"
            self._warn(header, problem, f"write one of: {', '.join(match.ids)}")
            return False
        entry["id"] = match.id or entry["id"]
        return True

    def _degree(self, header: str, entry: dict[str, Any], place: int) -> bool:
        written = entry["degree"]
        if kebab(written) in DEGREES:
            return True
        level = self._cells.level(written)
        if level is None or level.degree is None or level.unfinished:
            why = level.doubt if level and level.doubt else "is no degree that is known here"
            why = "was not finished" if level and level.unfinished else why
            remedy = f"write one of: {', '.join(DEGREES)}"
            self._warn(header, f"{quoted(written)} {why}; it counts for nothing", remedy)
            return False
        entry["degree"] = level.degree
        if level.subject:
            entry.setdefault("field", level.subject)
        if level.doubt:
            self._guessed.append(f"education[{place}].degree")
        return True

    def _warn(self, header: str, problem: str, remedy: str) -> None:
        self._warnings.append(Fault(self._source, problem, self._line, header, remedy))


def _parts(cell: Cell) -> list[str]:
    parts = (cleaned(part) for part in cell.text.split(cell.separator))
    return [part for part in parts if part]


def _value(field: str, cell: Cell) -> object:
    """The value of a cell in the type that the profile reader expects of the field."""
    text = cleaned(cell.text)
    if field in LISTS:
        return [] if text.casefold() == NONE else _parts(cell)
    if field in NUMBERS and _WHOLE.fullmatch(text):
        return int(text)
    if field in NUMBERS and _FRACTION.fullmatch(text):
        return float(text)
    return text
