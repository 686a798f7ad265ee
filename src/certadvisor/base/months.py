"""Counting months and look-back windows; no other module does arithmetic on them.

Months are calendar months touched: a month worked in two jobs counts once, and a month
worked in part counts whole. This is PMI's interpretation: January to March and February to
May are five months. A look-back window is applied to days first, so a month counts as long
as one of its worked days lies in the window.

Month numbers count from year 0; ordinals are those of `date.toordinal`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple


class DateSpan(NamedTuple):
    """A range of days; both ends included."""

    first: date
    last: date


class MonthSet(NamedTuple):
    """The months worked: the first and the last worked day of each, as ordinals, ascending.

    Both tuples have one item for each month. Keeping the days, not month numbers, lets a
    window be applied with two binary searches.
    """

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def count_in(self, since: date | None, day: date) -> int:
        """Count the months touched from `since` (None: no lower bound) to `day`, both included.

        >>> spring = make_month_set([DateSpan(date(2025, 1, 31), date(2025, 3, 1))])
        >>> spring.count_in(None, date(2025, 12, 31))
        3
        >>> spring.count_in(date(2025, 2, 1), date(2025, 2, 28))
        1
        """
        started = bisect_right(self.firsts, day.toordinal())
        if since is None:
            return started
        return max(0, started - bisect_left(self.lasts, since.toordinal()))

    def threshold_dates(self, need: int, day: date, window_exits: Sequence[int]) -> list[date]:
        """Return the days after `day` on which the count reaches `need` or falls below it.

        `window_exits` are the ordinals on which each month leaves the window, ascending and
        as many as there are months; empty where there is no window. The days returned are
        ascending and alternate between reached and lost; the first can be either.
        """
        today, firsts = day.toordinal(), self.firsts
        if not window_exits:  # no window: the count only grows
            reached_on = firsts[need - 1] if len(firsts) >= need > 0 else today
            return [date.fromordinal(reached_on)] if reached_on > today else []
        # `need` consecutive items suffice from the first day of the last one (`since`) to the
        # exit of the first one. Slide over all such groups, starting with the first that is
        # still complete today, and merge periods that touch.
        ordinals: list[int] = []
        until = 0
        for index in range(bisect_right(window_exits, today), len(firsts) - need + 1):
            since, exit_ordinal = firsts[index + need - 1], window_exits[index]
            if since >= exit_ordinal:
                continue
            if since > until:
                ordinals += (until, since)
            until = exit_ordinal
        return [date.fromordinal(ordinal) for ordinal in (*ordinals, until) if ordinal > today]


NO_MONTHS = MonthSet((), ())


def make_month_set(spans: Iterable[DateSpan], extra_months: Iterable[int] = ()) -> MonthSet:
    """Return the months that these spans touch, plus `extra_months` (month numbers) in full.

    A month touched by several spans keeps its first and its last worked day only: a gap
    within a month does not matter, because the month counts whole.
    """
    days_by_month: dict[int, tuple[int, int]] = {}
    for span in spans:
        first_month, last_month = month_number(span.first), month_number(span.last)
        between = range(first_month + 1, last_month)
        days_by_month.update(zip(between, map(_days_of, between), strict=True))
        for number in (first_month, last_month):
            first, last = _days_of(number)
            first = max(first, span.first.toordinal())
            last = min(last, span.last.toordinal())
            previous = days_by_month.get(number, (first, last))
            days_by_month[number] = min(first, previous[0]), max(last, previous[1])
    for number in extra_months:
        days_by_month[number] = _days_of(number)
    days = [days_by_month[number] for number in sorted(days_by_month)]
    firsts, lasts = zip(*days, strict=True) if days else ((), ())
    return MonthSet(firsts, lasts)


def touched_months(spans: Iterable[DateSpan]) -> frozenset[int]:
    """Return the numbers of the months that these spans touch."""
    return frozenset(
        number
        for span in spans
        for number in range(month_number(span.first), month_number(span.last) + 1)
    )


def backfill_months(amount: int, day: date, covered: frozenset[int]) -> list[int]:
    """Return the latest `amount` month numbers up to the month of `day` that are not `covered`.

    This dates an undated total by the assumption most favourable to the person: its months
    are the most recent ones in which no dated work of the same kind is counted already.
    Descending order; fewer than `amount` where the calendar does not reach back so far.
    """
    numbers: list[int] = []
    number = month_number(day)
    while len(numbers) < amount and number >= _FIRST_MONTH:
        if number not in covered:
            numbers.append(number)
        number -= 1
    return numbers


_FIRST_MONTH = date.min.year * 12


def month_number(day: date) -> int:
    """Return the number of months since year 0.

    Adding whole numbers never has to move a 31st to a shorter month.
    """
    return day.year * 12 + day.month - 1


def month_span(number: int) -> DateSpan:
    """Return the first and the last day of the month with this number."""
    first, last = _days_of(number)
    return DateSpan(date.fromordinal(first), date.fromordinal(last))


@cache  # the same few hundred months recur in every profile
def _days_of(number: int) -> tuple[int, int]:
    first = date(number // 12, number % 12 + 1, 1).toordinal()
    after = date((number + 1) // 12, (number + 1) % 12 + 1, 1).toordinal()
    return first, after - 1


def years_before(day: date, years: int) -> date:
    """Return the same day `years` earlier; 29 February becomes the 28th.

    >>> years_before(date(2028, 2, 29), 1)
    datetime.date(2027, 2, 28)
    """
    return years_after(day, -years)


def years_after(day: date, years: int) -> date:
    """Return the same day `years` later; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def cycle_end_from(day: date, end: date, years: int) -> date:
    """Return the first end of a cycle on or after a day, of cycles that repeat.

    Args:
        day: The day.
        end: The last day of any one of the cycles, earlier or later.
        years: The length of each cycle.

    >>> cycle_end_from(date(2026, 4, 30), date(2024, 4, 30), 2)
    datetime.date(2026, 4, 30)
    >>> cycle_end_from(date(2026, 5, 1), date(2024, 4, 30), 2)
    datetime.date(2028, 4, 30)
    """
    cycles = -(
        -(day.year - end.year) // years
    )  # rounded up: the end of that year, or of a later one
    found = years_after(end, cycles * years)
    return found if day <= found else years_after(end, (cycles + 1) * years)


