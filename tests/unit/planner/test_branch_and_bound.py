"""The search where its bounds are far below the real values: limits hold all the same."""

from hand_problems import FIRST, PACE, Prices, earn, way

from certadvisor.planner.actions import Way
from certadvisor.planner.branch_and_bound import Limits, Problem, search
from certadvisor.planner.day_intervals import Days

PAUSED: Days = ((FIRST, FIRST + 5), (FIRST + 200, FIRST + 5000))


class Ways:
    """Two certifications; the prerequisite is open today for a few days, and again much later."""

    def to(self, id: str) -> tuple[Way, ...]:
        """List the routes to a certification."""
        return (way(earn("a")),) if id == "goal" else (way(open_=PAUSED),)


PROBLEM = Problem("goal", Ways(), Prices(), PACE)


def test_the_deadline_holds_although_no_bound_reaches_it() -> None:
    """The prerequisite is open on the first day, but closed once its study is done."""
    (found,) = search(PROBLEM, "fastest", Limits())
    assert found.finish == FIRST + 200
    assert search(PROBLEM, "fastest", Limits(until=FIRST + 199)) == []
    assert search(PROBLEM, "fastest", Limits(until=FIRST + 200)) == [found]


def test_the_budget_holds_to_the_cent() -> None:
    """Two exams at 200 and the fee of 150."""
    assert search(PROBLEM, "cheapest", Limits(budget=549)) == []
    assert search(PROBLEM, "cheapest", Limits(budget=550))
