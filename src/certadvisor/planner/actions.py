"""Actions and routes: what a plan does, and which actions a route to a certification needs."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.catalog.requirement import Holds, Leaf
from certadvisor.planner.day_intervals import Days, both, covers


class Act(NamedTuple):
    """One thing that a plan does or assumes.

    `kind` is training, course, membership or earn, which are steps that the person can take, or
    ask or lack, which are not. `name` is the topic, course, issuer or certification. Only
    training has `hours`. Only ask and lack have a `leaf`; it is None where `name` is a
    certification without a confirmed entry rule or with an unclear status.
    """

    sort: str
    name: str
    hours: int = 0
    leaf: Leaf | None = None

    @property
    def is_step(self) -> bool:
        """Whether the person can do it: an open question or a gap is not a step."""
        return self.sort not in ("ask", "lack")

    @property
    def doubt(self) -> int:
        """The penalty for an assumed answer: 10 where earning a certification would do, else 1."""
        if self.sort != "ask":
            return 0
        return 10 if isinstance(self.leaf, Holds) else 1


class Way(NamedTuple):
    """One way to meet a rule: its actions, and the days on which evidence meets the rest.

    `open_days` are the days on which everything else than the actions is met. `leaves` are the
    leaves that evidence or an assumption meets, without a step.
    """

    acts: frozenset[Act]
    open: Days
    leaves: tuple[Leaf, ...] = ()

    @property
    def earns(self) -> tuple[str, ...]:
        """The certifications to earn first, sorted by id."""
        return self.named("earn")

    def named(self, sort: str) -> tuple[str, ...]:
        """List the names of all actions of one kind.

        Args:
            kind: An action's kind, such as "training".

        Returns:
            The names, sorted; empty if the route has no such action.
        """
        return tuple(sorted(act.name for act in self.acts if act.sort == sort))


def joined(one: Way, other: Way) -> Way:
    """Combine two routes that are both required.

    Returns:
        A route with the actions of both, open on the days on which both are open. If both
        train in a topic, only the longer training is kept.
    """
    acts = one.acts | other.acts
    # Training in a topic counts for every requirement, so the longest course covers the others.
    longest: dict[str, int] = {}
    for act in acts:
        if act.sort == "training":
            longest[act.name] = max(act.hours, longest.get(act.name, 0))
    kept = (a for a in acts if a.sort != "training" or a.hours == longest[a.name])
    return Way(frozenset(kept), both(one.open, other.open), (*one.leaves, *other.leaves))


def pruned(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Drop every route that another one dominates.

    A route dominates another if it needs no other actions (or shorter training) and is open on
    all of the other's days. A dominated route never leads to a better plan.

    Args:
        routes: Routes to the same goal.

    Returns:
        The remaining routes, those with fewer actions first.
    """
    kept: list[Way] = []
    for way in sorted(ways, key=lambda way: len(way.acts)):
        if not any(_makes_needless(other, way) for other in kept):
            kept = [other for other in kept if not _makes_needless(way, other)]
            kept.append(way)
    return tuple(kept)


def _makes_needless(one: Way, other: Way) -> bool:
    return (
        len(one.acts) <= len(other.acts)
        and all(
            act in other.acts
            or (
                act.sort == "training"
                and any(
                    a.sort == "training" and a.name == act.name and a.hours >= act.hours
                    for a in other.acts
                )
            )
            for act in one.acts
        )
        and covers(one.open, other.open)
    )
