"""Whole verdicts of every rule for many people: what was judged before is looked up.

A leaf's verdict hangs on what a person's evidence comes to, a group's on those
of its children and, for the nearest way, on the degree that the person has. So
each distinct verdict is judged once, by the judge, and remembered.
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

MOST = 50_000  # verdicts remembered; then they are forgotten, so that memory does not grow


class Judged(NamedTuple):
    """A verdict, what is unmet on its nearest way, and the number by which a group knows it."""

    verdict: Verdict
    unmet: tuple[Shortfall, ...]
    number: int

    @property
    def missing(self) -> tuple[Shortfall, ...]:
        """What is missing, where the answer is no."""
        return self.unmet if self.verdict.outcome is Outcome.UNMET else ()


class Precedents:
    """The verdicts on a day's rules so far; no answer depends on what is remembered."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        # By what bears on all verdicts alike, and by node: what its verdict hangs on.
        self._tables: dict[Hashable, list[dict[Hashable, Judged]]] = {}
        self._numbered = 0
        self._children = [_taking(node) for node in rules.nodes]

    def judge(self, counts: Counts, evidence: Evidence) -> dict[str, Judged | None]:
        """The verdict on every certification in their order; None where no rule is known.

        `counts` are those of the evidence, by the same rules.
        """
        tables = self._tables_of(evidence)
        numbers = [0] * len(tables)
        found: list[Judged] = []
        steps = zip(tables, self._leaf_keys(counts), self._children, strict=True)
        for place, (table, key, children) in enumerate(steps):
            if children is not None:
                key = children(numbers)  # noqa: PLW2901  a group's key is known only now
            known = table.get(key)
            if known is None:
                known = table[key] = self._judged(self._rules.nodes[place], found, evidence)
            numbers[place] = known.number
            found.append(known)
        return {
            id: None if place is None else found[place] for id, place in self._rules.roots.items()
        }

    def _tables_of(self, evidence: Evidence) -> list[dict[Hashable, Judged]]:
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
        """For each leaf what its verdict hangs on; nothing yet for a group."""
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
        if isinstance(requirement, AnyOf):  # only its nearest way counts
            children = [] if verdict.nearest is None else [children[verdict.nearest]]
        unmet = dict.fromkeys(shortfall for child in children for shortfall in child.unmet)
        return Judged(verdict, tuple(unmet), self._numbered)


def _taking(node: Node) -> Callable[[list[int]], Hashable] | None:
    """What takes the numbers of a group's children; None for a leaf."""
    if not isinstance(node.requirement, AllOf | AnyOf):
        return None
    return itemgetter(*node.children) if node.children else lambda _: ()
