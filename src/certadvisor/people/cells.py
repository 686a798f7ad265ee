"""Turns the cells of a row into a profile; names are recognised as in imports."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from certadvisor.base.blanks import says_nothing
from certadvisor.base.countries import COUNTRIES, country_code
from certadvisor.base.document import DataPath
from certadvisor.base.kebab import kebab
from certadvisor.base.sanitize import has_unsafe_characters, sanitize_line
from certadvisor.base.scalars import UNKNOWN_DATE, date_remedy, is_unknown_date, quote
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import DEGREES
from certadvisor.errors import Fault
from certadvisor.people.columns import (
    ISSUER,
    LIST_FIELDS,
    NUMBER_FIELDS,
    SECTIONS,
    YEARS,
    ProfileField,
)
from certadvisor.people.date_formats import DATE_FIELDS, is_plain_date, parse_cell_date
from certadvisor.people.joined_names import split_entry
from certadvisor.profile.importers.recognition import infer_kinds
from certadvisor.profile.matching.degrees import parse_degree_level
from certadvisor.profile.matching.written_credentials import is_no_award, read_credential

NONE_WORD = "none"  # the word in a cell for an empty list
SEPARATOR = ";"  # between the entries of a list in one cell
BARE_NAME_FIELDS = {"certifications": "id", "education": "degree", "work": "title"}  # a bare name
_NAME_FIELDS = frozenset(("id", "name", "title", "tags", "country"))  # `NA` may be one of these
# Dates that may be there and unread: what depends on them is then not known.
_UNKNOWABLE = {
    "certifications": ("earned", "expires"), "education": ("awarded",), "training": ("completed",),
}  # fmt: skip
_CACHE_SIZE = 10_000
_INTEGER = re.compile(r"0|[1-9][0-9]{0,17}")
_YEARS = re.compile(
    r"([0-9]{1,2}(?:[.,][0-9]{1,2})?) *\+?(?: *[^\W\d_]+[.]?)?"
)  # 7, 7.5, 10+ years
_MONTHS_PER_YEAR = 12
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
Entries = dict[str, dict[int, dict[str, Any]]]


class TableCell(NamedTuple):
    """One cell: its header, the profile field that it fills, and the separator of its entries."""

    header: str
    field: ProfileField
    text: str
    separator: str = SEPARATOR


class RowData(NamedTuple):
    """A row as profile data, the column of each value, and warnings about ignored values.

    `certificate_columns` are the headers of what is said about certificates.
    """

    data: dict[str, Any]
    headers: dict[DataPath, str]
    warnings: tuple[Fault, ...]
    certificate_columns: frozenset[str] = frozenset()


class CellReader:
    """Reads rows of cells. Titles, certificates and degrees are looked up once and cached."""

    def __init__(self, catalog: Catalog) -> None:
        self.kinds = lru_cache(_CACHE_SIZE)(lambda title: infer_kinds(title, catalog))
        self.credential = lru_cache(_CACHE_SIZE)(
            lambda name, issuer, on: read_credential(name, catalog, issuer=issuer, on=on)
        )
        self.any_work = (
            "professional" if "professional" in catalog.kinds else next(iter(catalog.kinds))
        )
        self.level = lru_cache(_CACHE_SIZE)(parse_degree_level)

    def read(self, cells: Iterable[TableCell], source: str, line: int) -> RowData:
        """Read a row. An empty cell leaves its field unknown, and `none` is an empty list.

        A dash, `N/A` or a spreadsheet's error is an empty cell.
        """
        builder = _RowBuilder(self, source, line)
        for cell in map(_with_plain_date, cells):
            # `?` in place of a date is not nothing: a job without an end would go on.
            name = cell.field.field or cell.field.key
            if not says_nothing(cell.text, is_name=name in _NAME_FIELDS | DATE_FIELDS):
                builder.add(cell)
        return builder.finish()


class _RowBuilder:
    """Builds the profile data of one row, cell by cell."""

    def __init__(self, reader: CellReader, source: str, line: int) -> None:
        self._reader = reader
        self._source = source
        self._line = line
        self._data: dict[str, Any] = {}
        self._entries: Entries = {}
        self._entry_headers: dict[tuple[str, int, str], str] = {}
        self._headers: dict[DataPath, str] = {}
        self._warnings: list[Fault] = []
        self._guessed: list[str] = []
        self._incomplete: list[str] = []
        self._certificate_columns: set[str] = set()

    def add(self, cell: TableCell) -> None:
        """Add a cell that is not empty."""
        header, field, text, _ = cell
        if field.key == "certifications":
            self._certificate_columns.add(header)
        if field.key == "id":
            self._data["id"] = text.strip()  # unchanged, lest it equal another person's
            return
        if has_unsafe_characters(text):
            self._warn(header, "holds control characters or direction marks, left out", "")
        if field.at is not None:
            self._entries.setdefault(field.key, {}).setdefault(field.at, {})[field.field] = (
                _parse_value(field.field, cell)
            )
            self._entry_headers[field.key, field.at, field.field] = header
        elif field.key == "goal":
            self._data.setdefault("goal", {})[field.field] = _parse_value(field.field, cell)
            self._headers["goal", field.field] = header
        elif field.key in SECTIONS:
            self._add_section(header, field.key, cell)
        elif field.key == "country" and country_code(text.strip().upper()) not in COUNTRIES:
            remedy = "write the two letters of ISO 3166, such as US"
            self._warn(
                header, f"{quote(text)} is not a country we recognise; it is ignored", remedy
            )
        else:
            self._data[field.key] = _parse_value(field.key, cell)
            self._headers[field.key,] = header

    def _add_section(self, header: str, section: str, cell: TableCell) -> None:
        """Add a list of bare names (certificates, degrees, titles), or `none`."""
        text = sanitize_line(cell.text)
        if text.casefold() == NONE_WORD:
            self._data[section] = []
            return
        field_name = BARE_NAME_FIELDS.get(section)
        if field_name is None:
            self._data[section] = text  # the profile reader refuses it, with the reason
            self._headers[section,] = header
            return
        entries = self._entries.setdefault(section, {})
        first_index = max(entries, default=-1) + 1_000  # after those with columns of their own
        for index, name in enumerate(_split_entries(cell), start=first_index):
            entries[index] = {field_name: name}
            self._entry_headers[section, index, field_name] = header

    def finish(self) -> RowData:
        """The row as profile data, with inferred values marked as guesses.

        A list from which an entry was dropped is marked as incomplete.
        """
        for section in SECTIONS:
            entries = self._entries.get(section)
            if entries is None:
                continue
            if section == "certifications":
                entries = self._split_names(entries)
            usable: list[dict[str, Any]] = []
            for index in sorted(entries):
                if self._resolve_entry(section, index, entries[index], len(usable)):
                    for field in entries[index]:
                        if (section, index, field) in self._entry_headers:
                            header = self._entry_headers[section, index, field]
                            self._headers[section, len(usable), field] = header
                    usable.append(entries[index])
            if usable:
                self._data[section] = usable
                if len(usable) < len(entries):
                    self._incomplete.append(section)
        marks = {"incomplete": self._incomplete, "guessed": self._guessed}
        self._data |= {key: names for key, names in marks.items() if names}
        columns = frozenset(self._certificate_columns)
        return RowData(self._data, self._headers, tuple(self._warnings), columns)

    def _split_names(self, entries: dict[int, dict[str, Any]]) -> dict[int, dict[str, Any]]:
        """An entry for each certification that a cell names, with the headers of that cell."""
        headers = dict(self._entry_headers)
        split: dict[int, dict[str, Any]] = {}
        for index in sorted(entries):
            found = split_entry(entries[index], self._is_certification(entries[index]))
            for field in found.shared:
                problem = f"{quote(entries[index][field])} stands beside {len(found.entries)} names"
                remedy = "write as many dates as names, in their order, with ; between"
                header = headers["certifications", index, field]
                self._warn(header, f"{problem}, so it is not known whose date it is", remedy)
            for entry in found.entries:
                for field in entry:
                    key = ("certifications", len(split), field)
                    self._entry_headers[key] = headers["certifications", index, field]
                split[len(split)] = entry
        return split

    def _is_certification(self, entry: dict[str, Any]) -> Callable[[str], bool]:
        read, rest = self._reader.credential, (entry.get(ISSUER, ""), entry.get("earned"))
        return lambda name: read(name, *rest).id is not None

    def _resolve_entry(
        self, section: str, index: int, entry: dict[str, Any], new_index: int
    ) -> bool:
        """Whether an entry can be used. Names in it are replaced by the ids of the catalogue.

        `new_index` is its index in the resulting list.
        """
        headers = {name: self._entry_headers[section, index, name] for name in entry}
        if section == "certifications" and "id" in entry:
            return self._resolve_certification(headers, entry)
        self._mark_unread_dates(section, headers, entry)
        if section == "education" and "degree" in entry:
            return self._resolve_degree(
                self._entry_headers[section, index, "degree"], entry, new_index
            )
        if section == "work" and YEARS in entry and not self._resolve_years(index, entry):
            return False
        if section == "work" and "title" in entry and "kinds" not in entry:
            inferred = self._reader.kinds(entry["title"])
            if inferred and inferred.reason:
                entry["kinds"] = list(inferred.kinds)
                self._guessed.append(f"work[{new_index}].kinds")
        return True

    def _resolve_years(self, index: int, entry: dict[str, Any]) -> bool:
        """Turn years of experience into months; without a kind they are of any work."""
        text = entry.pop(YEARS)
        match = _YEARS.fullmatch(text)
        if not match:
            header = self._entry_headers["work", index, YEARS]
            problem = f"{quote(text)} is not a number of years; it is ignored"
            self._warn(header, problem, "write it as `7` or `7.5`")
            return False
        years = float(match[1].replace(",", "."))
        entry["months"] = round(years * _MONTHS_PER_YEAR)
        if "title" not in entry:
            entry.setdefault("kinds", [self._reader.any_work])
        return True

    def _resolve_certification(self, headers: dict[str, str], entry: dict[str, Any]) -> bool:
        header = headers["id"]
        issuer = entry.pop(ISSUER, "")
        if self._has_remark(headers, entry):
            return False
        self._mark_unread_dates("certifications", headers, entry)
        written = self._reader.credential(entry["id"], issuer, entry.get("earned"))
        if written.id is None and written.candidates:
            reason = (
                f"is not issued by {quote(issuer)}"
                if written.is_of_another_issuer
                else "may be several certifications"
            )
            problem = f"{quote(entry['id'])} {reason}; it counts for none"
            remedy = f"write one of: {', '.join(written.candidates)}"
            self._warn(header, problem, f"{remedy}; or translate it under `values:` of a mapping")
            return False
        if written.id is None and written.named:
            problem = f"{quote(entry['id'])} is not a certification in the catalogue"
            self._warn(header, f"{problem}; it is ignored", "")
            return False
        entry["id"] = written.id or entry["id"]
        for field, day in (("earned", written.earned), ("expires", written.expires)):
            if day and written.id:
                entry.setdefault(field, day)
        return True

    def _has_remark(self, headers: dict[str, str], entry: dict[str, Any]) -> bool:
        """Whether words stand in place of the day of award: "planned", "in progress"."""
        earned = entry.get("earned", "")
        if is_plain_date(earned) or is_unknown_date(earned) or not is_no_award(earned):
            return False
        problem = (
            f"{quote(earned)} is not a date, so whether {quote(entry['id'])} is held is not known"
        )
        self._warn(headers["earned"], problem, date_remedy(earned))
        return True

    def _mark_unread_dates(
        self, section: str, headers: dict[str, str], entry: dict[str, Any]
    ) -> None:
        """Write `unknown` for a date that is there and cannot be read."""
        for field in _UNKNOWABLE.get(section, ()):
            if field not in entry:
                continue
            if not is_plain_date(entry[field]) and not is_unknown_date(entry[field]):
                problem = f"{quote(entry[field])} is not a date we can read"
                remedy = date_remedy(entry[field])
                self._warn(headers[field], f"{problem}, so it is not known", remedy)
                entry[field] = UNKNOWN_DATE

    def _resolve_degree(self, header: str, entry: dict[str, Any], new_index: int) -> bool:
        cell_text = entry["degree"]
        if kebab(cell_text) in DEGREES:
            return True
        level = self._reader.level(cell_text)
        if level is None or level.degree is None or level.unfinished:
            reason = level.doubt if level and level.doubt else "is not a degree we recognise"
            reason = "was not finished" if level and level.unfinished else reason
            remedy = f"write one of: {', '.join(DEGREES)}"
            self._warn(header, f"{quote(cell_text)} {reason}; it is ignored", remedy)
            return False
        entry["degree"] = level.degree
        if level.subject:
            entry.setdefault("field", level.subject)
        if level.doubt:
            self._guessed.append(f"education[{new_index}].degree")
        return True

    def _warn(self, header: str, problem: str, remedy: str) -> None:
        self._warnings.append(Fault(self._source, problem, self._line, header, remedy))


def _with_plain_date(cell: TableCell) -> TableCell:
    name = cell.field.field or cell.field.key
    if name not in DATE_FIELDS:
        return cell
    return cell._replace(text=parse_cell_date(cell.text, name, None))


def _split_entries(cell: TableCell) -> list[str]:
    parts = (sanitize_line(part) for part in cell.text.split(cell.separator))
    return [part for part in parts if not says_nothing(part)]


def _parse_value(field: str, cell: TableCell) -> object:
    """The value of a cell in the type that the profile reader expects of the field."""
    text = sanitize_line(cell.text)
    if field in LIST_FIELDS:
        return [] if text.casefold() == NONE_WORD else _split_entries(cell)
    if field in NUMBER_FIELDS and _INTEGER.fullmatch(text):
        return int(text)
    if field in NUMBER_FIELDS and _DECIMAL.fullmatch(text):
        return float(text)
    return text
