"""The answer "yes, if": its day is the one of `plan` for the profile with such a job added."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import AS_OF
from test_recommended_plans import people

from certadvisor.advice.goals import plan_goal
from certadvisor.advice.recommend.conditionals import find_conditionals
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.requirement import COMPLEXITIES
from certadvisor.planner.conditional import Conditional
from certadvisor.planner.plan_request import PlanRequest, PlanStatus
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.profile.model import Profile, WorkPeriod
from certadvisor.rules.leaves.experience import kind_of_work

EXAMPLES = int(os.environ.get("CERTADVISOR_LAW_PEOPLE", "40"))
CATALOG = load_catalog()
IDS = ("pmp", "pgmp", "pmi-acp", "cbap", "ipma-b", "ipma-c", "cism", "aipm-cppp")


def _others(profile: Profile) -> Profile:
    """Leave out the work that leads projects, and the goal's time: most then have a condition."""
    work = tuple(one for one in profile.work or () if "project-leading" not in (one.kinds or ()))
    return profile._replace(work=work, goal=profile.goal._replace(within=None))


workers = people | people.map(_others)


def with_job(profile: Profile, conditional: Conditional) -> Profile:
    """Add the job that the condition names, as a person would write it into their profile."""
    leaves = [one.leaf for one in conditional.missing]
    scales = {"complexity": COMPLEXITIES, "responsibility": CATALOG.responsibilities}
    complexity, responsibility = (
        max((one for leaf in leaves if (one := getattr(leaf, key))), key=scale.index, default=None)
        for key, scale in scales.items()
    )
    in_hours = any(getattr(leaf, "months") is None for leaf in leaves)  # noqa: B009
    job = WorkPeriod(
        CATALOG.kinds_of(kind for leaf in leaves if (kind := kind_of_work(leaf))),
        start=conditional.start_by,
        hours_per_week=40 if in_hours else None,
        complexity=complexity,
        responsibility=responsibility,
    )
    return profile._replace(work=(*(profile.work or ()), job))


@given(workers, st.sampled_from(IDS))
@settings(max_examples=EXAMPLES)
def test_the_day_is_that_of_the_plan_with_the_job(profile: Profile, id: str) -> None:
    """And its total and status; without the job there is no plan on the evidence."""
    request = PlanRequest(GoalKind.CERTIFICATION, id)
    conditional = plan_goal(Evidence(profile, CATALOG, AS_OF), request).conditional
    if conditional is None:
        return
    planned = plan_goal(Evidence(with_job(profile, conditional), CATALOG, AS_OF), request)
    plan = planned.plan or planned.nearest
    assert plan is not None
    assert (planned.status, plan.finish) == (conditional.status, conditional.ready_on)
    assert plan.cost.likely / 100 == conditional.total.likely.amount
    is_in_time = conditional.status in (PlanStatus.FOUND, PlanStatus.ASK)
    limits = planned.limits
    assert not is_in_time or limits.until is None or plan.finish <= limits.until


@given(workers)
@settings(max_examples=EXAMPLES)
def test_recommend_and_plan_name_the_same_condition(profile: Profile) -> None:
    """What `recommend` shows under "later" is what `plan` answers."""
    evidence = Evidence(profile, CATALOG, AS_OF)
    for conditional in find_conditionals(evidence):
        request = PlanRequest(GoalKind.CERTIFICATION, conditional.certification)
        planned = plan_goal(evidence, request).conditional
        assert planned == conditional


@pytest.mark.parametrize("id", ["pmp", "pgmp", "ipma-b"])
def test_the_laws_look_at_conditions(id: str) -> None:
    """Who has only done technical work has one for each of these."""
    profile = Profile(work=(WorkPeriod(frozenset({"technical", "professional"}), start=AS_OF),))
    answer = plan_goal(Evidence(profile, CATALOG, AS_OF), PlanRequest(GoalKind.CERTIFICATION, id))
    assert answer.conditional is not None
