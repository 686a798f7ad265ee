"""A reason as data: why advice, a gate or a remark says what it says."""

from datetime import date
from typing import NamedTuple

Values = dict[str, str | int | float | date | None]


class Reason(NamedTuple):
    """A reason as data: a key of the phrases in the views, and the values to fill in."""

    key: str
    values: Values
