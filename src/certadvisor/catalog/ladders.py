"""How certifications stand to one another: above, below or beside, and what follows what."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property, lru_cache

from certadvisor.catalog.records import Catalog, Certification
from certadvisor.catalog.requirement import counts_lapsed, held_by_every_way


@lru_cache(maxsize=16)
def ladders_of(catalog: Catalog) -> "Ladders":
    """The ladders of a catalogue; cached, as a catalogue does not change."""
    return Ladders(catalog.certifications, catalog.level_groups)


class Ladders:
    """The ladders that the lineage, the level groups and the entry rules of a catalogue form.

    `level_groups` are certifications of several issuers at about one level.
    """

    def __init__(
        self,
        certifications: Mapping[str, Certification],
        level_groups: Iterable[tuple[str, ...]],
    ) -> None:
        self._certifications = certifications
        self._level_groups = tuple(level_groups)
        self._superseded: dict[str, frozenset[str]] = {}
        self._below: dict[str, frozenset[str]] = {}

    def absorbers(self, id: str) -> tuple[Certification, ...]:
        """The certifications whose holders do not need this one, as their records say."""
        return self._absorbers.get(id, ())

    @cached_property
    def _absorbers(self) -> dict[str, tuple[Certification, ...]]:
        absorbers: dict[str, tuple[Certification, ...]] = {}
        for certification in self._certifications.values():
            for id in certification.absorbs:
                absorbers[id] = (*absorbers.get(id, ()), certification)
        return absorbers

    def superseded_by(self, id: str) -> frozenset[str]:
        """The ids that a certification absorbs or replaces, directly or not."""
        if id not in self._superseded:
            superseded: set[str] = set()
            pending = [id]
            while pending:
                record = self._certifications.get(pending.pop())
                new = {*record.absorbs, *record.replaces} - superseded if record else set()
                superseded |= new
                pending += new
            self._superseded[id] = frozenset(superseded - {id})
        return self._superseded[id]

    def equals(self, id: str) -> frozenset[str]:
        """The ids at the level of a certification, of its issuer and of others; not its own."""
        return self._equals.get(id, frozenset())

    def are_equals(self, id: str, other: str) -> bool:
        """Whether two certifications stand at one level, so that either will do."""
        return other in self.equals(id)

    @cached_property
    def _equals(self) -> dict[str, frozenset[str]]:
        equals: dict[str, set[str]] = {}
        pairs = ((one.id, id) for one in self._certifications.values() for id in one.same_level_as)
        for group in (*self._level_groups, *pairs):
            for id in group:
                equals.setdefault(id, set()).update(group)
        return {id: frozenset(others - {id}) for id, others in equals.items()}

    def below(self, id: str) -> frozenset[str]:
        """The ids that attest less of the same: what its level supersedes, and their equals."""
        if id not in self._below:
            level = {id, *self.equals(id)}
            superseded = {other for one in level for other in self.superseded_by(one)}
            equals = {other for one in superseded for other in self.equals(one)}
            self._below[id] = frozenset((superseded | equals) - level)
        return self._below[id]

    def above(self, id: str) -> tuple[Certification, ...]:
        """The certifications that it is below of, by id."""
        return tuple(one for one in self._certifications.values() if id in self.below(one.id))

    def takes_lapsed(self, id: str, lapsed: str) -> bool:
        """Whether a rule of a certification lets another count that has lapsed."""
        record = self._certifications.get(id)
        rules = record.rules if record else ()
        return any(counts_lapsed(rule.award, lapsed) for rule in rules)

    def is_only_first_rung(self, id: str, day: date) -> bool:
        """Whether a higher certification can only be had by way of this one on a day.

        Where another at that level is open without it, this one is not the only way up.
        """
        dependents = {one for one in self._dependents.get(id, ()) if self._can_be_earned(one, day)}
        return any(
            not any(
                other not in dependents and self._can_be_earned(other, day)
                for other in self.equals(dependent)
            )
            for dependent in dependents
        )

    def _can_be_earned(self, id: str, day: date) -> bool:
        record = self._certifications.get(id)
        return record is not None and bool(record.obtainable_on(day))

    @cached_property
    def _dependents(self) -> dict[str, set[str]]:
        """By id: the certifications whose latest rule asks to hold that very one."""
        dependents: dict[str, set[str]] = {}
        for one in self._certifications.values():
            for needed in held_by_every_way(one.rules[-1].sit) if one.rules else ():
                dependents.setdefault(needed, set()).add(one.id)
        return dependents
