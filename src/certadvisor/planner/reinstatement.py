"""Earning anew what could be reinstated: the plan that reinstating is compared with."""

from certadvisor.planner.actions import ANEW
from certadvisor.planner.branch_and_bound import Limits, Solution
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.schedule import actions_of
from certadvisor.planner.ways import MODES_BY_STATUS, Total, total_of


def best_anew(id: str, context: PlanningContext) -> Solution | None:
    """Find the best plan that earns a certification again, whatever the limits.

    Args:
        id: A target of the context that the person can reinstate.
        context: The request.

    Returns:
        The plan on the evidence alone, else with answers; None if there is none.
    """
    for mode in MODES_BY_STATUS.values():
        # One route reinstates, and every other earns it anew: the second best does at the latest.
        for solution in context.find_best(mode, Limits(), count=2):
            if solution.target == id and _is_anew(id, solution):
                return solution
    return None


def total_anew(id: str, resources: PlanningResources) -> Total | None:
    """Return what earning a certification again costs; None where no way leads there."""
    context = PlanningContext.for_certification(resources, id)
    anew = best_anew(id, context)
    return anew and total_of(anew.purchases.total, context.figures.currency)


def _is_anew(id: str, solution: Solution) -> bool:
    return any(one.kind is ANEW and one.name == id for one in actions_of(solution.selection))
