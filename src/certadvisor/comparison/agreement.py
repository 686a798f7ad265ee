"""Whether facts agree: never by what nobody knows."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple


class Agreement(StrEnum):
    """How the columns of one row stand to each other."""

    SAME = "same"
    DIFFERS = "differs"
    UNKNOWN = "unknown"  # what is known agrees, but some is not known


class Spread(NamedTuple):
    """Ids that several columns list: in all of them, in some, and in one alone."""

    all: tuple[str, ...]
    some: tuple[tuple[str, ...], ...]
    only: tuple[tuple[str, ...], ...]


def agreement(values: Sequence[Any]) -> Agreement:
    """Fold a row; two known values that differ settle it, whatever is unknown beside them.

    >>> agreement([3, None, 3]).value, agreement([3, None, 5]).value
    ('unknown', 'differs')
    """
    known = [value for value in values if value is not None]
    if any(one != other for one, other in pairwise(known)):
        return Agreement.DIFFERS
    return Agreement.SAME if len(known) == len(values) else Agreement.UNKNOWN


def agreements(columns: Sequence[Mapping[str, Any]]) -> dict[str, Agreement]:
    """The agreement of each row of columns that have the same rows."""
    return {row: agreement([column[row] for column in columns]) for row in columns[0]}


def together(rows: Iterable[Agreement]) -> Agreement:
    """The agreement of several rows told as one: one that differs settles it, then one unknown."""
    found = set(rows)
    for decisive in (Agreement.DIFFERS, Agreement.UNKNOWN):
        if decisive in found:
            return decisive
    return Agreement.SAME


def spread(lists: Iterable[Iterable[str]]) -> Spread:
    """Part ids by how many of the lists have them, each in the order of its list."""
    columns = [tuple(one) for one in lists]
    count = {id: sum(id in column for column in columns) for column in columns for id in column}
    return Spread(
        tuple(id for id in columns[0] if count[id] == len(columns)),
        tuple(tuple(id for id in one if 1 < count[id] < len(columns)) for one in columns),
        tuple(tuple(id for id in one if count[id] == 1) for one in columns),
    )
