"""All rules of one day as threshold lists and bit sets: outcomes only, no tree.

The outcomes equal those of `judge` (tests/laws/test_rule_index.py). Each leaf and each group is
one bit, and two bit sets, of the nodes met and of those possibly met, express the three
truth values: in both sets met, in the second only unknown, in neither unmet. Leaves that
require different amounts of the same quantity (months of a kind in a window, hours of a
topic, a level of degree) share one sorted list of thresholds, so that a person's amount is
counted once and looked up once; a course or a credential is an amount of one.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple

from certadvisor.catalog.records import Certification
from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf, Requirement
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict


class EvidenceCounts(NamedTuple):
    """What a person's evidence amounts to on the day of the rules.

    `certain` and `possible` are, for each counter, the amount that certainly counts and the
    most that may. `leaf_verdicts` are the verdicts on the few leaves that only `judge_leaf`
    can count.
    """

    certain: tuple[float, ...]
    possible: tuple[float, ...]
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
        self._counters: dict[
            tuple[type, Leaf], int
        ] = {}  # by the leaf that identifies what is counted
        self._thresholds: list[list[tuple[float, int]]] = []  # by counter: amounts, bits
        self._judged_leaves: list[tuple[Leaf, int]] = []
        self.roots = {
            certification.id: self._add(rule.sit) if rule else None
            for certification in certifications
            for rule in (certification.rule_on(day),)
        }
        self._counts = [(kind_of(leaf).count, leaf) for _, leaf in self._counters]
        self._threshold_tables = [_threshold_table(thresholds) for thresholds in self._thresholds]
        self._needing_nothing = reduce(
            or_,
            (bits[bisect_right(thresholds, 0)] for thresholds, bits in self._threshold_tables),
            0,
        )
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
        day = self.day
        amounts = [count(leaf, evidence, day) for count, leaf in self._counts]
        verdicts = tuple(judge_leaf(leaf, evidence, day) for leaf, _ in self._judged_leaves)
        certain, possible = zip(*amounts, strict=True) if amounts else ((), ())
        return EvidenceCounts(certain, possible, verdicts)

    def outcomes(self, counts: EvidenceCounts) -> dict[str, Outcome]:
        """Return the outcome of every certification.

        Args:
            counts: The counts of a person's evidence.

        Returns:
            Outcomes by certification id, in the order given; unknown where no rule is in
            force.
        """
        met = may = self._needing_nothing
        for verdict, (_, bit) in zip(counts.leaf_verdicts, self._judged_leaves, strict=True):
            met |= bit if verdict.outcome is Outcome.MET else 0
            may |= bit if verdict.outcome is not Outcome.UNMET else 0
        for (thresholds, bits), certain, possible in zip(
            self._threshold_tables, counts.certain, counts.possible, strict=True
        ):
            # bits[n] has the leaves of the n lowest thresholds: all that this amount reaches.
            # Most amounts are nothing, which reaches only thresholds of 0.
            if possible:
                may |= bits[bisect_right(thresholds, possible)]
                if certain:
                    met |= bits[bisect_right(thresholds, certain)]
        # One pass is enough, because children precede their groups. What is met may be met, so
        # a group that cannot be met is asked no more.
        for needs_all, children, bit in self._groups:
            if may & children == children if needs_all else may & children:
                may |= bit
                if met & children == children if needs_all else met & children:
                    met |= bit
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
        counter = kind_of(leaf).counter(leaf)
        if counter is None:
            self._judged_leaves.append((leaf, bit))
            return RequirementNode(leaf, verdict_index=len(self._judged_leaves) - 1)
        key = type(leaf), counter.counted
        index = self._counters.setdefault(key, len(self._counters))
        if index == len(self._thresholds):
            self._thresholds.append([])
        self._thresholds[index].append((counter.need, bit))
        return RequirementNode(leaf, counter=index)


def _threshold_table(pairs: list[tuple[float, int]]) -> tuple[list[float], list[int]]:
    """Return the thresholds in ascending order, and cumulative bit sets, one longer.

    The bit set at index n has the leaves of the first n thresholds.
    """
    thresholds, bits = [], [0]
    for need, bit in sorted(pairs):
        thresholds.append(need)
        bits.append(bits[-1] | bit)
    return thresholds, bits
