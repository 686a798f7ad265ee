"""Exports by a mapping: one CSV, or a folder of them joined by the persons' ids."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from certadvisor.catalog.catalog import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.cells import Cell, Cells
from certadvisor.people.columns import Field
from certadvisor.people.mapping import PERSON, TableMap, called, folded
from certadvisor.people.person import Column, Person, Reject
from certadvisor.people.row import RowDocument, RowReader
from certadvisor.people.wide import RawRow, Sheet, open_sheet

Rows = list[tuple[int, list[Cell]]]


class _Export(NamedTuple):
    """A table of an export, its map, and the field of each of its columns."""

    sheet: Sheet
    map: TableMap
    fields: tuple[Field | None, ...]
    name: str

    def rows(self) -> Iterator[tuple[RawRow, str, list[Cell]] | Reject]:
        """Each row with its id and its cells, by the words and dates of the map."""
        for row in self.sheet.rows():
            if isinstance(row, Reject):
                yield row
                continue
            cells = [
                Cell(header, field, self._value(field, cell))
                for header, field, cell in zip(
                    self.sheet.header, self.fields, row.cells, strict=True
                )
                if field is not None and cell.strip()
            ]
            id = next((cell.text.strip() for cell in cells if cell.field.key == "id"), "")
            cells += [Cell("constants", *one) for one in self.map.constants.items()]
            yield row, id, cells

    def _value(self, field: Field, cell: str) -> str:
        name = called(field)
        ours = self.map.values.get(name, {}).get(folded(cell), cell)
        return self.map.dates.iso(ours) if self.map.dates and name in _DATES else ours


_DATES = frozenset(
    ("start", "end", "awarded", "completed", "earned", "expires", "joined", "promoted")
)


def read_joined(
    path: Path,
    source: str,
    maps: Sequence[TableMap],
    catalog: Catalog,
    reader: RowReader,
) -> tuple[tuple[Column, ...], Iterator[Person | Reject]]:
    """The columns and rows of an export. Raises InputError where its tables are not there.

    The rows of the persons' table are streamed; those of the others are held by id.
    """
    exports = [_opened(path, source, one) for one in maps if path.is_dir() or one.section == PERSON]
    columns = tuple(
        Column(_place(path, export, header), field and _shown(export, field))
        for export in exports
        for header, field in zip(export.sheet.header, export.fields, strict=True)
    )
    return columns, _people(exports, Cells(catalog), reader)


def _shown(export: _Export, field: Field) -> str:
    one_of_many = field.at is not None and export.map.section != PERSON
    return f"{field.key}.{field.field}" if one_of_many else field.name


def _place(path: Path, export: _Export, header: str) -> str:
    return f"{export.name}: {header}" if path.is_dir() else header


def _opened(path: Path, source: str, one: TableMap) -> _Export:
    if path.is_dir():
        found = sorted(
            file
            for file in path.iterdir()
            if file.is_file() and fnmatch(file.name.casefold(), one.file.casefold())
        )
        if len(found) != 1:
            problem = f"holds {len(found)} files called {one.file}"
            raise InputError([Fault(source, problem, remedy="one is needed; mend the mapping")])
        sheet = open_sheet(found[0], f"{source}/{found[0].name}")
        name = found[0].name
    else:
        sheet, name = open_sheet(path, source), path.name
    fields = tuple(one.fields.get(folded(header)) for header in sheet.header)
    lacking = [header for header, field in one.fields.items() if field not in fields]
    if lacking:
        told = [
            Fault(sheet.source, "the mapping's column is not there", 1, header, "mend the mapping")
            for header in lacking
        ]
        raise InputError(told)
    return _Export(sheet, one, fields, name)


def _people(
    exports: Sequence[_Export], cells: Cells, reader: RowReader
) -> Iterator[Person | Reject]:
    persons, *others = exports
    held: dict[str, list[Cell]] = {}
    lines: dict[str, list[tuple[str, int]]] = {}
    counts: dict[str, int] = {}
    for export in others:
        for found in export.rows():
            if isinstance(found, Reject):
                yield found
                continue
            row, id, told = found
            if not id:
                fault = Fault(export.sheet.source, "tells no person's id", row.line)
                yield Reject(row.line, None, (fault,))
                continue
            at = counts.get(id, 0)
            counts[id] = at + 1
            lines.setdefault(id, []).append((export.sheet.source, row.line))
            held.setdefault(id, []).extend(_entry(export, row.line, at, told))
    for found in persons.rows():
        if isinstance(found, Reject):
            yield found
            continue
        row, id, told = found
        lines.pop(id, None)
        read = cells.read([*told, *held.pop(id, ())], persons.sheet.source, row.line)
        document = RowDocument(persons.sheet.source, row.line, read.data, read.headers)
        yield reader.read(document, (), read.data, read.warnings)
    for id, places in lines.items():
        for source, line in places:
            fault = Fault(source, "is of nobody in the table of persons", line, "id")
            yield Reject(line, id, (fault,))


def _entry(export: _Export, line: int, at: int, cells: Sequence[Cell]) -> Iterator[Cell]:
    """A row of another table as an entry of its person's list, behind those before it."""
    for cell in cells:
        if cell.field.key != "id":
            place = f"{export.name} line {line}, {cell.header}"
            yield Cell(place, cell.field._replace(at=_BEHIND + at), cell.text)


_BEHIND = 1_000_000  # entries of the persons' own table come first
