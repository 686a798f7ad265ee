"""The planner's search against all possible plans, and against more budget, time or evidence."""

from random import Random

import pytest
from every_plan import best_by_force
from random_problems import IDS, Puzzle, puzzle

from certadvisor.planner.branch_and_bound import Found, Limits, Problem, search
from certadvisor.planner.objective import NO_LIMIT
from certadvisor.planner.routes import Ways
from certadvisor.profile.model import Credential, Education, Profile, TrainingRecord, WorkPeriod

PROBLEMS = 1000
BLOCK = 50


def found(of: Puzzle, limits: Limits | None = None) -> Found | None:
    """Return the best plan to `a` by the planner's search."""
    problem = Problem("a", Ways(of.timeline), of.prices, of.pace)
    best = search(problem, of.by, limits or Limits())
    return best[0] if best else None


@pytest.mark.parametrize("block", range(PROBLEMS // BLOCK))
def test_the_plan_found_is_the_best_of_all_plans(block: int) -> None:
    """It equals, in every figure and name, the best of all selections in all orders."""
    planned = 0
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        of, random = puzzle(seed), Random(seed)  # noqa: S311  not for security
        budget = random.choice([NO_LIMIT, random.randint(0, 60)])
        until = random.choice([NO_LIMIT, of.pace.first + random.randint(0, 400)])
        best = found(of, Limits(budget, until))
        assert (best.worth if best else None) == best_by_force(of, budget, until), seed
        planned += best is not None
    assert planned >= BLOCK // 5  # enough of the problems have a plan


def objective(best: Found | None, by: str) -> float:
    """Return the day of the fastest plan or the cost of the cheapest; infinity for no plan."""
    if best is None:
        return NO_LIMIT
    return best.finish if by == "fastest" else best.bought.total.likely


@pytest.mark.parametrize("seed", range(0, 3000, 10))
def test_more_budget_or_time_never_makes_a_plan_worse(seed: int) -> None:
    """Nor do more hours of study a week."""
    of, random = puzzle(seed), Random(seed)  # noqa: S311  not for security
    budget, days = random.randint(0, 40), random.randint(0, 400)
    last = of.pace.first + days
    tight = objective(found(of, Limits(budget, last)), of.by)
    assert objective(found(of, Limits(budget + random.randint(1, 30), last)), of.by) <= tight
    assert objective(found(of, Limits(budget, last + random.randint(1, 300))), of.by) <= tight
    faster = of._replace(pace=of.pace._replace(hours_per_week=of.pace.hours_per_week * 1.5))
    assert objective(found(faster, Limits(budget, last)), of.by) <= tight


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
    of = puzzle(seed)
    richer: Profile = MORE[more](of.profile)
    pace = of.pace._replace(member_of=richer.memberships or ())
    better = of._replace(profile=richer, pace=pace)
    assert objective(found(better), of.by) <= objective(found(of), of.by)


@pytest.mark.parametrize("seed", range(100))
def test_every_route_to_the_target_has_its_best_plan(seed: int) -> None:
    """The first is the best, the others follow in order, without duplicates."""
    of = puzzle(seed)
    problem = Problem("a", Ways(of.timeline), of.prices, of.pace)
    ranked = search(problem, of.by, Limits(), most=len(IDS))
    worths = [one.worth for one in ranked]
    assert worths == sorted(set(worths))
    assert ranked[:1] == search(problem, of.by, Limits())
