"""Time worked, counted: the only place that knows how months and windows add up.

Months are calendar months touched. A month worked in two jobs counts once, a
month begun counts whole (PMI's reading: January to March and February to May
are five months), and a look-back window clips the days first.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """The first and last day of something."""

    first: date
    last: date


class MonthLine(NamedTuple):
    """Every month worked: its first and its last worked day, as ordinals in order."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def touched(self, since: date | None, day: date) -> int:
        """How many months were touched from `since` (None: ever) to `day`, both included.

        >>> spring = month_line([Span(date(2025, 1, 31), date(2025, 3, 1))])
        >>> spring.touched(None, date(2025, 12, 31))
        3
        >>> spring.touched(date(2025, 2, 1), date(2025, 2, 28))
        1
        """
        begun = bisect_right(self.firsts, day.toordinal())
        if since is None:
            return begun
        return max(0, begun - bisect_left(self.lasts, since.toordinal()))

    def crossings(self, need: int, day: date, departures: Sequence[int]) -> list[date]:
        """The days after `day` on which the count comes to `need` or falls below it.

        `departures` are the ordinals on which each month leaves the window, in
        order; none where the window has no beginning.
        """
        today, firsts = day.toordinal(), self.firsts
        if not departures:  # nothing goes, so it is the month that makes up the number
            comes = firsts[need - 1] if len(firsts) >= need > 0 else today
            return [date.fromordinal(comes)] if comes > today else []
        # So many months in a row are enough from the first day of the last one of them to the
        # day on which the first one leaves; where two such times meet, it stays enough.
        found: list[int] = []
        until = 0
        for at in range(bisect_right(departures, today), len(firsts) - need + 1):
            since, gone = firsts[at + need - 1], departures[at]
            if since >= gone:
                continue
            if since > until:
                found += (until, since)
            until = gone
        return [date.fromordinal(one) for one in (*found, until) if one > today]


NO_MONTHS = MonthLine((), ())


def month_line(spans: Iterable[Span], extra_months: Iterable[int] = ()) -> MonthLine:
    """The months that these spans touch, and `extra_months` (month numbers) whole."""
    worked: dict[int, tuple[int, int]] = {}
    for span in spans:
        begun, ended = month_number(span.first), month_number(span.last)
        between = range(begun + 1, ended)
        worked.update(zip(between, map(_days_of, between), strict=True))
        for number in (begun, ended):
            first, last = _days_of(number)
            first = max(first, span.first.toordinal())
            last = min(last, span.last.toordinal())
            known = worked.get(number, (first, last))
            worked[number] = min(first, known[0]), max(last, known[1])
    for number in extra_months:
        worked[number] = _days_of(number)
    days = [worked[number] for number in sorted(worked)]
    firsts, lasts = zip(*days, strict=True) if days else ((), ())
    return MonthLine(firsts, lasts)


def months_touched(spans: Iterable[Span]) -> frozenset[int]:
    """The numbers of the months that these spans touch."""
    return frozenset(
        number
        for span in spans
        for number in range(month_number(span.first), month_number(span.last) + 1)
    )


def laid_back(amount: int, day: date, covered: frozenset[int]) -> list[int]:
    """The last `amount` months up to the month of `day` that are not `covered`."""
    laid: list[int] = []
    number = month_number(day)
    while len(laid) < amount and number > 0:
        if number not in covered:
            laid.append(number)
        number -= 1
    return laid


def month_number(day: date) -> int:
    """Months since year 0: whole numbers, so that no month is ever added to a 31st."""
    return day.year * 12 + day.month - 1


def month_of(number: int) -> Span:
    """The first and the last day of a month by its number."""
    first, last = _days_of(number)
    return Span(date.fromordinal(first), date.fromordinal(last))


@cache  # the same few hundred months are asked for again and again
def _days_of(number: int) -> tuple[int, int]:
    first = date(number // 12, number % 12 + 1, 1).toordinal()
    after = date((number + 1) // 12, (number + 1) % 12 + 1, 1).toordinal()
    return first, after - 1


def years_before(day: date, years: int) -> date:
    """The same day `years` earlier; 29 February becomes the 28th.

    >>> years_before(date(2028, 2, 29), 1)
    datetime.date(2027, 2, 28)
    """
    return years_after(day, -years)


def years_after(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


@lru_cache(20_000)  # the last days of the same few hundred months, in every person's work
def departure(ordinal: int, years: int) -> int:
    """As `leaves_window`, from ordinal to ordinal."""
    return leaves_window(date.fromordinal(ordinal), years).toordinal()


def leaves_window(day: date, years: int) -> date:
    """The first day on which `day` lies before the window of so many years.

    >>> leaves_window(date(2017, 6, 30), 10)
    datetime.date(2027, 7, 1)
    """
    gone = years_after(day, years) + timedelta(days=1)
    while years_before(gone, years) <= day:
        gone += timedelta(days=1)
    return gone


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where it has no such day."""
    number = month_number(day) + months
    last = date.fromordinal(_days_of(number)[1])
    return last if day.day > last.day else last.replace(day=day.day)
