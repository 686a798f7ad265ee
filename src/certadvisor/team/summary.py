"""A team's totals arranged for the report: by role, by month, by certification, and by cost."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from certadvisor.base.months import month_number, month_span
from certadvisor.catalog.records import AdviceTables, Catalog, Money
from certadvisor.planner.buyer_prices import convert
from certadvisor.team.coverage import GAP_STATES, Availability, CoverageState, Holding
from certadvisor.team.totals import (
    CENTS_PER_UNIT,
    MONTHS_AHEAD,
    ReadyMember,
    TeamTotals,
    UpcomingLapse,
)

CLOSABLE = (Availability.NOW, Availability.ASK, Availability.LATER)


class GapCost(NamedTuple):
    """The cost of closing gaps: one sum a currency, that of the most people first.

    `people` have a known price, `unpriced` have none. `total` is the sum in the team's first
    currency; None if an exchange rate is missing, or no price is known.
    """

    people: int
    unpriced: int
    sums: tuple[Money, ...]
    total: Money | None

    @property
    def converted(self) -> bool:
        """Whether the total depends on exchange rates."""
        return self.total is not None and self.sums != (self.total,)


class RoleSummary(NamedTuple):
    """The people of one role, or of all roles (`role` is None).

    People with a gap are lapsed or without; `helpful_holders` are those of them who hold a
    certification that employers find helpful.
    """

    role: str | None
    states: Counter[CoverageState]
    helpful_holders: int
    availability: Counter[Availability]
    gap_cost: GapCost

    @property
    def people(self) -> int:
        """All people in the role."""
        return self.states.total()

    @property
    def applicable(self) -> int:
        """People for whose role employers prefer any certification."""
        return self.people - self.states[CoverageState.NONE_REQUIRED]

    @property
    def known(self) -> int:
        """People of whom it is known whether they hold a preferred certification."""
        return self.states[CoverageState.COVERED] + self.gaps

    @property
    def gaps(self) -> int:
        """People who hold none of the preferred certifications."""
        return sum(self.states[state] for state in GAP_STATES)

    @property
    def share(self) -> float | None:
        """The coverage: people covered divided by people known; None if there are none."""
        return self.states[CoverageState.COVERED] / self.known if self.known else None


class HoldingCounts(NamedTuple):
    """How many people of a role hold a certification that employers prefer or find helpful."""

    role: str
    certification: str
    preferred: bool  # else helpful
    counts: Counter[Holding]


class GapClosing(NamedTuple):
    """How many gaps a certification would close, by its availability."""

    certification: str
    availability: Counter[Availability]


class LapseMonth(NamedTuple):
    """The certificates that lapse in one month, by certification, most first."""

    first: date
    lapses: tuple[tuple[str, int], ...]

    @property
    def certificates(self) -> int:
        """All certificates that lapse in the month."""
        return sum(count for _, count in self.lapses)


class RecommendationCounts(NamedTuple):
    """How often a certification is recommended.

    `first` people have it ranked first, `first_now` of them can take the exam now; for `among`
    people it is within the top ranks.
    """

    certification: str
    first: int
    first_now: int
    among: int

    @property
    def first_later(self) -> int:
        """How many have it ranked first, but cannot take the exam now."""
        return self.first - self.first_now


class TeamSummary(NamedTuple):
    """Everything that the report shows; only `ready` and `next_lapses` are cut to a maximum.

    `roles` are the roles with people in them, in the order of the career ladder; `overall` is
    all of them together.
    """

    totals: TeamTotals
    overall: RoleSummary
    roles: tuple[RoleSummary, ...]
    cost_now: GapCost  # of the gaps that can be closed now
    holdings: tuple[HoldingCounts, ...]
    closing: tuple[GapClosing, ...]
    months: tuple[LapseMonth, ...]
    lapsed: tuple[tuple[str, int], ...]
    recommended: tuple[RecommendationCounts, ...]
    ready: tuple[ReadyMember, ...]
    next_lapses: tuple[UpcomingLapse, ...]

    @property
    def applicable_roles(self) -> tuple[RoleSummary, ...]:
        """The roles in which employers prefer a certification for at least one person."""
        return tuple(one for one in self.roles if one.applicable)


def summarize(totals: TeamTotals, catalog: Catalog, as_of: date) -> TeamSummary:
    """Arrange totals in the order of the catalogue, or most first, then by id."""
    present = {role for role, _ in totals.coverage}
    return TeamSummary(
        totals=totals,
        overall=_summarize_role(None, totals, catalog.tables),
        roles=tuple(
            _summarize_role(id, totals, catalog.tables) for id in catalog.roles if id in present
        ),
        cost_now=_calculate_gap_cost(None, (Availability.NOW,), totals, catalog.tables),
        holdings=_count_holdings(totals, catalog),
        closing=_count_closings(totals),
        months=_lapse_months(totals, as_of),
        lapsed=_most_first(totals.lapsed),
        recommended=_count_recommendations(totals),
        ready=totals.ready,
        next_lapses=totals.next_lapses,
    )


def _summarize_role(role: str | None, totals: TeamTotals, tables: AdviceTables) -> RoleSummary:
    """Summarize one role, or all roles if `role` is None."""
    states: Counter[CoverageState] = Counter()
    for (id, state), count in totals.coverage.items():
        states[state] += count if role in (None, id) else 0
    availability_counts: Counter[Availability] = Counter()
    for (id, availability), count in totals.gaps.items():
        availability_counts[availability] += count if role in (None, id) else 0
    helpful_holders = sum(
        count for id, count in totals.helpful_holders.items() if role in (None, id)
    )
    return RoleSummary(
        role,
        states,
        helpful_holders,
        availability_counts,
        _calculate_gap_cost(role, CLOSABLE, totals, tables),
    )


def _calculate_gap_cost(
    role: str | None,
    availabilities: tuple[Availability, ...],
    totals: TeamTotals,
    tables: AdviceTables,
) -> GapCost:
    people: Counter[str] = Counter()
    amounts: Counter[str] = Counter()
    team: Counter[str] = Counter()
    for key, count in totals.priced.items():
        id, availability, currency = key
        team[currency] += count
        if availability in availabilities and role in (None, id):
            people[currency] += count
            amounts[currency] += totals.amounts[key]
    gaps = sum(
        count
        for (id, availability), count in totals.gaps.items()
        if availability in availabilities and role in (None, id)
    )
    sums = tuple(Money(amounts[one] / CENTS_PER_UNIT, one) for one, _ in _most_first(people))
    first = next((currency for currency, _ in _most_first(team)), "")
    return GapCost(
        people.total(), gaps - people.total(), sums, _total_in_currency(sums, first, tables)
    )


def _total_in_currency(
    sums: tuple[Money, ...], currency: str, tables: AdviceTables
) -> Money | None:
    """Add sums up in one currency, rounded to whole units if an exchange rate is used.

    None if there are no sums or a rate is missing.
    """
    if not sums or {one.currency for one in sums} == {currency}:
        return sums[0] if sums else None
    converted = [
        one if one.currency == currency else convert(one, currency, tables) for one in sums
    ]
    amounts = [one.amount for one in converted if one]
    return Money(round(sum(amounts)), currency) if len(amounts) == len(sums) else None


def _count_holdings(totals: TeamTotals, catalog: Catalog) -> tuple[HoldingCounts, ...]:
    """Count holdings by role, preferred certifications before helpful ones."""
    counts: dict[tuple[str, bool, str], Counter[Holding]] = {}
    for (role, preferred, id, holding), count in totals.holdings.items():
        counts.setdefault((role, preferred, id), Counter())[holding] += count
    role_order = list(catalog.roles)
    ordered = sorted(counts, key=lambda key: (role_order.index(key[0]), not key[1], key[2]))
    return tuple(
        HoldingCounts(role, id, preferred, counts[role, preferred, id])
        for role, preferred, id in ordered
    )


def _count_closings(totals: TeamTotals) -> tuple[GapClosing, ...]:
    counts: dict[str, Counter[Availability]] = {}
    for (availability, id), count in totals.closing.items():
        counts.setdefault(id, Counter())[availability] += count
    ordered = sorted(counts, key=lambda one: (-counts[one].total(), one))
    return tuple(GapClosing(id, counts[id]) for id in ordered)


def _lapse_months(totals: TeamTotals, as_of: date) -> tuple[LapseMonth, ...]:
    first = month_number(as_of)
    return tuple(
        LapseMonth(
            month_span(month_index).first,
            _most_first(
                {id: count for (month, id), count in totals.lapses.items() if month == month_index}
            ),
        )
        for month_index in range(first, first + MONTHS_AHEAD)
    )


def _count_recommendations(totals: TeamTotals) -> tuple[RecommendationCounts, ...]:
    firsts: Counter[str] = Counter()
    now: Counter[str] = Counter()
    for (id, reach), count in totals.firsts.items():
        firsts[id] += count
        now[id] += count if reach == "now" else 0
    ordered = sorted(totals.among, key=lambda one: (-firsts[one], -totals.among[one], one))
    return tuple(RecommendationCounts(id, firsts[id], now[id], totals.among[id]) for id in ordered)


def _most_first(counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """Sort by count, the highest first, then by name."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