def stretch_back(base: date, day: date, breaks: Sequence[DateSpan]) -> date:
    """Return the first day of a window from `base` to `day` that breaks in it stretch.

    Each day of a break that the window holds gives one more day before it, so the window holds
    as many days outside breaks as it has without any. A break that it never reaches, because it
    lies before, takes nothing from it and gives nothing.

    >>> leave = DateSpan(date(2024, 3, 1), date(2024, 3, 31))
    >>> stretch_back(date(2024, 3, 11), date(2024, 12, 31), [leave])
    datetime.date(2024, 2, 9)

    Args:
        base: The first day of the window without breaks.
        day: Its last day.
        breaks: The breaks, ascending, apart from each other.
    """
    missing = (day - base).days + 1
    first = day.toordinal() + 1  # of what is looked at already
    for one in reversed(breaks):
        if one.first > day:
            continue
        outside = first - 1 - min(one.last, day).toordinal()
        if missing <= outside:
            break
        missing -= outside
        first = one.first.toordinal()
    return date.fromordinal(max(1, first - missing))


@lru_cache(20_000)  # month ends recur in every profile
def window_exit_ordinal(ordinal: int, years: int) -> int:
    """Like `window_exit_date`, from ordinal to ordinal."""
    return window_exit_date(date.fromordinal(ordinal), years).toordinal()


def window_exit_date(day: date, years: int) -> date:
    """Return the first day on which `day` lies before a look-back window of `years`.

    >>> window_exit_date(date(2017, 6, 30), 10)
    datetime.date(2027, 7, 1)
    """
    exit_date = years_after(day, years) + timedelta(days=1)
    # Around 29 February the window's first day can stay the same for two days running.
    while years_before(exit_date, years) <= day:
        exit_date += timedelta(days=1)
    return exit_date


def months_after(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month if it is shorter."""
    number = month_number(day) + months
    last = date.fromordinal(_days_of(number)[1])
    return last if day.day > last.day else last.replace(day=day.day)
