"""Partial dates, as people write them: a year, a month or a day."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from certadvisor.base.months import month_number, month_span

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class GivenDate(date):
    """A day that stands for the month or the year that was given; it is equal to that day.

    `given` is what was written: screens and files show it as precisely as that, never more.
    """

    given: str = ""

    def __reduce__(self) -> tuple[Callable[..., "GivenDate"], tuple[date, str]]:
        """Pickle what was given too."""
        return given_date, (date.fromordinal(self.toordinal()), self.given)


def given_date(day: date, given: str) -> GivenDate:
    """Return the day with the month or the year that it stands for."""
    result = GivenDate(day.year, day.month, day.day)
    result.given = given
    return result


def as_given(day: date) -> str:
    """Write a day as precisely as it was given: YYYY, YYYY-MM or YYYY-MM-DD."""
    return (isinstance(day, GivenDate) and day.given) or day.isoformat()


class PartialDate(NamedTuple):
    """The days that a partial date covers: `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Parse `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Raises ValueError with what to write instead.

        >>> PartialDate.parse("2024-02").last
        GivenDate(2024, 2, 29)
        """
        match = _PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"'{text[:40]}' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part) if part else 0 for part in match.groups())
        try:
            if match[3]:
                return cls(date(year, month, day), date(year, month, day))
            days = (date(year, 1, 1), date(year, 12, 31))
            if match[2]:
                days = month_span(month_number(date(year, month, 1)))
            return cls(*(given_date(day, text) for day in days))
        except ValueError:
            raise ValueError(f"'{text}' is not a day of the calendar") from None
