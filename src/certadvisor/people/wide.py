"""People as one wide CSV: a header of our field names, and a row for each person."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from certadvisor.catalog.catalog import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.cells import Cell, Cells
from certadvisor.people.columns import read_header
from certadvisor.people.lines import lines_of, too_long
from certadvisor.people.person import Column, Person, Reject
from certadvisor.people.row import RowDocument, RowReader

_DELIMITERS = ",;\t"  # comma, semicolon, tab


class RawRow(NamedTuple):
    """A row with as many cells as the header has, and the line on which it begins."""

    line: int
    cells: list[str]


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


class Sheet(NamedTuple):
    """A CSV with a header, opened; its rows are read as they are asked for."""

    path: Path
    source: str
    delimiter: str
    header: tuple[str, ...]

    def rows(self) -> Iterator[RawRow | Reject]:
        """Each row below the header that holds something."""
        text = _Text(self.path)
        table = csv.reader(iter(text), delimiter=self.delimiter, strict=True)
        begins = 0
        while True:
            begins, before = table.line_num + 1, begins
            try:
                cells = next(table)
            except StopIteration:
                return
            except csv.Error as error:
                remedy = "close every quote, and double those inside"
                text.long.clear()
                yield self._reject(begins, f"is no row: {error}", remedy)
                continue
            if text.long:
                faults = tuple(too_long(self.source, number) for number in text.long)
                yield Reject(begins, None, faults)
                text.long.clear()
            elif before and any(cell.strip() for cell in cells):
                yield self._row(cells, begins)

    def _row(self, cells: list[str], line: int) -> RawRow | Reject:
        if not _is_text(cells):
            return self._reject(line, *_ENCODING)
        if len(cells) != len(self.header):
            problem = f"has {len(cells)} cells where the header has {len(self.header)}"
            return self._reject(line, problem, "quote cells that hold the separator")
        return RawRow(line, cells)

    def _reject(self, line: int, problem: str, remedy: str) -> Reject:
        return Reject(line, None, (Fault(self.source, problem, line, remedy=remedy),))


def open_sheet(path: Path, source: str) -> Sheet:
    """Look at a file's header. Raises InputError where it has none."""
    first = next(iter(_Text(path)), "")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        header = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error as error:
        remedy = "save the file as CSV UTF-8"
        raise InputError([Fault(source, f"is no CSV: {error}", 1, remedy=remedy)]) from None
    if not any(cell.strip() for cell in header):
        problem = "has no names of columns on its first line"
        raise InputError([Fault(source, problem, 1, remedy="write `id` and others")])
    if not _is_text(header):
        raise InputError([Fault(source, _ENCODING[0], 1, remedy=_ENCODING[1])])
    return Sheet(path, source, delimiter, tuple(header))


def read_wide(
    path: Path, source: str, catalog: Catalog, reader: RowReader
) -> tuple[tuple[Column, ...], Iterator[Person | Reject]]:
    """The columns and the rows. Raises InputError where the header will not do."""
    sheet = open_sheet(path, source)
    fields = read_header(sheet.header, source)
    named = tuple(zip(sheet.header, fields, strict=True))
    columns = tuple(Column(name, field and field.name) for name, field in named)
    cells = Cells(catalog)

    def rows() -> Iterator[Person | Reject]:
        for row in sheet.rows():
            if isinstance(row, Reject):
                yield row
                continue
            told = (
                Cell(name, field, cell)
                for (name, field), cell in zip(named, row.cells, strict=True)
                if field is not None
            )
            read = cells.read(told, source, row.line)
            document = RowDocument(source, row.line, read.data, read.headers)
            yield reader.read(document, (), read.data, read.warnings)

    return columns, rows()


def _is_text(row: list[str]) -> bool:
    """Whether all of it was UTF-8."""
    return not any("\udc80" <= char <= "\udcff" for cell in row for char in cell)


_ENCODING = ("is not UTF-8 text", "save the file as CSV UTF-8")
