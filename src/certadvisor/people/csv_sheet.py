"""CSV files as sheets, read once and in order, so that a pipe works too."""

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from certadvisor.errors import Fault, InputError
from certadvisor.people.lines import InputLine, iter_lines, too_long_fault
from certadvisor.people.person import Reject
from certadvisor.people.sheet import RawRow, Sheet, check_width, reject_row

if TYPE_CHECKING:  # the class exists in no public module
    from _csv import Reader

_DELIMITERS = ",;\t"  # comma, semicolon, tab
_ENCODING = ("is not UTF-8 text", "save the file as CSV UTF-8")


class _TextLines:
    """The lines of a file as text for the csv module.

    `csv` counts the lines it takes, so a line that is too long is passed on as an empty one and
    its number is kept in `too_long`.
    """

    def __init__(self, lines: Iterator[InputLine]) -> None:
        self._lines = lines
        self.too_long: list[int] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            if line.too_long:
                self.too_long.append(line.number)
            # Bytes that are not UTF-8 become lone surrogates, which are reported with their row.
            yield line.raw.decode("utf-8", "surrogateescape")


def open_csv(path: Path, source: str) -> Sheet:
    """Open a CSV file and read its header. Raises InputError where it has none."""
    return read_csv(iter_lines(path), source, path.name)


def read_csv(raw_lines: Iterator[InputLine], source: str, name: str) -> Sheet:
    """A CSV in these lines, the first of which is the header.

    The delimiter is the most frequent one in the header. Raises InputError where there is no
    header, or it is not UTF-8.
    """
    text = _TextLines(raw_lines)
    lines = iter(text)
    first_line = next(lines, "")
    if text.too_long:
        raise InputError([too_long_fault(source, 1)])
    delimiter = max(_DELIMITERS, key=first_line.count)
    table = csv.reader(chain((first_line,), lines), delimiter=delimiter, strict=True)
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
    return Sheet(source, name, 1, tuple(header), _read_rows(table, text, source, len(header)))


def _read_rows(
    table: "Reader", text: _TextLines, source: str, width: int
) -> Iterator[RawRow | Reject]:
    while True:
        first_line = table.line_num + 1
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            text.too_long.clear()
            remedy = "close every quote, and double those inside"
            yield reject_row(source, first_line, f"is no row: {error}", remedy)
            continue
        if text.too_long:
            faults = tuple(too_long_fault(source, number) for number in text.too_long)
            yield Reject(first_line, None, faults)
            text.too_long.clear()
        elif any(cell.strip() for cell in cells):
            yield _check_row(cells, first_line, source, width)


def _check_row(cells: list[str], line: int, source: str, width: int) -> RawRow | Reject:
    if not _is_text(cells):
        return reject_row(source, line, *_ENCODING)
    if len(cells) != width:
        problem = f"has {len(cells)} cells where the header has {width}"
        return reject_row(source, line, problem, "quote cells that hold the separator")
    return RawRow(line, cells)


def _is_text(row: list[str]) -> bool:
    """Whether all cells were UTF-8."""
    return not any("\udc80" <= char <= "\udcff" for cell in row for char in cell)
