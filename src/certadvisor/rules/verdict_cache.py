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
from certadvisor.rules.leaves.degree import highest
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.rule_index import Counts, Node, Rules
from certadvisor.rules.verdict import Shortfall, Verdict

MOST = 50_000  # verdicts kept; then the cache is emptied, so that memory stays bounded


class Judged(NamedTuple):
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


class Precedents:
    """Verdicts on the rules of one day, reused between people.

    Whether a verdict is cached never changes an answer (tests/laws/test_bulk.py).
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        # By the facts that affect every verdict alike: for each node, verdicts by their key.
        self._tables: dict[Hashable, list[dict[Hashable, Judged]]] = {}
        self._numbered = 0
        self._children = [_taking(node) for node in rules.nodes]

    def judge(self, counts: Counts, evidence: Evidence) -> dict[str, Judged | None]:
        """Return the verdict on every certification.

        Args:
            counts: The counts of `evidence`, from the rule index of this cache.
            evidence: The person's evidence.

        Returns:
            Verdicts by certification id, in the order of the index; None where no rule is
            in force.
        """
        tables = self._tables_of(evidence)
        numbers = [0] * len(tables)
        found: list[Judged] = []
        steps = zip(tables, self._leaf_keys(counts), self._children, strict=True)
        for place, (table, key, children) in enumerate(steps):
            if children is not None:
                key = children(numbers)  # noqa: PLW2901  a group's key needs its children's numbers
            known = table.get(key)
            if known is None:
                known = table[key] = self._judged(self._rules.nodes[place], found, evidence)
            numbers[place] = known.number
            found.append(known)
        return {
            id: None if place is None else found[place] for id, place in self._rules.roots.items()
        }

    def _tables_of(self, evidence: Evidence) -> list[dict[Hashable, Judged]]:
        """Return one table for each node, shared by people whose profiles have these gaps.

        Whether a list is missing or empty changes `have`, and the highest degree changes
        which alternative is nearest; neither is among the counts.
        """
        if self._numbered > MOST:
            self._tables.clear()
            self._numbered = 0
        profile = evidence.profile
        told = (
            profile.work is None,
            profile.training is None,
            profile.certifications is None,
            highest(evidence, self._rules.day),
        )
        if told not in self._tables:
            self._tables[told] = [{} for _ in self._rules.nodes]
        return self._tables[told]

    def _leaf_keys(self, counts: Counts) -> list[Hashable]:
        """Return the key of each leaf's verdict; for a group, a placeholder that is not used.

        Bit `n` of a bit set is character `~n` of its zero-padded binary form, which is much
        faster to read in bulk than shifting a long integer for every node.
        """
        size = len(self._rules.nodes)
        amounts = tuple(zip(counts.certain, counts.possible, strict=True))
        met, may = f"{counts.met:0{size}b}", f"{counts.may:0{size}b}"
        return [
            amounts[node.number]
            if node.number is not None
            else counts.rest[node.rest][1:5]
            if node.rest is not None
            else met[~place] + may[~place]
            for place, node in enumerate(self._rules.nodes)
        ]

    def _judged(self, node: Node, found: list[Judged], evidence: Evidence) -> Judged:
        self._numbered += 1
        requirement, day = node.requirement, self._rules.day
        if not isinstance(requirement, AllOf | AnyOf):
            verdict = judge_leaf(requirement, evidence, day)
            return Judged(verdict, missing_in(verdict), self._numbered)
        children = [found[place] for place in node.children]
        verdict = judge_group(requirement, tuple(one.verdict for one in children), evidence, day)
        if isinstance(requirement, AnyOf):  # only its nearest alternative counts
            children = [] if verdict.nearest is None else [children[verdict.nearest]]
        unmet = dict.fromkeys(shortfall for child in children for shortfall in child.unmet)
        return Judged(verdict, tuple(unmet), self._numbered)


def _taking(node: Node) -> Callable[[list[int]], Hashable] | None:
    """Return a function that picks the numbers of a group's children; None for a leaf."""
    if not isinstance(node.requirement, AllOf | AnyOf):
        return None
    return itemgetter(*node.children) if node.children else lambda _: ()
