"""What a table holds and is not counted: columns that are not used, and values that are ignored."""

from typing import NamedTuple

MAX_IGNORED = 1_000  # different ones that are counted one by one


class IgnoredValue(NamedTuple):
    """What is wrong with a value, how to fix it, and in how many places it is ignored for it."""

    problem: str
    remedy: str
    times: int


class TableNotes(NamedTuple):
    """The columns that are not used, and the ignored values, those of most places first.

    `more_ignored` counts the places of values beyond `MAX_IGNORED` different ones.
    """

    unused_columns: tuple[str, ...] = ()
    ignored: tuple[IgnoredValue, ...] = ()
    more_ignored: int = 0
