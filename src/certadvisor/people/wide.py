"""People as one wide CSV: a header of our field names, and a row for each person."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from certadvisor.catalog.catalog import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.cells import Cells
from certadvisor.people.columns import Field, read_header
from certadvisor.people.lines import lines_of, too_long
from certadvisor.people.person import Column, Person, Reject
from certadvisor.people.row import RowDocument, RowReader

_DELIMITERS = ",;\t"  # comma, semicolon, tab


class _Text:
    """The file's lines as text for the csv module, which counts them."""

    def __init__(self, path: Path) -> None:
        self._lines = lines_of(path)
        self.long: list[int] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            if line.too_long:
                self.long.append(line.number)
            # What is no UTF-8 becomes halves of characters, to be told with its row.
            yield line.raw.decode("utf-8", "surrogateescape")


def read_wide(
    path: Path, source: str, catalog: Catalog, reader: RowReader
) -> tuple[tuple[Column, ...], Iterator[Person | Reject]]:
    """The columns and the rows. Raises InputError where the header will not do."""
    first = next(iter(_Text(path)), "")
    delimiter = max(_DELIMITERS, key=first.count)
    header = next(csv.reader([first], delimiter=delimiter), [])
    if not any(cell.strip() for cell in header):
        problem = "has no names of columns on its first line"
        raise InputError([Fault(source, problem, 1, remedy="write `id` and others")])
    if not _is_text(header):
        raise InputError([_encoding(source, 1)])
    fields = read_header(header, source)
    columns = tuple(
        Column(name, field and field.name) for name, field in zip(header, fields, strict=True)
    )
    return columns, _rows(
        _Text(path), delimiter, source, fields, Cells(catalog, header, fields), reader
    )


def _rows(
    text: _Text,
    delimiter: str,
    source: str,
    fields: Sequence[Field | None],
    cells: Cells,
    reader: RowReader,
) -> Iterator[Person | Reject]:
    table = csv.reader(iter(text), delimiter=delimiter, strict=True)
    begins = 0
    while True:
        begins, before = table.line_num + 1, begins
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            remedy = "close every quote, and double those inside"
            faults = (Fault(source, f"is no row: {error}", begins, remedy=remedy),)
            text.long.clear()
            yield Reject(begins, None, faults)
            continue
        if text.long:
            yield Reject(begins, None, tuple(too_long(source, number) for number in text.long))
            text.long.clear()
        elif before and any(cell.strip() for cell in row):
            yield _row(row, begins, source, fields, cells, reader)


def _row(
    row: list[str],
    line: int,
    source: str,
    fields: Sequence[Field | None],
    cells: Cells,
    reader: RowReader,
) -> Person | Reject:
    if not _is_text(row):
        return Reject(line, None, (_encoding(source, line),))
    if len(row) != len(fields):
        problem = f"has {len(row)} cells where the header has {len(fields)}"
        remedy = "quote cells that hold the separator"
        return Reject(line, None, (Fault(source, problem, line, remedy=remedy),))
    read = cells.read(row, source, line)
    return reader.read(
        RowDocument(source, line, read.data, read.headers), (), read.data, read.warnings
    )


def _is_text(row: list[str]) -> bool:
    """Whether all of it was UTF-8."""
    return not any("\udc80" <= char <= "\udcff" for cell in row for char in cell)


def _encoding(source: str, line: int) -> Fault:
    return Fault(source, "is not UTF-8 text", line, remedy="save the file as CSV UTF-8")
