"""Experience at the edges: of look-back windows, of career breaks, and what is asked about both."""

from datetime import date, timedelta

import pytest

from certadvisor.base.months import DateSpan
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import CareerBreak, Profile, WorkPeriod
from certadvisor.rules.leaves import experience
from certadvisor.rules.leaves.experience_sums import entry_amounts
from certadvisor.rules.leaves.new_work import with_new_work
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Cause, CauseReason, Question

AS_OF = date(2026, 11, 22)
WINDOW_START = date(2021, 11, 22)  # of five years
DAY = timedelta(days=1)
LEADING = frozenset({"project-leading"})


def evidence(
    catalog: Catalog,
    *work: WorkPeriod,
    breaks: tuple[CareerBreak, ...] | None = None,
    as_of: date = AS_OF,
) -> Evidence:
    """Return the evidence of a person with this work and these breaks (None: not given)."""
    return Evidence(Profile(work=work, breaks=breaks), catalog, as_of)


@pytest.mark.parametrize(
    ("end", "projects"), [(WINDOW_START, 3), (WINDOW_START - DAY, 0)], ids=["inside", "outside"]
)
def test_projects_count_if_their_last_day_is_the_first_of_the_window(
    end: date, projects: int, small: Catalog
) -> None:
    """A window includes its first day."""
    work = WorkPeriod(LEADING, start=date(2019, 1, 1), end=end, projects=3)
    leaf = Experience("project-leading", projects=3, within_years=5)
    assert experience.judge(leaf, evidence(small, work), AS_OF).have == projects


@pytest.mark.parametrize(("start", "projects"), [(AS_OF, 1), (AS_OF + DAY, 0)])
def test_projects_count_from_the_first_day_of_the_work(
    start: date, projects: int, small: Catalog
) -> None:
    """Work that starts tomorrow does not count today."""
    work = WorkPeriod(LEADING, start=start, projects=1)
    leaf = Experience("project-leading", projects=1, within_years=5)
    assert experience.judge(leaf, evidence(small, work), AS_OF).have == projects


def test_hours_are_spread_evenly_over_the_days_of_the_entry(small: Catalog) -> None:
    """Of ten days with 100 hours, the three in the window are its first day and the next two."""
    work = WorkPeriod(LEADING, start=WINDOW_START - 7 * DAY, end=WINDOW_START + 2 * DAY, hours=100)
    leaf = Experience("project-leading", hours=30, within_years=5)
    verdict = experience.judge(leaf, evidence(small, work), AS_OF)
    assert (verdict.have, verdict.outcome) == (30, Outcome.MET)


def test_hours_a_week_count_to_the_day(small: Catalog) -> None:
    """Seven days at 35 hours a week, the day of the question included, are 35 hours."""
    work = WorkPeriod(LEADING, start=AS_OF - 6 * DAY, hours_per_week=35)
    leaf = Experience("project-leading", hours=35)
    assert experience.judge(leaf, evidence(small, work), AS_OF).have == 35


HOURS = Experience("project-leading", hours=100, within_years=5)
PERSON_DAYS = Experience("project-leading", person_days=100, within_years=5)
PROJECTS = Experience("project-leading", projects=100, within_years=5)
TWENTY_YEARS = WorkPeriod(LEADING, months=240, hours=4_800, person_days=600, projects=9)


@pytest.mark.parametrize(
    ("asked", "work", "have"),
    [
        (HOURS, (TWENTY_YEARS,), 1_220),
        (PERSON_DAYS, (TWENTY_YEARS,), 152),
        (PROJECTS, (TWENTY_YEARS,), 9),
        (HOURS, (WorkPeriod(LEADING, months=2, hours_per_week=7),), 61),
        (HOURS, (WorkPeriod(LEADING, months=60), TWENTY_YEARS), 20),
        (HOURS, (TWENTY_YEARS, WorkPeriod(LEADING, months=60)), 1_220),
        (PROJECTS, (WorkPeriod(LEADING, months=61), TWENTY_YEARS), 0),
        (HOURS, (WorkPeriod(LEADING, start=date(2021, 12, 1)), TWENTY_YEARS), 20),
        (HOURS, (WorkPeriod(LEADING, hours=300),), 300),
    ],
)
def test_an_undated_amount_lies_in_the_months_of_its_entry(
    asked: Experience, work: tuple[WorkPeriod, ...], have: int, small: Catalog
) -> None:
    """Laid back behind what stands before it: 61 calendar months reach into five years."""
    assert experience.judge(asked, evidence(small, *work), AS_OF).have == have


