"""What a profile leaves open: totals without dates, lists that may lack entries, hours."""

from datetime import date, timedelta

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import (
    Course,
    Degree,
    Experience,
    Holds,
    Leaf,
    Membership,
    Training,
)
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import (
    CareerBreak,
    Credential,
    Education,
    Profile,
    TrainingRecord,
    WorkPeriod,
)
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import question_for

AS_OF = date(2026, 11, 30)
DAY = timedelta(days=1)
LEADING = frozenset({"project-leading", "project", "professional"})


def outcome(leaf: Leaf, profile: Profile, small: Catalog) -> Outcome:
    """Judge a leaf on the day of the question."""
    return judge_leaf(leaf, Evidence(profile, small, AS_OF), AS_OF).outcome


@pytest.mark.parametrize(
    ("leaf", "section", "enough", "too_little"),
    [
        (Degree("bachelor"), "education", Education("bachelor"), Education("secondary")),
        (
            Experience("project-leading", months=12),
            "work",
            WorkPeriod(LEADING, months=12),
            WorkPeriod(LEADING, months=11),
        ),
        (
            Experience("project-leading", hours=100),
            "work",
            WorkPeriod(LEADING, hours=100),
            WorkPeriod(LEADING, hours=99),
        ),
        (
            Training("agile", 16),
            "training",
            TrainingRecord("agile", 16),
            TrainingRecord("agile", 15),
        ),
        (Course("csm-course"), "courses", "csm-course", "cspo-course"),
        (
            Holds(("capm",)),
            "certifications",
            Credential("capm", expires=AS_OF),
            Credential("capm", expires=AS_OF - DAY),
        ),
        (Membership("pmi"), "memberships", "pmi", "ipma"),
    ],
)
def test_a_list_that_may_lack_entries_proves_what_it_holds_and_no_more(
    leaf: Leaf, section: str, enough: object, too_little: object, small: Catalog
) -> None:
    """Met stays met; unmet becomes unknown, and the question names the list."""

    def profile(entry: object, *incomplete: str) -> Profile:
        return Profile(**{section: (entry,)})._replace(incomplete=incomplete)  # type: ignore[arg-type]  # one list

    assert outcome(leaf, profile(enough), small) is Outcome.MET
    assert outcome(leaf, profile(enough, section), small) is Outcome.MET
    assert outcome(leaf, profile(too_little), small) is Outcome.UNMET
    others = tuple({"education", "work", "courses", "skills"} - {section})
    assert outcome(leaf, profile(too_little, *others), small) is Outcome.UNMET
    open_profile = profile(too_little, section)
    assert outcome(leaf, open_profile, small) is Outcome.UNKNOWN
    evidence = Evidence(open_profile, small, AS_OF)
    assert question_for(leaf, evidence, AS_OF).incomplete == section


@pytest.mark.parametrize(("months", "expected"), [(18, "unknown"), (17, "unmet")])
def test_a_total_lies_beside_a_job_in_the_world_where_the_job_counts(
    months: int, expected: str, small: Catalog
) -> None:
    """18 undated months and 18 of a job of an unknown kind may make 36, and 17 do not."""
    start = date(2025, 6 + 18 - months, 1)
    work = (
        WorkPeriod(LEADING, months=18),
        WorkPeriod(None, "Chief Wizard", start, date(2026, 11, 30)),
    )
    leaf = Experience("project-leading", months=36, within_years=10)
    assert outcome(leaf, Profile(work=work), small) == expected


def test_a_job_that_only_takes_months_may_push_a_total_out_of_the_window(small: Catalog) -> None:
    """Simple work is not counted, but no total of the same kind lies in its months."""
    leaf = Experience("project-leading", months=12, within_years=2, complexity="complex")
    total = WorkPeriod(LEADING, months=12, complexity="very-complex")
    job = WorkPeriod(None, "Chief Wizard", date(2024, 1, 1), complexity="simple")
    assert outcome(leaf, Profile(work=(total,)), small) is Outcome.MET
    assert outcome(leaf, Profile(work=(total, job)), small) is Outcome.UNKNOWN
    known = job._replace(kinds=LEADING)
    assert outcome(leaf, Profile(work=(total, known)), small) is Outcome.UNMET


@pytest.mark.parametrize("hours", [None, 2, 40])
def test_hours_say_nothing_of_projects(hours: int | None, small: Catalog) -> None:
    """Hours a week say nothing of projects, which are judged beside months only if given."""
    leaf = Experience("project-leading", months=6, projects=1)
    work = WorkPeriod(LEADING, start=date(2026, 1, 1), hours_per_week=hours)
    assert outcome(leaf, Profile(work=(work,)), small) is Outcome.MET
    assert outcome(leaf, Profile(work=(work._replace(projects=0),)), small) is Outcome.UNMET


def test_a_sum_of_totals_stays_in_the_calendar(small: Catalog) -> None:
    """34 totals of 60 years each would reach back before the first year."""
    work = (WorkPeriod(LEADING, months=720),) * 34
    evidence = Evidence(Profile(work=work), small, AS_OF)
    verdict = judge_leaf(Experience("project-leading", months=36), evidence, AS_OF)
    assert (verdict.outcome, verdict.have) == (Outcome.MET, 720)


STRETCHED = [
    Experience("project-leading", projects=1, within_years=2, extendable_to_years=4),
    Experience("project-leading", hours=900, within_years=2, extendable_to_years=4),
    Experience("project-leading", months=6, within_years=2, extendable_to_years=4),
]


@pytest.mark.parametrize("leaf", STRETCHED)
@pytest.mark.parametrize(
    "breaks",
    [
        (CareerBreak(date(2026, 3, 1), date(2027, 1, 31)),),
        (CareerBreak(date(2027, 5, 10)),),
        (CareerBreak(date(2027, 12, 1), date(2028, 6, 30)), CareerBreak(date(2025, 1, 1))),
        None,
    ],
)
@pytest.mark.parametrize("incomplete", [(), ("breaks",)])
def test_the_dates_of_a_stretched_window_are_exact(
    leaf: Experience,
    breaks: tuple[CareerBreak, ...] | None,
    incomplete: tuple[str, ...],
    small: Catalog,
) -> None:
    """On every day of four years, one of them with a 29 February in a break that goes on."""
    work = (
        WorkPeriod(LEADING, None, date(2025, 2, 10), date(2025, 8, 20), hours=1000, projects=1),
        WorkPeriod(LEADING, None, date(2026, 2, 27), date(2026, 3, 1), hours=20, projects=1),
    )
    profile = Profile(work=work, breaks=breaks, incomplete=incomplete)
    evidence = Evidence(profile, small, date(2026, 11, 30))
    outcomes = Timeline(evidence).outcomes(leaf)
    for number in range(4 * 366):
        day = AS_OF + number * DAY
        assert outcomes.on(day) is judge_leaf(leaf, evidence, day).outcome, day
