"""CSV tables of exports: finds the header near the top, and yields rows by column."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from certadvisor.base.sanitize import cleaned
from certadvisor.errors import Fault, InputError

_PREAMBLE = 20  # rows that are searched for the header
_DELIMITERS = ",;\t"  # a spreadsheet may have saved the table with another one
Columns = Mapping[str, Sequence[str]]  # the header names of each column


class Row(NamedTuple):
    """A row below the header: its line number (from 1) and its cells by column."""

    number: int
    cells: dict[str, str]  # the known columns
    others: dict[str, str]  # every other non-empty cell, by its header
    headers: dict[str, str]  # the table's own names of those columns

    def get(self, column: str) -> str:
        """The cell; empty where the table has no such column."""
        return self.cells.get(column, "")


class Table(NamedTuple):
    """The rows of a file. Without a header that has the required columns there are none."""

    found: bool
    rows: tuple[Row, ...]
    twice: tuple[str, ...] = ()  # names that several columns have


def read_table(raw: bytes, source: str, columns: Columns, needed: Sequence[str]) -> Table:
    """Read a table by its header aliases. Raises InputError for anything but text in UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError([Fault(source, "is not UTF-8 text", line)]) from None
    for delimiter in _DELIMITERS:
        lines = list(_lines(text, source, delimiter))
        for at, (_, header) in enumerate(lines[:_PREAMBLE]):
            places = _places(header, columns)
            if all(column in places for column in needed):
                return Table(True, tuple(_rows(lines[at + 1 :], header, places)), _twice(header))
    return Table(False, ())


def _lines(text: str, source: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins (a cell may contain line breaks)."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise InputError([Fault(source, f"is no table: {error}", begins)]) from None


def _places(header: list[str], columns: Columns) -> dict[str, int]:
    """The index of each column; of two with the same name the first."""
    names = [cleaned(cell).casefold() for cell in header]
    found = {}
    for column, aliases in columns.items():
        places = [names.index(alias) for alias in aliases if alias in names]
        if places:
            found[column] = places[0]
    return found


def _rows(
    lines: list[tuple[int, list[str]]], header: list[str], places: dict[str, int]
) -> Iterator[Row]:
    taken = set(places.values())
    headers = {column: cleaned(header[at]) for column, at in places.items()}
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        told = {column: cells[at] for column, at in places.items() if at < len(cells)}
        others = {
            cleaned(header[at]) if at < len(header) else "a cell beyond the header": cell
            for at, cell in enumerate(cells)
            if at not in taken and cell.strip()
        }
        yield Row(number, told, others, headers)


def _twice(header: list[str]) -> tuple[str, ...]:
    counts = Counter(cleaned(cell) for cell in header if cell.strip())
    return tuple(name for name, count in counts.items() if count > 1)
