"""A team's totals arranged for the report: by role, by month, by certification, and by cost."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from certadvisor.advice.cost import in_currency
from certadvisor.base.months import month_number, month_of
from certadvisor.catalog.records import Catalog, Money, Tables
from certadvisor.team.coverage import GAPS, Cover, Holding, Way
from certadvisor.team.totals import HUNDREDTHS, MONTHS, Lapse, Ready, Totals

REACHED = (Way.NOW, Way.ASK, Way.LATER)


class Price(NamedTuple):
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


class RoleSums(NamedTuple):
    """The people of one role, or of all roles (`role` is None).

    People with a gap are lapsed or without; `helpful_holders` are those of them who hold a
    certification that employers find helpful.
    """

    role: str | None
    covers: Counter[Cover]
    helped: int
    ways: Counter[Way]
    price: Price

    @property
    def people(self) -> int:
        """All people in the role."""
        return self.covers.total()

    @property
    def asked(self) -> int:
        """People for whose role employers prefer any certification."""
        return self.people - self.covers[Cover.NONE_ASKED]

    @property
    def known(self) -> int:
        """People of whom it is known whether they hold a preferred certification."""
        return self.covers[Cover.COVERED] + self.gaps

    @property
    def gaps(self) -> int:
        """People who hold none of the preferred certifications."""
        return sum(self.covers[cover] for cover in GAPS)

    @property
    def share(self) -> float | None:
        """The coverage: people covered divided by people known; None if there are none."""
        return self.covers[Cover.COVERED] / self.known if self.known else None


class Held(NamedTuple):
    """How many people of a role hold a certification that employers prefer or find helpful."""

    role: str
    certification: str
    preferred: bool  # else helpful
    holdings: Counter[Holding]


class Closing(NamedTuple):
    """How many gaps a certification would close, by its availability."""

    certification: str
    ways: Counter[Way]


class Month(NamedTuple):
    """The certificates that lapse in one month, by certification, most first."""

    first: date
    lapses: tuple[tuple[str, int], ...]

    @property
    def certificates(self) -> int:
        """All certificates that lapse in the month."""
        return sum(count for _, count in self.lapses)


class Recommended(NamedTuple):
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


class Summary(NamedTuple):
    """Everything that the report shows; only `ready` and `next_lapses` are cut to a maximum.

    `roles` are the roles with people in them, in the order of the career ladder; `overall` is
    all of them together.
    """

    totals: Totals
    all: RoleSums
    roles: tuple[RoleSums, ...]
    now: Price  # of the gaps that can be closed now
    held: tuple[Held, ...]
    closing: tuple[Closing, ...]
    months: tuple[Month, ...]
    lapsed: tuple[tuple[str, int], ...]
    recommended: tuple[Recommended, ...]
    ready: tuple[Ready, ...]
    next_lapses: tuple[Lapse, ...]

    @property
    def asking(self) -> tuple[RoleSums, ...]:
        """The roles in which employers prefer a certification for at least one person."""
        return tuple(one for one in self.roles if one.asked)


def summary_of(totals: Totals, catalog: Catalog, as_of: date) -> Summary:
    """Arrange totals in the order of the catalogue, or most first, then by id."""
    present = {role for role, _ in totals.covers}
    return Summary(
        totals=totals,
        all=_role(None, totals, catalog.tables),
        roles=tuple(_role(id, totals, catalog.tables) for id in catalog.roles if id in present),
        now=_price(None, (Way.NOW,), totals, catalog.tables),
        held=_held(totals, catalog),
        closing=_closing(totals),
        months=_months(totals, as_of),
        lapsed=_most(totals.lapsed),
        recommended=_recommended(totals),
        ready=totals.ready,
        next_lapses=totals.next_lapses,
    )


def _role(role: str | None, totals: Totals, tables: Tables) -> RoleSums:
    """Summarize one role, or all roles if `role` is None."""
    covers: Counter[Cover] = Counter()
    for (id, cover), count in totals.covers.items():
        covers[cover] += count if role in (None, id) else 0
    ways: Counter[Way] = Counter()
    for (id, way), count in totals.ways.items():
        ways[way] += count if role in (None, id) else 0
    helped = sum(count for id, count in totals.helped.items() if role in (None, id))
    return RoleSums(role, covers, helped, ways, _price(role, REACHED, totals, tables))


def _price(role: str | None, ways: tuple[Way, ...], totals: Totals, tables: Tables) -> Price:
    people: Counter[str] = Counter()
    amounts: Counter[str] = Counter()
    team: Counter[str] = Counter()
    for key, count in totals.priced.items():
        id, way, currency = key
        team[currency] += count
        if way in ways and role in (None, id):
            people[currency] += count
            amounts[currency] += totals.amounts[key]
    gaps = sum(
        count for (id, way), count in totals.ways.items() if way in ways and role in (None, id)
    )
    sums = tuple(Money(amounts[one] / HUNDREDTHS, one) for one, _ in _most(people))
    first = next((currency for currency, _ in _most(team)), "")
    return Price(people.total(), gaps - people.total(), sums, _added(sums, first, tables))


def _added(sums: tuple[Money, ...], currency: str, tables: Tables) -> Money | None:
    """Add sums up in one currency, rounded to whole units if an exchange rate is used.

    None if there are no sums or a rate is missing.
    """
    if not sums or {one.currency for one in sums} == {currency}:
        return sums[0] if sums else None
    told = [one if one.currency == currency else in_currency(one, currency, tables) for one in sums]
    amounts = [one.amount for one in told if one]
    return Money(round(sum(amounts)), currency) if len(amounts) == len(sums) else None


def _held(totals: Totals, catalog: Catalog) -> tuple[Held, ...]:
    """Count holdings by role, preferred certifications before helpful ones."""
    found: dict[tuple[str, bool, str], Counter[Holding]] = {}
    for (role, preferred, id, holding), count in totals.holdings.items():
        found.setdefault((role, preferred, id), Counter())[holding] += count
    ladder = list(catalog.roles)
    ordered = sorted(found, key=lambda key: (ladder.index(key[0]), not key[1], key[2]))
    return tuple(Held(role, id, kind, found[role, kind, id]) for role, kind, id in ordered)


def _closing(totals: Totals) -> tuple[Closing, ...]:
    found: dict[str, Counter[Way]] = {}
    for (way, id), count in totals.closing.items():
        found.setdefault(id, Counter())[way] += count
    ordered = sorted(found, key=lambda one: (-found[one].total(), one))
    return tuple(Closing(id, found[id]) for id in ordered)


def _months(totals: Totals, as_of: date) -> tuple[Month, ...]:
    first = month_number(as_of)
    return tuple(
        Month(
            month_of(number).first,
            _most({id: count for (at, id), count in totals.lapses.items() if at == number}),
        )
        for number in range(first, first + MONTHS)
    )


def _recommended(totals: Totals) -> tuple[Recommended, ...]:
    firsts: Counter[str] = Counter()
    now: Counter[str] = Counter()
    for (id, reach), count in totals.firsts.items():
        firsts[id] += count
        now[id] += count if reach == "now" else 0
    ordered = sorted(totals.among, key=lambda one: (-firsts[one], -totals.among[one], one))
    return tuple(Recommended(id, firsts[id], now[id], totals.among[id]) for id in ordered)


def _most(counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """Sort by count, the highest first, then by name."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
