"""The cost of earning and renewing a certification, as far as prices are known."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog, Money
from certadvisor.comparison.prices import Prices, prices_of
from certadvisor.planner.buyer_prices import Buyer

DAY = date(2026, 11, 22)


def prices(id: str, catalog: Catalog, country: str | None = None) -> Prices:
    """The prices of a certification, with US dollars as the common currency."""
    return prices_of(catalog.certifications[id], Buyer(DAY, country), "USD", catalog)


def test_two_renewals_keep_a_three_year_certification_for_nine_years(small: Catalog) -> None:
    """The first three years come with the exam; members pay their own fee."""
    renewal_cost = prices("pmp", small).renewal_cost
    assert renewal_cost is not None
    assert (renewal_cost.basis, renewal_cost.times) == ("fee", 2)
    assert (renewal_cost.cost, renewal_cost.member) == (Money(300, "USD"), Money(120, "USD"))
    assert prices("pmp", small).nine_years == Money(975, "USD")


def test_a_lifetime_certification_costs_nothing_more(small: Catalog) -> None:
    """A cost of zero is known, and not a missing figure."""
    figures = prices("psm-i", small)
    assert figures.renewal_cost is not None
    assert (figures.renewal_cost.basis, figures.renewal_cost.cost.amount) == ("lifetime", 0)
    assert figures.nine_years == figures.total == Money(200, "USD")


def test_without_a_fee_a_retake_is_the_price_of_renewing(small: Catalog) -> None:
    """Where taking the exam again renews the certification."""
    figures = prices("prince2-7-foundation", small)
    assert figures.renewal_cost is not None
    assert (figures.renewal_cost.basis, figures.renewal_cost.cost) == ("retake", Money(780, "GBP"))
    assert figures.nine_years == Money(1170, "GBP")
    assert figures.cost_converted == Money(round(390 / 0.7463), "USD")


@pytest.mark.parametrize("id", ["capm", "csm"])
def test_an_unknown_renewal_fee_is_not_zero(id: str, small: Catalog) -> None:
    """Renewing costs a fee that is not known, so the sum is not known either."""
    figures = prices(id, small)
    assert figures.total is not None
    assert figures.renewal_cost is None
    assert figures.nine_years is None


def test_a_mandatory_course_gives_the_total_a_low_and_a_high_end(small: Catalog) -> None:
    """The price of the course includes the exam."""
    figures = prices("csm", small)
    assert (figures.total, figures.total_high) == (Money(400, "USD"), Money(1200, "USD"))
    assert figures.exam_price is None
    assert figures.course is not None
    assert figures.course.exam_included


def test_a_membership_pays_off_if_it_saves_more_than_its_fee(catalog: Catalog) -> None:
    """In the US: PMP members save 230 USD for a fee of 164, PMI-ACP members 60."""
    pmp, acp = (prices(id, catalog, "US").membership for id in ("pmp", "pmi-acp"))
    assert pmp is not None
    assert acp is not None
    assert (pmp.saving.amount, pmp.fee, pmp.pays_off) == (230, Money(164, "USD"), True)
    assert (acp.saving.amount, acp.pays_off) == (60, False)


def test_whether_a_membership_with_an_unknown_fee_pays_off_is_unknown(catalog: Catalog) -> None:
    """IPMA's members save, but no price list gives the fee."""
    saving = prices("ipma-c", catalog, "AT").membership
    assert saving is not None
    assert (saving.saving, saving.fee, saving.pays_off) == (Money(220, "EUR"), None, None)


def test_every_certification_of_the_catalogue_has_figures_or_gaps(catalog: Catalog) -> None:
    """No total is less than its parts, and there is none while a part is missing."""
    for id in catalog.certifications:
        figures = prices(id, catalog)
        if figures.nine_years is not None:
            assert figures.total is not None
            assert figures.renewal_cost is not None
            assert figures.nine_years.amount >= figures.total.amount
        if figures.total is not None:
            assert figures.total_high is not None
            assert figures.total_high.amount >= figures.total.amount


def test_an_itil_price_names_a_mandatory_course_where_the_rule_asks_for_one(
    catalog: Catalog,
) -> None:
    """The two say one thing: DSV, HVIT and CDS ask for Foundation alone, DPI for its course."""
    modules = [id for id in catalog.certifications if id.startswith("itil-")]
    for id in modules:
        certification = catalog.certifications[id]
        priced = {price.course_mandatory for price in certification.prices} - {None}
        asked = f"{id}-course" in repr(certification.rules)
        assert priced <= {asked}, id
    assert {"itil-4-dsv", "itil-4-hvit", "itil-4-dpi"} <= set(modules)


@pytest.mark.parametrize(("first", "later", "times"), [(3, 1, 6), (3, 3, 2), (5, 5, 1), (10, 1, 0)])
def test_the_first_cycle_is_not_renewed(first: int, later: int, times: int, small: Catalog) -> None:
    """Nine years less the first cycle, in cycles of the later length, the last one whole."""
    pmp = small.certifications["pmp"]._replace(first_cycle_years=first, cycle_years=later)
    keeping = prices_of(pmp, Buyer(DAY), "USD", small).renewal_cost
    assert keeping is not None
    assert (keeping.times, keeping.cost.amount) == (times, 150 * times)
