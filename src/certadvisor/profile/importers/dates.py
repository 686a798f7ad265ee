"""Dates as résumés and exports write them: unambiguous formats only; all others are refused."""

import re
from datetime import date
from typing import NamedTuple

from certadvisor.base.partial_date import PartialDate
from certadvisor.base.sanitize import sanitize_line
from certadvisor.base.scalars import ValueParseError, partial_date, quote

FORMATS_REMEDY = "write YYYY, YYYY-MM, YYYY-MM-DD or Mon YYYY"
_PRESENT_WORDS = frozenset(
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
_MIN_MONTH_LETTERS = 3
_YEAR_FIRST = r"([0-9]{4})(?:([/.-])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?"
_TIME = r"[T ][0-9]{2}:[0-9]{2}\S*(?: ?\S+)?"
_ZONED_DATE = r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})"  # XML's dates
_MONTH_AND_YEAR = r"([a-z]+)\.?,? ([0-9]{4})"
_AMBIGUOUS = r"[0-9]{1,4}([/.-])[0-9]{1,4}(?:\1[0-9]{1,4})?"


class ParsedDate(NamedTuple):
    """A date as a profile writes it, and the range of days it covers."""

    text: str
    days: PartialDate

    @property
    def year_only(self) -> bool:
        """Whether only the year is known."""
        return "-" not in self.text


def is_open_ended(value: object) -> bool:
    """Whether this end date means "ongoing": no value, or a word such as Present."""
    return value is None or (
        isinstance(value, str) and sanitize_line(value).casefold() in (*_PRESENT_WORDS, "")
    )


def parse_date(value: object, today: date) -> ParsedDate:
    """Parse a date. Raises ValueParseError, whose remedy lists the formats accepted.

    >>> parse_date("Jan 2020", date(2026, 11, 22)).text
    '2020-01'
    """
    is_integer = isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str) and not is_integer:
        raise ValueParseError("is not a date", FORMATS_REMEDY)
    iso_text = to_iso(str(value))
    return ParsedDate(iso_text, partial_date(today)(iso_text))


def to_iso(text: str) -> str:
    """An unambiguous date as YYYY, YYYY-MM or YYYY-MM-DD. Raises ValueParseError for others.

    >>> to_iso("2020-03-04T00:00:00")
    '2020-03-04'
    """
    line = sanitize_line(text)
    zoned_match = re.fullmatch(_ZONED_DATE, line)
    if zoned_match:
        return zoned_match[1]
    match = re.fullmatch(f"{_YEAR_FIRST}(?:{_TIME})?", line)
    return _join_parts(match) if match else _parse_named_month(line)


def month_from_name(name: str) -> int | None:
    """The number (1-12) of an English month, by its name or at least its first three letters."""
    if len(name) < _MIN_MONTH_LETTERS:
        return None
    numbers = (
        number
        for number, month_name in enumerate(_MONTHS, 1)
        if month_name.startswith(name.casefold())
    )
    return next(numbers, None)


def _join_parts(match: re.Match[str]) -> str:
    """A date that begins with its year: in no country does the day come before the month then."""
    year, _, month, day = match.groups()
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _parse_named_month(line: str) -> str:
    """Parse `Jan 2020`, `June 2020` or `Sept. 2020` to YYYY-MM; else raise with the reason."""
    match = re.fullmatch(_MONTH_AND_YEAR, line.casefold())
    number = match and month_from_name(match[1])
    if match and number:
        return f"{match[2]}-{number:02}"
    if re.fullmatch(_AMBIGUOUS, line):
        problem = f"{quote(line)} may be read in more than one way"
    elif match:
        problem = f"{quote(line)} names a month that is not known here"
    else:
        problem = f"{quote(line)} is not a date that can be read"
    raise ValueParseError(problem, FORMATS_REMEDY)
