"""The form of a table's dates, read off its cells."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.base.written_dates import DateParseError, to_iso, without_time

_NUMBERS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_ODATA = re.compile(r"/Date\(-?[0-9]+\S*\)/")
_MONTHS = 12


class ProposedDates(NamedTuple):
    """A form of dates, None where none is needed, and a question or a reason in words.

    `is_certain` is false where the cells fit more than one form.
    """

    form: str | None
    note: str = ""
    is_certain: bool = True
    has_short_years: bool = False


def propose_dates(cells: Iterable[str]) -> ProposedDates:
    """The form that all these cells have; one that fits two orders is no more than a question."""
    texts = [without_time(cell.strip().casefold()).strip(" ,t") for cell in cells if cell.strip()]
    if any(_ODATA.fullmatch(cell.strip(), re.IGNORECASE) for cell in texts):
        return ProposedDates("/Date(ms)/")
    matches = [match for text in texts if (match := _NUMBERS.fullmatch(text))]
    if not matches:
        return ProposedDates(None)
    mark = max((match[2] for match in matches), key=[match[2] for match in matches].count)
    short = any(len(match[4]) == len("YY") for match in matches)
    year = "YY" if short else "YYYY"
    day_first, month_first = f"DD{mark}MM{mark}{year}", f"MM{mark}DD{mark}{year}"
    by_day = next((match[0] for match in matches if int(match[1]) > _MONTHS), None)
    by_month = next((match[0] for match in matches if int(match[3]) > _MONTHS), None)
    if by_day and by_month:
        note = f"{by_day} begins with the day and {by_month} with the month; say which is right"
        return ProposedDates(day_first, note, is_certain=False, has_short_years=short)
    if by_day or by_month:
        form = day_first if by_day else month_first
        return ProposedDates(form, f"by {by_day or by_month}", has_short_years=short)
    if not short and all(map(_has_one_reading, (match[0] for match in matches))):
        return ProposedDates(None)
    note = f"{day_first} or {month_first}? every date fits both"
    return ProposedDates(day_first, note, is_certain=False, has_short_years=short)


def _has_one_reading(text: str) -> bool:
    try:
        to_iso(text)
    except DateParseError:
        return False
    return True
