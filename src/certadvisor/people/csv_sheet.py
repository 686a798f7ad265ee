"""CSV files as sheets, read once and in order, so that a pipe works too."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from certadvisor.errors import Fault, InputError
from certadvisor.people.lines import InputLine, iter_lines, too_long_fault
from certadvisor.people.person import Reject
from certadvisor.people.sheet import (
    FIRST_ROW,
    MAX_ROWS_ABOVE,
    HeaderChoice,
    RawRow,
    Sheet,
    check_width,
    reject_row,
)

if TYPE_CHECKING:  # the class exists in no public module
    from _csv import Reader

_DELIMITERS = ",;\t|"  # comma, semicolon, tab, bar; the first of several that fit alike
_NAMED_DELIMITER = re.compile('"?sep=(.)"?', re.IGNORECASE)  # Excel's own first line
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


def open_csv(path: Path, source: str, header_choice: HeaderChoice = FIRST_ROW) -> Sheet:
    """Open a CSV file and read its header. Raises InputError where it has none."""
    return read_csv(iter_lines(path), source, path.name, header_choice)


def read_csv(
    raw_lines: Iterator[InputLine], source: str, name: str, header_choice: HeaderChoice = FIRST_ROW
) -> Sheet:
    """A CSV in these lines. Its header is among the first of them.

    The delimiter is the one that Excel names in a line `sep=;`, else the one that gives the
    header_choice header, else the most frequent one. Raises InputError where there is no header, or
    it is not UTF-8.
    """
    text = _TextLines(raw_lines)
    lines = iter(text)
    head = list(islice(lines, max(MAX_ROWS_ABOVE, header_choice.line or 0) + 1))
    if text.too_long and text.too_long[0] == 1:
        raise InputError([too_long_fault(source, 1)])
    named = _NAMED_DELIMITER.fullmatch(head[0].rstrip("\r\n")) if head else None
    if named:
        head[0] = "\n"
    choices = named[1] if named else _DELIMITERS
    delimiter, line = max(
        ((choice, _find_header(head, choice, header_choice)) for choice in choices),
        key=lambda found: (found[1].fits, found[1].cells),
    )
    table = csv.reader(chain(head, lines), delimiter=delimiter, strict=True)
    header = _read_header(table, line.number, source)
    if not any(cell.strip() for cell in header):
        problem = "has no names of columns on its first line"
        raise InputError([Fault(source, problem, 1, remedy="write `id` and others")])
    if not _is_text(header):
        raise InputError([Fault(source, _ENCODING[0], line.number, remedy=_ENCODING[1])])
    while header and not header[-1].strip():
        header.pop()
    check_width(header, source, line.number)
    rows = _read_rows(table, text, source, len(header))
    return Sheet(source, name, line.number, tuple(header), rows)


class _FoundHeader(NamedTuple):
    """The line of a header with one delimiter, and whether it is what is header_choice."""

    number: int
    fits: bool
    cells: int


def _find_header(head: list[str], delimiter: str, header_choice: HeaderChoice) -> _FoundHeader:
    rows: list[tuple[int, list[str]]] = []
    table = csv.reader(head, delimiter=delimiter, strict=True)
    line = 1
    with suppress(csv.Error):  # reported where the row is read
        for cells in table:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = table.line_num + 1
    if not rows:
        return _FoundHeader(1, fits=False, cells=0)
    number, cells = rows[header_choice.choose(rows)]
    return _FoundHeader(number, header_choice.fits(cells), len(cells))


def _read_header(table: "Reader", line: int, source: str) -> list[str]:
    """The row that begins on this line."""
    try:
        for row in table:
            if table.line_num >= line:
                return row
    except csv.Error as error:
        remedy = "save the file as CSV UTF-8"
        raise InputError(
            [Fault(source, f"is not a valid CSV: {_reason(error)}", 1, remedy=remedy)]
        ) from None
    return []


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
            text.too_long = [number for number in text.too_long if number > table.line_num]
            remedy = "close every quote, and double those inside"
            yield reject_row(source, first_line, f"is not a row: {_reason(error)}", remedy)
            continue
        too_long = [number for number in text.too_long if number <= table.line_num]
        if too_long:
            faults = tuple(too_long_fault(source, number) for number in too_long)
            yield Reject(first_line, None, faults)
            text.too_long = text.too_long[len(too_long) :]
        elif any(cell.strip() for cell in cells):
            yield _check_row(cells, first_line, source, width)


def _check_row(cells: list[str], line: int, source: str, width: int) -> RawRow | Reject:
    """A row with as many cells as the header: those that it lacks at its end are empty."""
    if not _is_text(cells):
        return reject_row(source, line, *_ENCODING)
    if any(cell.strip() for cell in cells[width:]):
        problem = f"has {len(cells)} cells where the header has {width}"
        return reject_row(source, line, problem, "quote cells that hold the separator")
    return RawRow(line, [*cells[:width], *[""] * (width - len(cells))])


def _reason(error: csv.Error) -> str:
    """What is wrong with a row, in words of our own: the library's differ between versions."""
    message = str(error)
    if "limit" in message:
        return f"a cell has more than {csv.field_size_limit():,} characters"
    if "NUL" in message:
        return "it holds a character of no text (NUL)"
    if "unexpected end" in message:
        return "a quote is opened and never closed"
    return "text stands next to a quoted cell"


def _is_text(row: list[str]) -> bool:
    """Whether all cells were UTF-8."""
    return not any("\udc80" <= char <= "\udcff" for cell in row for char in cell)
