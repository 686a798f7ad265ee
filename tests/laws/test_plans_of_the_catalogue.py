"""Plans in the built-in catalogue: the judge agrees with each one, and their figures are exact."""

from datetime import date

import pytest

from certadvisor.advice.goals import plan_goal
from certadvisor.catalog.records import Catalog, Money
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.planner.plan_result import Plan, PlanResult
from certadvisor.planner.planning_assumptions import planning_evidence
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.profile.model import (
    Credential,
    Education,
    Goal,
    Profile,
    TrainingRecord,
    WorkPeriod,
)
from certadvisor.rules.judge import judge
from certadvisor.rules.outcome import Outcome

DAY = date(2026, 11, 22)
KINDS = frozenset({"project-leading", "project", "professional", "scrum-master", "agile"})
PEOPLE = {
    "a beginner": Profile(
        education=(Education("secondary"),), work=(), training=(), courses=(), certifications=(),
        memberships=(),
    ),
    "a leader": Profile(
        country="US", education=(Education("bachelor"),),
        work=(WorkPeriod(KINDS, start=date(2024, 9, 1)),), training=(), courses=(),
        certifications=(Credential("capm", date(2024, 5, 1), date(2027, 5, 1)),),
        memberships=("pmi",),
    ),
    "a total": Profile(
        country="GB", education=(Education("master"),), work=(WorkPeriod(KINDS, months=50),),
        training=(TrainingRecord("project-management", 20),),
    ),
}  # fmt: skip


def make_plan(
    person: Profile, id: str, catalog: Catalog, by: PlanObjective = PlanObjective.FASTEST
) -> PlanResult:
    """Return the plan of a person."""
    return plan_goal(Evidence(person, catalog, DAY), PlanRequest(GoalKind.CERTIFICATION, id, by))


def evidence_after(plan: Plan, person: Profile, catalog: Catalog) -> Evidence:
    """Return the evidence of a person after all steps of a plan."""
    evidence = planning_evidence(Evidence(person, catalog, DAY)).evidence
    profile = evidence.profile
    steps = plan.steps
    training = tuple(
        TrainingRecord(one.subject, one.hours.likely, one.end)
        for one in steps
        if one.kind == "training" and one.hours
    )
    earned = tuple(Credential(one.subject) for one in steps if one.kind in ("exam", "award"))
    courses = tuple(one.subject for one in steps if one.kind == "course")
    memberships = tuple(one.subject for one in steps if one.kind == "membership")
    changed = profile._replace(
        training=(*(profile.training or ()), *training),
        certifications=(*(profile.certifications or ()), *earned[:-1]),
        courses=(*(profile.courses or ()), *courses),
        memberships=(*(profile.memberships or ()), *memberships),
    )
    return Evidence(changed, catalog, DAY)


@pytest.mark.parametrize("name", PEOPLE)
def test_the_judge_agrees_with_a_plan_on_its_last_day(name: str, catalog: Catalog) -> None:
    """A person who takes all steps meets the whole rule on the day the plan ends."""
    plans_checked = 0
    for id, certification in catalog.certifications.items():
        plan = make_plan(PEOPLE[name], id, catalog).plan
        if plan is None:
            continue
        plans_checked += 1
        rule = certification.rule_on(plan.finish)
        assert rule is not None, id
        assert certification.obtainable_on(plan.finish) is True, id
        evidence = evidence_after(plan, PEOPLE[name], catalog)
        assert judge(rule.award, evidence, plan.finish).outcome is Outcome.MET, id
    assert plans_checked >= 50


@pytest.mark.parametrize("name", PEOPLE)
def test_the_cheapest_plan_is_never_dearer_nor_the_fastest_later(
    name: str, catalog: Catalog
) -> None:
    """Each is the best by its own objective, and no alternative within the limits is better."""
    for id in catalog.certifications:
        fast = make_plan(PEOPLE[name], id, catalog)
        cheap = make_plan(PEOPLE[name], id, catalog, PlanObjective.CHEAPEST)
        assert (fast.plan is None) == (cheap.plan is None), id
        if fast.plan and cheap.plan:
            assert fast.plan.finish <= cheap.plan.finish, id
            assert cheap.plan.cost.likely <= fast.plan.cost.likely, id
            assert all(one.extra_days >= 0 for one in fast.alternatives), id
            assert all(one.extra_cost >= 0 for one in cheap.alternatives), id


