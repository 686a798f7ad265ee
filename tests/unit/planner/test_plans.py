"""The planner's results: statuses, obstacles with their numbers, alternatives, remarks."""

from datetime import date
from itertools import pairwise

import pytest
from sample_plans import DAY, LEADER, POOR, plan_builder, request_for

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Experience
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_request import PlanRequest
from certadvisor.planner.plan_result import PlanResult, StepKind
from certadvisor.profile.matching.lookup import GoalKind

BEGINNER = """
education: [{degree: bachelor}]
work: []
training: []
courses: []
certifications: []
memberships: []
"""


def plan_result(profile: str, request: PlanRequest, catalog: Catalog) -> PlanResult:
    """The planner's result."""
    return plan_builder(profile, request)(catalog).result


def step_kinds(answer: PlanResult) -> list[str]:
    """The kinds of the steps."""
    plan = answer.plan or answer.nearest
    return [step.kind for step in plan.steps] if plan else []


def test_a_plan_has_every_step_with_its_date(small: Catalog) -> None:
    """Training, then study, while experience grows; the membership pays for itself."""
    answer = plan_result(LEADER, request_for("pmp"), small)
    assert answer.status == "found"
    assert answer.plan is not None
    expected = ["training", "wait", "study", "membership", "application", "exam"]
    assert step_kinds(answer) == expected
    days = {step.kind: step.end for step in answer.plan.steps}
    assert (
        days[StepKind.APPLICATION] == days[StepKind.WAIT] == date(2027, 8, 1)
    )  # the 36th month begins
    assert answer.plan.finish == date(2027, 8, 15)  # after the 14 days of the decision
    assert answer.plan.cost.estimated


def test_the_application_waits_while_study_continues(small: Catalog) -> None:
    """At a slow pace study outlasts the wait; with nothing to wait for there is no step."""
    slow = plan_result(POOR.replace("1000", "2000"), request_for("pmp"), small).plan
    assert slow is not None
    days = {step.kind: step.end for step in slow.steps}
    assert (
        days[StepKind.WAIT] == days[StepKind.APPLICATION] == date(2027, 8, 1) < days[StepKind.STUDY]
    )
    (wait,) = (step for step in slow.steps if step.kind == "wait")
    assert isinstance(wait.leaf, Experience)
    assert "wait" not in step_kinds(
        plan_result(LEADER.replace("2024-09", "2020-09"), request_for("pmp"), small)
    )


def test_study_ends_with_the_exam(small: Catalog) -> None:
    """A person who waits for experience studies late, and one thing at a time."""
    plan = plan_result(LEADER, request_for("pmp"), small).plan
    assert plan is not None
    training, study = (next(s for s in plan.steps if s.kind == k) for k in ("training", "study"))
    assert study.end == plan.finish
    assert study.start > training.end


@pytest.mark.parametrize("id", ["a-csm", "pmp", "cbap", "prince2-7-foundation"])
def test_a_plan_never_has_two_studies_at_once(id: str, small: Catalog) -> None:
    """Training and study never overlap, however far they are postponed."""
    answer = plan_result(LEADER, request_for(id), small)
    for plan in filter(None, (answer.plan, answer.nearest, *(o.plan for o in answer.alternatives))):
        busy = sorted((s.start, s.end) for s in plan.steps if s.kind in ("training", "study"))
        assert all(before[1] <= after[0] for before, after in pairwise(busy))
        earned = {s.subject: s.end for s in plan.steps if s.kind in ("exam", "award")}
        assert all(s.end <= earned[s.subject] for s in plan.steps if s.kind == "study")


def test_completed_training_is_not_a_step(small: Catalog) -> None:
    """It shortens the plan by its hours; only the missing hours are planned."""
    complete = LEADER.replace("training: []", "training: [{topic: project-management, hours: 35}]")
    partial = LEADER.replace("training: []", "training: [{topic: project-management, hours: 20}]")
    assert "training" not in step_kinds(plan_result(complete, request_for("pmp"), small))
    plan = plan_result(partial, request_for("pmp"), small).plan
    assert plan is not None
    assert plan.steps[0].hours is not None
    assert plan.steps[0].hours.likely == 15


def test_a_window_counts_only_undated_training_towards_the_missing_hours(small: Catalog) -> None:
    """Dated hours may have left the window by then; undated hours have not."""
    work = "work: [{kinds: [business-analysis], hours: 9000}]"
    base = BEGINNER.replace("work: []", work) + "confirmed: [cbap-areas]\n"
    for record, hours in ((", completed: 2024-01", 35), ("", 15)):
        training = f"training: [{{topic: business-analysis, hours: 20{record}}}]"
        answer = plan_result(base.replace("training: []", training), request_for("cbap"), small)
        assert answer.plan is not None
        step = next(one for one in answer.plan.steps if one.kind == "training")
        assert step.hours is not None
        assert step.hours.likely == hours


