"""The least by which one limit has to give for a plan: a later day, more money, more hours."""

from certadvisor.planner.actions import REINSTATE
from certadvisor.planner.branch_and_bound import Limits, Solution
from certadvisor.planner.objective import NO_LIMIT, PlanObjective
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.routes import PlanningMode
from certadvisor.planner.schedule import actions_of


def soonest(context: PlanningContext, mode: PlanningMode, budget: int) -> Solution | None:
    """Find the plan that ends first within a budget, whatever the deadline.

    The search would rather reinstate what has lapsed, even where earning it anew ends sooner: each
    further search looks for a plan that ends sooner still, until there is none.
    """
    until, best = NO_LIMIT, None
    while solutions := context.find_best(mode, Limits(budget, until), PlanObjective.FASTEST):
        best = solutions[0]
        until = best.finish - 1
        if not any(action.kind is REINSTATE for action in actions_of(best.selection)):
            break
    return best


def least_affordable(context: PlanningContext, mode: PlanningMode, until: int) -> Solution | None:
    """Find the plan that the smallest budget is enough for: the one with the least low end.

    The search minimises the likely cost, so its answer is only a start: each further search looks
    for a plan with a lower low end still, until there is none.
    """
    budget, best = NO_LIMIT, None
    while solutions := context.find_best(mode, Limits(budget, until), PlanObjective.CHEAPEST):
        best = solutions[0]
        budget = best.purchases.total.low - 1
    return best


def least_pace(
    context: PlanningContext, mode: PlanningMode, most: int
) -> tuple[int, Solution] | None:
    """Find the fewest whole hours of study a week, up to `most`, that keep within the limits.

    More hours never make a plan worse, so they are found by bisection. The pace of the context is
    taken to be too slow.

    Returns:
        The hours and the best plan at that pace; None if even `most` is too slow.
    """
    too_few, enough = int(context.pace.hours_per_week), most
    best: Solution | None = None
    # The first round tries `most`, the others halve the range.
    while enough - too_few > 1 or (best is None and enough > too_few):
        hours = enough if best is None else (too_few + enough) // 2
        solutions = context.at_pace(hours).find_best(mode, context.limits)
        if solutions:
            best, enough = solutions[0], hours
        elif best is None:
            return None
        else:
            too_few = hours
    return (enough, best) if best else None
