"""Dates in cells: in the format that a mapping names, else in any unambiguous format."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import MisreadError, quoted, text
from certadvisor.profile.importers.dates import is_open, iso, month

FIELDS = frozenset(
    ("start", "end", "awarded", "completed", "earned", "expires", "joined", "promoted")
)
_UNTIL = frozenset(("end", "expires"))  # an export may write "no end" here
_FOR_EVER = "9999"  # the year that systems write for "no end"
_PARTS = {
    "YYYY": "(?P<y>[0-9]{4})",
    "Mon": "(?P<b>[A-Za-z]+)[.]?",
    "MM": "(?P<m>[0-9]{1,2})",
    "DD": "(?P<d>[0-9]{1,2})",
}
# OData: milliseconds since 1970. With an offset other than zero the day would be ambiguous.
_ODATA = re.compile(r"/Date\((?P<ms>-?[0-9]{1,15})(?:[+-]0000)?\)/")
_EPOCH = date(1970, 1, 1)
_MS_A_DAY = 24 * 60 * 60 * 1000


class Form(NamedTuple):
    """A date format as a mapping names it: `DD/MM/YYYY`, `DD-Mon-YYYY`, `/Date(ms)/`."""

    written: str
    pattern: re.Pattern[str]

    def iso(self, cell: str) -> str | None:
        """The date as YYYY, YYYY-MM or YYYY-MM-DD; None where the cell has another format."""
        found = self.pattern.fullmatch(cell.strip())
        if not found:
            return None
        told = found.groupdict()
        if "ms" in told:
            return _since_1970(int(told["ms"]))
        number = str(month(told["b"]) or "") if told.get("b") else told.get("m")
        if number == "":
            return None
        parts = [told["y"], *(part.zfill(2) for part in (number, told.get("d")) if part)]
        try:
            PartialDate.parse("-".join(parts))
        except ValueError:  # not a day of the calendar: the cell is refused later
            return None
        return "-".join(parts)


def form(value: object) -> Form:
    """The date format that a mapping names. Raises ValueParseError where it names none."""
    written = text(value)
    if written == "/Date(ms)/":
        return Form(written, _ODATA)
    pattern = re.escape(written)
    for part, found in _PARTS.items():
        pattern = pattern.replace(part, found, 1)
    left = re.sub(r"\(\?P<.>[^)]*\)(?:\[\.\]\?)?|\\.", "", pattern)
    if "(?P<y>" not in pattern or re.search("[A-Za-z]", left):
        remedy = "write it with YYYY, MM or Mon, and DD: DD/MM/YYYY; or /Date(ms)/"
        raise MisreadError(f"{quoted(written)} is no form of dates", remedy)
    return Form(written, re.compile(pattern))


def dated(cell: str, field: str, by: Form | None) -> str:
    """A cell of a date field as YYYY, YYYY-MM or YYYY-MM-DD; empty for an open end.

    A cell in neither the given format nor an unambiguous one is returned unchanged; the
    profile reader then refuses it with its value.
    """
    if field in _UNTIL and is_open(cell):
        return ""
    told = by.iso(cell) if by else None
    if told is None:
        try:
            told = iso(cell)
        except MisreadError:
            return cell
    return "" if field in _UNTIL and told.startswith(_FOR_EVER) else told


def _since_1970(milliseconds: int) -> str | None:
    try:
        return (_EPOCH + timedelta(days=milliseconds // _MS_A_DAY)).isoformat()
    except OverflowError:
        return None
