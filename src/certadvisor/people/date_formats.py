"""Dates in cells: in the format that a mapping names, else in any unambiguous format."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import ValueParseError, quote, text
from certadvisor.base.written_dates import (
    DateParseError,
    is_open_ended,
    month_from_name,
    never_expires,
    to_iso,
    without_time,
)

DATE_FIELDS = frozenset(
    ("start", "end", "awarded", "completed", "earned", "expires", "joined", "promoted")
)
_END_FIELDS = frozenset(("end", "expires"))  # an export may write "no end" here
_NO_END_YEAR = "9999"  # the year that systems write for "no end"
_PART_PATTERNS = {
    "YYYY": "(?P<y>[0-9]{4})",
    "YY": "(?P<y>[0-9]{4}|[0-9]{2})",
    "Mon": r"(?P<b>[^\W\d_]+)[.]?",
    "MM": "(?P<m>[0-9]{1,2})",
    "DD": "(?P<d>[0-9]{1,2})",
}
_UNBROKEN = re.compile("(?:YYYY|YY|MM|DD)+")
_SEVERAL, _BETWEEN = re.compile(r"\s*;\s*"), "; "  # of several dates in one cell
_GROUP = len("(?P<y>")
_CENTURY = re.compile("([0-9]{4})-([0-9]{4})")
_CENTURY_YEARS = 100
# OData: milliseconds since 1970. With an offset other than zero the day would be ambiguous.
_ODATA_DATE = re.compile(r"/Date\((?P<ms>-?[0-9]{1,15})(?:[+-]0000)?\)/")
_EPOCH = date(1970, 1, 1)
_MS_PER_DAY = 24 * 60 * 60 * 1000


class DateFormat(NamedTuple):
    """A date format as a mapping names it: `DD/MM/YYYY`, `DD-Mon-YYYY`, `/Date(ms)/`."""

    text: str
    pattern: re.Pattern[str]
    first_year: int | None = None  # of the hundred years that two digits stand in

    @property
    def has_short_years(self) -> bool:
        """Whether years may have two digits."""
        return "YYYY" not in self.text and "YY" in self.text

    def with_short_years(self, first_year: int) -> "DateFormat":
        """The same format, in which years may also have two digits, from `first_year` on."""
        short = parse_date_format(self.text.replace("YYYY", "YY"))
        return self._replace(pattern=short.pattern, first_year=first_year)

    def to_iso(self, cell: str) -> str | None:
        """The date as YYYY, YYYY-MM or YYYY-MM-DD; None where the cell has another format."""
        match = self.pattern.fullmatch(cell.strip()) or self.pattern.fullmatch(
            without_time(cell.strip())
        )
        if not match:
            return None
        groups = match.groupdict()
        if "ms" in groups:
            return _date_from_epoch(int(groups["ms"]))
        month_text = str(month_from_name(groups["b"]) or "") if groups.get("b") else groups.get("m")
        if month_text == "":
            return None
        year = self._full_year(groups["y"])
        parts = [year, *(part.zfill(2) for part in (month_text, groups.get("d")) if part)]
        try:
            PartialDate.parse("-".join(parts))
        except ValueError:  # not a day of the calendar: the cell is refused later
            return None
        return "-".join(parts)

    def _full_year(self, digits: str) -> str:
        if len(digits) == len("YYYY") or self.first_year is None:
            return digits
        year = self.first_year - self.first_year % 100 + int(digits)
        return str(year if year >= self.first_year else year + 100)


def parse_date_format(value: object) -> DateFormat:
    """The date format that a mapping names. Raises ValueParseError where it names none."""
    format_text = text(value)
    if format_text == "/Date(ms)/":
        return DateFormat(format_text, _ODATA_DATE)
    pattern = re.escape(format_text)
    for part, part_pattern in _PART_PATTERNS.items():
        if part_pattern[:_GROUP] not in pattern:
            pattern = pattern.replace(part, part_pattern, 1)
    if _UNBROKEN.fullmatch(format_text):  # each number has all its digits: 200315
        pattern = pattern.replace("[0-9]{1,2}", "[0-9]{2}")
    remainder = re.sub(r"\(\?P<.>[^)]*\)(?:\[\.\]\?)?|\\.", "", pattern)
    if "(?P<y>" not in pattern or re.search("[A-Za-z]", remainder):
        remedy = "write it with YYYY or YY, MM or Mon, and DD: DD/MM/YYYY; or /Date(ms)/"
        raise ValueParseError(f"{quote(format_text)} is not a date format", remedy)
    return DateFormat(format_text, re.compile(pattern))


def parse_century(value: object) -> int:
    """The first of the hundred years that two digits stand in: 1950 of `1950-2049`."""
    match = _CENTURY.fullmatch(str(value).replace("\u2013", "-").replace(" ", ""))
    if not match or int(match[2]) - int(match[1]) != _CENTURY_YEARS - 1:
        raise ValueParseError(f"{quote(value)} is not a span of a hundred years", "write 1950-2049")
    return int(match[1])


def parse_cell_date(cell: str, field: str, date_format: DateFormat | None) -> str:
    """A cell of a date field as YYYY, YYYY-MM or YYYY-MM-DD; empty for an open end.

    A cell in neither the given format nor an unambiguous one is returned unchanged; the
    profile reader then refuses it with its value. Several dates stay several: "2024; 2025".
    """
    parts = _SEVERAL.split(cell.strip())
    if len(parts) > 1:
        return _BETWEEN.join(_parse_date(part, field, date_format) for part in parts)
    return _parse_date(cell, field, date_format)


def _parse_date(cell: str, field: str, date_format: DateFormat | None) -> str:
    if field in _END_FIELDS and (is_open_ended(cell) or never_expires(cell)):
        return ""
    parsed = date_format.to_iso(cell) if date_format else None
    if parsed is None:
        try:
            parsed = to_iso(cell)
        except DateParseError:
            return cell
        if not is_plain_date(parsed) and not parsed.startswith(_NO_END_YEAR):
            return cell  # no day of the calendar: refused as it is written
    return "" if field in _END_FIELDS and parsed.startswith(_NO_END_YEAR) else parsed


def is_plain_date(text: str) -> bool:
    """Whether this is a day, month or year of the calendar, as a profile writes it."""
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


def _date_from_epoch(milliseconds: int) -> str | None:
    try:
        return (_EPOCH + timedelta(days=milliseconds // _MS_PER_DAY)).isoformat()
    except OverflowError:
        return None
