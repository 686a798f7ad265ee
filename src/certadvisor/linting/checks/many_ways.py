"""Check for rules with so many ways to meet them that a planner cannot compare them all.

Every `all` multiplies the ways of its parts and every `any` adds them up; holding another
certification has as many ways as that one's own rule. "One of four courses in each of six
groups" has 4,096 of them, and so has a ladder of twelve rungs with two ways each.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from math import prod
from typing import Any

from certadvisor.catalog.definitions.certification import Certification
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf, Groups
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.requirement_paths import award_requirement, walk_leaves
from certadvisor.linting.sources import CatalogSources

MAX_WAYS = 1_000


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield each rule that has too many ways, though none of the certifications it names has."""
    counter = _WayCounter(sources)
    for certification in sources.certifications.certifications:
        if not certification.rules:
            continue
        path, requirement = award_requirement(certification.rules[-1])
        named = counter.certifications_in(requirement)
        if counter.of(certification.id) > MAX_WAYS >= max(map(counter.of, named), default=0):
            yield RawFinding(
                "many-ways",
                "certifications",
                certification.id,
                ("rules", len(certification.rules) - 1, *path),
                f"can be met in {counter.of(certification.id):,} ways",
                f"write a rule with fewer: a plan to it is not proven best beyond {MAX_WAYS:,}",
            )


class _WayCounter:
    """Counts the ways to meet the latest rule of each certification."""

    def __init__(self, sources: CatalogSources) -> None:
        certifications = sources.certifications.certifications
        self._records: Mapping[str, Certification] = {one.id: one for one in certifications}
        self._groups: Groups = {
            id: group.members for id, group in sources.certifications.groups.items()
        }
        self._counts: dict[str, int] = {}

    def of(self, id: str) -> int:
        """Count the ways; one where the rule is not known, or leads back to itself."""
        if id not in self._counts:
            record = self._records.get(id)
            self._counts[id] = 1  # for a rule that leads back here
            if record is not None and record.rules:
                self._counts[id] = self._of_requirement(award_requirement(record.rules[-1])[1])
        return self._counts[id]

    def _of_requirement(self, node: Any) -> int:
        if isinstance(node, AllOf):
            return prod(map(self._of_requirement, node.all))
        if isinstance(node, AnyOf):
            return sum(map(self._of_requirement, node.any))
        accepted = None if node is None else node.accepted_certifications(self._groups)
        return 1 if accepted is None else sum(map(self.of, accepted))

    def certifications_in(self, node: Any) -> Iterator[str]:
        """Yield every certification that a requirement names."""
        leaves = (leaf for _, leaf in walk_leaves((), node))
        for leaf in leaves:
            yield from leaf.accepted_certifications(self._groups) or ()
