"""People as one flat table: a header of profile field names, and a row for each person."""

from collections.abc import Iterator
from functools import partial

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people.cells import CellReader, TableCell
from certadvisor.people.columns import read_header
from certadvisor.people.person import Person, Reject, SourceColumn
from certadvisor.people.row import RowDocument, RowReader
from certadvisor.people.sheet import RawRow, Sheet
from certadvisor.people.unforeseen import or_reject
from certadvisor.people.unread_columns import certification_test, unread_fact_faults

_REMEDY = "`certadvisor people map FILE` writes a mapping that reads it; or leave it out there"


def read_flat_table(
    sheet: Sheet, catalog: Catalog, reader: RowReader
) -> tuple[tuple[SourceColumn, ...], Iterator[Person | Reject]]:
    """The columns and rows of a flat table. Raises InputError where the header is invalid."""
    fields = read_header(sheet.header, sheet.source, sheet.line)
    unread = (name for name, field in zip(sheet.header, fields, strict=True) if field is None)
    faults = list(unread_fact_faults(sheet, unread, certification_test(catalog), _REMEDY))
    if faults:
        raise InputError(faults)
    headers_and_fields = tuple(zip(sheet.header, fields, strict=True))
    columns = tuple(SourceColumn(name, field and field.name) for name, field in headers_and_fields)
    cell_reader = CellReader(catalog)

    def rows() -> Iterator[Person | Reject]:
        for row in sheet.rows:
            if isinstance(row, Reject):
                yield row
                continue
            yield or_reject(partial(read_row, row), sheet.source, row.line)

    def read_row(row: RawRow) -> Person | Reject:
        row_cells = (
            TableCell(name, field, cell)
            for (name, field), cell in zip(headers_and_fields, row.cells, strict=True)
            if field is not None
        )
        row_data = cell_reader.read(row_cells, sheet.source, row.line)
        document = RowDocument(sheet.source, row.line, row_data.data, row_data.headers)
        data, _, warnings, certificate_columns = row_data
        return reader.read(document, (), data, warnings, certificate_columns)

    return columns, rows()
