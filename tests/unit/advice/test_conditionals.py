"""What other work would bring within reach: for whom it is named, and what to do until then."""

from collections.abc import Callable
from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.goals import plan_goal
from certadvisor.advice.recommend.conditionals import find_conditionals
from certadvisor.catalog.records import Catalog
from certadvisor.planner.conditional import Conditional
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.profile.matching.lookup import GoalKind

DAY = date(2026, 11, 30)
BASE = "country: US\neducation: [{degree: bachelor}]\ntraining: []\ncertifications: []\n"
Finder = Callable[[str], tuple[Conditional, ...]]


@pytest.fixture
def find(catalog: Catalog) -> Finder:
    """A function that finds the conditions for a person with such work and goal."""
    return lambda text: find_conditionals(evidence_of(f"{BASE}{text}", catalog, DAY))


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Software developer", {"technical-project-manager"}),
        ("Network engineer", {"implementation-manager", "it-project-manager"}),
        ("Business analyst", {"it-project-manager"}),
        ("Krankenschwester", {"project-manager"}),
        ("Army officer", {"project-manager"}),
        ("Project coordinator", {"project-manager"}),
    ],
)
def test_who_does_not_lead_projects_hears_of_the_pmp(
    title: str, roles: set[str], find: Finder
) -> None:
    """From inside and outside the ladder: when, and the nearest roles whose work counts."""
    text = f"work: [{{title: {title}, start: 2021-03}}]\ngoal: {{role: technical-project-manager}}"
    (pmp,) = find(text)
    assert (pmp.certification, pmp.status) == ("pmp", "found")
    assert (pmp.start_by, pmp.ready_on) == (date(2027, 1, 1), date(2029, 12, 15))
    assert set(pmp.until_then.roles) == roles
    assert bool(pmp.until_then.work) == (title != "Project coordinator")


@pytest.mark.parametrize(
    ("title", "first_roles"),
    [
        ("Nurse", {"project-coordinator", "assistant-project-manager"}),
        ("Software developer", set()),  # a first role counts
        ("Project coordinator", set()),  # the next role counts
    ],
)
def test_first_roles_come_before_those_that_count(
    title: str, first_roles: set[str], find: Finder
) -> None:
    """Without a goal too: what is preferred for the role after an entry role is named."""
    (pmp,) = find(f"work: [{{title: {title}, start: 2021-03}}]")
    assert pmp.certification == "pmp"
    assert set(pmp.until_then.first_roles) == first_roles


def test_a_role_beside_the_present_one_is_nearer_than_one_above_it(find: Finder) -> None:
    """A product owner need not become a director to lead projects."""
    (pmp,) = find("work: [{title: Product owner, start: 2021-03}]")
    assert pmp.until_then.roles == ("delivery-manager",)


def test_what_takes_the_same_work_and_more_is_left_for_later(find: Finder) -> None:
    """Of the PMP and the PgMP of a product owner only the PMP is named; a leader hears of both."""
    assert len(find("work: [{title: Product owner, start: 2021-03}]")) == 1
    leader = "work: [{kinds: [project-leading], start: 2018-01, title: Project manager}]"
    (pgmp,) = find(leader)
    assert (pgmp.certification, pgmp.until_then.roles) == ("pgmp", ("program-manager",))


@pytest.mark.parametrize(
    "work",
    [
        "[{title: IT project manager, start: 2025-01}]",
        "[{title: Wizard of light bulbs, start: 2021-03}]",
        "[{title: Software developer, start: 2021-03}, {kinds: [project-leading], months: 12}]",
    ],
    ids=["the job adds", "the job is not recognised", "an undated total goes on"],
)
def test_nothing_is_named_where_time_or_an_answer_would_do(work: str, find: Finder) -> None:
    """Then it is listed, comes later by itself, or is a question."""
    assert find(f"work: {work}\ngoal: {{role: technical-project-manager}}") == ()


def test_what_is_open_until_then_is_what_recommend_lists_first(find: Finder) -> None:
    """Each with its day, and all of them before the other."""
    (pmp,) = find("work: [{title: Software developer, start: 2021-03}]")
    ids = [id for id, _ in pmp.until_then.certifications]
    assert ids
    assert "pmp" not in ids
    assert all(day < pmp.ready_on for _, day in pmp.until_then.certifications)


def test_a_budget_that_is_too_small_even_so_names_nothing(find: Finder) -> None:
    """The work would not bring it within reach."""
    work = "work: [{title: Software developer, start: 2021-03}]\n"
    assert find(f"{work}goal: {{budget: 300 USD}}") == ()
    assert find(f"{work}goal: {{budget: 1500 USD}}") != ()


@pytest.mark.parametrize("title", ["Software developer", "Project coordinator", "Nurse"])
def test_plan_says_the_same(title: str, catalog: Catalog) -> None:
    """The same day and money, and the same first steps."""
    evidence = evidence_of(f"{BASE}work: [{{title: {title}, start: 2021-03}}]", catalog, DAY)
    for conditional in find_conditionals(evidence):
        request = PlanRequest(GoalKind.CERTIFICATION, conditional.certification)
        assert plan_goal(evidence, request).conditional == conditional
