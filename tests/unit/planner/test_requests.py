"""What a plan is calculated for: today's status, a currency with a rate, each question once."""

from copy import copy
from datetime import date

import pytest
from sample_plans import LEADER, plan_builder, request_for

from certadvisor.catalog.records import Catalog, StatusFrom


def test_a_certification_that_was_active_is_not_obtainable_after_it_retired(
    small: Catalog,
) -> None:
    """Its past is no option: the plan says so, and does not wait."""
    states = (("announced", None), ("active", date(2020, 1, 1)), ("retired", date(2025, 1, 1)))
    statuses = tuple(StatusFrom(state, since) for state, since in states)
    retired = copy(small)
    retired.certifications = {
        **small.certifications,
        "capm": small.certifications["capm"]._replace(statuses=statuses),
    }
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
