"""Plans in the built-in catalogue: the judge agrees with each one, and their figures are exact."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog, Money
from certadvisor.planner.objective import CHEAPEST, FASTEST
from certadvisor.planner.plan_result import Answer, Plan, Wish
from certadvisor.planner.planner import plan_to
from certadvisor.planner.planning_assumptions import supposed
from certadvisor.profile.evidence import Evidence
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


def planned(person: Profile, id: str, catalog: Catalog, by: str = "fastest") -> Answer:
    """Return the plan of a person."""
    return plan_to(Evidence(person, catalog, DAY), Wish("certification", id, by))


def done(plan: Plan, person: Profile, catalog: Catalog) -> Evidence:
    """Return the evidence of a person after all steps of a plan."""
    evidence = supposed(Evidence(person, catalog, DAY)).evidence
    profile = evidence.profile
    steps = plan.steps
    trained = tuple(
        TrainingRecord(one.subject, one.hours.likely, one.end)
        for one in steps
        if one.kind == "training" and one.hours
    )
    earned = tuple(Credential(one.subject) for one in steps if one.kind in ("exam", "award"))
    courses = tuple(one.subject for one in steps if one.kind == "course")
    joined = tuple(one.subject for one in steps if one.kind == "membership")
    changed = profile._replace(
        training=(*(profile.training or ()), *trained),
        certifications=(*(profile.certifications or ()), *earned[:-1]),
        courses=(*(profile.courses or ()), *courses),
        memberships=(*(profile.memberships or ()), *joined),
    )
    return Evidence(changed, catalog, DAY)


@pytest.mark.parametrize("name", PEOPLE)
def test_the_judge_agrees_with_a_plan_on_its_last_day(name: str, catalog: Catalog) -> None:
    """A person who takes all steps meets the whole rule on the day the plan ends."""
    found = 0
    for id, certification in catalog.certifications.items():
        plan = planned(PEOPLE[name], id, catalog).plan
        if plan is None:
            continue
        found += 1
        rule = certification.rule_on(plan.finish)
        assert rule is not None, id
        assert certification.obtainable_on(plan.finish) is True, id
        evidence = done(plan, PEOPLE[name], catalog)
        assert judge(rule.award, evidence, plan.finish).outcome is Outcome.MET, id
    assert found >= 50


@pytest.mark.parametrize("name", PEOPLE)
def test_the_cheapest_plan_is_never_dearer_nor_the_fastest_later(
    name: str, catalog: Catalog
) -> None:
    """Each is the best by its own objective, and no alternative within the limits is better."""
    for id in catalog.certifications:
        fast = planned(PEOPLE[name], id, catalog)
        cheap = planned(PEOPLE[name], id, catalog, "cheapest")
        assert (fast.plan is None) == (cheap.plan is None), id
        if fast.plan and cheap.plan:
            assert fast.plan.finish <= cheap.plan.finish, id
            assert cheap.plan.cost.likely <= fast.plan.cost.likely, id
            assert all(one.by_days >= 0 for one in fast.alternatives), id
            assert all(one.by_cost >= 0 for one in cheap.alternatives), id


@pytest.mark.parametrize("id", ["pmp", "pmi-acp", "prince2-7-practitioner", "a-csm", "gaqm-cpd"])
def test_the_budget_that_an_obstacle_names_is_just_enough(id: str, catalog: Catalog) -> None:
    """With the budget that it names there is a plan, and with a cent less there is none."""
    person = PEOPLE["a leader"]._replace(goal=Goal(budget=Money(1, "USD")))
    (obstacle,) = planned(person, id, catalog).obstacles
    assert obstacle.needed is not None
    for cents, status in ((obstacle.needed, "found"), (obstacle.needed - 1, "infeasible")):
        tried = person._replace(goal=Goal(budget=Money(cents / 100, "USD")))
        assert planned(tried, id, catalog).status == status


def measured(answer: Answer) -> float:
    """Return the day of the fastest plan or the cost of the cheapest; -1 if nothing is to do."""
    if answer.status in ("held", "none_asked"):
        return -1
    if answer.plan is None:
        return float("inf")
    fastest = answer.wish.by == FASTEST
    return answer.plan.finish.toordinal() if fastest else answer.plan.cost.likely


def outgrown(answer: Answer) -> set[str]:
    """Return what the role requires but the person is too senior for, so no target any more."""
    passed = answer.role.passed_over if answer.role else ()
    return {id for id, gate in passed if gate == "too-junior"}


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


@pytest.mark.parametrize("by", [FASTEST, CHEAPEST])
@pytest.mark.parametrize("more", MORE)
def test_more_evidence_never_makes_a_real_plan_worse(more: str, by: str, catalog: Catalog) -> None:
    """Neither to a certification nor to a role, as long as the person outgrows nothing in it."""
    aims = [("certification", id) for id in [*catalog.certifications][::4]]
    for kind, id in [*aims, *(("role", id) for id in catalog.roles)]:
        for person in (PEOPLE["a beginner"], PEOPLE["a leader"]):
            wish = Wish(kind, id, by)
            before, after = (
                plan_to(Evidence(one, catalog, DAY), wish) for one in (person, MORE[more](person))
            )
            if outgrown(after) <= outgrown(before):
                assert measured(after) <= measured(before), (kind, id)


def test_every_plan_answer_has_a_plan_or_a_reason(catalog: Catalog) -> None:
    """A plan, an obstacle, a question or a remark; the steps of a plan lie within its days."""
    for person in PEOPLE.values():
        for id in catalog.certifications:
            answer = planned(person, id, catalog)
            silent = not (answer.plan or answer.obstacles or answer.questions or answer.remarks)
            assert answer.status == "held" or not silent, id
            for plan in filter(None, (answer.plan, answer.nearest)):
                assert all(DAY <= one.start <= one.end <= plan.finish for one in plan.steps), id
                assert plan.steps[-1].end == plan.finish, id
