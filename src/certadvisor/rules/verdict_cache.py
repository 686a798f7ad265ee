"""Memoised verdict trees of every rule, for many people.

A leaf's verdict depends only on the counts of `RuleIndex`. A group's verdict depends on
those of its children and, for its nearest alternative, on the person's highest degree. So
each distinct verdict is judged once, by `judge`, and equal counts reuse it. At most
`CAPACITY` verdicts are kept, plus those of the person at hand.
"""

from collections.abc import Callable, Hashable
from operator import itemgetter
from typing import NamedTuple

from certadvisor.catalog.requirement import AllOf, AnyOf
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.judge import judge_group, judge_leaf, missing_in
from certadvisor.rules.leaves.degree import highest_level
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.rule_index import EvidenceCounts, RequirementNode, RuleIndex
from certadvisor.rules.verdict import Shortfall, Verdict

CAPACITY = 50_000  # verdicts kept; then the cache is emptied, so that memory stays bounded


class CachedVerdict(NamedTuple):
    """A verdict with the shortfalls of its nearest alternative.

    `number` is unique within the cache; the keys of groups are made of their children's.
    """

    verdict: Verdict
    unmet: tuple[Shortfall, ...]
    number: int

    @property
    def missing(self) -> tuple[Shortfall, ...]:
        """The shortfalls where the outcome is unmet; () otherwise."""
        return self.unmet if self.verdict.outcome is Outcome.UNMET else ()


class VerdictCache:
    """Verdicts on the rules of one day, reused between people.

    Whether a verdict is cached never changes an answer (tests/laws/test_rule_index.py).
    """

    def __init__(self, rule_index: RuleIndex) -> None:
        self._rule_index = rule_index
        # By the facts that affect every verdict alike: for each node, verdicts by their key.
        self._tables: dict[Hashable, list[dict[Hashable, CachedVerdict]]] = {}
        self._size = 0
        self._children_keys = [_children_key(node) for node in rule_index.nodes]

    def judge(self, counts: EvidenceCounts, evidence: Evidence) -> dict[str, CachedVerdict | None]:
        """Return the verdict on every certification.

        Args:
            counts: The counts of `evidence`, from the rule index of this cache.
            evidence: The person's evidence.

        Returns:
            Verdicts by certification id, in the order of the index; None where no rule is
            in force.
        """
        tables = self._tables_for(evidence)
        numbers = [0] * len(tables)
        verdicts: list[CachedVerdict] = []
        steps = zip(tables, self._leaf_keys(counts), self._children_keys, strict=True)
        for index, (table, key, children) in enumerate(steps):
            if children is not None:
                key = children(numbers)  # noqa: PLW2901  a group's key needs its children's numbers
            cached = table.get(key)
            if cached is None:
                cached = table[key] = self._judge_node(
                    self._rule_index.nodes[index], verdicts, evidence
                )
            numbers[index] = cached.number
            verdicts.append(cached)
        return {
            id: None if root is None else verdicts[root]
            for id, root in self._rule_index.roots.items()
        }

    def _tables_for(self, evidence: Evidence) -> list[dict[Hashable, CachedVerdict]]:
        """Return one table for each node, shared by people whose profiles have these gaps.

        Whether a list is missing or empty changes `have`, and the highest degree changes
        which alternative is nearest; neither is among the counts.
        """
        if self._size > CAPACITY:
            self._tables.clear()
            self._size = 0
        profile = evidence.profile
        profile_key = (
            profile.work is None,
            profile.training is None,
            profile.certifications is None,
            highest_level(evidence, self._rule_index.day),
        )
        if profile_key not in self._tables:
            self._tables[profile_key] = [{} for _ in self._rule_index.nodes]
        return self._tables[profile_key]

    def _leaf_keys(self, counts: EvidenceCounts) -> list[Hashable]:
        """Return the key of each leaf's verdict; for a group, a placeholder that is not used."""
        amounts = tuple(zip(counts.certain, counts.possible, strict=True))
        return [
            amounts[node.counter]
            if node.counter is not None
            else counts.leaf_verdicts[node.verdict_index][1:5]
            if node.verdict_index is not None
            else None
            for node in self._rule_index.nodes
        ]

    def _judge_node(
        self, node: RequirementNode, verdicts: list[CachedVerdict], evidence: Evidence
    ) -> CachedVerdict:
        self._size += 1
        requirement, day = node.requirement, self._rule_index.day
        if not isinstance(requirement, AllOf | AnyOf):
            verdict = judge_leaf(requirement, evidence, day)
            return CachedVerdict(verdict, missing_in(verdict), self._size)
        children = [verdicts[index] for index in node.children]
        verdict = judge_group(
            requirement, tuple(child.verdict for child in children), evidence, day
        )
        if isinstance(requirement, AnyOf):  # only its nearest alternative counts
            children = [] if verdict.nearest is None else [children[verdict.nearest]]
        unmet = dict.fromkeys(shortfall for child in children for shortfall in child.unmet)
        return CachedVerdict(verdict, tuple(unmet), self._size)


def _children_key(node: RequirementNode) -> Callable[[list[int]], Hashable] | None:
    """Return a function that picks the numbers of a group's children; None for a leaf."""
    if not isinstance(node.requirement, AllOf | AnyOf):
        return None
    return itemgetter(*node.children) if node.children else lambda _: ()
