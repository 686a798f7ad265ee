"""Actions and routes: what a plan does, and which actions a route to a certification needs."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from certadvisor.catalog.requirement import Leaf
from certadvisor.planner.day_intervals import DayIntervals, contains, intersection
from certadvisor.rules.leaves.registry import kind_of


class ActionKind(StrEnum):
    """The kinds of action; the last three are not steps that the person can take."""

    TRAINING = "training"
    COURSE = "course"
    MEMBERSHIP = "membership"
    EARN = "earn"  # a certification
    REINSTATE = "reinstate"  # the person's own certification, which has lapsed
    ANEW = "earn_again"  # it is earned anew although it could be reinstated
    ASK = "ask"  # an answer that is assumed to be yes
    LACK = "lack"  # a gap that only the person can close


# Looking a member up in its class is slow up to Python 3.11, and the search would do so a million
# times: its inner loops use these names.
TRAINING: Final = ActionKind.TRAINING
COURSE: Final = ActionKind.COURSE
EARN: Final = ActionKind.EARN
REINSTATE: Final = ActionKind.REINSTATE
ANEW: Final = ActionKind.ANEW
ASK: Final = ActionKind.ASK
LACK: Final = ActionKind.LACK


class Action(NamedTuple):
    """One thing that a plan does or assumes.

    `name` is the topic, course, issuer or certification. Only TRAINING has `hours`. Only ASK and
    LACK have a `leaf`; it is None where `name` is a certification without a confirmed entry rule
    or with an unclear status. A LACK that nothing closes within the horizon `is_final`.
    """

    kind: ActionKind
    name: str
    hours: int = 0
    leaf: Leaf | None = None
    is_final: bool = False

    @property
    def is_step(self) -> bool:
        """Whether the person can do it: an open question or a gap is not a step."""
        return self.kind not in (ANEW, ASK, LACK)

    @property
    def assumption_penalty(self) -> int:
        """The penalty for an assumed answer: 10 where earning a certification would do, else 1."""
        if self.kind is not ASK:
            return 0
        return 10 if self.leaf and kind_of(self.leaf).certifications(self.leaf) else 1


class Route(NamedTuple):
    """One way to meet a rule: its actions, and the days on which evidence meets the rest.

    `open_days` are the days on which everything else than the actions is met. `leaves` are the
    leaves that evidence or an assumption meets, without a step.
    """

    actions: frozenset[Action]
    open_days: DayIntervals
    leaves: tuple[Leaf, ...] = ()

    @property
    def reinstates(self) -> bool:
        """Whether it renews the person's own certification, which has lapsed."""
        return any(action.kind is REINSTATE for action in self.actions)

    @property
    def prerequisites(self) -> tuple[str, ...]:
        """The certifications to earn first, sorted by id."""
        return self.names_of(EARN)

    def names_of(self, kind: ActionKind) -> tuple[str, ...]:
        """List the names of all actions of one kind.

        Args:
            kind: The kind of the actions.

        Returns:
            The names, sorted; empty if the route has no such action.
        """
        return tuple(sorted(action.name for action in self.actions if action.kind is kind))


def combine(left: Route, right: Route) -> Route:
    """Combine two routes that are both required.

    Returns:
        A route with the actions of both, open on the days on which both are open. If both
        train in a topic, only the longer training is kept.
    """
    actions = left.actions | right.actions
    # Training in a topic counts for every requirement, so the longest course covers the others.
    longest: dict[str, int] = {}
    for action in actions:
        if action.kind is TRAINING:
            longest[action.name] = max(action.hours, longest.get(action.name, 0))
    merged = (
        action
        for action in actions
        if action.kind is not TRAINING or action.hours == longest[action.name]
    )
    return Route(
        frozenset(merged),
        intersection(left.open_days, right.open_days),
        (*left.leaves, *right.leaves),
    )


def prune_dominated(routes: Iterable[Route]) -> tuple[Route, ...]:
    """Drop every route that another one dominates.

    A route dominates another if it needs no other actions (or shorter training) and is open on
    all of the other's days. A dominated route never leads to a better plan.

    Args:
        routes: Routes to the same goal.

    Returns:
        The remaining routes, those with fewer actions first.
    """
    undominated: list[tuple[frozenset[Action], Route]] = []
    for route in sorted(routes, key=lambda route: len(route.actions)):
        # Most routes differ in more than training, and sets of actions are quick to compare.
        steps = frozenset(action for action in route.actions if action.kind is not TRAINING)
        if not any(fewer <= steps and _dominates(other, route) for fewer, other in undominated):
            undominated = [
                (more, other)
                for more, other in undominated
                if not (steps <= more and _dominates(route, other))
            ]
            undominated.append((steps, route))
    return tuple(route for _, route in undominated)


def _dominates(route: Route, other: Route) -> bool:
    return (
        len(route.actions) <= len(other.actions)
        and all(
            action.kind is TRAINING
            and any(
                training.kind is TRAINING
                and training.name == action.name
                and training.hours >= action.hours
                for training in other.actions
            )
            for action in route.actions - other.actions
        )
        and contains(route.open_days, other.open_days)
    )
