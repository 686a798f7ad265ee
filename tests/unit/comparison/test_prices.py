"""What getting and keeping a certification costs, as far as prices are known."""

import pytest

from certadvisor.catalog.records import Catalog, Money
from certadvisor.comparison.prices import Prices, prices_of


def prices(id: str, catalog: Catalog, country: str | None = None) -> Prices:
    """The prices of a certification, in common in US dollars."""
    return prices_of(catalog.certifications[id], country, "USD", catalog)


def test_two_renewals_keep_a_three_year_certificate_for_nine_years(small: Catalog) -> None:
    """The first three years come with the exam; members pay their own fee."""
    keeping = prices("pmp", small).keeping
    assert keeping is not None
    assert (keeping.by, keeping.times) == ("fee", 2)
    assert (keeping.cost, keeping.member) == (Money(300, "USD"), Money(120, "USD"))
    assert prices("pmp", small).nine_years == Money(975, "USD")


def test_what_lasts_for_life_costs_nothing_more(small: Catalog) -> None:
    """That is known, and not a missing figure."""
    found = prices("psm-i", small)
    assert found.keeping is not None
    assert (found.keeping.by, found.keeping.cost.amount) == ("lifetime", 0)
    assert found.nine_years == found.total == Money(200, "USD")


def test_without_a_fee_the_exam_again_is_the_price_of_keeping(small: Catalog) -> None:
    """Where sitting it again is a way to renew."""
    found = prices("prince2-7-foundation", small)
    assert found.keeping is not None
    assert (found.keeping.by, found.keeping.cost) == ("retake", Money(780, "GBP"))
    assert found.nine_years == Money(1170, "GBP")
    assert found.common == Money(round(390 / 0.7463), "USD")


@pytest.mark.parametrize("id", ["capm", "csm"])
def test_an_unknown_fee_is_no_zero(id: str, small: Catalog) -> None:
    """Units are collected for a fee that nobody found: then the sum is not known either."""
    found = prices(id, small)
    assert found.total is not None
    assert found.keeping is None
    assert found.nine_years is None


def test_a_mandatory_course_gives_the_sum_two_ends(small: Catalog) -> None:
    """The low end and the high one, the exam in the course's price."""
    found = prices("csm", small)
    assert (found.total, found.total_high) == (Money(400, "USD"), Money(1200, "USD"))
    assert found.exam_price is None
    assert found.course is not None
    assert found.course.exam_included


def test_a_membership_pays_if_it_saves_more_than_its_fee(catalog: Catalog) -> None:
    """In the US: PMP members save 250 USD for a fee of 164, PMI-ACP members 60."""
    pmp, acp = (prices(id, catalog, "US").membership for id in ("pmp", "pmi-acp"))
    assert pmp is not None
    assert acp is not None
    assert (pmp.saved.amount, pmp.fee, pmp.worth) == (250, Money(164, "USD"), True)
    assert (acp.saved.amount, acp.worth) == (60, False)


def test_whether_an_unknown_fee_pays_is_not_known(catalog: Catalog) -> None:
    """IPMA's members save, but no price list names their fee."""
    told = prices("ipma-c", catalog, "AT").membership
    assert told is not None
    assert (told.saved, told.fee, told.worth) == (Money(220, "EUR"), None, None)


def test_every_certification_of_the_catalogue_has_figures_or_gaps(catalog: Catalog) -> None:
    """No sum is less than its parts, and none is there while a part is missing."""
    for id in catalog.certifications:
        found = prices(id, catalog)
        if found.nine_years is not None:
            assert found.total is not None
            assert found.keeping is not None
            assert found.nine_years.amount >= found.total.amount
        if found.total is not None:
            assert found.total_high is not None
            assert found.total_high.amount >= found.total.amount
