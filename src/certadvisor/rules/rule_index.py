"""Outcomes alone, of every rule for many people: the rules of one day as ladders and bits.

The same answers as `judge` without its tree; a law holds the two together.
Each leaf and each group is a bit, and two sets of bits, of what is met and of
what may be, carry the third truth value. Leaves that ask for more or less of
one number (months of a kind in a window, hours of a topic, a level of degree)
stand on one ladder, so that a person's number is looked up once.
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
    """What a person's evidence comes to on the day of the rules.

    Of each number what certainly counts and the most that may; of the leaves
    that are no number the bits of those met, and of those that may be; the
    verdicts of the few that only the judge can count.
    """

    certain: tuple[float, ...]
    possible: tuple[float, ...]
    met: int
    may: int
    rest: tuple[Verdict, ...]


class Node(NamedTuple):
    """A requirement of some rule; its bit is the one of its place among all nodes."""

    requirement: Requirement
    children: tuple[int, ...] = ()  # places of a group's children, before its own
    number: int | None = None  # which number a leaf looks at
    rest: int | None = None  # which of the verdicts is a leaf's


class Rules:
    """The entry rules in force on a day, made ready for many people; never changed afterwards."""

    def __init__(self, certifications: Iterable[Certification], day: date) -> None:
        self.day = day
        self.nodes: list[Node] = []
        self._places: dict[tuple[type, object], int] = {}
        self._numbers: dict[tuple[type, Leaf], int] = {}  # by a leaf that asks for nothing of it
        self._rungs: list[list[tuple[float, int]]] = []  # of each number: what is asked, and bits
        self._named: dict[tuple[type, str], int] = {}  # bits by what a list of the profile names
        self._held: dict[tuple[str, bool], int] = {}  # by certification, and if lapsed will do
        self._rest: list[tuple[Leaf, int]] = []
        self.roots = {
            one.id: self._place(rule.sit) if rule else None
            for one in certifications
            for rule in (one.rule_on(day),)
        }
        self._any_held = reduce(or_, self._held.values(), 0)
        self._ladders = [_ladder(rungs) for rungs in self._rungs]
        self._groups = [
            (isinstance(node.requirement, AllOf), sum(1 << n for n in {*node.children}), 1 << place)
            for place, node in enumerate(self.nodes)
            if isinstance(node.requirement, AllOf | AnyOf)
        ]
        self._answers = [(id, 0 if n is None else 1 << n) for id, n in self.roots.items()]

    def count(self, evidence: Evidence) -> Counts:
        """Count a person's evidence, which must have been made for the day of the rules."""
        numbers = [counted(leaf, evidence, self.day) for _, leaf in self._numbers]
        met, may = self._listed(evidence)
        rest = tuple(judge_leaf(leaf, evidence, self.day) for leaf, _ in self._rest)
        for verdict, (_, bit) in zip(rest, self._rest, strict=True):
            met |= bit if verdict.outcome is Outcome.MET else 0
            may |= bit if verdict.outcome is not Outcome.UNMET else 0
        certain, possible = zip(*numbers, strict=True) if numbers else ((), ())
        return Counts(certain, possible, met, may, rest)

    def outcomes(self, counts: Counts) -> dict[str, Outcome]:
        """The outcome of every certification in their order; without a rule it is unknown."""
        met, may = counts.met, counts.may
        for (steps, bits), certain, possible in zip(
            self._ladders, counts.certain, counts.possible, strict=True
        ):
            met |= bits[bisect_right(steps, certain)]
            may |= bits[bisect_right(steps, possible)]
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
        """The place of a requirement; what several rules ask has one."""
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
        """Put a leaf where `count` and `outcomes` find it."""
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
        """The bits of what lists name: certifications, courses, memberships, confirmations."""
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
    """The number that a leaf looks at, as a leaf that asks for nothing of it, and its need."""
    if isinstance(leaf, Experience):
        return leaf._replace(months=0), leaf.months or 0
    if isinstance(leaf, Training):
        return leaf._replace(hours=0), leaf.hours
    assert isinstance(leaf, Degree)  # noqa: S101  all other leaves are no number
    return leaf._replace(degree=DEGREES[0]), DEGREES.index(leaf.degree)


def counted(number: Leaf, evidence: Evidence, day: date) -> tuple[float, float]:
    """What certainly counts of a number, and the most that may."""
    if isinstance(number, Experience):
        return experience.months_counted(number, evidence, day)
    if isinstance(number, Training):
        return training.hours_counted(number, evidence, day)
    assert isinstance(number, Degree)  # noqa: S101  as in `asked`
    return degree.level_counted(number, evidence, day)


def _ladder(rungs: list[tuple[float, int]]) -> tuple[list[float], list[int]]:
    """What is asked in order, and the bits met by a number that reaches so many of the steps."""
    steps, bits = [], [0]
    for need, bit in sorted(rungs):
        steps.append(need)
        bits.append(bits[-1] | bit)
    return steps, bits
