"""The open tables of an export, each with its map: what its columns fill, and its rows."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from certadvisor.base.blanks import says_nothing
from certadvisor.base.countries import country_code
from certadvisor.base.scalars import quote
from certadvisor.base.suggest import closest, suggestion
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.cells import BARE_NAME_FIELDS, TableCell
from certadvisor.people.columns import ProfileField
from certadvisor.people.date_formats import DATE_FIELDS, parse_cell_date
from certadvisor.people.look_ups import read_look_ups
from certadvisor.people.mapping import PERSON, TableMap, field_name, fold_text
from certadvisor.people.person import Reject, SourceColumn
from certadvisor.people.sheet import RawRow, Sheet
from certadvisor.people.table_files import open_tables
from certadvisor.people.training_matrix import matrix_cells
from certadvisor.people.unread_columns import certification_test, unread_fact_faults
from certadvisor.profile.matching.written_credentials import read_credential

ID = ProfileField("id")
_SIMILARITY = 0.8  # from this similarity on a header is suggested
_UNREAD_REMEDY = "read it under `columns:`, or name it under `leave_out:`"
_MATRIX = "certifications"


class LeftOut(NamedTuple):
    """A row that the map's filter leaves out, with the id of its person."""

    id: str


class ReadRow(NamedTuple):
    """A row that passes the filter, with the id of its person and its cells."""

    raw: RawRow
    id: str
    cells: list[TableCell]


class ExportTable(NamedTuple):
    """A table of an export, its map, and the column index of each field, in the map's order.

    Of two columns for one field the first that is not empty counts. `person_id` is
    set where the folder gives the id and no column does.
    """

    sheet: Sheet
    map: TableMap
    field_indexes: tuple[tuple[int, ProfileField], ...]
    id_indexes: tuple[int, ...] = ()
    person_id: str = ""

    def rows(self) -> Iterator[ReadRow | LeftOut | Reject]:
        """Yield each row with its id and translated cells, or the id of one that is left out."""
        for row in self.sheet.rows:
            if isinstance(row, Reject):
                yield row
                continue
            cells: dict[ProfileField, TableCell] = {}
            for index, field in self.field_indexes:
                text = row.cells[index]
                if not says_nothing(text, is_name=field == ID) and field not in cells:
                    value = self._translate(field, text)
                    cells[field] = TableCell(
                        self.sheet.header[index], field, value, self.map.separator
                    )
            if self.id_indexes:
                cells[ID] = TableCell("id", ID, self._id_of_several(row))
            if self.person_id:
                cells[ID] = TableCell("the folder's name", ID, self.person_id)
            id = cells[ID].text.strip() if ID in cells else ""
            if not self._passes_filter(row):
                yield LeftOut(id)
                continue
            matrix, dates = self.map.matrix, self.map.date_format
            marks = matrix_cells(matrix, self.sheet.header, row.cells, dates) if matrix else ()
            yield ReadRow(row, id, [*cells.values(), *marks])

    def columns(self) -> Iterator[tuple[str, ProfileField | None]]:
        """Each header of the table with the field that it fills, if any."""
        filled = dict(self.field_indexes) | dict.fromkeys(self.id_indexes, ID)
        matrix = self.map.matrix.columns if self.map.matrix else {}
        for index, header in enumerate(self.sheet.header):
            _, date_field = matrix.get(fold_text(header), ("", ""))
            field = ProfileField(_MATRIX, 0, date_field) if date_field else None
            yield header, filled.get(index, field)

    def _id_of_several(self, row: RawRow) -> str:
        parts = (" ".join(row.cells[index].split()) for index in self.id_indexes)
        name = " ".join(part for part in parts if not says_nothing(part, is_name=True))
        return self._translate(ID, name)

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


def open_exports(
    path: Path, source: str, maps: Sequence[TableMap], catalog: Catalog, person_id: str = ""
) -> tuple[ExportTable, ...]:
    """Open the tables of a file or folder. Raises InputError with every missing column.

    A column that looks like a fact and that its map neither reads nor leaves out is a fault.
    """
    exports, faults = list[ExportTable](), list[Fault]()
    for table_map, sheet in open_tables(path, source, maps):
        headers = [fold_text(header) for header in sheet.header]
        header_faults = list(_check_header(sheet, table_map, headers))
        faults += header_faults
        if header_faults:
            continue
        field_indexes = (
            (headers.index(name), table_map.fields[name])
            for name in table_map.fields
            if name in headers
        )
        with_names = read_look_ups(table_map, path, source)
        export = ExportTable(
            sheet, with_names, tuple(field_indexes),
            tuple(map(headers.index, table_map.id_columns)), person_id,
        )  # fmt: skip
        faults += _unread_columns(export, catalog)
        faults += _matrix_faults(export, catalog)
        exports.append(export)
    if faults:
        raise InputError(faults)
    return tuple(exports)


def _matrix_faults(export: ExportTable, catalog: Catalog) -> Iterator[Fault]:
    """Yield a fault for each name in a matrix that is not one certification's."""
    matrix = export.map.matrix.columns if export.map.matrix else {}
    for header, (name, _) in matrix.items():
        written = read_credential(name, catalog)
        if written.id is None:
            candidates = ", ".join(written.candidates)
            remedy = f"write one of: {candidates}" if candidates else "fix the mapping"
            problem = f"{quote(name)} under `matrix:` is not a single certification"
            yield Fault(export.sheet.source, problem, export.sheet.line, header, remedy)


def _unread_columns(export: ExportTable, catalog: Catalog) -> Iterator[Fault]:
    unread = (
        header
        for header, field in export.columns()
        if field is None and not export.map.leaves_out(header)
    )
    names_certification = certification_test(catalog)
    yield from unread_fact_faults(
        export.sheet, unread, names_certification, _UNREAD_REMEDY, export.map.section
    )


def _check_header(sheet: Sheet, table_map: TableMap, headers: Sequence[str]) -> Iterator[Fault]:
    """Yield the faults of a header: columns that are missing or occur twice."""
    for name in dict.fromkeys((*table_map.fields, *table_map.required_headers())):
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
            remedy = suggestion(unused[key].strip() for key in similar) or "fix the mapping"
            problem = "the mapping's column is not there"
            yield Fault(sheet.source, problem, sheet.line, name, remedy)
    for field in _required_fields(table_map):
        names = [name for name, filled in table_map.fields.items() if filled == field]
        if names and table_map.optional.issuperset(names) and not set(names) & set(headers):
            problem = f"has none of the columns that give {field_name(field)}"
            yield Fault(sheet.source, problem, sheet.line, remedy=f"name one {' or '.join(names)}")


def _required_fields(table_map: TableMap) -> Iterator[ProfileField]:
    """The fields that every row needs, whatever their columns are called."""
    yield ID
    if table_map.section in BARE_NAME_FIELDS and table_map.section != "work":
        yield ProfileField(table_map.section, 0, BARE_NAME_FIELDS[table_map.section])


def list_columns(exports: Sequence[ExportTable], *, several: bool) -> tuple[SourceColumn, ...]:
    """Every column with its field, and with its table where there are several."""
    return tuple(
        SourceColumn(
            header,
            field and _field_label(export, field),
            export.sheet.name if several else "",
            left_out=field is None and export.map.leaves_out(header),
        )
        for export in exports
        for header, field in export.columns()
    )


def _field_label(export: ExportTable, field: ProfileField) -> str:
    is_joined_entry = field.at == 0 and (export.map.section != PERSON or export.map.matrix)
    return f"{field.key}.{field.field}" if is_joined_entry else field.name
