"""CSV files as sheets, read once and in order, so that a pipe works too."""

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from certadvisor.errors import Fault, InputError
from certadvisor.people.lines import Line, lines_of, too_long
from certadvisor.people.person import Reject
from certadvisor.people.sheet import RawRow, Sheet, check_width, unread

if TYPE_CHECKING:  # the class exists in no public module
    from _csv import Reader

_DELIMITERS = ",;\t"  # comma, semicolon, tab
_ENCODING = ("is not UTF-8 text", "save the file as CSV UTF-8")


class _Text:
    """The lines of a file as text for the csv module.

    `csv` counts the lines it takes, so a line that is too long is passed on as an empty one and
    its number is kept in `too_long`.
    """

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self.long: list[int] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            if line.too_long:
                self.long.append(line.number)
            # Bytes that are not UTF-8 become lone surrogates, which are reported with their row.
            yield line.raw.decode("utf-8", "surrogateescape")


def open_csv(path: Path, source: str) -> Sheet:
    """Open a CSV file and read its header. Raises InputError where it has none."""
    return csv_in(lines_of(path), source, path.name)


def csv_in(found: Iterator[Line], source: str, name: str) -> Sheet:
    """A CSV in these lines, the first of which is the header.

    The delimiter is the most frequent one in the header. Raises InputError where there is no
    header, or it is not UTF-8.
    """
    text = _Text(found)
    lines = iter(text)
    first = next(lines, "")
    if text.long:
        raise InputError([too_long(source, 1)])
    delimiter = max(_DELIMITERS, key=first.count)
    table = csv.reader(chain((first,), lines), delimiter=delimiter, strict=True)
    try:
        header = next(table, [])
    except csv.Error as error:
        remedy = "save the file as CSV UTF-8"
        raise InputError([Fault(source, f"is no CSV: {error}", 1, remedy=remedy)]) from None
    if not any(cell.strip() for cell in header):
        problem = "has no names of columns on its first line"
        raise InputError([Fault(source, problem, 1, remedy="write `id` and others")])
    if not _is_text(header):
        raise InputError([Fault(source, _ENCODING[0], 1, remedy=_ENCODING[1])])
    check_width(header, source, 1)
    return Sheet(source, name, 1, tuple(header), _rows(table, text, source, len(header)))


def _rows(table: "Reader", text: _Text, source: str, width: int) -> Iterator[RawRow | Reject]:
    while True:
        begins = table.line_num + 1
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            text.long.clear()
            remedy = "close every quote, and double those inside"
            yield unread(source, begins, f"is no row: {error}", remedy)
            continue
        if text.long:
            faults = tuple(too_long(source, number) for number in text.long)
            yield Reject(begins, None, faults)
            text.long.clear()
        elif any(cell.strip() for cell in cells):
            yield _row(cells, begins, source, width)


def _row(cells: list[str], line: int, source: str, width: int) -> RawRow | Reject:
    if not _is_text(cells):
        return unread(source, line, *_ENCODING)
    if len(cells) != width:
        problem = f"has {len(cells)} cells where the header has {width}"
        return unread(source, line, problem, "quote cells that hold the separator")
    return RawRow(line, cells)


def _is_text(row: list[str]) -> bool:
    """Whether all cells were UTF-8."""
    return not any("\udc80" <= char <= "\udcff" for cell in row for char in cell)
