"""What a plan is calculated for: today's status, a currency with a rate, each question once."""

from copy import copy
from datetime import date
from typing import Any

import pytest
from sample_plans import LEADER, plan_builder, request_for

from certadvisor.catalog.records import Catalog, StatusFrom
from certadvisor.catalog.requirement import OPEN


def with_changed(catalog: Catalog, id: str, **changes: Any) -> Catalog:
    """Return the catalogue with other fields of one certification."""
    changed = copy(catalog)
    certification = catalog.certifications[id]._replace(**changes)
    changed.certifications = {**catalog.certifications, id: certification}
    return changed


def test_a_certification_that_was_active_is_not_obtainable_after_it_retired(
    small: Catalog,
) -> None:
    """Its past is no option: the plan says so, and does not wait."""
    states = (("announced", None), ("active", date(2020, 1, 1)), ("retired", date(2025, 1, 1)))
    statuses = tuple(StatusFrom(state, since) for state, since in states)
    retired = with_changed(small, "capm", statuses=statuses)
    answer = plan_builder(LEADER, request_for("capm"))(retired).result
    assert answer.status == "infeasible"
    assert [one.constraint for one in answer.obstacles] == ["obtainable"]


@pytest.mark.parametrize(("budget", "currency"), [("GBP", "GBP"), ("ARS", "USD")])
def test_a_plan_is_in_the_currency_of_the_budget_if_it_has_a_rate(
    budget: str, currency: str, small: Catalog
) -> None:
    """Else in that of the certification's price."""
    answer = plan_builder(LEADER.replace("USD", budget), request_for("pmp"))(small).result
    assert answer.currency == currency


def test_each_course_is_asked_about_but_a_list_only_once(small: Catalog) -> None:
    """The A-CSM and the CSM before it have a course each."""
    answer = plan_builder("country: US", request_for("a-csm"))(small).result
    assert [one.subject for one in answer.questions if one.topic == "course"] == [
        "a-csm-course", "csm-course",
    ]  # fmt: skip
    topics = [one.topic for one in answer.questions]
    assert topics.count("certifications") == 1


@pytest.mark.parametrize(
    ("retired", "finish"),
    [(date(2027, 8, 16), date(2027, 8, 15)), (date(2027, 8, 15), None)],
    ids=["a day later", "on the day of the exam"],
)
def test_a_warning_of_retirement_closes_nothing(
    retired: date, finish: date | None, small: Catalog
) -> None:
    """The PMP can be earned, active or retiring, up to the day before it retires."""
    states = (("active", None), ("retiring", date(2027, 3, 1)), ("retired", retired))
    statuses = tuple(StatusFrom(state, since) for state, since in states)
    answer = plan_builder(LEADER, request_for("pmp"))(
        with_changed(small, "pmp", statuses=statuses)
    ).result
    assert (answer.plan and answer.plan.finish) == finish


def test_an_unclear_status_is_a_remark_and_no_question(small: Catalog) -> None:
    """Only the issuer knows; the person has answered everything."""
    unclear = with_changed(small, "csm", statuses=(StatusFrom("unclear", None),))
    answer = plan_builder(LEADER, request_for("csm"))(unclear).result
    assert answer.status == "ask"
    assert answer.questions == ()


@pytest.mark.parametrize("courses", ["[]", "[csm-course]"])
def test_a_course_that_the_price_requires_is_a_step_although_no_rule_names_it(
    courses: str, small: Catalog
) -> None:
    """Unless it is done."""
    (rule,) = small.certifications["csm"].rules
    unnamed = with_changed(small, "csm", rules=(rule._replace(sit=OPEN, award=OPEN),))
    profile = LEADER.replace("courses: []", f"courses: {courses}")
    plan = plan_builder(profile, request_for("csm"))(unnamed).result.plan
    assert plan
    assert ("course" in [step.kind for step in plan.steps]) is (courses == "[]")


def test_a_budget_that_alone_is_too_small_says_what_would_do(small: Catalog) -> None:
    """And the nearest plan costs just that, at the low end of its range."""
    poor = LEADER.replace("1500", "400")
    answer = plan_builder(poor, request_for("pmp"))(small).result
    (obstacle,) = answer.obstacles
    assert answer.nearest
    assert (obstacle.constraint, obstacle.suffices_alone) == ("budget", True)
    assert obstacle.needed == answer.nearest.cost.low
    assert obstacle.short_by == answer.nearest.cost.low - 400 * 100


def test_a_pace_that_is_too_slow_for_a_closing_door_says_which_would_do(small: Catalog) -> None:
    """45 hours of study at one a week take 45 weeks; the PSM I retires after ten: five would do."""
    statuses = (StatusFrom("active", None), StatusFrom("retired", date(2027, 1, 31)))
    closing = with_changed(small, "psm-i", statuses=statuses)
    slow = LEADER.replace("hours_per_week: 6", "hours_per_week: 1")
    answer = plan_builder(slow, request_for("psm-i"))(closing).result
    assert answer.status == "infeasible"
    assert [(one.constraint, one.hours_per_week) for one in answer.obstacles] == [
        ("hours_per_week", 5)
    ]
    assert answer.nearest
    assert answer.nearest.finish <= date(2027, 1, 30)
