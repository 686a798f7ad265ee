"""Days, months and windows, counted out one by one."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

Span = tuple[date, date]
"""A first and a last day, both in it."""

ONE_DAY = timedelta(days=1)
EARLIEST = date(1950, 1, 1)


def first_day(written: object) -> date:
    """The first day of a date as it is written: YYYY, YYYY-MM, YYYY-MM-DD, or a day of YAML."""
    if isinstance(written, date):
        return written
    parts = [int(part) for part in str(written).split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(written: object) -> date:
    """The last day of a date as it is written."""
    first = first_day(written)
    parts = 3 if isinstance(written, date) else len(str(written).split("-"))
    if parts == 1:
        return date(first.year, 12, 31)
    return last_of_month(first) if parts == 2 else first


def last_of_month(day: date) -> date:
    """The last day of the day's month."""
    while (day + ONE_DAY).month == day.month:
        day += ONE_DAY
    return day


def years_before(day: date, years: int) -> date:
    """The same day of an earlier year; 28 February where that year has no 29th."""
    if (day.month, day.day) == (2, 29):
        leap = years % 4 == 0  # true of every year between 1901 and 2099
        return date(day.year - years, 2, 29 if leap else 28)
    return date(day.year - years, day.month, day.day)


def years_after(day: date, years: int) -> date:
    """The same day of a later year; 28 February where that year has no 29th."""
    return years_before(day, -years)


def month_number(day: date) -> int:
    """The day's month, counted from the year 0."""
    return day.year * 12 + day.month - 1


def months_touched(span: Span) -> Iterator[int]:
    """The calendar months that have a day of the span in them."""
    first, last = span
    if first <= last:
        yield from range(month_number(first), month_number(last) + 1)


def overlap(one: Span, other: Span) -> Span:
    """What two spans share; its last day lies before its first where they share nothing."""
    return max(one[0], other[0]), min(one[1], other[1])


def length(span: Span) -> int:
    """How many days the span has."""
    return max(0, (span[1] - span[0]).days + 1)


def days_of_month(number: int) -> int:
    """How many days the month has."""
    first = date(number // 12, number % 12 + 1, 1)
    return length((first, last_of_month(first)))


@lru_cache(maxsize=100_000)
def stretched_start(day: date, years: int, at_most: int, breaks: tuple[Span, ...]) -> date:
    """The first day of a window of `years` that breaks do not use up, `at_most` so many years back.

    Each day of a break gives one more day; so does a day of a break that the longer window reaches.
    """
    start, earliest = years_before(day, years), years_before(day, at_most)
    owed = sum(1 for one in each_day((start, day)) if in_any(one, breaks))
    while owed and start > earliest:
        start -= ONE_DAY
        owed -= not in_any(start, breaks)
    return start


def each_day(span: Span) -> Iterator[date]:
    """The days of a span, one by one."""
    day = span[0]
    while day <= span[1]:
        yield day
        day += ONE_DAY


def in_any(day: date, spans: Iterable[Span]) -> bool:
    """Whether the day lies in one of the spans."""
    return any(first <= day <= last for first, last in spans)


def laid_back(months: int, asked: date, taken: set[int]) -> list[int]:
    """The months of an undated total: back from the day of the question, over those not taken."""
    laid: list[int] = []
    number = month_number(asked)
    while len(laid) < months and number >= month_number(EARLIEST) - 1200:
        if number not in taken:
            laid.append(number)
        number -= 1
    return laid
