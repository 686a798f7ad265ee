"""How one person stands to what employers ask for in their role, and what would close the gap."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.advice.career.role_certifications import wanted_in
from certadvisor.advice.cost import cost_of, in_currency
from certadvisor.catalog.records import Catalog, Certification, Money
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.team.member import Standing

_NO_USE = ("held", "absorbed", "same-level")  # gates: it is held, or something that makes up for it


class Holding(StrEnum):
    """How somebody stands to one certification."""

    ACTIVE = "active"
    LAPSED = "lapsed"  # held once
    NONE = "none"
    UNKNOWN = "unknown"  # nobody told what is held, or until when it is valid


class Cover(StrEnum):
    """How somebody stands to the certifications that employers prefer for the role."""

    COVERED = "covered"  # one is active, or one that leaves no use for it
    LAPSED = "lapsed"
    WITHOUT = "without"
    UNKNOWN = "unknown"
    NONE_ASKED = "none_asked"  # an entry-level role, or one for which none is preferred there


class Way(StrEnum):
    """How near the certification is that would close a gap."""

    NOW = "now"  # may be sat today
    ASK = "ask"  # an answer is needed first
    LATER = "later"  # something is missing
    NONE = "none"  # none of them can be earned


class Gap(NamedTuple):
    """The cheapest of the nearest certifications that would close it; its price None if unknown."""

    way: Way
    certification: str | None
    cost: Money | None


GAPS = (Cover.LAPSED, Cover.WITHOUT)


class Coverage(NamedTuple):
    """A person's role in figures: what is wanted there, and `gap` where none of it is held."""

    role: str
    cover: Cover
    preferred: tuple[tuple[str, Holding], ...]
    helpful: tuple[tuple[str, Holding], ...]
    gap: Gap | None

    @property
    def helped(self) -> bool:
        """Whether at least one that employers find helpful is held."""
        return any(holding is Holding.ACTIVE for _, holding in self.helpful)


def coverage_of(standing: Standing, evidence: Evidence) -> Coverage | None:
    """Where the person's role stands; None where nobody can tell the role."""
    person, catalog = standing.person, evidence.catalog
    if not person.role:
        return None
    role = catalog.roles[person.role]
    preferred, helpful, _ = wanted_in(role, person.profile.country)
    found = Coverage(
        role=role.id,
        cover=Cover.NONE_ASKED,
        preferred=tuple((id, holding(id, evidence)) for id in preferred),
        helpful=tuple((id, holding(id, evidence)) for id in helpful),
        gap=None,
    )
    if role.level == "entry" or not preferred:
        return found
    cover = _cover(found, standing)
    gap = _gap(preferred, standing, catalog, evidence.as_of) if cover in GAPS else None
    return found._replace(cover=cover, gap=gap)


def holding(id: str, evidence: Evidence) -> Holding:
    """How the person stands to one certification, as the judge reads `holds`."""
    outcome = holds.held(id, evidence, evidence.as_of)
    if outcome is not Outcome.UNMET:
        return Holding.ACTIVE if outcome is Outcome.MET else Holding.UNKNOWN
    once = holds.held(id, evidence, evidence.as_of, lapsed=True)
    return Holding.LAPSED if once is Outcome.MET else Holding.NONE


def _cover(found: Coverage, standing: Standing) -> Cover:
    """What the gates leave no use for is covered: a PMP makes up for a CAPM."""
    preferred = dict(found.preferred)
    no_use = {gate.certification.id for gate in standing.advice.gated if gate.gate in _NO_USE}
    if no_use & set(preferred):
        return Cover.COVERED
    if Holding.UNKNOWN in preferred.values():
        return Cover.UNKNOWN
    return Cover.LAPSED if Holding.LAPSED in preferred.values() else Cover.WITHOUT


def _gap(preferred: tuple[str, ...], standing: Standing, catalog: Catalog, as_of: date) -> Gap:
    """The nearest ones first, and of them the cheapest whose price is known."""
    ways: dict[Way, list[Certification]] = {}
    for id in preferred:
        one = catalog.certifications[id]
        ways.setdefault(_way(one, standing.outcomes[id], as_of), []).append(one)
    way = next(way for way in Way if way in ways)
    if way is Way.NONE:
        return Gap(way, None, None)
    country = standing.person.profile.country
    prices = [(one, cost_of(one, country, catalog.tables, None).total) for one in ways[way]]
    cheapest, cost = min(prices, key=lambda pair: _dollars(pair[1], catalog))
    return Gap(way, cheapest.id, cost)


def _way(one: Certification, outcome: Outcome, as_of: date) -> Way:
    obtainable = one.obtainable_on(as_of)
    if obtainable is False:
        return Way.NONE
    if outcome is Outcome.UNMET:
        return Way.LATER
    return Way.NOW if outcome is Outcome.MET and obtainable else Way.ASK


def _dollars(cost: Money | None, catalog: Catalog) -> float:
    """For an order of prices; what is unknown, or has no rate, comes last."""
    told = cost and in_currency(cost, "USD", catalog.tables)
    return float("inf") if told is None else told.amount
