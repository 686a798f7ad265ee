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


class EvidenceCounts(NamedTuple):
    """What a person's evidence amounts to on the day of the rules.

    `certain` and `possible` are, for each counter, the amount that certainly counts and the
    most that may. `met_bits` and `possible_bits` are the bits of the leaves without a
    counter that are met and that are met or unknown. `leaf_verdicts` are the verdicts on the
    few leaves that only `judge_leaf` can count.
    """

    certain: tuple[float, ...]
    possible: tuple[float, ...]
    met_bits: int
    possible_bits: int
    leaf_verdicts: tuple[Verdict, ...]


class RequirementNode(NamedTuple):
    """A requirement of one or more rules; its bit is `1 << n`, where n is its index.

    `children` are node indices, always lower than the node's own.
    """

    requirement: Requirement
    children: tuple[int, ...] = ()  # of a group; for leaves empty
    counter: int | None = None  # index of the counter whose amount a leaf requires
    verdict_index: int | None = None  # index in `EvidenceCounts.leaf_verdicts`


class RuleIndex:
    """The entry rules in force on one day, indexed for judging many people.

    Immutable once built. `nodes` are in an order in which children precede their groups, and
    `roots` maps each certification id to the node of its rule (None: no rule in force).
    """

    def __init__(self, certifications: Iterable[Certification], day: date) -> None:
        self.day = day
        self.nodes: list[RequirementNode] = []
        self._node_indices: dict[tuple[type, object], int] = {}
        self._counters: dict[tuple[type, Leaf], int] = {}  # by leaf with amount 0
        self._thresholds: list[list[tuple[float, int]]] = []  # by counter: amounts, bits
        self._listed_bits: dict[tuple[type, str], int] = {}  # by leaf type and listed id
        self._holds_bits: dict[tuple[str, bool], int] = {}  # by id and `lapsed`
        self._judged_leaves: list[tuple[Leaf, int]] = []
        self.roots = {
            certification.id: self._add(rule.sit) if rule else None
            for certification in certifications
            for rule in (certification.rule_on(day),)
        }
        self._all_holds_bits = reduce(or_, self._holds_bits.values(), 0)
        self._threshold_tables = [_threshold_table(thresholds) for thresholds in self._thresholds]
        # As (whether all children must be met, the children's bits, the group's bit).
        self._groups = [
            (isinstance(node.requirement, AllOf), sum(1 << n for n in {*node.children}), 1 << index)
            for index, node in enumerate(self.nodes)
            if isinstance(node.requirement, AllOf | AnyOf)
        ]
        self._root_bits = [(id, 0 if n is None else 1 << n) for id, n in self.roots.items()]

    def count(self, evidence: Evidence) -> EvidenceCounts:
        """Count a person's evidence.

        Args:
            evidence: Evidence built for the day of the rules.

        Returns:
            The counts that `outcomes` and `VerdictCache.judge` take.
        """
        amounts = [count_amount(leaf, evidence, self.day) for _, leaf in self._counters]
        met, may = self._listed_outcomes(evidence)
        verdicts = tuple(judge_leaf(leaf, evidence, self.day) for leaf, _ in self._judged_leaves)
        for verdict, (_, bit) in zip(verdicts, self._judged_leaves, strict=True):
            met |= bit if verdict.outcome is Outcome.MET else 0
            may |= bit if verdict.outcome is not Outcome.UNMET else 0
        certain, possible = zip(*amounts, strict=True) if amounts else ((), ())
        return EvidenceCounts(certain, possible, met, may, verdicts)

    def outcomes(self, counts: EvidenceCounts) -> dict[str, Outcome]:
        """Return the outcome of every certification.

        Args:
            counts: The counts of a person's evidence.

        Returns:
            Outcomes by certification id, in the order given; unknown where no rule is in
            force.
        """
        met, may = counts.met_bits, counts.possible_bits
        for (thresholds, bits), certain, possible in zip(
            self._threshold_tables, counts.certain, counts.possible, strict=True
        ):
            # bits[n] has the leaves of the n lowest thresholds: all that this amount reaches.
            met |= bits[bisect_right(thresholds, certain)]
            may |= bits[bisect_right(thresholds, possible)]
        # One pass is enough, because children precede their groups.
        for needs_all, children, bit in self._groups:
            if met & children == children if needs_all else met & children:
                met |= bit
            if may & children == children if needs_all else may & children:
                may |= bit
        yes, no, unknown = Outcome.MET, Outcome.UNMET, Outcome.UNKNOWN
        return {
            id: yes if met & bit else unknown if may & bit or not bit else no
            for id, bit in self._root_bits
        }

    def _add(self, requirement: Requirement) -> int:
        """Add a requirement and return its node index; equal requirements share a node.

        A group is identified by the indices of its children, which avoids hashing whole trees.
        """
        children: tuple[int, ...] = ()
        key: tuple[type, object] = type(requirement), requirement
        if isinstance(requirement, AllOf | AnyOf):
            children = tuple(self._add(child) for child in requirement.children)
            key = type(requirement), children
        if key not in self._node_indices:
            index = self._node_indices[key] = len(self.nodes)
            node = RequirementNode(requirement, children)
            self.nodes.append(node)
            if not isinstance(requirement, AllOf | AnyOf):
                self.nodes[index] = self._add_leaf(requirement, 1 << index)
        return self._node_indices[key]

    def _add_leaf(self, leaf: Leaf, bit: int) -> RequirementNode:
        """Register a leaf for `count` and `outcomes`, and return its node."""
        if isinstance(leaf, Holds):
            for id in leaf.certifications:
                holds_key = id, leaf.lapsed
                self._holds_bits[holds_key] = self._holds_bits.get(holds_key, 0) | bit
        elif isinstance(leaf, Course | Membership | Assessment | Declare):
            listed_key = type(leaf), leaf[0]
            self._listed_bits[listed_key] = self._listed_bits.get(listed_key, 0) | bit
        elif isinstance(leaf, Experience) and list(experience.required_amounts(leaf)) != ["month"]:
            self._judged_leaves.append((leaf, bit))
            return RequirementNode(leaf, verdict_index=len(self._judged_leaves) - 1)
        else:
            counter, need = split_need(leaf)
            index = self._counters.setdefault((type(leaf), counter), len(self._counters))
            if index == len(self._thresholds):
                self._thresholds.append([])
            self._thresholds[index].append((need, bit))
            return RequirementNode(leaf, counter=index)
        return RequirementNode(leaf)

    def _listed_outcomes(self, evidence: Evidence) -> tuple[int, int]:
        """Return the bits met and possibly met of the leaves that look up an id in a list.

        These are certifications, courses, memberships and confirmations. A list that the
        profile does not give leaves its leaves unknown; confirmations are unknown until
        confirmed, for their list is never complete.
        """
        profile = evidence.profile
        names_by_type: dict[type, tuple[str, ...] | None] = {
            Course: profile.courses,
            Membership: profile.memberships,
        }
        met = may = 0
        for (leaf_type, name), bit in self._listed_bits.items():
            names = names_by_type.get(leaf_type, profile.confirmed)
            met |= bit if names is not None and name in names else 0
            may |= bit if names is None or leaf_type not in names_by_type else 0
        if profile.certifications is None:
            return met, may | met | self._all_holds_bits
        for (id, lapsed), bit in self._holds_bits.items():
            if not evidence.credentials(id):
                continue
            outcome = holds.judge_certification(id, evidence, self.day, lapsed=lapsed)
            met |= bit if outcome is Outcome.MET else 0
            may |= bit if outcome is Outcome.UNKNOWN else 0
        return met, may | met


def split_need(leaf: Leaf) -> tuple[Leaf, float]:
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


def count_amount(counter: Leaf, evidence: Evidence, day: date) -> tuple[float, float]:
    """Count the evidence for a counter.

    Args:
        counter: A leaf as `split_need` returns it.
        evidence: The person's evidence.
        day: The day to count for.

    Returns:
        The amount that certainly counts and the most that may, which can be infinite.
    """
    if isinstance(counter, Experience):
        return experience.months_counted(counter, evidence, day)
    if isinstance(counter, Training):
        return training.hours_counted(counter, evidence, day)
    assert isinstance(counter, Degree)  # noqa: S101  as in `split_need`
    return degree.level_counted(counter, evidence, day)


def _threshold_table(pairs: list[tuple[float, int]]) -> tuple[list[float], list[int]]:
    """Return the thresholds in ascending order, and cumulative bit sets, one longer.

    The bit set at index n has the leaves of the first n thresholds.
    """
    thresholds, bits = [], [0]
    for need, bit in sorted(pairs):
        thresholds.append(need)
        bits.append(bits[-1] | bit)
    return thresholds, bits
