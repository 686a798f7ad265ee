"""Dates as exports write them: by the form that a mapping names, else without any doubt."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from certadvisor.base.partial_date import PartialDate
from certadvisor.base.scalars import MisreadError, quoted, text
from certadvisor.profile.importers.dates import is_open, iso, month

FIELDS = frozenset(
    ("start", "end", "awarded", "completed", "earned", "expires", "joined", "promoted")
)
_UNTIL = frozenset(("end", "expires"))  # an export may write that there is none
_FOR_EVER = "9999"  # the year by which systems say that
_PARTS = {
    "YYYY": "(?P<y>[0-9]{4})",
    "Mon": "(?P<b>[A-Za-z]+)[.]?",
    "MM": "(?P<m>[0-9]{1,2})",
    "DD": "(?P<d>[0-9]{1,2})",
}
# Milliseconds since 1970; an offset other than none would leave in doubt which day is meant.
_ODATA = re.compile(r"/Date\((?P<ms>-?[0-9]{1,15})(?:[+-]0000)?\)/")
_EPOCH = date(1970, 1, 1)
_MS_A_DAY = 24 * 60 * 60 * 1000


class Form(NamedTuple):
    """A way to write dates, as a mapping names it: `DD/MM/YYYY`, `DD-Mon-YYYY`, `/Date(ms)/`."""

    written: str
    pattern: re.Pattern[str]

    def iso(self, cell: str) -> str | None:
        """The date as YYYY-MM-DD or less of it, None for what is not of this form."""
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
        except ValueError:  # no day of the calendar: it is refused as it is written
            return None
        return "-".join(parts)


def form(value: object) -> Form:
    """The form that a mapping names. Raises MisreadError for what names none."""
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
    """A cell of a field that is a date; empty for an end that is open.

    What has neither the form named nor one that leaves no doubt stays as it
    stands, to be refused with its value.
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
