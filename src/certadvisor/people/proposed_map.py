"""A proposed map of one table: its columns, what is asked about them, and the cells read."""

from typing import NamedTuple

from certadvisor.base.blanks import says_nothing
from certadvisor.people.column_names import ColumnFact
from certadvisor.people.proposed_dates import ProposedDates


class ProposedColumn(NamedTuple):
    """A column, the field that it fills, and a question about it; an empty field leaves it out."""

    header: str
    field: str
    question: str = ""


class ProposedTable(NamedTuple):
    """The map of one table. `matrix` are columns with the certification and field of a cell.

    `offers` are lines that make the map more exact once the company has confirmed them.
    """

    file: str
    section: str
    columns: tuple[ProposedColumn, ...]
    id_columns: tuple[str, ...]
    matrix: tuple[tuple[str, str], ...]
    matrix_date: str
    dates: ProposedDates
    separator: str
    constants: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    offers: tuple[str, ...]
    status_filter: tuple[str, tuple[str, ...]] | None


class SampledColumn(NamedTuple):
    """A column with its first cells, the fact of its name, and the certification in its name."""

    header: str
    cells: list[str]
    fact: ColumnFact | None
    certification: str

    @property
    def filled(self) -> list[str]:
        """The cells that say something."""
        return [cell for cell in self.cells if not says_nothing(cell)]
