"""CSV tables of exports: finds the header near the top, and yields rows by column."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from certadvisor.base.sanitize import sanitize_line
from certadvisor.errors import Fault, InputError

_MAX_HEADER_ROW = 20  # rows that are searched for the header
_DELIMITERS = ",;\t"  # a spreadsheet may have saved the table with another one
ColumnAliases = Mapping[str, Sequence[str]]  # the header names of each column


class CsvRow(NamedTuple):
    """A row below the header: its line number (from 1) and its cells by column."""

    number: int
    cells: dict[str, str]  # the known columns
    unused: dict[str, str]  # every other non-empty cell, by its header
    headers: dict[str, str]  # the table's own names of those columns

    def get(self, column: str) -> str:
        """The cell; empty where the table has no such column."""
        return self.cells.get(column, "")


class CsvTable(NamedTuple):
    """The rows of a file. Without a header that has the required columns there are none."""

    has_header: bool
    rows: tuple[CsvRow, ...]
    duplicate_headers: tuple[str, ...] = ()  # names that several columns have


def read_table(
    raw: bytes, source: str, columns: ColumnAliases, required: Sequence[str]
) -> CsvTable:
    """Read a table by its header aliases. Raises InputError for anything but text in UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError([Fault(source, "is not UTF-8 text", line)]) from None
    for delimiter in _DELIMITERS:
        numbered_rows = list(_numbered_rows(text, source, delimiter))
        for index, (_, header) in enumerate(numbered_rows[:_MAX_HEADER_ROW]):
            indexes = _column_indexes(header, columns)
            if all(column in indexes for column in required):
                return CsvTable(
                    True,
                    tuple(_rows(numbered_rows[index + 1 :], header, indexes)),
                    _duplicate_headers(header),
                )
    return CsvTable(False, ())


def _numbered_rows(text: str, source: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins (a cell may contain line breaks)."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    first_line = 1
    try:
        for cells in reader:
            yield first_line, cells
            first_line = reader.line_num + 1
    except csv.Error as error:
        raise InputError([Fault(source, f"is not a table: {error}", first_line)]) from None


def _column_indexes(header: list[str], columns: ColumnAliases) -> dict[str, int]:
    """The index of each column; of two with the same name the first."""
    names = [sanitize_line(cell).casefold() for cell in header]
    indexes = {}
    for column, aliases in columns.items():
        matches = [names.index(alias) for alias in aliases if alias in names]
        if matches:
            indexes[column] = matches[0]
    return indexes


def _rows(
    numbered_rows: list[tuple[int, list[str]]], header: list[str], indexes: dict[str, int]
) -> Iterator[CsvRow]:
    used = set(indexes.values())
    headers = {column: sanitize_line(header[index]) for column, index in indexes.items()}
    for number, cells in numbered_rows:
        if not any(cell.strip() for cell in cells):
            continue
        by_column = {
            column: cells[index] for column, index in indexes.items() if index < len(cells)
        }
        unused_cells = {
            sanitize_line(header[index])
            if index < len(header)
            else "a cell beyond the header": cell
            for index, cell in enumerate(cells)
            if index not in used and cell.strip()
        }
        yield CsvRow(number, by_column, unused_cells, headers)


def _duplicate_headers(header: list[str]) -> tuple[str, ...]:
    counts = Counter(sanitize_line(cell) for cell in header if cell.strip())
    return tuple(name for name, count in counts.items() if count > 1)
