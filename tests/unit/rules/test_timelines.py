"""Timelines: changes on the last day of the horizon, and on leap days."""

from datetime import date, timedelta

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Degree, Experience, Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Education, Profile, TrainingRecord, WorkPeriod
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.outcome import Outcome

DAY = timedelta(days=1)
AS_OF = date(2026, 11, 22)
HORIZON = date(2046, 11, 22)
LEADING = frozenset({"project-leading"})


@pytest.mark.parametrize(
    ("awarded", "since"),
    [(AS_OF, AS_OF), (AS_OF + DAY, AS_OF + DAY), (HORIZON, HORIZON), (HORIZON + DAY, None)],
)
def test_the_horizon_includes_its_last_day(
    awarded: date, since: date | None, small: Catalog
) -> None:
    """A degree of that day counts; one of the day after is too far off."""
    person = Profile(education=(Education("bachelor", awarded=awarded),))
    timeline = Timeline(Evidence(person, small, AS_OF))
    assert timeline.duration_of(Degree("bachelor")).since == since


@pytest.mark.parametrize("days", [0, 1, 2])
def test_hours_reach_their_number_on_the_last_days_of_the_horizon(
    days: int, small: Catalog
) -> None:
    """One hour a day: the horizon's last day completes as many hours as there are days."""
    work = WorkPeriod(LEADING, start=AS_OF + DAY, hours_per_week=7)
    timeline = Timeline(Evidence(Profile(work=(work,)), small, AS_OF))
    since = HORIZON - days * DAY
    leaf = Experience("project-leading", hours=(since - AS_OF).days)
    assert timeline.duration_of(leaf).since == since
    assert timeline.duration_of(leaf._replace(hours=(HORIZON - AS_OF).days + 1)).since is None


LEAP_WORK = WorkPeriod(LEADING, start=date(2024, 2, 20), end=date(2024, 3, 10), hours=200)


@pytest.mark.parametrize("hours", range(90, 140, 5))
@pytest.mark.parametrize("years", [3, 4])
def test_hours_around_a_leap_day_leave_the_window_on_the_day_the_judge_says(
    hours: int, years: int, small: Catalog
) -> None:
    """Ten hours a day from 20 February to 10 March 2024, as the window's first day moves over."""
    evidence = Evidence(Profile(work=(LEAP_WORK,)), small, AS_OF)
    leaf: Leaf = Experience("project-leading", hours=hours, within_years=years)
    timeline = Timeline(evidence).outcomes(leaf)
    walk = [date(2024 + years, 2, 18) + number * DAY for number in range(24)]
    outcomes = [judge_leaf(leaf, evidence, day).outcome for day in walk]
    assert {Outcome.MET, Outcome.UNMET} == set(outcomes)
    assert [timeline.on(day) for day in walk] == outcomes


def test_what_is_met_already_is_met_from_the_day_of_the_question(small: Catalog) -> None:
    """Not from an earlier day, although the hours were there before."""
    work = WorkPeriod(LEADING, start=date(2020, 1, 1), end=date(2024, 12, 31), hours=4000)
    timeline = Timeline(Evidence(Profile(work=(work,)), small, AS_OF))
    assert timeline.duration_of(Experience("project-leading", hours=2000)).since == AS_OF


@pytest.mark.parametrize("awarded", [HORIZON - DAY, HORIZON])
def test_eligibility_can_begin_on_the_last_day_of_the_horizon(
    awarded: date, small: Catalog
) -> None:
    """A rule in force counts through that day."""
    person = Profile(
        education=(Education("secondary", awarded=awarded),),
        training=(TrainingRecord("project-management", 23),),
    )
    timeline = Timeline(Evidence(person, small, AS_OF))
    assert timeline.eligibility(small.certifications["capm"]).since == awarded
