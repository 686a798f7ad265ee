"""An open table with a header: the common form of a CSV and a sheet of a workbook."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Reject

MAX_COLUMNS = 2_000
MAX_ROWS_ABOVE = 20  # rows in which the names of the columns are looked for


class HeaderChoice(NamedTuple):
    """How the row with the names of the columns is found: the first one that `fits`.

    Reports have titles above it. `line` is where it stands, if a mapping gives it.
    """

    fits: Callable[[Sequence[str]], bool]
    line: int | None = None

    def choose(self, rows: Sequence[tuple[int, list[str]]]) -> int:
        """The index of the header among the first rows and their lines.

        The first row where none fits, and the line that a mapping gives, or the one after it.
        """
        for index, (line, row) in enumerate(rows):
            if line >= self.line if self.line is not None else self.fits(row):
                return index
        return 0


FIRST_ROW = HeaderChoice(lambda _: True)


class RawRow(NamedTuple):
    """A row with as many cells as the header has, and the line on which it begins."""

    line: int
    cells: list[str]


class Sheet(NamedTuple):
    """An open table. Messages call it `source`, mappings `name`; `line` is that of the header.

    `rows` is a lazy iterator over the rows below the header that are not empty.
    """

    source: str
    name: str
    line: int
    header: tuple[str, ...]
    rows: Iterator[RawRow | Reject]


def check_width(header: Sequence[str], source: str, line: int) -> None:
    """Raise InputError for a header with more than `MAX_COLUMNS` columns."""
    if len(header) > MAX_COLUMNS:
        problem = f"has more than {MAX_COLUMNS} columns"
        raise InputError([Fault(source, problem, line, remedy="leave out those of no use")])


def reject_row(source: str, line: int, problem: str, remedy: str) -> Reject:
    """A reject with one fault, for a row that cannot be read."""
    return Reject(line, None, (Fault(source, problem, line, remedy=remedy),))
