"""Counting months: what two entries of one month share, and where undated months go."""

from datetime import date

import pytest

from certadvisor.base.months import (
    NO_MONTHS,
    DateSpan,
    backfill_months,
    make_month_set,
    month_number,
    month_span,
    touched_months,
)

MAY = month_number(date(2026, 5, 1))


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        (date(2026, 12, 5), date(2026, 12, 1), date(2026, 12, 31)),
        (date(2027, 1, 5), date(2027, 1, 1), date(2027, 1, 31)),
        (date(2028, 2, 5), date(2028, 2, 1), date(2028, 2, 29)),
        (date(2027, 2, 5), date(2027, 2, 1), date(2027, 2, 28)),
    ],
)
def test_a_month_has_its_first_and_last_day(month: date, first: date, last: date) -> None:
    """At the turn of a year, and in February."""
    assert month_span(month_number(month)) == (first, last)


def test_a_month_of_two_entries_lasts_from_the_first_day_to_the_last() -> None:
    """Ten days and ten days of May: it is in the window as long as the later ten are."""
    early = DateSpan(date(2026, 5, 1), date(2026, 5, 10))
    late = DateSpan(date(2026, 5, 15), date(2026, 5, 24))
    for spans in ((early, late), (late, early)):
        months = make_month_set(spans)
        assert months.count_in(date(2026, 5, 24), date(2026, 6, 1)) == 1
        assert months.count_in(date(2026, 5, 25), date(2026, 6, 1)) == 0
        assert months.count_in(None, date(2026, 5, 1)) == 1
        assert months.count_in(None, date(2026, 4, 30)) == 0


def test_spans_touch_the_months_from_the_first_to_the_last_day() -> None:
    """Neither the month before nor the month after."""
    assert touched_months([DateSpan(date(2026, 5, 31), date(2026, 6, 1))]) == {MAY, MAY + 1}
    assert touched_months([DateSpan(date(2026, 5, 1), date(2026, 5, 31))]) == {MAY}


def test_undated_months_are_the_latest_that_no_dated_work_covers() -> None:
    """Backwards from the day, over covered months."""
    assert backfill_months(3, date(2026, 5, 22), frozenset({MAY - 1})) == [MAY, MAY - 2, MAY - 3]


@pytest.mark.parametrize(
    ("need", "days"), [(0, []), (1, [date(2026, 5, 4)]), (2, [date(2026, 6, 1)]), (3, [])]
)
def test_without_a_window_the_need_is_reached_on_the_first_day_of_its_month(
    need: int, days: list[date]
) -> None:
    """One month is reached on the first day of the work; what is never reached has no day."""
    months = make_month_set([DateSpan(date(2026, 5, 4), date(2026, 6, 30))])
    assert months.threshold_dates(need, date(2026, 5, 3), ()) == days


def test_no_months_reach_nothing() -> None:
    """Without work no number is reached."""
    assert NO_MONTHS.threshold_dates(1, date(2026, 5, 3), ()) == []
