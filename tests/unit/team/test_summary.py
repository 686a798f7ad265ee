"""The team summary: what adds up, what depends on exchange rates, and what is unknown."""

from collections import Counter
from datetime import date

from certadvisor.catalog.records import Catalog, Money
from certadvisor.team.coverage import Availability, CoverageState
from certadvisor.team.summary import TeamSummary, summarize
from certadvisor.team.totals import MONTHS_AHEAD, TeamTotals

DAY = date(2026, 11, 22)
MANAGER, MASTER = "project-manager", "scrum-master"


def summary(catalog: Catalog, **fields: object) -> TeamSummary:
    """The summary of some totals."""
    return summarize(TeamTotals()._replace(**fields), catalog, DAY)  # type: ignore[arg-type]  # fields


def priced_gaps(**amounts: int) -> dict[str, object]:
    """Two people with a gap in the first currency, and one in each other currency."""
    keys = [(MANAGER, Availability.NOW, currency) for currency in amounts]
    people = Counter({key: 1 + (index == 0) for index, key in enumerate(keys)})
    return {
        "gaps": Counter({(MANAGER, Availability.NOW): people.total()}),
        "priced": people,
        "amounts": Counter(dict(zip(keys, amounts.values(), strict=True))),
    }


def test_a_single_currency_needs_no_rate(small: Catalog) -> None:
    """Exact to the cent."""
    price = summary(small, **priced_gaps(EUR=12345)).overall.gap_cost
    assert price.sums == (Money(123.45, "EUR"),)
    assert price.total == Money(123.45, "EUR")
    assert not price.converted


def test_several_currencies_are_listed_and_added_up_in_the_first(small: Catalog) -> None:
    """The currency of the most people; a sum that uses exchange rates is rounded."""
    price = summary(small, **priced_gaps(USD=10000, GBP=10000)).overall.gap_cost
    assert price.sums == (Money(100.0, "USD"), Money(100.0, "GBP"))
    assert price.total == Money(round(100 + 100 / small.tables.per_usd["GBP"]), "USD")
    assert price.converted


def test_sums_without_a_rate_are_not_added_up(small: Catalog) -> None:
    """Each sum keeps its currency."""
    price = summary(small, **priced_gaps(USD=10000, XAU=10000)).overall.gap_cost
    assert len(price.sums) == 2
    assert price.total is None


def test_a_role_is_totalled_in_the_first_currency_of_the_team(small: Catalog) -> None:
    """So roles can be compared."""
    fields = priced_gaps(USD=10000)
    key = (MASTER, Availability.NOW, "GBP")
    fields["coverage"] = Counter(
        {(MANAGER, CoverageState.WITHOUT): 2, (MASTER, CoverageState.WITHOUT): 1}
    )
    fields["gaps"] = Counter({(MANAGER, Availability.NOW): 2, (MASTER, Availability.NOW): 1})
    fields["priced"] = Counter({(MANAGER, Availability.NOW, "USD"): 2, key: 1})
    fields["amounts"] = Counter({(MANAGER, Availability.NOW, "USD"): 10000, key: 10000})
    roles = {one.role: one.gap_cost for one in summary(small, **fields).roles}
    assert roles[MASTER].sums == (Money(100.0, "GBP"),)
    assert roles[MASTER].total == Money(round(100 / small.tables.per_usd["GBP"]), "USD")
    assert roles[MASTER].converted


def test_gaps_that_nothing_can_close_have_no_price(small: Catalog) -> None:
    """They are neither priced nor counted as unpriced."""
    gaps = Counter({(MANAGER, Availability.NONE): 3, (MANAGER, Availability.LATER): 1})
    price = summary(small, gaps=gaps).overall.gap_cost
    assert (price.people, price.unpriced) == (0, 1)


def test_coverage_leaves_out_people_of_unknown_coverage(small: Catalog) -> None:
    """Nor with people for whose role no certification is preferred."""
    covers = {
        CoverageState.COVERED: 1,
        CoverageState.LAPSED: 1,
        CoverageState.WITHOUT: 2,
        CoverageState.UNKNOWN: 9,
    }
    covers[CoverageState.NONE_REQUIRED] = 5
    counts = Counter({(MANAGER, cover): count for cover, count in covers.items()})
    (role,) = summary(small, coverage=counts).roles
    assert (role.people, role.applicable, role.known, role.gaps) == (18, 13, 4, 3)
    assert role.share == 0.25
    assert summary(small).overall.share is None


def test_every_month_is_listed(small: Catalog) -> None:
    """Months in which nothing lapses too, and across the turn of the year."""
    lapses = Counter({(2027 * 12, "pmp"): 2, (2027 * 12, "csm"): 3})
    months = summary(small, lapses=lapses).months
    assert len(months) == MONTHS_AHEAD
    assert [one.certificates for one in months[:4]] == [0, 0, 5, 0]
    assert months[2].first == date(2027, 1, 1)
    assert months[2].lapses == (("csm", 3), ("pmp", 2))
