"""The objective: what makes one plan better than another.

Plans are compared by: gaps, then assumptions (a plan on evidence alone has neither), then the
figure to minimise, then the other one of finish and cost, then the number of actions, then names,
so that the best plan is unique.
"""

from certadvisor.planner.actions import Act
from certadvisor.planner.schedule import Selection, acts_of

Worth = tuple[int, int, int, int, int, tuple[str, ...]]
NO_LIMIT = 1 << 62
FASTEST, CHEAPEST = "fastest", "cheapest"


def worth_of(selection: Selection, by: str, cost: int, finish: int, target: str) -> Worth:
    """Calculate the objective value of a plan; the lesser is the better.

    Args:
        selection: The certifications of the plan and their routes.
        objective: What to minimise first: FASTEST or CHEAPEST.
        cost: The likely cost in cents.
        finish: The ordinal of the day on which the target is earned.
        target: The certification to reach.

    Returns:
        Gaps, assumptions, the figure to minimise, the other figure, the number of actions, and the
        names that break ties.
    """
    acts = acts_of(selection)
    names = (target, *sorted(_name(act) for act in acts))
    first, second = (finish, cost) if by == FASTEST else (cost, finish)
    return *burden(acts), first, second, len(acts), names


def burden(acts: frozenset[Act]) -> tuple[int, int]:
    """Count the gaps of a plan, and weigh its assumptions."""
    return sum(act.sort == "lack" for act in acts), sum(act.doubt for act in acts)


def _name(act: Act) -> str:
    about = type(act.leaf).__name__ if act.leaf is not None else ""
    return f"{act.sort} {act.name} {act.hours} {about} {act.leaf or ''}"
