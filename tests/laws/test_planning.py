"""The planner's search against all possible plans, and against more budget, time or evidence."""

from random import Random

import pytest
from every_plan import best_by_force
from random_problems import IDS, Puzzle, puzzle

from certadvisor.planner.actions import ANEW
from certadvisor.planner.branch_and_bound import Limits, Problem, Solution, search
from certadvisor.planner.objective import NO_LIMIT, PlanObjective
from certadvisor.planner.routes import RouteFinder
from certadvisor.planner.schedule import actions_of
from certadvisor.profile.model import Credential, Education, Profile, TrainingRecord, WorkPeriod

PROBLEMS = 1000
BLOCK = 50


def best_plan(problem_data: Puzzle, limits: Limits | None = None) -> Solution | None:
    """Return the best plan to `a` by the planner's search."""
    best = search(problem_of(problem_data), problem_data.by, limits or Limits()).solutions
    return best[0] if best else None


def problem_of(data: Puzzle) -> Problem:
    """Return the search problem of getting to `a`."""
    finder = RouteFinder(data.timeline, lapsed=data.lapsed)
    return Problem("a", finder, data.prices, data.pace)


@pytest.mark.parametrize("block", range(PROBLEMS // BLOCK))
def test_the_plan_found_is_the_best_of_all_plans(block: int) -> None:
    """It equals, in every figure and name, the best of all selections in all orders."""
    planned = 0
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        problem, random = puzzle(seed), Random(seed)  # noqa: S311  not for security
        budget = random.choice([NO_LIMIT, random.randint(0, 60)])
        until = random.choice([NO_LIMIT, problem.pace.start + random.randint(0, 400)])
        best = best_plan(problem, Limits(budget, until))
        assert (best.objective_value if best else None) == best_by_force(problem, budget, until), (
            seed
        )
        planned += best is not None
    assert planned >= BLOCK // 5  # enough of the problems have a plan


def objective_value(plan: Solution | None, by: PlanObjective) -> tuple[int, int]:
    """Return the day of the fastest plan or the cost of the cheapest; infinity for no plan.

    Before it comes how much is earned anew although it could be reinstated.
    """
    if plan is None:
        return NO_LIMIT, NO_LIMIT
    anew = sum(action.kind is ANEW for action in actions_of(plan.selection))
    return anew, plan.finish if by is PlanObjective.FASTEST else plan.purchases.total.likely


@pytest.mark.parametrize("seed", range(0, 3000, 10))
def test_more_budget_or_time_never_makes_a_plan_worse(seed: int) -> None:
    """Nor do more hours of study a week."""
    problem, random = puzzle(seed), Random(seed)  # noqa: S311  not for security
    budget, days = random.randint(0, 40), random.randint(0, 400)
    last = problem.pace.start + days
    tight = objective_value(best_plan(problem, Limits(budget, last)), problem.by)
    assert (
        objective_value(
            best_plan(problem, Limits(budget + random.randint(1, 30), last)), problem.by
        )
        <= tight
    )
    assert (
        objective_value(
            best_plan(problem, Limits(budget, last + random.randint(1, 300))), problem.by
        )
        <= tight
    )
    faster = problem._replace(
        pace=problem.pace._replace(hours_per_week=problem.pace.hours_per_week * 1.5)
    )
    assert objective_value(best_plan(faster, Limits(budget, last)), problem.by) <= tight


MORE = {
    "degree": lambda p: p._replace(education=(*p.education, Education("master"))),
    "work": lambda p: p._replace(work=(*p.work, WorkPeriod(frozenset({"work"}), months=7))),
    "training": lambda p: p._replace(training=(*p.training, TrainingRecord("t", 12))),
    "course": lambda p: p._replace(courses=(*p.courses, "l")),
    "membership": lambda p: p._replace(memberships=(*p.memberships, "n")),
    "certification": lambda p: p._replace(certifications=(*p.certifications, Credential("c"))),
}


@pytest.mark.parametrize("more", MORE)
@pytest.mark.parametrize("seed", range(0, 2000, 20))
def test_more_evidence_never_makes_a_plan_worse(seed: int, more: str) -> None:
    """Whatever is added, the fastest plan is no later and the cheapest no dearer."""
    problem = puzzle(seed)
    richer: Profile = MORE[more](problem.profile)
    pace = problem.pace._replace(member_of=richer.memberships or ())
    better = problem._replace(profile=richer, pace=pace)
    assert objective_value(best_plan(better), problem.by) <= objective_value(
        best_plan(problem), problem.by
    )


@pytest.mark.parametrize("seed", range(100))
def test_every_route_to_the_target_has_its_best_plan(seed: int) -> None:
    """The first is the best, the others follow in order, without duplicates."""
    data = puzzle(seed)
    problem = problem_of(data)
    ranked = search(problem, data.by, Limits(), count=len(IDS)).solutions
    worths = [one.objective_value for one in ranked]
    assert worths == sorted(set(worths))
    assert ranked[:1] == search(problem, data.by, Limits()).solutions
