"""People as one flat table: a header of profile field names, and a row for each person."""

from collections.abc import Iterator

from certadvisor.catalog.records import Catalog
from certadvisor.people.cells import Cell, Cells
from certadvisor.people.columns import read_header
from certadvisor.people.person import Column, Person, Reject
from certadvisor.people.row import RowDocument, RowReader
from certadvisor.people.sheet import Sheet


def read_wide(
    sheet: Sheet, catalog: Catalog, reader: RowReader
) -> tuple[tuple[Column, ...], Iterator[Person | Reject]]:
    """The columns and rows of a flat table. Raises InputError where the header is invalid."""
    fields = read_header(sheet.header, sheet.source, sheet.line)
    named = tuple(zip(sheet.header, fields, strict=True))
    columns = tuple(Column(name, field and field.name) for name, field in named)
    cells = Cells(catalog)

    def rows() -> Iterator[Person | Reject]:
        for row in sheet.rows:
            if isinstance(row, Reject):
                yield row
                continue
            told = (
                Cell(name, field, cell)
                for (name, field), cell in zip(named, row.cells, strict=True)
                if field is not None
            )
            read = cells.read(told, sheet.source, row.line)
            document = RowDocument(sheet.source, row.line, read.data, read.headers)
            yield reader.read(document, (), read.data, read.warnings)

    return columns, rows()
