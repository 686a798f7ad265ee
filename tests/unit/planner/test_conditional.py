"""The answer "yes, if you start such work by then": when it is given, and by when to start."""

from collections.abc import Callable
from datetime import date

import pytest
from sample_plans import request_for
from written_profiles import evidence_of

from certadvisor.advice.goals import plan_goal
from certadvisor.catalog.records import Catalog
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.planner.plan_result import PlanResult
from certadvisor.profile.matching.lookup import GoalKind

DAY = date(2026, 11, 22)
Planner = Callable[..., PlanResult]

REST = "education: [{degree: bachelor}]\ntraining: []\ncourses: []\ncertifications: []\n"
COORDINATOR = f"{REST}work: [{{title: Project coordinator, start: 2022-01}}]\n"
LEADER = f"{REST}work: [{{title: IT project manager, start: 2026-02}}]\n"
FORMER_LEADER = (
    f"{REST}work: [{{title: IT project manager, start: 2022-01, end: 2023-08}}]\n"  # 20 months
)
UNKNOWN_JOB = f"{REST}work: [{{title: Wizard of light bulbs, start: 2022-01}}]\n"


@pytest.fixture
def plan(small: Catalog) -> Planner:
    """A function that plans for a profile, on a day."""

    def build(text: str, request: PlanRequest | None = None, day: date = DAY) -> PlanResult:
        return plan_goal(evidence_of(text, small, day), request or request_for("pmp"))

    return build


def test_a_job_that_adds_needs_no_condition(plan: Planner) -> None:
    """The plan waits until the months are there."""
    answer = plan(LEADER)
    assert (answer.status, answer.conditional) == ("found", None)


@pytest.mark.parametrize(
    ("profile", "months", "ready_on"),
    [
        (COORDINATOR, 36, date(2029, 12, 15)),
        (FORMER_LEADER, 16, date(2028, 4, 15)),
        (f"{REST}work: []\n", 36, date(2029, 12, 15)),
    ],
    ids=["a job that does not count", "a job that has ended", "no job"],
)
def test_a_job_that_does_not_add_leads_to_a_condition(
    profile: str, months: int, ready_on: date, plan: Planner
) -> None:
    """No plan, but from when there would be one: the nearest plan is the one with that work."""
    answer = plan(profile)
    assert (answer.status, answer.plan) == ("infeasible", None)
    assert answer.conditional is not None
    assert [(one.amount, one.unit) for one in answer.conditional.missing] == [(months, "month")]
    assert answer.conditional.start_by == date(2027, 1, 1)
    assert (answer.conditional.status, answer.conditional.ready_on) == ("found", ready_on)
    assert answer.nearest is not None
    assert answer.nearest.finish == ready_on
    assert [one.constraint for one in answer.obstacles] == ["experience"]


def test_a_job_that_is_not_recognised_leads_to_a_question(plan: Planner) -> None:
    """It may be leading projects, so nothing is known to be missing."""
    answer = plan(UNKNOWN_JOB)
    assert (answer.status, answer.conditional) == ("ask", None)
    assert answer.questions[0].topic == "title"


def test_a_condition_may_rest_on_answers_too(plan: Planner) -> None:
    """Without a degree given the day is the earliest, and the question comes with it."""
    answer = plan(COORDINATOR.replace("education: [{degree: bachelor}]\n", ""))
    assert answer.conditional is not None
    assert answer.conditional.status == "ask"
    assert answer.conditional.questions[0].topic == "education"


@pytest.mark.parametrize(
    ("day", "start_by"),
    [
        (date(2026, 11, 30), date(2027, 1, 1)),
        (date(2026, 12, 1), date(2027, 1, 1)),
        (date(2026, 12, 2), date(2027, 4, 1)),
        (date(2027, 1, 1), date(2027, 4, 1)),
        (date(2027, 1, 31), date(2027, 4, 1)),
    ],
)
def test_the_work_starts_with_a_quarter_at_least_a_month_away(
    day: date, start_by: date, plan: Planner
) -> None:
    """Other work is not found from one day to the next."""
    answer = plan(COORDINATOR, day=day)
    assert answer.conditional is not None
    assert answer.conditional.start_by == start_by


@pytest.mark.parametrize(
    ("until", "status", "start_by"),
    [
        (date(2030, 3, 15), "found", date(2027, 4, 1)),
        (date(2030, 3, 14), "found", date(2027, 3, 1)),
        (date(2029, 12, 15), "found", date(2027, 1, 1)),
        (date(2029, 12, 14), "infeasible", date(2027, 4, 1)),
    ],
)
def test_a_deadline_moves_the_start_to_the_last_month_that_keeps_it(
    until: date, status: str, start_by: date, plan: Planner
) -> None:
    """36 months from its first day, and 14 days for the decision; none before next month."""
    answer = plan(COORDINATOR, request_for("pmp", until=until), day=date(2026, 12, 10))
    assert answer.conditional is not None
    assert (answer.conditional.status, answer.conditional.start_by) == (status, start_by)
    assert (answer.conditional.ready_on <= until) == (status == "found")


@pytest.mark.parametrize(
    ("goal", "constraint"),
    [("goal: {within: 1 year}", "until"), ("goal: {budget: 300 USD}", "budget")],
)
def test_a_limit_that_the_work_cannot_keep_is_an_obstacle_beside_it(
    goal: str, constraint: str, plan: Planner
) -> None:
    """The day is still given, but the answer is no."""
    answer = plan(COORDINATOR + goal)
    assert answer.conditional is not None
    assert answer.conditional.status == "infeasible"
    assert answer.conditional.start_by == date(2027, 1, 1)
    assert [one.constraint for one in answer.obstacles] == ["experience", constraint]


def test_the_budget_counts_with_the_work_as_without(plan: Planner) -> None:
    """One that is enough is no obstacle."""
    answer = plan(f"{COORDINATOR}goal: {{budget: 1500 USD}}")
    assert answer.conditional is not None
    assert answer.conditional.status == "found"
    assert answer.conditional.total.low.amount <= 1500


def test_a_role_has_its_condition_too(plan: Planner) -> None:
    """The certification is the one that its plan leads to."""
    answer = plan(COORDINATOR, PlanRequest(GoalKind.ROLE, "it-project-manager"))
    assert answer.conditional is not None
    assert answer.conditional.certification == "pmp"


def test_a_missing_degree_is_no_condition(plan: Planner) -> None:
    """Starting work would not be enough."""
    assert plan(COORDINATOR.replace("bachelor", "none")).conditional is None
