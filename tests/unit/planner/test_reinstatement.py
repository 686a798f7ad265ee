"""Plans to what has lapsed: it is reinstated while that is possible, else earned again."""

import copy
from datetime import date, timedelta

import pytest
from written_profiles import evidence_of

from certadvisor.advice.goals import plan_goal
from certadvisor.catalog.records import Catalog
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.planner.plan_result import Plan, PlanDrawback, PlanResult, StepKind
from certadvisor.profile.matching.lookup import GoalKind

DAY = date(2026, 11, 30)
LAST_DAY = date(2027, 6, 30)  # on which the PMP can be reinstated
LEADER = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2018-01}]
training: [{topic: project-management, hours: 35}]
courses: []
"""
PMP = "{id: pmp, earned: 2023-07-01, expires: 2026-06-30}"
ALL_UNITS = ", ".join(
    f"{{topic: {part}, amount: 20, date: 2026-01}}"
    for part in ("ways-of-working", "power-skills", "business-acumen")
)
PMP_WITH_UNITS = PMP.replace("}", f", units: [{ALL_UNITS}]}}")


def result(
    credential: str,
    catalog: Catalog,
    day: date = DAY,
    to: str = "pmp",
    by: PlanObjective = PlanObjective.FASTEST,
    more: str = "memberships: [pmi]",
) -> PlanResult:
    """The answer of `plan --to` for a leader with this credential."""
    text = f"{LEADER}certifications: [{credential}]\n{more}\n"
    return plan_goal(
        evidence_of(text, catalog, day), PlanRequest(GoalKind.CERTIFICATION, to, objective=by)
    )


def plan(answer: PlanResult) -> Plan:
    """The plan, which there must be."""
    assert answer.plan
    return answer.plan


def kinds(answer: PlanResult) -> list[StepKind]:
    """The kinds of the steps."""
    return [step.kind for step in plan(answer).steps]


@pytest.mark.parametrize("by", PlanObjective)
def test_what_lapsed_is_reinstated_by_both_measures(by: PlanObjective, catalog: Catalog) -> None:
    """60 units at 5 hours a week take 12 weeks; the fee is the members'."""
    answer = result(PMP, catalog, by=by)
    units, reinstated = plan(answer).steps
    assert (units.kind, units.hours and units.hours.likely) == (StepKind.UNITS, 60)
    assert (reinstated.kind, reinstated.cost and reinstated.cost.likely) == (
        StepKind.REINSTATE,
        6000,
    )
    assert plan(answer).finish == DAY + timedelta(weeks=12)
    assert units.cost
    assert plan(answer).cost.likely == 6000 + units.cost.likely
    assert plan(answer).renewals == (("pmp", date(2029, 6, 30)),)  # the cycles run on


def test_the_fee_is_that_of_others_without_the_membership(catalog: Catalog) -> None:
    """Its year would cost more than the 90 USD that members save."""
    answer = result(PMP_WITH_UNITS, catalog, more="memberships: []")
    assert plan(answer).cost.likely == 15000
    assert kinds(answer) == [StepKind.REINSTATE]


def test_earning_it_again_is_shown_with_what_it_costs_more(catalog: Catalog) -> None:
    """The first alternative is the exam, later and dearer."""
    first = result(PMP, catalog).alternatives[0]
    assert [kind for kind, name in first.extra_steps] == ["earn_again"]
    assert first.extra_days > 0
    assert first.extra_cost > 0


@pytest.mark.parametrize(
    ("day", "step"),
    [
        (date(2026, 7, 1), StepKind.REINSTATE),
        (LAST_DAY, StepKind.REINSTATE),
        (LAST_DAY + timedelta(days=1), StepKind.EXAM),
    ],
)
def test_the_last_day_counts_and_the_day_after_asks_for_the_exam(
    day: date, step: StepKind, catalog: Catalog
) -> None:
    """With all units earned, only the fee is left."""
    answer = result(PMP_WITH_UNITS, catalog, day)
    assert kinds(answer)[-1] is step
    if step is StepKind.REINSTATE:
        assert plan(answer).finish == day


@pytest.mark.parametrize(("weeks", "step"), [(12, StepKind.REINSTATE), (4, StepKind.EXAM)])
def test_units_that_cannot_be_earned_in_time_leave_the_exam(
    weeks: int, step: StepKind, catalog: Catalog
) -> None:
    """At 5 hours a week, 60 units take 12 weeks."""
    answer = result(
        PMP, catalog, LAST_DAY - timedelta(weeks=weeks), more="goal: {hours_per_week: 5}"
    )
    assert kinds(answer)[-1] is step


def test_what_is_active_on_its_last_day_is_held(catalog: Catalog) -> None:
    """Nothing is reinstated that has not lapsed."""
    assert result(PMP, catalog, date(2026, 6, 30)).status == "held"


def test_what_may_be_active_is_not_reinstated(catalog: Catalog) -> None:
    """Without a last day, a cycle after it was earned."""
    answer = result("{id: pmp, earned: 2019-01-01}", catalog)
    assert StepKind.REINSTATE not in kinds(answer)


def test_a_lapsed_prerequisite_is_reinstated_for_what_it_opens(catalog: Catalog) -> None:
    """The 15 units of a CAPM cost less than 35 hours of training for the PMP."""
    without_training = LEADER.replace("hours: 35", "hours: 0")
    text = (
        f"{without_training}certifications: "
        "[{id: capm, earned: 2023-07-01, expires: 2026-06-30, units: []}]\nmemberships: [pmi]\n"
    )
    answer = plan_goal(evidence_of(text, catalog, DAY), PlanRequest(GoalKind.CERTIFICATION, "pmp"))
    assert [step.subject for step in plan(answer).steps if step.kind is StepKind.REINSTATE] == [
        "capm"
    ]


def test_what_is_sooner_and_cheaper_anew_is_still_reinstated(catalog: Catalog) -> None:
    """Reinstating goes before buying again; the alternative says what it would spare."""
    pmp, changed = catalog.certifications["pmp"], copy.copy(catalog)
    free = tuple(price._replace(exam_member=0, exam_non_member=0) for price in pmp.prices)
    easy = pmp._replace(study_hours=(1, 1), steps=("exam",), prices=free)
    changed.certifications = {**catalog.certifications, "pmp": easy}
    answer = result(PMP, changed)
    assert kinds(answer)[-1] is StepKind.REINSTATE
    first = answer.alternatives[0]
    assert (first.drawback, first.extra_days < 0, first.extra_cost < 0) == (
        PlanDrawback.ANEW,
        True,
        True,
    )
