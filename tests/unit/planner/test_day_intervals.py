"""Sets of days: the next day of one, and what two have in common."""

from datetime import date

from certadvisor.planner.day_intervals import (
    contains,
    days_with_outcome,
    first_day_from,
    intersection,
    interval,
)
from certadvisor.rules.eligibility import OutcomeTimeline
from certadvisor.rules.outcome import Outcome

EARLY_AND_LATE = ((10, 20), (30, 40))


def test_the_first_day_of_a_set_is_inside_an_interval_or_at_the_next_start() -> None:
    """Inside an interval it is the day itself, in a gap the next start, after the last one None."""
    days = (0, 10, 19, 20, 29, 30, 39, 40)
    first_days = [first_day_from(EARLY_AND_LATE, day) for day in days]
    assert first_days == [10, 10, 19, 30, 30, 30, 39, None]
    assert first_day_from((), 5) is None


def test_an_empty_interval_has_no_day() -> None:
    """An interval that ends where it starts."""
    assert interval(5, 5) == ()
    assert interval(5, 6) == ((5, 6),)


def test_the_intersection_has_the_days_of_both_sets() -> None:
    """Intervals that only touch have no day in common."""
    assert intersection(EARLY_AND_LATE, ((20, 30),)) == ()
    assert intersection(EARLY_AND_LATE, ((0, 100),)) == EARLY_AND_LATE
    assert intersection(EARLY_AND_LATE, ((15, 32), (35, 36))) == ((15, 20), (30, 32), (35, 36))


def test_one_set_contains_another() -> None:
    """It has every day of the inner one; gaps count."""
    assert contains(((0, 100),), EARLY_AND_LATE)
    assert contains(EARLY_AND_LATE, EARLY_AND_LATE)
    assert not contains(EARLY_AND_LATE, ((10, 40),))
    assert contains(EARLY_AND_LATE, ())


def test_the_days_with_an_outcome_are_merged_where_they_meet() -> None:
    """Met, then unknown, are one interval of what may be met; a gap begins another."""
    days = [date.fromordinal(number) for number in (10, 20, 30, 40, 50, 60)]
    met, unknown, unmet = Outcome.MET, Outcome.UNKNOWN, Outcome.UNMET
    timeline = OutcomeTimeline(tuple(days), (unmet, met, unknown, unmet, met, unknown))
    assert days_with_outcome(timeline, (met, unknown), 70) == ((20, 40), (50, 70))
    assert days_with_outcome(timeline, (met,), 70) == ((20, 30), (50, 60))


def test_days_from_the_end_on_are_left_out() -> None:
    """An outcome that begins on the end has no day before it."""
    timeline = OutcomeTimeline(
        (date.fromordinal(10), date.fromordinal(20)), (Outcome.MET, Outcome.UNKNOWN)
    )
    both = (Outcome.MET, Outcome.UNKNOWN)
    assert days_with_outcome(timeline, both, 20) == ((10, 20),)
    assert days_with_outcome(timeline, both, 15) == ((10, 15),)
    assert days_with_outcome(timeline, (Outcome.UNKNOWN,), 20) == ()
