"""A proposed mapping for an export: what each column of its tables is, by its name and cells."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from certadvisor.base.countries import country
from certadvisor.base.scalars import ValueParseError
from certadvisor.base.written_dates import DateParseError, to_iso
from certadvisor.catalog.records import Catalog
from certadvisor.people.column_names import (
    ColumnFact,
    column_words,
    find_fact,
    find_part,
    fold_name,
)
from certadvisor.people.date_formats import DATE_FIELDS
from certadvisor.people.mapping import PERSON
from certadvisor.people.proposed_dates import propose_dates
from certadvisor.people.proposed_map import ProposedColumn, ProposedTable, SampledColumn
from certadvisor.people.sheet import HeaderChoice, RawRow, Sheet
from certadvisor.people.table_files import open_all_tables
from certadvisor.profile.matching.name_lists import split_names
from certadvisor.profile.matching.written_credentials import read_credential

_NAMES_OF_CERTIFICATIONS = ("certification", ".id")
_SAMPLE_ROWS = 500
_MAX_NAMES = 100  # different cells that are looked up
_MIN_KNOWN = 2  # columns of a header that are known
_REPEATED = ("certifications", "training", "education", "work")
_PERSON_FACTS = ("title", "joined", "promoted", "country", "tags")


def propose_mapping(
    path: Path, source: str, catalog: Catalog, as_of: date
) -> tuple[ProposedTable, ...]:
    """Propose a map for each table of a file, a workbook or a folder.

    Raises InputError where there is none that can be read.
    """
    header_choice = HeaderChoice(lambda row: sum(map(_is_known_to(catalog), row)) >= _MIN_KNOWN)
    sheets = open_all_tables(path, source, header_choice)
    tables = [_Table(sheet, catalog, as_of) for sheet in sheets]
    persons = [table for table in tables if table.section == PERSON]
    has_persons = bool(persons)
    for other in persons[1:]:
        other.doubts.append("two tables seem to be of persons; write `section:` here, or drop it")
    return tuple(table.propose(joined=has_persons) for table in tables)


def _is_known_to(catalog: Catalog) -> Callable[[str], bool]:
    return lambda header: _is_known(header, catalog)


def _is_known(header: str, catalog: Catalog) -> bool:
    words, name = column_words(), fold_name(header)
    named = (*words.identifiers, words.given_names, words.family_names, words.groups)
    return bool(
        find_fact(header)
        or any(name in names for names in (*named, words.statuses))
        or _certification_of(header, catalog)
    )


def _certification_of(header: str, catalog: Catalog) -> str:
    return (read_credential(header, catalog).id or "") if header.strip() else ""


class _Table:
    """The columns of a sheet with their first cells, and what they seem to be."""

    def __init__(self, sheet: Sheet, catalog: Catalog, as_of: date) -> None:
        self._sheet, self._catalog, self._as_of = sheet, catalog, as_of
        rows = [row for row in islice(sheet.rows, _SAMPLE_ROWS) if isinstance(row, RawRow)]
        self._columns = [
            SampledColumn(name, [row.cells[index] for row in rows], find_fact(name), "")
            for index, name in enumerate(sheet.header)
        ]
        self._columns = [
            one if one.fact and one.fact.field != "expires" else self._with_certification(one)
            for one in self._columns
        ]
        self.doubts: list[str] = []
        self._read_span_as_validity()
        self._find_certifications()
        self._id_headers = self._find_id()
        self.section = self._find_section()

    def _with_certification(self, column: SampledColumn) -> SampledColumn:
        """The column with the certification that its name begins or ends with: "PMP expiry"."""
        part = find_part(column.header, "certifications")
        if part and (id := _certification_of(part[1], self._catalog)):
            return column._replace(fact=part[0], certification=id)
        if column.fact:
            return column
        return column._replace(certification=_certification_of(column.header, self._catalog))

    def _read_span_as_validity(self) -> None:
        """Take start and end for those of certificates in a table that has nothing else to span."""
        if not self._has("certifications", "certification") or self._has("person", "title"):
            return
        if not self._has("certifications", "earned", "expires"):
            self._columns = [
                one._replace(fact=_AS_VALIDITY.get(one.fact, one.fact)) if one.fact else one
                for one in self._columns
            ]

    def _find_id(self) -> tuple[str, ...]:
        """The columns that distinguish people, the surest ones first."""
        words = column_words()
        numbers = [one for one in self._columns if one.fact == ("person", "id") and one.filled]
        if numbers:
            return (numbers[0].header,)
        for names in words.identifiers:
            found = [one.header for one in self._columns if fold_name(one.header) in names]
            if found:
                if names is words.identifiers[-1]:
                    self.doubts.append("people go by their names; are they all different?")
                return (found[0],)
        both = [
            next((one.header for one in self._columns if fold_name(one.header) in names), "")
            for names in (words.given_names, words.family_names)
        ]
        if all(both):
            self.doubts.append("people go by their names; are they all different?")
        return tuple(both) if all(both) else ()

    def _find_certifications(self) -> None:
        """Where dates of certifications have none beside them, the column whose cells name some."""
        if not self._has("certifications") or self._has("certifications", "certification"):
            return
        for index, column in enumerate(self._columns):
            if not column.fact and not column.certification and self._names_many(column):
                fact = ColumnFact("certifications", "certification")
                self._columns[index] = column._replace(fact=fact)
                return

    def _names_many(self, column: SampledColumn) -> bool:
        """Whether at least half of the different cells name a certification."""
        cells = list(dict.fromkeys(column.filled))[:_MAX_NAMES]
        named = sum(bool(_certification_of(cell, self._catalog)) for cell in cells)
        return bool(cells) and named * 2 >= len(cells)

    def _ids(self) -> list[str]:
        columns = [one for one in self._columns if one.header in self._id_headers]
        return [" ".join(cells) for cells in zip(*(one.cells for one in columns), strict=True)]

    def _has(self, section: str, *fields: str) -> bool:
        return any(
            one.fact and not one.certification and one.fact.section == section
            and (not fields or one.fact.field in fields)
            for one in self._columns
        )  # fmt: skip

    def _find_section(self) -> str:
        """The list whose entries the rows are, or `person` where each row is one person."""
        ids = self._ids()
        repeats = len(set(ids)) < len(ids)
        is_list = self._has("certifications", "certification")
        is_dated = self._has("certifications", "earned", "expires", "issuer")
        if is_list and (is_dated or self._has("training", "completed")):
            other_facts = self._has("education") or self._has("work")
            return PERSON if other_facts and not repeats else "certifications"
        if any(one.certification for one in self._columns):
            return PERSON
        if self._has("training", "course", "hours", "completed") and (
            repeats or not self._has("person", "title")
        ):
            return "certifications" if self._courses_are_certifications() else "training"
        if repeats:
            return next((section for section in _REPEATED if self._has(section)), PERSON)
        return PERSON

    def _courses_are_certifications(self) -> bool:
        courses = [one for one in self._columns if one.fact == ("training", "course")]
        return any(self._names_many(one) for one in courses)

    def propose(self, *, joined: bool) -> ProposedTable:
        """The map of this table; `joined` where another one is that of the persons."""
        columns = self._fields(joined=joined)
        used = {one.header for one in columns if one.field}
        matrix = [one for one in self._columns if one.certification]
        date_cells = [
            cell
            for one in self._columns
            for cell in one.filled
            if one.certification or _is_date(one.header, columns)
        ]
        topic = self.section == "training" and not any(c.field == "topic" for c in columns)
        unsure = "" if used or self._id_headers else "no column is known"
        if not self._id_headers:
            unsure = "no column identifies people; write `HEADER: id` for the one that does"
        return ProposedTable(
            file=self._sheet.name,
            section=self.section,
            columns=tuple(columns),
            id_columns=self._id_headers if len(self._id_headers) > 1 else (),
            matrix=tuple((one.header, self._matrix_cell(one)) for one in matrix),
            matrix_date=self._matrix_date(matrix),
            dates=propose_dates(date_cells),
            separator=self._separator(columns),
            constants=(("topic", "project-management"),) if topic else (),
            questions=tuple(filter(None, (unsure, *self.doubts))),
            offers=tuple(self._offers(columns)),
            status_filter=self._status_filter(),
        )

    def _offers(self, columns: Iterable[ProposedColumn]) -> Iterator[str]:
        """Lines of the mapping that only the company can confirm."""
        if self.section == "certifications":
            yield "complete: true  # if who has no certification here has none"
        headers = {one.header for one in columns if one.field.endswith(_NAMES_OF_CERTIFICATIONS)}
        cells = [cell for one in self._columns if one.header in headers for cell in one.filled]
        choices = {
            cell.strip(): found
            for cell in list(dict.fromkeys(cells))[:_MAX_NAMES]
            if (found := self._candidates_of(cell))
        }
        if choices:
            words = ", ".join(f"{json.dumps(one)}: {ids[0]}" for one, ids in choices.items())
            others = "; ".join(f"{ids[0]}, or {', '.join(ids[1:])}" for ids in choices.values())
            yield f"values: {{certification: {{{words}}}}}  # choose: {others}"

    def _candidates_of(self, cell: str) -> tuple[str, ...]:
        """The several certifications that a single name may stand for."""
        written = read_credential(cell, self._catalog)
        is_one_name = len(split_names(cell)) == 1 and len(written.candidates) > 1
        return written.candidates if written.id is None and is_one_name else ()

    def _fields(self, *, joined: bool) -> list[ProposedColumn]:
        """What each column fills, in the order of the table, the matrix left out."""
        proposed: list[ProposedColumn] = []
        groups = False
        for column in self._columns:
            if column.certification or not column.header.strip():
                continue
            name = fold_name(column.header)
            if column.header in self._id_headers:
                if len(self._id_headers) == 1:
                    proposed.append(ProposedColumn(column.header, "id"))
                continue
            taken = {one.field for one in proposed}
            if column.fact:
                proposed.append(self._field(column, taken, joined=joined))
            elif name in column_words().groups and not groups and self.section == PERSON:
                groups = True
                proposed.append(ProposedColumn(column.header, "tags"))
            else:
                proposed.append(ProposedColumn(column.header, "", self._doubt_about(column)))
        return proposed

    def _doubt_about(self, column: SampledColumn) -> str:
        """The certifications that a column without a field may stand for, as a question."""
        ids = read_credential(column.header, self._catalog).candidates
        if not ids:
            return ""
        return f"put it under `matrix:` as one of {', '.join(ids)}"

    def _field(self, column: SampledColumn, taken: set[str], *, joined: bool) -> ProposedColumn:
        fact = column.fact
        assert fact is not None  # noqa: S101  the caller looked
        section, field = fact
        if self.section == "certifications" and section == "training":
            section, field = "certifications", _AS_CERTIFICATION.get(field, field)
        if self.section != PERSON:
            return self._entry_field(column, section, field, taken, joined=joined)
        if field == "country" and (unknown := _unknown_country(column)):
            remedy = f"values: {{country: {{{unknown}: …}}}}"
            return ProposedColumn(column.header, "", f"which country is {unknown}? {remedy}")
        if section == PERSON:
            free = field != "id" and field not in taken
            return ProposedColumn(column.header, field if free else "", _twice(taken, field))
        if field == "course" or (section == "work" and field in ("start", "end")):
            return ProposedColumn(column.header, "", f"this looks like {field} of one of several")
        if section == "certifications" and not self._has(section, "certification"):
            return ProposedColumn(column.header, "", "of which certification is this?")
        name = "id" if field == "certification" else field
        if name == "id" and not self._has("certifications", "earned", "expires", "issuer"):
            return ProposedColumn(column.header, "certifications")
        number = 1 + sum(
            one.startswith(f"{section}.") and one.endswith(f".{name}") for one in taken
        )
        return ProposedColumn(column.header, f"{section}.{number}.{name}")

    def _entry_field(
        self, column: SampledColumn, section: str, field: str, taken: set[str], *, joined: bool
    ) -> ProposedColumn:
        if section == self.section and field != "course":
            free = field not in taken
            return ProposedColumn(column.header, field if free else "", _twice(taken, field))
        if section == PERSON and field == "joined" and self.section == "work":
            return ProposedColumn(column.header, "start" if "start" not in taken else "")
        if section == PERSON and field == "title" and self.section == "work":
            return ProposedColumn(column.header, "title")
        if section == PERSON and field in _PERSON_FACTS and not joined:
            name = f"{PERSON}.{field}"
            return ProposedColumn(column.header, "" if name in taken else name)
        return ProposedColumn(column.header, "")

    def _matrix_cell(self, column: SampledColumn) -> str:
        own = column.fact.field if column.fact else ""
        return f"{column.certification}.{own}" if own else column.certification

    def _matrix_date(self, matrix: Sequence[SampledColumn]) -> str:
        """`expires` where most days of the cells are still to come, else `earned`."""
        days = [day for one in matrix for cell in one.filled if (day := _year(cell))]
        later = sum(day > self._as_of.year for day in days)
        return "expires" if later * 2 > len(days) else "earned"

    def _separator(self, columns: Iterable[ProposedColumn]) -> str:
        lists = {one.header for one in columns if one.field in ("certifications", "tags")}
        cells = [cell for one in self._columns if one.header in lists for cell in one.filled]
        counts = {mark: sum(mark in cell for cell in cells) for mark in (";", ",", "|", "\n")}
        mark = max(counts, key=lambda one: counts[one])
        return mark if counts[mark] and mark != ";" else ""

    def _status_filter(self) -> tuple[str, tuple[str, ...]] | None:
        """The column that says who is still there, and its word for that."""
        for column in self._columns:
            if fold_name(column.header) in column_words().statuses and self.section == PERSON:
                words = tuple(dict.fromkeys(cell.strip() for cell in column.filled))
                active = tuple(word for word in words if fold_name(word) in _ACTIVE)
                if active and len(words) > len(active):
                    return column.header, active
        return None


_AS_VALIDITY = {
    ColumnFact("person", "joined"): ColumnFact("certifications", "earned"),
    ColumnFact("work", "start"): ColumnFact("certifications", "earned"),
    ColumnFact("work", "end"): ColumnFact("certifications", "expires"),
}
_AS_CERTIFICATION = {"course": "certification", "completed": "earned"}
_ACTIVE = frozenset(("active", "aktiv", "actif", "activo", "ativo", "attivo", "actief", "employed"))


def _unknown_country(column: SampledColumn) -> str:
    """A cell that names no country as it is known here."""
    for cell in dict.fromkeys(column.filled):
        try:
            country(cell.strip())
        except ValueParseError:
            return cell.strip()
    return ""


def _twice(taken: set[str], field: str) -> str:
    return f"another column is `{field}` already" if field in taken else ""


def _is_date(header: str, columns: Iterable[ProposedColumn]) -> bool:
    fields = (one.field for one in columns if one.header == header)
    return any(field.rpartition(".")[2] in DATE_FIELDS for field in fields)


def _year(cell: str) -> int | None:
    """The year of a cell; the order of day and month does not matter."""
    try:
        return int(to_iso(cell)[:4])
    except DateParseError:
        tail = cell.strip()[-4:]
        return int(tail) if tail.isdecimal() and len(tail) == len("YYYY") else None
