"""Effort decides which alternative is nearest: degrees by what is still to study."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, AnyOf, Course, Degree, Experience, Training
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Education, Profile
from certadvisor.rules.effort import effort_days, total_effort_days
from certadvisor.rules.judge import judge, missing_in
from certadvisor.rules.verdict import Shortfall

AS_OF = date(2026, 11, 22)
HOLDER = Profile(
    education=(Education("bachelor"),), work=(), training=(), courses=(), certifications=()
)
MONTH_DAYS = 30.4375


@pytest.mark.parametrize(
    ("degree", "days"),
    [
        (Degree("master"), 3469 - 2920),
        (Degree("doctorate"), 4747 - 2920),
        (Degree("bachelor", accreditation="GAC"), 1461),
        (Degree("associate", accreditation="GAC"), 1461),
    ],
    ids=["master", "doctorate", "the same level again", "a lower level again"],
)
def test_a_degree_takes_the_years_from_the_one_held(
    degree: Degree, days: float, small: Catalog
) -> None:
    """A bachelor is 549 days from a master, not the years of both; a wrong one is done anew."""
    evidence = Evidence(HOLDER, small, AS_OF)
    assert effort_days(Shortfall(degree, 1, "degree"), evidence, AS_OF) == days


@pytest.mark.parametrize(("months", "nearest"), [(18, 1), (19, 0)])
def test_the_nearest_way_is_the_one_that_takes_the_fewest_days(
    months: int, nearest: int, small: Catalog
) -> None:
    """A master's 549 days lie between 18 months of work (548) and 19 (578)."""
    way = AnyOf((Degree("master"), Experience("project-leading", months=months)))
    verdict = judge(way, Evidence(HOLDER, small, AS_OF), AS_OF)
    assert verdict.nearest == nearest
    assert [shortfall.leaf for shortfall in missing_in(verdict)] == [way.children[nearest]]


def test_work_runs_beside_everything_else_which_adds_up(small: Catalog) -> None:
    """Two kinds of work at the same time; a course and training one after the other."""
    work = AllOf(
        (Experience("project-leading", months=4), Experience("business-analysis", months=6))
    )
    study = AllOf((Course("csm-course"), Training("project-management", 35)))
    evidence = Evidence(HOLDER, small, AS_OF)

    def days(requirement: AllOf) -> float:
        return total_effort_days(missing_in(judge(requirement, evidence, AS_OF)), evidence, AS_OF)

    six_months = 9 + 5 * MONTH_DAYS  # the first begins in nine days and counts whole
    assert days(work) == six_months
    assert days(study) == 30 + 35 * 0.4
    assert days(AllOf((work, study))) == six_months


def test_of_equally_long_ways_the_one_with_fewer_open_parts_is_nearer(small: Catalog) -> None:
    """Shorter work beside longer work takes no time of its own, but is one thing more."""
    long, short = Experience("project-leading", months=6), Experience("agile", months=3)
    verdict = judge(AnyOf((AllOf((long, short)), long)), Evidence(HOLDER, small, AS_OF), AS_OF)
    assert verdict.nearest == 1
