"""The objective: what makes one plan better than another.

Plans are compared by: gaps that nothing closes, then assumptions (a plan on evidence alone has
neither), then what they earn anew although it could be reinstated, then the figure to minimise,
then the other one of finish and cost, then the number of actions, then names, so that the best
plan is unique.
"""

from enum import StrEnum
from typing import assert_never

from certadvisor.planner.actions import ANEW, Action
from certadvisor.planner.schedule import Selection, actions_of

ObjectiveValue = tuple[int, int, int, int, int, int, tuple[str, ...]]
NO_LIMIT = 1 << 62


class PlanObjective(StrEnum):
    """What a plan minimises first."""

    FASTEST = "fastest"
    CHEAPEST = "cheapest"


def objective_value(
    selection: Selection, objective: PlanObjective, cost: int, finish: int, target: str
) -> ObjectiveValue:
    """Calculate the objective value of a plan; the lesser is the better.

    Args:
        selection: The certifications of the plan and their routes.
        objective: What to minimise first.
        cost: The likely cost in cents.
        finish: The ordinal of the day on which the target is earned.
        target: The certification to reach.

    Returns:
        Gaps that nothing closes, assumptions, what is earned anew although it could be reinstated,
        the figure to minimise, the other figure, the number of actions, and the names that break
        ties.
    """
    actions = actions_of(selection)
    names = (target, *sorted(_action_key(action) for action in actions))
    first, second = order_figures(objective, cost, finish)
    return *penalties(actions), first, second, len(actions), names


def order_figures(objective: PlanObjective, cost: int, finish: int) -> tuple[int, int]:
    """Return the figure to minimise first, and the other one."""
    match objective:
        case PlanObjective.FASTEST:
            return finish, cost
        case PlanObjective.CHEAPEST:
            return cost, finish
        case _:
            assert_never(objective)


def penalties(actions: frozenset[Action]) -> tuple[int, int, int]:
    """Count the gaps of a plan that nothing closes, weigh its assumptions, count what is anew."""
    return (
        sum(action.is_final for action in actions),
        sum(action.assumption_penalty for action in actions),
        sum(action.kind is ANEW for action in actions),
    )


def _action_key(action: Action) -> str:
    leaf_kind = type(action.leaf).__name__ if action.leaf is not None else ""
    return f"{action.kind} {action.name} {action.hours} {leaf_kind} {action.leaf or ''}"
