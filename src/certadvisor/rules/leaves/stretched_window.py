"""A look-back window that career breaks stretch: how its first day moves from day to day.

The first day lies `years` before the day asked about, and further back by the days of the breaks
in the window, but never before the widest window. So it moves on day by day: it stands still
during a break, and jumps over a break that it comes to. Only on a 29 February in a break it goes
back, since `years_before` of the 28th and of the 29th are one day.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from certadvisor.base.months import window_exit_date, years_before
from certadvisor.profile.evidence import Evidence

_DAY = timedelta(days=1)


class StretchedWindow:
    """The window of `years`, which the breaks of a profile stretch to at most `extendable` years.

    Days are looked at from the day of the question to the horizon.
    """

    def __init__(self, evidence: Evidence, years: int, extendable: int) -> None:
        self._evidence = evidence
        self._years = years
        self._extendable = extendable

    def exit_dates(self, last: date) -> Iterable[date]:
        """Yield the days on which `last` comes to lie before the window, in no known order.

        It can come back into the window on the first day of one of the `pieces`, and then leave
        it again.
        """
        for first, end in self._pieces:
            if self._first_day(first) <= last < self._first_day(end):
                yield _first_after(first, end, lambda day: self._first_day(day) > last)

    @cached_property
    def turns(self) -> tuple[date, ...]:
        """The days on which the first day of the window goes back, or changes its pace.

        Ascending; leap days apart, it moves evenly between two of them.
        """
        evidence = self._evidence
        days = {first for first, _ in self._pieces}
        for span in evidence.break_spans:
            days |= {span.first, span.last + _DAY}
            for edge in (span.first - _DAY, span.last):
                days.add(window_exit_date(edge, self._extendable))
                days.update(self.exit_dates(edge))
        turns = sorted(day for day in days if evidence.as_of <= day <= evidence.horizon)
        spans = pairwise([*turns, evidence.horizon + _DAY])
        flips = (self._flip(first, after - _DAY) for first, after in spans)
        return tuple(sorted({*turns, *filter(None, flips)}))

    @cached_property
    def _pieces(self) -> tuple[tuple[date, date], ...]:
        """Spans of days in which the first day never goes back: they begin on 29 February."""
        start, horizon = self._evidence.as_of, self._evidence.horizon
        leap_days = [
            date(year, 2, 29)
            for year in range(start.year, horizon.year + 1)
            if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        ]
        firsts = [start, *(day for day in leap_days if start < day <= horizon)]
        return tuple((first, after - _DAY) for first, after in pairwise([*firsts, horizon + _DAY]))

    def _flip(self, first: date, end: date) -> date | None:
        """Return the day in a span on which the window begins or ceases to be the widest."""
        before = self._is_widest(first)
        if self._is_widest(end) == before:
            return None
        return _first_after(first, end, lambda day: self._is_widest(day) != before)

    def _first_day(self, day: date) -> date:
        first = self._evidence.window(day, self._years, self._extendable)[0]
        return first or date.min

    def _is_widest(self, day: date) -> bool:
        return self._first_day(day) == years_before(day, self._extendable)


def _first_after(first: date, end: date, is_after: Callable[[date], bool]) -> date:
    """Return the first day on which `is_after`: false on `first`, true on `end`, changing once."""
    while end - first > _DAY:
        middle = first + (end - first) // 2
        if is_after(middle):
            end = middle
        else:
            first = middle
    return end
