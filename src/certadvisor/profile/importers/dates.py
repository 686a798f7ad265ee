"""Dates of an import: the form in which a profile writes them, and the days that they cover."""

from datetime import date
from typing import NamedTuple

from certadvisor.base.partial_date import PartialDate
from certadvisor.base.sanitize import sanitize_line
from certadvisor.base.scalars import DATE_REMEDY, ValueParseError, partial_date
from certadvisor.base.written_dates import to_iso


class ParsedDate(NamedTuple):
    """A date as a profile writes it, and the range of days it covers."""

    text: str
    days: PartialDate

    @property
    def year_only(self) -> bool:
        """Whether only the year is known."""
        return "-" not in self.text


def parse_date(value: object, today: date) -> ParsedDate:
    """Parse a date. Raises ValueParseError, whose remedy lists the forms of a profile.

    >>> parse_date("Jan 2020", date(2026, 11, 22)).text
    '2020-01'
    """
    is_integer = isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str) and not is_integer:
        raise ValueParseError("is not a date", DATE_REMEDY)
    text = sanitize_line(str(value))
    days = partial_date(today)(text)
    return ParsedDate(to_iso(text), days)
