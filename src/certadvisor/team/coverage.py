"""How well one person covers the certifications of their role, and what would close the gap."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.advice.recommend.recommendations import GateKind
from certadvisor.catalog.records import Catalog, Certification, Money
from certadvisor.planner.buyer_prices import buyer_of, convert, cost_of
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.team.member import MemberResult

# Gates of certifications that the person holds, or that a held one makes pointless.
_COVERING_GATES = (GateKind.HELD, GateKind.ABSORBED, GateKind.SAME_LEVEL)


class Holding(StrEnum):
    """Whether a person holds one certification."""

    ACTIVE = "active"
    LAPSED = "lapsed"  # held in the past
    NONE = "none"
    UNKNOWN = "unknown"  # the certifications, or the expiry date, are not given


class CoverageState(StrEnum):
    """Whether a person holds what employers prefer for the role."""

    COVERED = "covered"  # holds one, or one that makes it pointless
    LAPSED = "lapsed"
    WITHOUT = "without"
    UNKNOWN = "unknown"
    NONE_REQUIRED = "none_required"  # entry level, or employers of the country prefer none


class Availability(StrEnum):
    """How soon a certification that closes a gap is available."""

    NOW = "now"  # the exam can be taken today
    ASK = "ask"  # depends on an answer
    LATER = "later"  # something is missing
    NONE = "none"  # none of them can be earned


class CoverageGap(NamedTuple):
    """The cheapest of the most readily available certifications that would close the gap.

    `certification` is None if none can be earned, `cost` if its price is unknown.
    """

    availability: Availability
    certification: str | None
    cost: Money | None


GAP_STATES = (CoverageState.LAPSED, CoverageState.WITHOUT)


class RoleCoverage(NamedTuple):
    """How well a person covers their role; `gap` is None where there is none."""

    role: str
    state: CoverageState
    preferred: tuple[tuple[str, Holding], ...]
    helpful: tuple[tuple[str, Holding], ...]
    gap: CoverageGap | None

    @property
    def holds_helpful(self) -> bool:
        """Whether the person holds at least one certification that employers find helpful."""
        return any(holding is Holding.ACTIVE for _, holding in self.helpful)


def judge_coverage(result: MemberResult, evidence: Evidence) -> RoleCoverage | None:
    """Judge a person's coverage of their role; None if the role is not known."""
    person, catalog = result.person, evidence.catalog
    if not person.role:
        return None
    role = catalog.roles[person.role]
    expected = certifications_for_role(role, person.profile.country)
    coverage = RoleCoverage(
        role=role.id,
        state=CoverageState.NONE_REQUIRED,
        preferred=tuple((id, judge_holding(id, evidence)) for id in expected.preferred),
        helpful=tuple((id, judge_holding(id, evidence)) for id in expected.helpful),
        gap=None,
    )
    if role.level == "entry" or not expected.preferred:
        return coverage
    state = _coverage_state(coverage, result)
    if state not in GAP_STATES:
        return coverage._replace(state=state)
    gap = _find_gap(expected.preferred, result, catalog, evidence.as_of)
    return coverage._replace(state=state, gap=gap)


def judge_holding(id: str, evidence: Evidence) -> Holding:
    """Judge whether the person holds a certification, by the rules of the `holds` leaf."""
    outcome = holds.judge_certification(id, evidence, evidence.as_of)
    if outcome is not Outcome.UNMET:
        return Holding.ACTIVE if outcome is Outcome.MET else Holding.UNKNOWN
    lapsed_outcome = holds.judge_certification(id, evidence, evidence.as_of, lapsed=True)
    return Holding.LAPSED if lapsed_outcome is Outcome.MET else Holding.NONE


def _coverage_state(coverage: RoleCoverage, result: MemberResult) -> CoverageState:
    """The state of coverage; a certification made pointless by another one counts as covered.

    A PMP makes up for a CAPM, for example.
    """
    preferred = dict(coverage.preferred)
    covering = {
        gate.certification.id for gate in result.advice.gates if gate.kind in _COVERING_GATES
    }
    if covering & set(preferred):
        return CoverageState.COVERED
    if Holding.UNKNOWN in preferred.values():
        return CoverageState.UNKNOWN
    return CoverageState.LAPSED if Holding.LAPSED in preferred.values() else CoverageState.WITHOUT


def _find_gap(
    preferred: tuple[str, ...], result: MemberResult, catalog: Catalog, as_of: date
) -> CoverageGap:
    """Of the most readily available certifications find the cheapest with a known price."""
    by_availability: dict[Availability, list[Certification]] = {}
    for id in preferred:
        certification = catalog.certifications[id]
        by_availability.setdefault(
            _availability_of(certification, result.outcomes[id], as_of), []
        ).append(certification)
    availability = next(
        availability for availability in Availability if availability in by_availability
    )
    if availability is Availability.NONE:
        return CoverageGap(availability, None, None)
    buyer = buyer_of(result.person.profile, as_of)
    prices = [
        (certification, cost_of(certification, buyer, catalog.tables).amount)
        for certification in by_availability[availability]
    ]
    cheapest, cost = min(prices, key=lambda pair: _usd_sort_key(pair[1], catalog))
    return CoverageGap(availability, cheapest.id, cost)


def _availability_of(certification: Certification, outcome: Outcome, as_of: date) -> Availability:
    obtainable = certification.obtainable_on(as_of)
    if obtainable is False:
        return Availability.NONE
    if outcome is Outcome.UNMET:
        return Availability.LATER
    return Availability.NOW if outcome is Outcome.MET and obtainable else Availability.ASK


def _usd_sort_key(cost: Money | None, catalog: Catalog) -> float:
    """The price in US dollars to sort by; infinite if it or its exchange rate is unknown."""
    converted = cost and convert(cost, "USD", catalog.tables)
    return float("inf") if converted is None else converted.amount
