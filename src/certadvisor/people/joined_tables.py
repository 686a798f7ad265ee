"""Exports read by a mapping: one table of persons, or several tables joined by person id."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault
from certadvisor.people.cells import CellReader, TableCell
from certadvisor.people.columns import ProfileField
from certadvisor.people.export_tables import (
    ID,
    ExportTable,
    LeftOut,
    ReadRow,
    list_columns,
    open_exports,
)
from certadvisor.people.mapping import PERSON, TableMap
from certadvisor.people.person import Person, Reject, SourceColumn
from certadvisor.people.row import RowDocument, RowReader
from certadvisor.people.unforeseen import or_reject

ColumnsAndRows = tuple[tuple[SourceColumn, ...], Iterator[Person | Reject]]


def read_joined_tables(
    path: Path, source: str, maps: Sequence[TableMap], catalog: Catalog, reader: RowReader
) -> ColumnsAndRows:
    """The columns and rows of an export. Raises InputError where tables are missing.

    The table of persons is streamed; the other tables are kept in memory by id.
    """
    exports = open_exports(path, source, maps, catalog)
    several = path.is_dir() or len(exports) > 1
    return list_columns(exports, several=several), join_people(exports, CellReader(catalog), reader)


def join_people(
    exports: Sequence[ExportTable], cell_reader: CellReader, reader: RowReader
) -> Iterator[Person | Reject]:
    """Yield each row of the table of persons, joined with that person's rows in the others.

    The others are read first and whole; rows in them that belong to no person come last, as
    rejects, unless the person was left out. A table that is `complete` gives an empty list to a
    person without a row in it. Without a table of persons they are those that the others name.
    """
    persons = next((export for export in exports if export.map.section == PERSON), None)
    joined = _JoinedRows([export for export in exports if export is not persons])
    yield from joined.read()
    rows = joined.named_rows() if persons is None else persons.rows()
    left_out: set[str] = set()
    known: set[str] = set()
    for item in rows:
        if isinstance(item, Reject):
            yield item
        elif isinstance(item, LeftOut):
            left_out.add(item.id)
        else:
            known.add(item.id)
            source = joined.places[item.id][0][0] if persons is None else persons.sheet.source
            read = partial(_read_person, item, source, persons, joined, cell_reader, reader)
            yield or_reject(read, source, item.raw.line, item.id or None)
    for id, places in joined.places.items():
        if id not in left_out and id not in known:
            for source, line in places:
                fault = Fault(source, "matches no one in the table of persons", line, "id")
                yield Reject(line, id, (fault,))


def _read_person(
    row: ReadRow,
    source: str,
    persons: ExportTable | None,
    joined: "_JoinedRows",
    cell_reader: CellReader,
    reader: RowReader,
) -> Person | Reject:
    entries = joined.entries.pop(row.id, [])
    details, warnings = joined.details_of(row.id, {cell.field for cell in row.cells})
    cells = [*row.cells, *details]
    if persons is not None:
        cells += _constants_beside(persons, cells, "constants")
    read = cell_reader.read([*cells, *entries], source, row.raw.line)
    complete = {cell.field.key for cell in entries}
    for section in joined.complete_sections - complete:
        read.data.setdefault(section, [])
    if persons is not None and persons.map.matrix and persons.map.matrix.complete:
        read.data.setdefault("certifications", [])
    document = RowDocument(source, row.raw.line, read.data, read.headers)
    warnings = [*read.warnings, *warnings]
    return reader.read(document, (), read.data, tuple(warnings), read.certificate_columns)


class _Detail(NamedTuple):
    """A fact about a person in a table of entries, with its place and those that differ."""

    cell: TableCell
    differing: tuple[Fault, ...] = ()


class _JoinedRows:
    """The rows of the tables of entries, by the person's id."""

    def __init__(self, exports: Sequence[ExportTable]) -> None:
        self._exports = exports
        self.complete_sections = {one.map.section for one in exports if one.map.complete}
        self.entries: dict[str, list[TableCell]] = {}
        self.places: dict[str, list[tuple[str, int]]] = {}
        self._details: dict[str, dict[ProfileField, _Detail]] = {}
        self._rows: dict[str, ReadRow] = {}

    def read(self) -> Iterator[Reject]:
        """Read every table whole; yield the rows that cannot be read."""
        next_index: dict[str, int] = {}
        for export in self._exports:
            for item in export.rows():
                if isinstance(item, Reject):
                    yield item
                elif isinstance(item, LeftOut):
                    continue
                elif not item.id:
                    fault = Fault(export.sheet.source, "gives no person's id", item.raw.line)
                    yield Reject(item.raw.line, None, (fault,))
                else:
                    first_index = next_index.get(item.id, 0)
                    next_index[item.id] = first_index + _INDEXES_PER_ROW
                    self._add(export, item, first_index)

    def _add(self, export: ExportTable, row: ReadRow, first_index: int) -> None:
        source, line = export.sheet.source, row.raw.line
        self.places.setdefault(row.id, []).append((source, line))
        self._rows.setdefault(row.id, row._replace(cells=[TableCell("id", ID, row.id)]))
        cells = [
            cell._replace(header=f"{export.sheet.name} line {line}, {cell.header}")
            for cell in row.cells
            if cell.field != ID
        ]
        entries = [cell for cell in cells if cell.field.at is not None]
        entries += _constants_beside(export, entries, f"{export.sheet.name} line {line}, constants")
        self.entries.setdefault(row.id, []).extend(_shifted(cell, first_index) for cell in entries)
        for cell in cells:
            if cell.field.at is None:
                self._add_detail(row.id, cell, source, line)

    def _add_detail(self, id: str, cell: TableCell, source: str, line: int) -> None:
        details = self._details.setdefault(id, {})
        known = details.setdefault(cell.field, _Detail(cell))
        if known.cell.text != cell.text:
            problem = f"says otherwise than {known.cell.header}, so it is ignored"
            fault = Fault(source, problem, line, cell.header.rpartition(", ")[2])
            details[cell.field] = known._replace(differing=(*known.differing, fault))

    def named_rows(self) -> Iterator[ReadRow]:
        """A row for each person whom the tables name, in the order of their first rows."""
        return iter(self._rows.values())

    def details_of(self, id: str, known: set[ProfileField]) -> tuple[list[TableCell], list[Fault]]:
        """The facts about a person in these tables, without those known from the person's row."""
        details = [one for field, one in self._details.pop(id, {}).items() if field not in known]
        return [one.cell for one in details], [fault for one in details for fault in one.differing]


def _constants_beside(
    export: ExportTable, cells: Sequence[TableCell], header: str
) -> Iterator[TableCell]:
    """The constants of a map, in each entry that has a cell of its own beside them.

    Nothing but constants makes no entry: an empty cell under "PMP" is no PMP.
    """
    entries = sorted(
        {(cell.field.key, cell.field.at) for cell in cells if cell.field.at is not None}
    )
    for field, value in export.map.constants.items():
        if field.at is None:
            yield TableCell(header, field, value, export.map.separator)
        for key, at in entries:
            if key == field.key and (export.map.section != PERSON or at == field.at):
                yield TableCell(header, field._replace(at=at), value, export.map.separator)


def _shifted(cell: TableCell, first_index: int) -> TableCell:
    """A cell of an entry, with an index after the entries that the person already has."""
    at = _JOINED_START + first_index + (cell.field.at or 0)
    return cell._replace(field=cell.field._replace(at=at))


_JOINED_START = (
    1_000_000  # index from which joined entries start: the person's own table comes first
)
_INDEXES_PER_ROW = 100  # indexes reserved for each row: more than the entries one row can have
