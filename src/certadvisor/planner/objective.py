"""What makes one plan better than another.

The order: fewest gaps, then least taken for granted (neither in a sure plan),
then the objective's own figure, then the other one, then the fewest acts, then
names, so that there is one best plan.
"""

from certadvisor.planner.actions import Act
from certadvisor.planner.schedule import Selection, acts_of

Worth = tuple[int, int, int, int, int, tuple[str, ...]]
NO_LIMIT = 1 << 62
FASTEST, CHEAPEST = "fastest", "cheapest"


def worth_of(selection: Selection, by: str, cost: int, finish: int, target: str) -> Worth:
    """What a plan is worth: less is better."""
    acts = acts_of(selection)
    names = (target, *sorted(_name(act) for act in acts))
    first, second = (finish, cost) if by == FASTEST else (cost, finish)
    return *burden(acts), first, second, len(acts), names


def burden(acts: frozenset[Act]) -> tuple[int, int]:
    """How many gaps a plan has, and how much it takes for granted."""
    return sum(act.sort == "lack" for act in acts), sum(act.doubt for act in acts)


def _name(act: Act) -> str:
    about = type(act.leaf).__name__ if act.leaf is not None else ""
    return f"{act.sort} {act.name} {act.hours} {about} {act.leaf or ''}"
