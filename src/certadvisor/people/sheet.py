"""A table with a header, opened: what both a CSV and a sheet of a workbook come to."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Reject

MAX_COLUMNS = 2_000


class RawRow(NamedTuple):
    """A row with as many cells as the header has, and the line on which it begins."""

    line: int
    cells: list[str]


class Sheet(NamedTuple):
    """A table: what messages call it, what a mapping does, the header and the line it is on.

    `rows` gives each row below the header that holds something, once.
    """

    source: str
    name: str
    line: int
    header: tuple[str, ...]
    rows: Iterator[RawRow | Reject]


def check_width(header: Sequence[str], source: str, line: int) -> None:
    """Raise InputError for a header wider than any table of people."""
    if len(header) > MAX_COLUMNS:
        problem = f"has more than {MAX_COLUMNS} columns"
        raise InputError([Fault(source, problem, line, remedy="leave out those of no use")])


def unread(source: str, line: int, problem: str, remedy: str) -> Reject:
    """A row that is no row."""
    return Reject(line, None, (Fault(source, problem, line, remedy=remedy),))
