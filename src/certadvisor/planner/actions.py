"""Acts and ways: what a plan does, and which acts a way to a certification takes."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.catalog.requirement import Holds, Leaf
from certadvisor.planner.day_intervals import Days, both, covers


class Act(NamedTuple):
    """Something that a plan does.

    `sort` is training, course, membership, earn, ask or lack; `name` the topic,
    course, issuer or certification. Only training has hours, only ask and lack
    a leaf (None: `name` is a certification without a confirmed rule or state).
    """

    sort: str
    name: str
    hours: int = 0
    leaf: Leaf | None = None

    @property
    def is_step(self) -> bool:
        """Whether the person can do it: an answer or a gap is no step."""
        return self.sort not in ("ask", "lack")

    @property
    def doubt(self) -> int:
        """How much an answer takes for granted: what could be earned instead, more."""
        if self.sort != "ask":
            return 0
        return 10 if isinstance(self.leaf, Holds) else 1


class Way(NamedTuple):
    """What one way takes, when it is open, and the leaves that evidence alone meets."""

    acts: frozenset[Act]
    open: Days
    leaves: tuple[Leaf, ...] = ()

    @property
    def earns(self) -> tuple[str, ...]:
        """The certifications that must be earned before."""
        return self.named("earn")

    def named(self, sort: str) -> tuple[str, ...]:
        """What the acts of one sort are about, in order."""
        return tuple(sorted(act.name for act in self.acts if act.sort == sort))


def joined(one: Way, other: Way) -> Way:
    """Both at once; of two trainings in a topic the longer one."""
    acts = one.acts | other.acts
    longest: dict[str, int] = {}
    for act in acts:
        if act.sort == "training":
            longest[act.name] = max(act.hours, longest.get(act.name, 0))
    kept = (a for a in acts if a.sort != "training" or a.hours == longest[a.name])
    return Way(frozenset(kept), both(one.open, other.open), (*one.leaves, *other.leaves))


def pruned(ways: Iterable[Way]) -> tuple[Way, ...]:
    """The ways without those that take as much as another, and are open no longer."""
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
