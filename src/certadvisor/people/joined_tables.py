"""Exports read by a mapping: one table of persons, or several tables joined by person id."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from certadvisor.base.country_names import country_code
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.cells import FIRST, Cell, Cells
from certadvisor.people.columns import Field
from certadvisor.people.date_formats import FIELDS, dated
from certadvisor.people.mapping import PERSON, TableMap, called, folded
from certadvisor.people.person import Column, Person, Reject
from certadvisor.people.row import RowDocument, RowReader
from certadvisor.people.sheet import RawRow, Sheet
from certadvisor.people.table_files import opened

Rows = tuple[tuple[Column, ...], Iterator[Person | Reject]]
_ID = Field("id")
_LIKE = 0.8  # from this similarity on a header is suggested


class Export(NamedTuple):
    """A table of an export, its map, and the column index of each field, in the map's order.

    Of two columns for one field the first that is not empty counts. `person_id` is
    set where the folder gives the id and no column does.
    """

    sheet: Sheet
    map: TableMap
    places: tuple[tuple[int, Field], ...]
    of: str = ""

    def rows(self) -> Iterator[tuple[RawRow, str, list[Cell]] | Reject]:
        """Yield each row that passes the filter, with its id and translated cells, or a reject."""
        for row in self.sheet.rows:
            if isinstance(row, Reject):
                yield row
                continue
            if not self._counts(row):
                continue
            told: dict[Field, Cell] = {}
            for at, field in self.places:
                text = row.cells[at]
                if text.strip() and field not in told:
                    value = self._value(field, text)
                    told[field] = Cell(self.sheet.header[at], field, value, self.map.separator)
            if self.of:
                told[_ID] = Cell("the folder's name", _ID, self.of)
            yield row, told[_ID].text.strip() if _ID in told else "", list(told.values())

    def columns(self) -> Iterator[tuple[str, Field | None]]:
        """Each header of the table with the field that it fills, if any."""
        filled = dict(self.places)
        return ((header, filled.get(at)) for at, header in enumerate(self.sheet.header))

    def _counts(self, row: RawRow) -> bool:
        if not self.map.only:
            return True
        told = dict(zip(map(folded, self.sheet.header), map(folded, row.cells), strict=True))
        return all(told[folded(header)] in words for header, words in self.map.only.items())

    def _value(self, field: Field, cell: str) -> str:
        name = called(field)
        ours = self.map.values.get(name, {}).get(folded(cell), cell)
        if name in FIELDS:
            return dated(ours, name, self.map.dates)
        return country_code(ours) if name == "country" else ours


def read_joined(
    path: Path, source: str, maps: Sequence[TableMap], catalog: Catalog, reader: RowReader
) -> Rows:
    """The columns and rows of an export. Raises InputError where tables are missing.

    The table of persons is streamed; the other tables are kept in memory by id.
    """
    exports = exports_of(path, source, maps)
    several = path.is_dir() or len(exports) > 1
    return columns_of(exports, several=several), people_in(exports, Cells(catalog), reader)


def exports_of(
    path: Path, source: str, maps: Sequence[TableMap], of: str = ""
) -> tuple[Export, ...]:
    """Open the tables of a file or folder. Raises InputError with every missing column."""
    found, faults = list[Export](), list[Fault]()
    for one, sheet in opened(path, source, maps):
        headers = [folded(header) for header in sheet.header]
        faults += _header_faults(sheet, one, headers)
        places = ((headers.index(name), one.fields[name]) for name in one.fields if name in headers)
        found.append(Export(sheet, one, tuple(places), of))
    if faults:
        raise InputError(faults)
    return tuple(found)


def _header_faults(sheet: Sheet, one: TableMap, headers: Sequence[str]) -> Iterator[Fault]:
    """Yield the faults of a header: columns that are missing or occur twice."""
    for name in (*one.fields, *(folded(header) for header in one.only)):
        if name in headers:
            if headers.count(name) > 1:
                yield Fault(sheet.source, "stands in two columns", sheet.line, name, "remove one")
        elif name not in one.optional:
            unused = {h: sheet.header[at] for at, h in enumerate(headers) if h not in one.fields}
            near = get_close_matches(name, unused, n=1, cutoff=_LIKE)
            remedy = f"did you mean `{unused[near[0]].strip()}`?" if near else "mend the mapping"
            problem = "the mapping's column is not there"
            yield Fault(sheet.source, problem, sheet.line, name, remedy)
    for field in _needed(one):
        names = [name for name, filled in one.fields.items() if filled == field]
        if names and one.optional.issuperset(names) and not set(names) & set(headers):
            problem = f"has none of the columns that tell {called(field)}"
            yield Fault(sheet.source, problem, sheet.line, remedy=f"name one {' or '.join(names)}")


def _needed(one: TableMap) -> Iterator[Field]:
    """The fields that every row needs, whatever their columns are called."""
    yield _ID
    if one.section in FIRST and one.section != "work":
        yield Field(one.section, 0, FIRST[one.section])


def columns_of(exports: Sequence[Export], *, several: bool) -> tuple[Column, ...]:
    """Every column with its field, and with its table where there are several."""
    return tuple(
        Column(header, field and _shown(export, field), export.sheet.name if several else "")
        for export in exports
        for header, field in export.columns()
    )


def _shown(export: Export, field: Field) -> str:
    one_of_many = field.at == 0 and export.map.section != PERSON
    return f"{field.key}.{field.field}" if one_of_many else field.name


def people_in(
    exports: Sequence[Export], cells: Cells, reader: RowReader
) -> Iterator[Person | Reject]:
    """Yield each row of the table of persons, joined with that person's rows in the others.

    The others are read first and whole; rows in them that belong to no person come last, as
    rejects. A table that is `complete` gives an empty list to a person without a row in it.
    """
    persons, *others = exports
    held: dict[str, list[Cell]] = {}
    lines: dict[str, list[tuple[str, int]]] = {}
    counts: dict[str, int] = {}
    complete = {export.map.section for export in others if export.map.complete}
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
            entries = _entries(export, row.line, told)
            counts[id] = at + _ROW
            lines.setdefault(id, []).append((export.sheet.source, row.line))
            held.setdefault(id, []).extend(_behind(at, cell) for cell in entries)
    for found in persons.rows():
        if isinstance(found, Reject):
            yield found
            continue
        row, id, told = found
        lines.pop(id, None)
        told += [Cell("constants", *one) for one in persons.map.constants.items()]
        joined = held.pop(id, [])
        read = cells.read([*told, *joined], persons.sheet.source, row.line)
        for section in complete.difference(cell.field.key for cell in joined):
            read.data.setdefault(section, [])
        document = RowDocument(persons.sheet.source, row.line, read.data, read.headers)
        yield reader.read(document, (), read.data, read.warnings)
    for id, places in lines.items():
        for source, line in places:
            fault = Fault(source, "is of nobody in the table of persons", line, "id")
            yield Reject(line, id, (fault,))


def _entries(export: Export, line: int, cells: Sequence[Cell]) -> Iterator[Cell]:
    """The cells of a row of another table, with the constants of its map for each entry."""
    told = [cell for cell in cells if cell.field.key != "id"]
    for cell in told:
        yield cell._replace(header=f"{export.sheet.name} line {line}, {cell.header}")
    for at in sorted({cell.field.at or 0 for cell in told} or {0}):
        for field, value in export.map.constants.items():
            place = f"{export.sheet.name} line {line}, constants"
            yield Cell(place, field._replace(at=at), value, export.map.separator)


def _behind(at: int, cell: Cell) -> Cell:
    """A cell of an entry, with an index after the entries that the person already has."""
    return cell._replace(field=cell.field._replace(at=_BEHIND + at + (cell.field.at or 0)))


_BEHIND = 1_000_000  # index from which joined entries start: the person's own table comes first
_ROW = 100  # indexes reserved for each row: more than the entries one row can have