def test_undated_hours_of_a_kind_that_may_be_another_are_open(small: Catalog) -> None:
    """If the first is of the kind, it pushes the second out of the window."""
    first = WorkPeriod(None, title="Pastry cook", months=61, hours=0)
    verdict = experience.judge(HOURS, evidence(small, first, TWENTY_YEARS), AS_OF)
    assert (verdict.outcome, verdict.have) == (Outcome.UNKNOWN, 0)


def test_undated_hours_leave_a_window_month_by_month(small: Catalog) -> None:
    """The dates of the answer are those on which the judge changes his mind."""
    leaf = Experience("project-leading", hours=1_200, within_years=5)
    person = evidence(small, TWENTY_YEARS)
    lost = next(
        day
        for day in (AS_OF + n * DAY for n in range(90))
        if experience.judge(leaf, person, day).outcome is Outcome.UNMET
    )
    assert lost == date(2026, 12, 1) + 31 * DAY
    assert lost in set(experience.change_dates(leaf, person))


BREAK_OF_TEN_DAYS = CareerBreak(date(2024, 3, 1), date(2024, 3, 10))


@pytest.mark.parametrize(
    ("breaks", "days"),
    [
        ((), 0),
        ((BREAK_OF_TEN_DAYS,), 10),
        ((BREAK_OF_TEN_DAYS, CareerBreak(date(2024, 3, 6), date(2024, 3, 15))), 15),
        ((CareerBreak(date(2026, 11, 20)),), 3),
        ((CareerBreak(date(2024, 2, 28), date(2024, 3, 1)),), 3),
        ((CareerBreak(date(2021, 11, 1), date(2021, 12, 1)),), 31),
        ((CareerBreak(date(2021, 11, 13), date(2021, 11, 17)), BREAK_OF_TEN_DAYS), 15),
        ((CareerBreak(date(2021, 11, 1), date(2021, 11, 21)),), 0),
        ((CareerBreak(date(2026, 11, 23), date(2026, 12, 31)),), 0),
    ],
    ids=[
        "none", "ten days", "overlapping", "going on", "with 29 February", "across the edge",
        "reached by stretching", "before the edge", "still to come",
    ],
)  # fmt: skip
def test_a_window_is_stretched_by_each_day_of_a_break_once(
    breaks: tuple[CareerBreak, ...], days: int, small: Catalog
) -> None:
    """Five years, extendable to eight: each day of a break in the window gives one before it."""
    window = evidence(small, breaks=breaks).window(AS_OF, 5, 8)
    assert window == (WINDOW_START - days * DAY, WINDOW_START - days * DAY)


def test_a_window_is_never_stretched_beyond_its_limit(small: Catalog) -> None:
    """Four years of break stretch five years to eight, not to nine."""
    long_break = CareerBreak(date(2021, 1, 1), date(2024, 12, 31))
    widest = date(2018, 11, 22)
    assert evidence(small, breaks=(long_break,)).window(AS_OF, 5, 8) == (widest, widest)


def test_without_breaks_given_the_window_may_be_stretched_to_its_limit(small: Catalog) -> None:
    """Not known is not the same as none."""
    assert evidence(small).window(AS_OF, 5, 8) == (WINDOW_START, date(2018, 11, 22))
    assert evidence(small).window(AS_OF, 5, None) == (WINDOW_START, WINDOW_START)


STRETCHABLE = Experience("project-leading", months=12, within_years=5, extendable_to_years=8)
OLD_WORK = WorkPeriod(LEADING, start=date(2020, 1, 1), end=date(2020, 12, 31))
UNDATED_WORK = WorkPeriod(LEADING)


