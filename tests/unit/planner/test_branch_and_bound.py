"""The search where its bounds are far below the real values: limits hold all the same."""

from hand_problems import FIRST, PACE, Prices, earn, route

from certadvisor.planner.actions import Action, ActionKind, Route
from certadvisor.planner.branch_and_bound import Limits, Problem, search
from certadvisor.planner.day_intervals import DayIntervals
from certadvisor.planner.objective import PlanObjective

PAUSED: DayIntervals = ((FIRST, FIRST + 5), (FIRST + 200, FIRST + 5000))


class TwoRoutes:
    """Two certifications; the prerequisite is open today for a few days, and again much later."""

    def routes_for(self, id: str) -> tuple[Route, ...]:
        """List the routes to a certification."""
        return (route(earn("a")),) if id == "goal" else (route(open_=PAUSED),)


class ManyRoutes:
    """A certification with five prerequisites, each with a choice of eight courses."""

    def routes_for(self, id: str) -> tuple[Route, ...]:
        """List the routes to a certification."""
        if id == "a":
            return (route(*(earn(f"p{number}") for number in range(5))),)
        return tuple(route(Action(ActionKind.COURSE, f"{id}-{way}")) for way in range(8))


PROBLEM = Problem("goal", TwoRoutes(), Prices(), PACE)


def test_the_deadline_holds_although_no_bound_reaches_it() -> None:
    """The prerequisite is open on the first day, but closed once its study is done."""
    (solution,) = search(PROBLEM, PlanObjective.FASTEST, Limits()).solutions
    assert solution.finish == FIRST + 200
    assert search(PROBLEM, PlanObjective.FASTEST, Limits(until=FIRST + 199)).solutions == []
    assert search(PROBLEM, PlanObjective.FASTEST, Limits(until=FIRST + 200)).solutions == [solution]


def test_the_budget_holds_to_the_cent() -> None:
    """Two exams at 200 and the fee of 150."""
    assert search(PROBLEM, PlanObjective.CHEAPEST, Limits(budget=549)).solutions == []
    assert search(PROBLEM, PlanObjective.CHEAPEST, Limits(budget=550)).solutions


class Ladder:
    """Rungs `1a`, `1b` to `30a`, `30b`: each needs one of the two below it."""

    def routes_for(self, id: str) -> tuple[Route, ...]:
        """List the routes to a rung."""
        below = int(id[:-1]) - 1
        return (route(earn(f"{below}a")), route(earn(f"{below}b"))) if below else (route(),)


def test_a_search_that_would_take_years_ends_with_the_best_plan_so_far() -> None:
    """A thousand million ways; all of them cost the same, so that no bound rules any out."""
    problem = Problem("30a", Ladder(), Prices(), PACE)
    result = search(problem, PlanObjective.CHEAPEST, Limits())
    assert len(result.solutions[0].schedule) == 30
    assert not result.is_proven


def test_a_small_search_is_proven() -> None:
    """Every other plan was ruled out."""
    assert search(PROBLEM, PlanObjective.FASTEST, Limits()).is_proven
    assert search(PROBLEM, PlanObjective.CHEAPEST, Limits(budget=549)).is_proven