def test_training_for_a_prerequisite_also_serves_the_target(small: Catalog) -> None:
    """Through the CAPM: 23 hours for it, and then no more for the PMP."""
    alternatives = plan_result(LEADER, request_for("pmp"), small).alternatives
    through = next(one for one in alternatives if ("earn", "capm") in one.extra_steps)
    assert through.drawback == "costlier"
    assert through.extra_cost == 10500
    assert [step.serves for step in through.plan.steps if step.kind == "training"] == [("capm",)]


def test_the_deadline_obstacle_counts_the_days_late(small: Catalog) -> None:
    """Counted up to the finish of the plan without a deadline."""
    answer = plan_result(POOR, request_for("pmp", until=date(2027, 3, 1)), small)
    (obstacle,) = answer.obstacles
    assert (answer.status, obstacle.constraint, obstacle.suffices_alone) == (
        "infeasible",
        "until",
        True,
    )
    assert answer.nearest is not None
    assert obstacle.days_late == (answer.nearest.finish - date(2027, 3, 1)).days
    eased = plan_result(POOR, request_for("pmp", until=answer.nearest.finish), small)
    assert eased.status == "found"


def test_a_pace_too_slow_for_the_deadline_is_an_obstacle(small: Catalog) -> None:
    """The deadline is met with that many hours a week, and missed with one fewer."""
    experienced = LEADER.replace("2024-09", "2020-09")
    day = date(2027, 2, 1)
    answer = plan_result(experienced, request_for("pmp", until=day), small)
    obstacles = {one.constraint: one for one in answer.obstacles}
    assert list(obstacles) == ["until", "hours_per_week"]
    assert all(one.suffices_alone for one in answer.obstacles)
    hours = obstacles["hours_per_week"].hours_per_week
    assert hours is not None
    for pace, status in ((hours, "found"), (hours - 1, "infeasible")):
        paced = experienced.replace("hours_per_week: 6", f"hours_per_week: {pace}")
        assert plan_result(paced, request_for("pmp", until=day), small).status == status


def test_the_nearest_plan_keeps_to_the_budget_that_is_enough(small: Catalog) -> None:
    """Short of money: the plan of the least sufficient budget, not a dearer and faster one."""
    answer = plan_result(POOR.replace("1000", "400"), request_for("pmp"), small)
    assert answer.nearest is not None
    assert answer.nearest.cost.low == answer.obstacles[0].needed


def test_the_budget_obstacle_counts_the_missing_amount(small: Catalog) -> None:
    """With that much more there is a plan, with a cent less there is none."""
    answer = plan_result(POOR.replace("1000", "400"), request_for("pmp"), small)
    (obstacle,) = answer.obstacles
    assert obstacle.constraint == "budget"
    assert obstacle.needed is not None
    assert obstacle.short_by == obstacle.needed - 40000
    enough = obstacle.needed / 100
    assert (
        plan_result(POOR.replace("1000", f"{enough}"), request_for("pmp"), small).status == "found"
    )
    short = plan_result(POOR.replace("1000", f"{enough - 0.01:.2f}"), request_for("pmp"), small)
    assert short.status == "infeasible"


def test_two_binding_limits_are_two_obstacles(small: Catalog) -> None:
    """Lifting one of them is not enough."""
    poor = POOR.replace("1000", "400")
    answer = plan_result(poor, request_for("pmp", until=date(2027, 1, 1)), small)
    assert [(one.constraint, one.suffices_alone) for one in answer.obstacles] == [
        ("until", False),
        ("budget", False),
    ]


def test_the_horizon_of_a_goal_is_a_limit(small: Catalog) -> None:
    """`within` counts if no deadline is given; a given deadline takes precedence."""
    near = LEADER.replace("goal: {", "goal: {within: 3 months, ")
    assert plan_result(near, request_for("pmp"), small).status == "infeasible"
    assert plan_result(near, request_for("pmp", until=date(2028, 1, 1)), small).status == "found"


def test_a_missing_degree_is_an_obstacle(small: Catalog) -> None:
    """The least one that is enough; no step leads to it."""
    answer = plan_result(LEADER.replace("bachelor", "none"), request_for("capm"), small)
    (obstacle,) = answer.obstacles
    assert (obstacle.constraint, obstacle.amount, obstacle.unit) == ("degree", 1, "degree")
    assert answer.status == "infeasible"


def test_missing_experience_is_an_obstacle_with_its_months(small: Catalog) -> None:
    """And the plan that would be possible if it started with the next quarter."""
    answer = plan_result(BEGINNER, request_for("pmp"), small)
    (obstacle,) = answer.obstacles
    assert (obstacle.constraint, obstacle.amount, obstacle.unit) == ("experience", 36, "month")
    assert answer.nearest is not None
    assert answer.nearest.finish == date(2029, 12, 15)


