"""The months of a picture: where a day stands, and which months are named."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from certadvisor.base.months import month_number, month_span

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months between two names
_LABEL = 62.0  # width of a name with the space around it


class TimeAxis(NamedTuple):
    """Maps days to positions from `left`, over `width`; `first` and `last` are ordinals."""

    first: int
    last: int
    left: float
    width: float

    def x(self, ordinal: int) -> float:
        """The position of the beginning of a day, given as an ordinal."""
        return self.left + self.width * (ordinal - self.first) / max(1, self.last - self.first)

    def months(self) -> tuple[date, ...]:
        """The first days of the months to name: as many as there is room for."""
        firsts = tuple(self._firsts())
        return next(filter(self._has_room, (_every(firsts, step) for step in _STEPS)), ())

    def _firsts(self) -> Iterator[date]:
        low, high = (month_number(date.fromordinal(one)) for one in (self.first, self.last))
        days = (month_span(number).first for number in range(low, high + 1))
        room = self.left + self.width - _LABEL + 8
        return (
            day for day in days if day.toordinal() >= self.first and self.x(day.toordinal()) <= room
        )

    def _has_room(self, days: tuple[date, ...]) -> bool:
        places = [self.x(day.toordinal()) for day in days]
        return all(after - before >= _LABEL for before, after in pairwise(places))


def _every(firsts: tuple[date, ...], months: int) -> tuple[date, ...]:
    return tuple(day for day in firsts if (day.month - 1 + 12 * day.year) % months == 0)
