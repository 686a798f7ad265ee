"""How well one person covers the certifications of their role, and what would close the gap."""

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

# Gates of certifications that the person holds, or that a held one makes pointless.
_NO_USE = ("held", "absorbed", "same-level")


class Holding(StrEnum):
    """Whether a person holds one certification."""

    ACTIVE = "active"
    LAPSED = "lapsed"  # held in the past
    NONE = "none"
    UNKNOWN = "unknown"  # the certifications, or the expiry date, are not given


class Cover(StrEnum):
    """Whether a person holds what employers prefer for the role."""

    COVERED = "covered"  # holds one, or one that makes it pointless
    LAPSED = "lapsed"
    WITHOUT = "without"
    UNKNOWN = "unknown"
    NONE_ASKED = "none_asked"  # entry level, or employers of the country prefer none


class Way(StrEnum):
    """How soon a certification that closes a gap is available."""

    NOW = "now"  # the exam can be taken today
    ASK = "ask"  # depends on an answer
    LATER = "later"  # something is missing
    NONE = "none"  # none of them can be earned


class Gap(NamedTuple):
    """The cheapest of the most readily available certifications that would close the gap.

    `certification` is None if none can be earned, `cost` if its price is unknown.
    """

    way: Way
    certification: str | None
    cost: Money | None


GAPS = (Cover.LAPSED, Cover.WITHOUT)


class Coverage(NamedTuple):
    """How well a person covers their role; `gap` is None where there is none."""

    role: str
    cover: Cover
    preferred: tuple[tuple[str, Holding], ...]
    helpful: tuple[tuple[str, Holding], ...]
    gap: Gap | None

    @property
    def helped(self) -> bool:
        """Whether the person holds at least one certification that employers find helpful."""
        return any(holding is Holding.ACTIVE for _, holding in self.helpful)


def coverage_of(standing: Standing, evidence: Evidence) -> Coverage | None:
    """Judge a person's coverage of their role; None if the role is not known."""
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
    """Judge whether the person holds a certification, by the rules of the `holds` leaf."""
    outcome = holds.held(id, evidence, evidence.as_of)
    if outcome is not Outcome.UNMET:
        return Holding.ACTIVE if outcome is Outcome.MET else Holding.UNKNOWN
    once = holds.held(id, evidence, evidence.as_of, lapsed=True)
    return Holding.LAPSED if once is Outcome.MET else Holding.NONE


def _cover(found: Coverage, standing: Standing) -> Cover:
    """The state of coverage; a certification made pointless by another one counts as covered.

    A PMP makes up for a CAPM, for example.
    """
    preferred = dict(found.preferred)
    no_use = {gate.certification.id for gate in standing.advice.gated if gate.gate in _NO_USE}
    if no_use & set(preferred):
        return Cover.COVERED
    if Holding.UNKNOWN in preferred.values():
        return Cover.UNKNOWN
    return Cover.LAPSED if Holding.LAPSED in preferred.values() else Cover.WITHOUT


def _gap(preferred: tuple[str, ...], standing: Standing, catalog: Catalog, as_of: date) -> Gap:
    """Of the most readily available certifications find the cheapest with a known price."""
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
    """The price in US dollars to sort by; infinite if it or its exchange rate is unknown."""
    told = cost and in_currency(cost, "USD", catalog.tables)
    return float("inf") if told is None else told.amount