def test_a_missing_degree_and_missing_experience_are_two_obstacles(small: Catalog) -> None:
    """Work alone would not do, so there is no condition; the plan says what it supposes."""
    answer = plan_result(BEGINNER.replace("bachelor", "none"), request_for("pmp"), small)
    assert [one.constraint for one in answer.obstacles] == ["degree", "experience"]
    assert answer.conditional is None
    assert "begun" in [remark.key for remark in answer.remarks]


def test_an_empty_profile_leads_to_questions(small: Catalog) -> None:
    """Degree and work have no step; training has one, so it needs no question."""
    answer = plan_result("goal: {}", request_for("pmp"), small)
    assert answer.status == "ask"
    assert {one.topic for one in answer.questions} >= {"education", "experience"}
    assert {type(one.leaf).__name__ for one in answer.assumed_shortfalls} == {
        "Degree",
        "Experience",
    }
    assert answer.nearest is not None


def test_a_certification_without_a_rule_leads_to_a_question(small: Catalog) -> None:
    """The question goes to its issuer."""
    answer = plan_result(LEADER, request_for("iapm-cpm"), small)
    assert answer.status == "ask"
    assert [one.topic for one in answer.questions] == ["issuer"]


def test_a_retired_certification_names_its_successor(small: Catalog) -> None:
    """There is no plan for it."""
    answer = plan_result(LEADER, request_for("prince2-6-foundation"), small)
    assert answer.status == "infeasible"
    assert [one.constraint for one in answer.obstacles] == ["obtainable"]
    assert answer.nearest is None
    assert "replaced" in [remark.key for remark in answer.remarks]


@pytest.mark.parametrize(
    ("written", "wish", "status"),
    [
        ("certifications: [{id: capm}]", request_for("capm"), "held"),
        ("certifications: [{id: psm-i}]", PlanRequest(GoalKind.ROLE, "scrum-master"), "held"),
        (LEADER, PlanRequest(GoalKind.ROLE, "project-coordinator"), "none_required"),
    ],
)
def test_a_request_with_nothing_to_do_has_no_plan(
    written: str, wish: PlanRequest, status: str, small: Catalog
) -> None:
    """The status says so, and there are no steps."""
    answer = plan_result(written, wish, small)
    assert (answer.status, answer.plan, answer.nearest) == (status, None, None)


def test_a_role_is_planned_by_the_best_of_its_preferred_certifications(small: Catalog) -> None:
    """The other one is an alternative with its price."""
    answer = plan_result(
        LEADER, PlanRequest(GoalKind.ROLE, "scrum-master", PlanObjective.CHEAPEST), small
    )
    assert answer.plan is not None
    assert answer.plan.certification == "psm-i"
    assert [one.plan.certification for one in answer.alternatives] == ["csm"]


def test_a_certification_above_the_roles_own_leaves_nothing_to_do(
    small: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PMP makes the CAPM pointless, which helps project managers."""
    wish = PlanRequest(GoalKind.ROLE, "project-manager")
    role = small.roles["project-manager"]
    asks_capm = role._replace(preferred=("capm",), helpful=(), local={})
    monkeypatch.setattr(small, "roles", {**small.roles, role.id: asks_capm})
    answer = plan_result("certifications: [{id: pmp}]", wish, small)
    assert (answer.status, answer.held_certification) == ("held", "pmp")


def test_a_credential_that_expires_before_its_use_is_a_remark(small: Catalog) -> None:
    """The CAPM expires before there is enough experience."""
    capm = "certifications: [{id: capm, earned: 2024-03-01, expires: 2027-03-01}]"
    answer = plan_result(LEADER.replace("certifications: []", capm), request_for("pmp"), small)
    assert answer.plan is not None
    assert "training" not in step_kinds(answer)
    remark = next(one for one in answer.remarks if one.key == "keep-alive")
    assert remark.values == {"certification": "capm", "until": date(2027, 3, 1)}


def test_an_undated_total_continues_and_that_is_a_remark(small: Catalog) -> None:
    """From next month: 30 months become 36 in half a year."""
    total = BEGINNER.replace("work: []", "work: [{kinds: [project-leading], months: 30}]")
    answer = plan_result(total, request_for("pmp"), small)
    assert answer.status == "found"
    assert "going-on" in [remark.key for remark in answer.remarks]


def test_the_same_request_has_the_same_result(small: Catalog) -> None:
    """Byte for byte, whatever was planned before."""
    first = plan_result(LEADER, request_for("pmp"), small)
    plan_result(POOR, request_for("a-csm"), small)
    assert plan_result(LEADER, request_for("pmp"), small) == first
    assert first.as_of == DAY
