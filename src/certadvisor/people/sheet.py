"""A table with a header, opened: what both a CSV and a sheet of a workbook come to."""

from collections.abc import Iterator
from typing import NamedTuple

from certadvisor.errors import Fault
from certadvisor.people.person import Reject


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


def unread(source: str, line: int, problem: str, remedy: str) -> Reject:
    """A row that is no row."""
    return Reject(line, None, (Fault(source, problem, line, remedy=remedy),))
