"""Dates as résumés and exports write them: unambiguous formats only; all others are refused."""

import re
from datetime import date
from typing import NamedTuple

from certadvisor.base.partial_date import PartialDate
from certadvisor.base.sanitize import cleaned
from certadvisor.base.scalars import MisreadError, partial_date, quoted

FORMS = "write YYYY, YYYY-MM, YYYY-MM-DD or Mon YYYY"
_OPEN = frozenset(
    (
        "present", "current", "now", "today", "ongoing", "to date", "till date", "till now",
        "until now", "heute", "aujourd'hui", "actualidad", "presente", "oggi", "heden", "至今",
        "现在", "現在",
    )
)  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_SHORTEST = 3
_YEAR_FIRST = r"([0-9]{4})(?:([/.-])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?"
_TIME = r"[T ][0-9]{2}:[0-9]{2}\S*(?: ?\S+)?"
_ZONED = r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})"  # XML's dates
_NAMED = r"([a-z]+)\.?,? ([0-9]{4})"
_SLASHED = r"[0-9]{1,4}([/.-])[0-9]{1,4}(?:\1[0-9]{1,4})?"


class When(NamedTuple):
    """A date as a profile writes it, and the range of days it covers."""

    text: str
    days: PartialDate

    @property
    def year_only(self) -> bool:
        """Whether only the year is known."""
        return "-" not in self.text


def is_open(value: object) -> bool:
    """Whether this end date means "ongoing": no value, or a word such as Present."""
    return value is None or (isinstance(value, str) and cleaned(value).casefold() in (*_OPEN, ""))


def when(value: object, today: date) -> When:
    """Parse a date. Raises ValueParseError, whose remedy lists the formats accepted.

    >>> when("Jan 2020", date(2026, 11, 22)).text
    '2020-01'
    """
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str) and not whole:
        raise MisreadError("is not a date", FORMS)
    text = iso(str(value))
    return When(text, partial_date(today)(text))


def iso(text: str) -> str:
    """An unambiguous date as YYYY, YYYY-MM or YYYY-MM-DD. Raises ValueParseError for others.

    >>> iso("2020-03-04T00:00:00")
    '2020-03-04'
    """
    written = cleaned(text)
    zoned = re.fullmatch(_ZONED, written)
    if zoned:
        return zoned[1]
    form = re.fullmatch(f"{_YEAR_FIRST}(?:{_TIME})?", written)
    return _iso(form) if form else _named(written)


def month(name: str) -> int | None:
    """The number (1-12) of an English month, by its name or at least its first three letters."""
    if len(name) < _SHORTEST:
        return None
    starts = (number for number, full in enumerate(_MONTHS, 1) if full.startswith(name.casefold()))
    return next(starts, None)


def _iso(form: re.Match[str]) -> str:
    """A date that begins with its year: in no country does the day come before the month then."""
    year, _, month, day = form.groups()
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _named(written: str) -> str:
    """Parse `Jan 2020`, `June 2020` or `Sept. 2020` to YYYY-MM; else raise with the reason."""
    named = re.fullmatch(_NAMED, written.casefold())
    number = named and month(named[1])
    if named and number:
        return f"{named[2]}-{number:02}"
    if re.fullmatch(_SLASHED, written):
        problem = f"{quoted(written)} may be read in more than one way"
    elif named:
        problem = f"{quoted(written)} names a month that is not known here"
    else:
        problem = f"{quoted(written)} is not a date that can be read"
    raise MisreadError(problem, FORMS)