@pytest.mark.parametrize("id", ["pmp", "pmi-acp", "prince2-7-practitioner", "a-csm", "gaqm-cpd"])
def test_the_budget_that_an_obstacle_names_is_just_enough(id: str, catalog: Catalog) -> None:
    """With the budget that it names there is a plan, and with a cent less there is none."""
    person = PEOPLE["a leader"]._replace(goal=Goal(budget=Money(1, "USD")))
    (obstacle,) = make_plan(person, id, catalog).obstacles
    assert obstacle.needed is not None
    for cents, status in ((obstacle.needed, "found"), (obstacle.needed - 1, "infeasible")):
        with_budget = person._replace(goal=Goal(budget=Money(cents / 100, "USD")))
        assert make_plan(with_budget, id, catalog).status == status


def objective_value(answer: PlanResult) -> float:
    """Return the day of the fastest plan or the cost of the cheapest; -1 if nothing is to do."""
    if answer.status in ("held", "none_required"):
        return -1
    if answer.plan is None:
        return float("inf")
    fastest = answer.request.objective is PlanObjective.FASTEST
    return answer.plan.finish.toordinal() if fastest else answer.plan.cost.likely


def outgrown_ids(answer: PlanResult) -> set[str]:
    """Return what the role requires but the person is too senior for, so no target any more."""
    passed_over = answer.role.outgrown if answer.role else ()
    return {id for id, gate in passed_over if gate == "too-junior"}


MORE = {
    "a degree": lambda p: p._replace(education=(*p.education, Education("master"))),
    "leading": lambda p: p._replace(work=(*p.work, WorkPeriod(KINDS, months=30))),
    "programs": lambda p: p._replace(
        work=(*p.work, WorkPeriod(frozenset({"program", "professional"}), start=date(2020, 1, 1)))
    ),
    "training": lambda p: p._replace(
        training=(*p.training, TrainingRecord("project-management", 35))
    ),
    "a course": lambda p: p._replace(courses=(*p.courses, "csm-course")),
    "a membership": lambda p: p._replace(memberships=(*p.memberships, "pmi")),
    "the PMP": lambda p: p._replace(certifications=(*p.certifications, Credential("pmp"))),
    "a foundation": lambda p: p._replace(
        certifications=(*p.certifications, Credential("prince2-7-foundation"))
    ),
}


@pytest.mark.parametrize("by", PlanObjective)
@pytest.mark.parametrize("more", MORE)
def test_more_evidence_never_makes_a_real_plan_worse(
    more: str, by: PlanObjective, catalog: Catalog
) -> None:
    """Neither to a certification nor to a role, as long as the person outgrows nothing in it."""
    aims = [(GoalKind.CERTIFICATION, id) for id in [*catalog.certifications][::4]]
    for kind, id in [*aims, *((GoalKind.ROLE, id) for id in catalog.roles)]:
        for person in (PEOPLE["a beginner"], PEOPLE["a leader"]):
            wish = PlanRequest(kind, id, by)
            before, after = (
                plan_goal(Evidence(one, catalog, DAY), wish) for one in (person, MORE[more](person))
            )
            if outgrown_ids(after) <= outgrown_ids(before):
                assert objective_value(after) <= objective_value(before), (kind, id)


def test_every_plan_answer_has_a_plan_or_a_reason(catalog: Catalog) -> None:
    """A plan, an obstacle, a question or a remark; the steps of a plan lie within its days."""
    for person in PEOPLE.values():
        for id in catalog.certifications:
            answer = make_plan(person, id, catalog)
            is_empty = not (answer.plan or answer.obstacles or answer.questions or answer.remarks)
            assert answer.status == "held" or not is_empty, id
            for plan in filter(None, (answer.plan, answer.nearest)):
                assert all(DAY <= one.start <= one.end <= plan.finish for one in plan.steps), id
                assert plan.steps[-1].end == plan.finish, id
