"""Partial dates, as people write them: a year, a month or a day."""

import re
from datetime import date
from typing import NamedTuple

from certadvisor.base.months import month_number, month_span

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class PartialDate(NamedTuple):
    """The days that a partial date covers: `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Parse `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Raises ValueError with what to write instead.

        >>> PartialDate.parse("2024-02").last
        datetime.date(2024, 2, 29)
        """
        match = _PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"'{text[:40]}' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part) if part else 0 for part in match.groups())
        try:
            if match[3]:
                return cls(date(year, month, day), date(year, month, day))
            if match[2]:
                return cls(*month_span(month_number(date(year, month, 1))))
            return cls(date(year, 1, 1), date(year, 12, 31))
        except ValueError:
            raise ValueError(f"'{text}' is no day of the calendar") from None