@pytest.mark.parametrize(
    ("leaf", "work", "breaks", "topic"),
    [
        (STRETCHABLE, OLD_WORK, None, "breaks"),
        (STRETCHABLE, UNDATED_WORK, (), "experience"),
        (STRETCHABLE._replace(extendable_to_years=None), UNDATED_WORK, None, "experience"),
    ],
    ids=["breaks not given", "no breaks", "no stretch"],
)
def test_breaks_are_asked_about_only_where_they_could_stretch_the_window(
    leaf: Experience,
    work: WorkPeriod,
    breaks: tuple[CareerBreak, ...] | None,
    topic: str,
    small: Catalog,
) -> None:
    """Who gave their breaks is not asked again, and no other window depends on them."""
    person = evidence(small, work, breaks=breaks)
    assert experience.judge(leaf, person, AS_OF).outcome is Outcome.UNKNOWN
    assert experience.question(leaf, person, AS_OF) == Question(topic, "project-leading", "")


def test_a_month_leaves_a_stretched_window_on_the_day_that_the_judge_says(small: Catalog) -> None:
    """The days of change include it, leap days and all."""
    breaks = (CareerBreak(date(2024, 1, 31), date(2024, 2, 29)),)
    person = evidence(small, OLD_WORK, breaks=breaks, as_of=date(2025, 1, 1))
    days = [date(2025, 1, 1) + number * DAY for number in range(400)]
    outcomes = [experience.judge(STRETCHABLE, person, day).outcome for day in days]
    lost = days[outcomes.index(Outcome.UNMET)]
    assert lost == date(2025, 3, 2)  # 30 days after January 2020 would have left
    assert lost in set(experience.change_dates(STRETCHABLE, person))


@pytest.mark.parametrize(("hours", "weekly"), [(None, None), (10, 40)])
def test_new_work_gives_hours_beside_months_if_other_work_does(
    hours: int | None, weekly: int | None, small: Catalog
) -> None:
    """Where no work gives them, months decide alone, and new work leaves it so."""
    leaf = Experience("project-leading", months=24, hours=1000)
    before = evidence(small, OLD_WORK._replace(hours=hours))
    started = with_new_work(before, [leaf], date(2026, 12, 1))
    assert started
    assert started.profile.work
    assert started.profile.work[1].hours_per_week == weekly


def test_a_complexity_off_the_scale_is_recognised_but_not_compared(small: Catalog) -> None:
    """Whether `intricate` is more or less than `complex` is not known."""
    person = evidence(small, OLD_WORK._replace(complexity="intricate"))
    leaf = Experience("project-leading", months=12)
    asked = {
        word: experience.judge(leaf._replace(complexity=word), person, AS_OF).outcome
        for word in ("complex", "intricate")
    }
    assert asked == {"complex": Outcome.UNKNOWN, "intricate": Outcome.MET}


def test_only_hours_certainly_in_the_window_are_an_entrys_amount(small: Catalog) -> None:
    """Breaks that are not given could stretch the window over 2020, but need not."""
    work = OLD_WORK._replace(hours=500)
    leaf = Experience("project-leading", hours=500, within_years=5, extendable_to_years=8)
    amounts = [
        entry_amounts(leaf, "hour", evidence(small, work, breaks=breaks), AS_OF)
        for breaks in (None, (CareerBreak(date(2022, 1, 1), date(2024, 12, 31)),))
    ]
    assert amounts == [[0], [500]]


def test_the_days_that_leave_the_certain_window_are_the_cause_of_a_loss(small: Catalog) -> None:
    """31 January 2020, although breaks that are not given could keep it."""
    person, stop = evidence(small, OLD_WORK), date(2025, 2, 1)
    last = date(2020, 1, 31)
    assert experience.cause_of_loss(STRETCHABLE, stop, person) == Cause(
        CauseReason.WINDOW, stop, STRETCHABLE, DateSpan(last, last), (OLD_WORK,)
    )


def test_work_that_may_count_takes_nothing_from_work_that_does(small: Catalog) -> None:
    """100 hours of leading projects, and a job whose title says nothing."""
    certain = WorkPeriod(LEADING, start=AS_OF - DAY, end=AS_OF, hours=100)
    uncertain = WorkPeriod(None, "Wizard", AS_OF - DAY, AS_OF, hours=100)
    verdict = experience.judge(
        Experience("project-leading", hours=100), evidence(small, certain, uncertain), AS_OF
    )
    assert (verdict.have, verdict.outcome) == (100, Outcome.MET)
