"""What is recommended can be planned: within the goal's limits, on that day, for that money."""

import os
from collections.abc import Iterable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import AS_OF, KINDS, breaks, optional_lists, spans

from certadvisor.advice.goals import plan_goal
from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.reachability import missing_for_award
from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.advice.renewals.renewal import renewals_of
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Money
from certadvisor.planner.nearest_way import check_certification
from certadvisor.planner.plan_request import PlanRequest, PlanStatus
from certadvisor.planner.plan_result import PlanResult, StepKind
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.horizon import horizon_end
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.profile.model import (
    Credential,
    Education,
    Goal,
    Horizon,
    HorizonUnit,
    Profile,
    Section,
    TrainingRecord,
    UnitRecord,
    WorkPeriod,
)
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.reason import Reason
from certadvisor.rules.verdict import Check, Shortfall

PEOPLE = int(os.environ.get("CERTADVISOR_LAW_PEOPLE", "40"))
CATALOG = load_catalog()
IDS = ("capm", "pmp", "csm", "psm-i", "prince2-7-foundation", "ipma-d", "pgmp", "itil-5-foundation")


@st.composite
def jobs(draw: st.DrawFn) -> WorkPeriod:
    """Draw dated work or an undated total of one of the kinds that many rules ask for."""
    kinds = draw(
        st.sampled_from(
            [*KINDS.values(), frozenset({"program", "professional"}), frozenset({"professional"})]
        )
    )
    if draw(st.integers(0, 3)) == 0:
        return WorkPeriod(kinds, months=draw(st.integers(1, 80)))
    start, end = draw(spans())
    return WorkPeriod(kinds, start=start, end=end)


goals = st.builds(
    Goal,
    role=st.none() | st.sampled_from(sorted(CATALOG.roles)),
    budget=st.none()
    | st.builds(Money, st.integers(0, 4000), st.sampled_from(["USD", "USD", "GBP", "EUR", "INR"])),
    within=st.none() | st.builds(Horizon, st.integers(1, 30), st.just(HorizonUnit.MONTH)),
    hours_per_week=st.none() | st.integers(1, 20),
    prefers=st.none(),
    interests=st.just(()),
)
units = st.builds(
    UnitRecord,
    st.sampled_from([None, "education", "giving-back"]),
    st.integers(0, 70),
    st.none() | st.dates(date(2023, 1, 1), date(2026, 11, 22)),
)
people = st.builds(
    Profile,
    country=st.sampled_from([None, "US", "GB", "DE", "AT", "IN"]),
    education=optional_lists(
        st.builds(Education, st.sampled_from(["secondary", "bachelor", "master"]))
    ),
    work=optional_lists(jobs()),
    training=optional_lists(
        st.builds(TrainingRecord, st.just("project-management"), st.integers(0, 40))
    ),
    courses=st.sampled_from([None, (), ("csm-course",)]),
    certifications=optional_lists(
        st.builds(
            Credential,
            st.sampled_from(IDS),
            st.just(date(2025, 3, 1)),
            st.none() | st.dates(date(2026, 1, 1), date(2029, 1, 1)),
            units=st.none() | st.lists(units, max_size=3).map(tuple),
            earned_unknown=st.just(False),
            expires_unknown=st.booleans(),
        )
    ),
    memberships=st.sampled_from([None, (), ("pmi",), ("ipma",)]),
    breaks=optional_lists(breaks()),
    employer=st.none(),
    confirmed=st.just(()),
    skills=st.none(),
    incomplete=st.just(()),
    guessed=st.just(()),
    goal=goals,
)


