"""Whether facts agree. A value that is not known never makes a difference."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple


class Agreement(StrEnum):
    """Whether the columns of a row agree."""

    SAME = "same"
    DIFFERS = "differs"
    UNKNOWN = "unknown"  # what is known agrees, but some is not known


class ListOverlap(NamedTuple):
    """Ids by the number of columns that list them: all, some or only one.

    `some` and `only` have an entry per column, in the order of the columns.
    """

    all: tuple[str, ...]
    some: tuple[tuple[str, ...], ...]
    only: tuple[tuple[str, ...], ...]


def agreement(values: Sequence[Any]) -> Agreement:
    """The agreement of a row: it differs as soon as two known values do.

    >>> agreement([3, None, 3]).value, agreement([3, None, 5]).value
    ('unknown', 'differs')
    """
    known = [value for value in values if value is not None]
    if any(one != other for one, other in pairwise(known)):
        return Agreement.DIFFERS
    return Agreement.SAME if len(known) == len(values) else Agreement.UNKNOWN


def agreements(columns: Sequence[Mapping[str, Any]]) -> dict[str, Agreement]:
    """The agreement of each row; all columns must have the rows of the first."""
    return {row: agreement([column[row] for column in columns]) for row in columns[0]}


def combine(rows: Iterable[Agreement]) -> Agreement:
    """The agreement of several rows shown as one: differs before unknown before same."""
    distinct = set(rows)
    for decisive in (Agreement.DIFFERS, Agreement.UNKNOWN):
        if decisive in distinct:
            return decisive
    return Agreement.SAME


def overlap(lists: Iterable[Iterable[str]]) -> ListOverlap:
    """Group ids by how many of the lists have them, each in the order of its list."""
    columns = [tuple(one) for one in lists]
    count = {id: sum(id in column for column in columns) for column in columns for id in column}
    return ListOverlap(
        tuple(id for id in columns[0] if count[id] == len(columns)),
        tuple(tuple(id for id in one if 1 < count[id] < len(columns)) for one in columns),
        tuple(tuple(id for id in one if count[id] == 1) for one in columns),
    )
