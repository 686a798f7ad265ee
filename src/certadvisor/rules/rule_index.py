"""All rules of one day as threshold lists and bit sets: outcomes only, no tree.

The outcomes equal those of `judge` (tests/laws/test_bulk.py). Each leaf and each group is
one bit, and two bit sets, of the nodes met and of those possibly met, express the three
truth values: in both sets met, in the second only unknown, in neither unmet. Leaves that
require different amounts of the same quantity (months of a kind in a window, hours of a
topic, a level of degree) share one sorted list of thresholds, so that a person's amount is
counted once and looked up once.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple

from certadvisor.catalog.records import Certification
from certadvisor.catalog.requirement import (
    DEGREES,
    AllOf,
    AnyOf,
    Assessment,
    Course,
    Declare,
    Degree,
    Experience,
    Holds,
    Leaf,
    Membership,
    Requirement,
    Training,
)
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves import degree, experience, holds, training
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict


class Counts(NamedTuple):
    """What a person's evidence amounts to on the day of the rules.

    `certain` and `possible` are, for each counter, the amount that certainly counts and the
    most that may. `met_bits` and `possible_bits` are the bits of the leaves without a
    counter that are met and that are met or unknown. `leaf_verdicts` are the verdicts on the
    few leaves that only `judge_leaf` can count.
    """

    certain: tuple[float, ...]
    possible: tuple[float, ...]
    met: int
    may: int
    rest: tuple[Verdict, ...]


class Node(NamedTuple):
    """A requirement of one or more rules; its bit is `1 << n`, where n is its index.

    `children` are node indices, always lower than the node's own.
    """

    requirement: Requirement
    children: tuple[int, ...] = ()  # of a group; for leaves empty
    number: int | None = None  # index of the counter whose amount a leaf requires
    rest: int | None = None  # index in `EvidenceCounts.leaf_verdicts`


class Rules:
    """The entry rules in force on one day, indexed for judging many people.

    Immutable once built. `nodes` are in an order in which children precede their groups, and
    `roots` maps each certification id to the node of its rule (None: no rule in force).
    """

    def __init__(self, certifications: Iterable[Certification], day: date) -> None:
        self.day = day
        self.nodes: list[Node] = []
        self._places: dict[tuple[type, object], int] = {}
        self._numbers: dict[tuple[type, Leaf], int] = {}  # by leaf with amount 0
        self._rungs: list[list[tuple[float, int]]] = []  # by counter: amounts, bits
        self._named: dict[tuple[type, str], int] = {}  # by leaf type and listed id
        self._held: dict[tuple[str, bool], int] = {}  # by id and `lapsed`
        self._rest: list[tuple[Leaf, int]] = []
        self.roots = {
            one.id: self._place(rule.sit) if rule else None
            for one in certifications
            for rule in (one.rule_on(day),)
        }
        self._any_held = reduce(or_, self._held.values(), 0)
        self._ladders = [_ladder(rungs) for rungs in self._rungs]
        # As (whether all children must be met, the children's bits, the group's bit).
        self._groups = [
            (isinstance(node.requirement, AllOf), sum(1 << n for n in {*node.children}), 1 << place)
            for place, node in enumerate(self.nodes)
            if isinstance(node.requirement, AllOf | AnyOf)
        ]
        self._answers = [(id, 0 if n is None else 1 << n) for id, n in self.roots.items()]

    def count(self, evidence: Evidence) -> Counts:
        """Count a person's evidence.

        Args:
            evidence: Evidence built for the day of the rules.

        Returns:
            The counts that `outcomes` and `VerdictCache.judge` take.
        """
        numbers = [counted(leaf, evidence, self.day) for _, leaf in self._numbers]
        met, may = self._listed(evidence)
        rest = tuple(judge_leaf(leaf, evidence, self.day) for leaf, _ in self._rest)
        for verdict, (_, bit) in zip(rest, self._rest, strict=True):
            met |= bit if verdict.outcome is Outcome.MET else 0
            may |= bit if verdict.outcome is not Outcome.UNMET else 0
        certain, possible = zip(*numbers, strict=True) if numbers else ((), ())
        return Counts(certain, possible, met, may, rest)

    def outcomes(self, counts: Counts) -> dict[str, Outcome]:
        """Return the outcome of every certification.

        Args:
            counts: The counts of a person's evidence.

        Returns:
            Outcomes by certification id, in the order given; unknown where no rule is in
            force.
        """
        met, may = counts.met, counts.may
        for (steps, bits), certain, possible in zip(
            self._ladders, counts.certain, counts.possible, strict=True
        ):
            # bits[n] has the leaves of the n lowest thresholds: all that this amount reaches.
            met |= bits[bisect_right(steps, certain)]
            may |= bits[bisect_right(steps, possible)]
        # One pass is enough, because children precede their groups.
        for all_asked, children, bit in self._groups:
            if met & children == children if all_asked else met & children:
                met |= bit
            if may & children == children if all_asked else may & children:
                may |= bit
        yes, no, open_ = Outcome.MET, Outcome.UNMET, Outcome.UNKNOWN
        return {
            id: yes if met & bit else open_ if may & bit or not bit else no
            for id, bit in self._answers
        }

    def _place(self, requirement: Requirement) -> int:
        """Add a requirement and return its node index; equal requirements share a node.

        A group is identified by the indices of its children, which avoids hashing whole trees.
        """
        children: tuple[int, ...] = ()
        key: tuple[type, object] = type(requirement), requirement
        if isinstance(requirement, AllOf | AnyOf):
            children = tuple(self._place(child) for child in requirement.children)
            key = type(requirement), children
        if key not in self._places:
            place = self._places[key] = len(self.nodes)
            node = Node(requirement, children)
            self.nodes.append(node)
            if not isinstance(requirement, AllOf | AnyOf):
                self.nodes[place] = self._entered(requirement, 1 << place)
        return self._places[key]

    def _entered(self, leaf: Leaf, bit: int) -> Node:
        """Register a leaf for `count` and `outcomes`, and return its node."""
        if isinstance(leaf, Holds):
            for id in leaf.certifications:
                held = id, leaf.lapsed
                self._held[held] = self._held.get(held, 0) | bit
        elif isinstance(leaf, Course | Membership | Assessment | Declare):
            named = type(leaf), leaf[0]
            self._named[named] = self._named.get(named, 0) | bit
        elif isinstance(leaf, Experience) and list(experience.asked_amounts(leaf)) != ["month"]:
            self._rest.append((leaf, bit))
            return Node(leaf, rest=len(self._rest) - 1)
        else:
            number, need = asked(leaf)
            place = self._numbers.setdefault((type(leaf), number), len(self._numbers))
            if place == len(self._rungs):
                self._rungs.append([])
            self._rungs[place].append((need, bit))
            return Node(leaf, number=place)
        return Node(leaf)

    def _listed(self, evidence: Evidence) -> tuple[int, int]:
        """Return the bits met and possibly met of the leaves that look up an id in a list.

        These are certifications, courses, memberships and confirmations. A list that the
        profile does not give leaves its leaves unknown; confirmations are unknown until
        confirmed, for their list is never complete.
        """
        profile = evidence.profile
        told: dict[type, tuple[str, ...] | None] = {
            Course: profile.courses,
            Membership: profile.memberships,
        }
        met = may = 0
        for (sort, name), bit in self._named.items():
            names = told.get(sort, profile.confirmed)
            met |= bit if names is not None and name in names else 0
            may |= bit if names is None or sort not in told else 0
        if profile.certifications is None:
            return met, may | met | self._any_held
        for (id, lapsed), bit in self._held.items():
            if not evidence.credentials(id):
                continue
            outcome = holds.held(id, evidence, self.day, lapsed=lapsed)
            met |= bit if outcome is Outcome.MET else 0
            may |= bit if outcome is Outcome.UNKNOWN else 0
        return met, may | met


def asked(leaf: Leaf) -> tuple[Leaf, float]:
    """Split a leaf into what it counts and how much of it is required.

    Args:
        leaf: An experience leaf in months, a training leaf or a degree leaf.

    Returns:
        The same leaf with the amount 0 (or the lowest degree), which identifies the counter,
        and the amount required: months, hours, or an index in `DEGREES`.
    """
    if isinstance(leaf, Experience):
        return leaf._replace(months=0), leaf.months or 0
    if isinstance(leaf, Training):
        return leaf._replace(hours=0), leaf.hours
    assert isinstance(leaf, Degree)  # noqa: S101  no other leaf has an amount
    return leaf._replace(degree=DEGREES[0]), DEGREES.index(leaf.degree)


def counted(number: Leaf, evidence: Evidence, day: date) -> tuple[float, float]:
    """Count the evidence for a counter.

    Args:
        counter: A leaf as `split_need` returns it.
        evidence: The person's evidence.
        day: The day to count for.

    Returns:
        The amount that certainly counts and the most that may, which can be infinite.
    """
    if isinstance(number, Experience):
        return experience.months_counted(number, evidence, day)
    if isinstance(number, Training):
        return training.hours_counted(number, evidence, day)
    assert isinstance(number, Degree)  # noqa: S101  as in `split_need`
    return degree.level_counted(number, evidence, day)


def _ladder(rungs: list[tuple[float, int]]) -> tuple[list[float], list[int]]:
    """Return the thresholds in ascending order, and cumulative bit sets, one longer.

    The bit set at index n has the leaves of the first n thresholds.
    """
    steps, bits = [], [0]
    for need, bit in sorted(rungs):
        steps.append(need)
        bits.append(bits[-1] | bit)
    return steps, bits
