"""Exports read by a mapping: one table of persons, or several tables joined by person id."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from certadvisor.base.blanks import says_nothing
from certadvisor.base.countries import country_code
from certadvisor.base.suggest import closest, suggestion
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.cells import BARE_NAME_FIELDS, CellReader, TableCell
from certadvisor.people.columns import ProfileField
from certadvisor.people.date_formats import DATE_FIELDS, parse_cell_date
from certadvisor.people.mapping import PERSON, TableMap, field_name, fold_text
from certadvisor.people.person import Person, Reject, SourceColumn
from certadvisor.people.row import RowDocument, RowReader
from certadvisor.people.sheet import RawRow, Sheet
from certadvisor.people.table_files import open_tables
from certadvisor.people.unforeseen import or_reject

ColumnsAndRows = tuple[tuple[SourceColumn, ...], Iterator[Person | Reject]]
_ID = ProfileField("id")
_SIMILARITY = 0.8  # from this similarity on a header is suggested


class ExportTable(NamedTuple):
    """A table of an export, its map, and the column index of each field, in the map's order.

    Of two columns for one field the first that is not empty counts. `person_id` is
    set where the folder gives the id and no column does.
    """

    sheet: Sheet
    map: TableMap
    field_indexes: tuple[tuple[int, ProfileField], ...]
    person_id: str = ""

    def rows(self) -> Iterator[tuple[RawRow, str, list[TableCell]] | Reject]:
        """Yield each row that passes the filter, with its id and translated cells, or a reject."""
        for row in self.sheet.rows:
            if isinstance(row, Reject):
                yield row
                continue
            if not self._passes_filter(row):
                continue
            cells: dict[ProfileField, TableCell] = {}
            for index, field in self.field_indexes:
                text = row.cells[index]
                if not says_nothing(text, is_name=field == _ID) and field not in cells:
                    value = self._translate(field, text)
                    cells[field] = TableCell(
                        self.sheet.header[index], field, value, self.map.separator
                    )
            if self.person_id:
                cells[_ID] = TableCell("the folder's name", _ID, self.person_id)
            yield row, cells[_ID].text.strip() if _ID in cells else "", list(cells.values())

    def columns(self) -> Iterator[tuple[str, ProfileField | None]]:
        """Each header of the table with the field that it fills, if any."""
        filled = dict(self.field_indexes)
        return ((header, filled.get(index)) for index, header in enumerate(self.sheet.header))

    def _passes_filter(self, row: RawRow) -> bool:
        if not self.map.only:
            return True
        cells_by_header = dict(
            zip(map(fold_text, self.sheet.header), map(fold_text, row.cells), strict=True)
        )
        return all(
            cells_by_header[fold_text(header)] in words for header, words in self.map.only.items()
        )

    def _translate(self, field: ProfileField, cell: str) -> str:
        name = field_name(field)
        translated = self.map.values.get(name, {}).get(fold_text(cell), cell)
        if name in DATE_FIELDS:
            return parse_cell_date(translated, name, self.map.date_format)
        return country_code(translated) if name == "country" else translated


def read_joined_tables(
    path: Path, source: str, maps: Sequence[TableMap], catalog: Catalog, reader: RowReader
) -> ColumnsAndRows:
    """The columns and rows of an export. Raises InputError where tables are missing.

    The table of persons is streamed; the other tables are kept in memory by id.
    """
    exports = open_exports(path, source, maps)
    several = path.is_dir() or len(exports) > 1
    return list_columns(exports, several=several), join_people(exports, CellReader(catalog), reader)


def open_exports(
    path: Path, source: str, maps: Sequence[TableMap], person_id: str = ""
) -> tuple[ExportTable, ...]:
    """Open the tables of a file or folder. Raises InputError with every missing column."""
    exports, faults = list[ExportTable](), list[Fault]()
    for table_map, sheet in open_tables(path, source, maps):
        headers = [fold_text(header) for header in sheet.header]
        faults += _check_header(sheet, table_map, headers)
        field_indexes = (
            (headers.index(name), table_map.fields[name])
            for name in table_map.fields
            if name in headers
        )
        exports.append(ExportTable(sheet, table_map, tuple(field_indexes), person_id))
    if faults:
        raise InputError(faults)
    return tuple(exports)


def _check_header(sheet: Sheet, table_map: TableMap, headers: Sequence[str]) -> Iterator[Fault]:
    """Yield the faults of a header: columns that are missing or occur twice."""
    for name in (*table_map.fields, *(fold_text(header) for header in table_map.only)):
        if name in headers:
            if headers.count(name) > 1:
                yield Fault(sheet.source, "stands in two columns", sheet.line, name, "remove one")
        elif name not in table_map.optional:
            unused = {
                other: sheet.header[index]
                for index, other in enumerate(headers)
                if other not in table_map.fields
            }
            similar = closest(name, unused, likeness=_SIMILARITY)
            remedy = suggestion(unused[key].strip() for key in similar) or "mend the mapping"
            problem = "the mapping's column is not there"
            yield Fault(sheet.source, problem, sheet.line, name, remedy)
    for field in _required_fields(table_map):
        names = [name for name, filled in table_map.fields.items() if filled == field]
        if names and table_map.optional.issuperset(names) and not set(names) & set(headers):
            problem = f"has none of the columns that tell {field_name(field)}"
            yield Fault(sheet.source, problem, sheet.line, remedy=f"name one {' or '.join(names)}")


def _required_fields(table_map: TableMap) -> Iterator[ProfileField]:
    """The fields that every row needs, whatever their columns are called."""
    yield _ID
    if table_map.section in BARE_NAME_FIELDS and table_map.section != "work":
        yield ProfileField(table_map.section, 0, BARE_NAME_FIELDS[table_map.section])


def list_columns(exports: Sequence[ExportTable], *, several: bool) -> tuple[SourceColumn, ...]:
    """Every column with its field, and with its table where there are several."""
    return tuple(
        SourceColumn(
            header, field and _field_label(export, field), export.sheet.name if several else ""
        )
        for export in exports
        for header, field in export.columns()
    )


def _field_label(export: ExportTable, field: ProfileField) -> str:
    is_joined_entry = field.at == 0 and export.map.section != PERSON
    return f"{field.key}.{field.field}" if is_joined_entry else field.name


def join_people(
    exports: Sequence[ExportTable], cell_reader: CellReader, reader: RowReader
) -> Iterator[Person | Reject]:
    """Yield each row of the table of persons, joined with that person's rows in the others.

    The others are read first and whole; rows in them that belong to no person come last, as
    rejects. A table that is `complete` gives an empty list to a person without a row in it.
    """
    persons, *others = exports
    cells_by_id: dict[str, list[TableCell]] = {}
    lines_by_id: dict[str, list[tuple[str, int]]] = {}
    next_index: dict[str, int] = {}
    complete_sections = {export.map.section for export in others if export.map.complete}
    for export in others:
        for item in export.rows():
            if isinstance(item, Reject):
                yield item
                continue
            row, id, cells = item
            if not id:
                fault = Fault(export.sheet.source, "tells no person's id", row.line)
                yield Reject(row.line, None, (fault,))
                continue
            first_index = next_index.get(id, 0)
            entries = _entry_cells(export, row.line, cells)
            next_index[id] = first_index + _INDEXES_PER_ROW
            lines_by_id.setdefault(id, []).append((export.sheet.source, row.line))
            cells_by_id.setdefault(id, []).extend(
                _shift_entry(first_index, cell) for cell in entries
            )
    for item in persons.rows():
        if isinstance(item, Reject):
            yield item
            continue
        row, id, cells = item
        lines_by_id.pop(id, None)
        cells += [TableCell("constants", *constant) for constant in persons.map.constants.items()]
        joined_cells = cells_by_id.pop(id, [])
        absent = complete_sections.difference(cell.field.key for cell in joined_cells)
        make_row = partial(_read_row, [*cells, *joined_cells], absent, cell_reader, reader)
        source = persons.sheet.source
        yield or_reject(partial(make_row, source, row.line), source, row.line, id or None)
    for id, source_lines in lines_by_id.items():
        for source, line in source_lines:
            fault = Fault(source, "is of nobody in the table of persons", line, "id")
            yield Reject(line, id, (fault,))


def _read_row(
    cells: Sequence[TableCell],
    empty_sections: Iterable[str],
    cell_reader: CellReader,
    reader: RowReader,
    source: str,
    line: int,
) -> Person | Reject:
    """Read a person's cells; the sections named are empty lists where no cell fills them."""
    row_data = cell_reader.read(cells, source, line)
    for section in empty_sections:
        row_data.data.setdefault(section, [])
    document = RowDocument(source, line, row_data.data, row_data.headers)
    return reader.read(document, (), row_data.data, row_data.warnings)


def _entry_cells(export: ExportTable, line: int, cells: Sequence[TableCell]) -> Iterator[TableCell]:
    """The cells of a row of another table, with the constants of its map for each entry."""
    entry_cells = [cell for cell in cells if cell.field.key != "id"]
    for cell in entry_cells:
        yield cell._replace(header=f"{export.sheet.name} line {line}, {cell.header}")
    for index in sorted({cell.field.at or 0 for cell in entry_cells} or {0}):
        for field, value in export.map.constants.items():
            header = f"{export.sheet.name} line {line}, constants"
            yield TableCell(header, field._replace(at=index), value, export.map.separator)


def _shift_entry(first_index: int, cell: TableCell) -> TableCell:
    """A cell of an entry, with an index after the entries that the person already has."""
    return cell._replace(
        field=cell.field._replace(at=_JOINED_START + first_index + (cell.field.at or 0))
    )


_JOINED_START = (
    1_000_000  # index from which joined entries start: the person's own table comes first
)
_INDEXES_PER_ROW = 100  # indexes reserved for each row: more than the entries one row can have