@settings(max_examples=PEOPLE, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(people)
def test_what_is_recommended_can_be_planned(person: Profile) -> None:
    """The plan keeps the limits, ends that day, costs that much, and does what is missing."""
    evidence = Evidence(person, CATALOG, AS_OF)
    advice = recommend(evidence, RankingOptions(complete=False))
    for one in advice.recommendations:
        id = one.certification.id
        result = plan_goal(
            Evidence(person, CATALOG, AS_OF), PlanRequest(GoalKind.CERTIFICATION, id)
        )
        assert_plan_is_what_was_recommended(one, result, evidence)
        resources = PlanningResources(Evidence(person, CATALOG, AS_OF))
        answer = check_certification(one.certification, resources)
        assert answer.eligible_from == one.eligible_from, id
        assert one.missing == (() if one.lapsed else missing_for_award(answer)), id
        # What is not given may do instead, and a budget may lead another way than the nearest.
        if one.reach != "ask" and not one.answers and person.goal.budget is None:
            for shortfall in one.missing:
                assert plan_closes(shortfall, result, answer), (id, shortfall)
    for later in advice.later:
        assert later.way.ready_on is not None
        assert later.way.ready_on > AS_OF
    assert_remarks_have_the_figures_of_plans(advice.remarks, evidence)


def assert_remarks_have_the_figures_of_plans(remarks: Iterable[Reason], evidence: Evidence) -> None:
    """What is reinstated first, or let go, has the day and the money of `plan` and `renew`."""
    credentials = renewals_of(Evidence(evidence.profile, CATALOG, AS_OF)).credentials or ()
    renewals = {one.id: one for one in credentials}
    for remark in remarks:
        if remark.key == "reinstate-first":
            id, values = str(remark.values["certification"]), remark.values
            result = plan_goal(
                Evidence(evidence.profile, CATALOG, AS_OF),
                PlanRequest(GoalKind.CERTIFICATION, id),
            )
            plan = result.plan or result.nearest
            assert plan
            last = plan.steps[-1]
            assert (last.kind, last.subject) == (StepKind.REINSTATE, id)
            assert values["on"] == plan.finish == last.end
            assert values["total"] == plan.cost.likely / 100
            assert values["fee"] == (last.cost.likely if last.cost else 0) / 100
            assert values["currency"] == result.currency
            offer = renewals[id].reinstatement
            assert offer
            assert offer.planned
            assert offer.planned.values == values
            assert plan.finish <= offer.planned.lapsed.until == values["until"] == offer.until
        if remark.key in ("let-go", "let-go-lapsed", "renew-first"):
            reason = renewals[str(remark.values["certification"])].lapse_reason
            if remark.key == "renew-first":
                assert reason is None
            else:
                assert reason is not None
                assert (reason.by, reason.on) == (remark.values["by"], remark.values["on"])


def plan_closes(shortfall: Shortfall, result: PlanResult, answer: Check) -> bool:
    """Whether the plan has the step that `check` names as missing, or time brings it."""
    plan = result.plan or result.nearest
    assert plan
    subjects = {step.subject for step in plan.steps}
    ids = kind_of(shortfall.leaf).certifications(shortfall.leaf)
    match kind_of(shortfall.leaf).SECTION:
        case Section.WORK:
            return not answer.stands_still or any(one.kind is StepKind.WAIT for one in plan.steps)
        case Section.CERTIFICATIONS:
            return not subjects.isdisjoint(ids)
        case _:
            bookable = kind_of(shortfall.leaf).acquisitions(shortfall.leaf, Profile(), AS_OF)
            return not bookable or not subjects.isdisjoint(one.name for one in bookable)


def assert_plan_is_what_was_recommended(
    one: Recommendation, result: PlanResult, evidence: Evidence
) -> None:
    """Only where an answer is missing may the plan rest on more than the evidence."""
    id, goal = one.certification.id, evidence.profile.goal
    found = PlanStatus.ASK if result.status is PlanStatus.ASK else PlanStatus.FOUND
    assert result.status is found, (id, result.status)
    assert found is PlanStatus.FOUND or one.reach == "ask" or one.answers, id
    plan = result.plan or result.nearest
    assert plan is not None, id
    assert one.way.total is not None
    assert plan.finish == one.way.ready_on, id
    assert result.currency == one.way.total.likely.currency, id
    assert plan.cost.likely == round(one.way.total.likely.amount * 100), id
    assert result.limits.hours_per_week == one.way.hours_per_week, id
    if goal.within is not None:
        assert plan.finish <= horizon_end(goal.within, evidence), id
    if goal.budget is not None:
        assert plan.cost.low <= goal.budget.amount * 100, id
    if one.reach == "now":
        assert one.award is Outcome.MET, id
