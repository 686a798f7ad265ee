"""Prices and hours: known ones unchanged, unknown ones from the tables, none of them zero."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog, Money
from certadvisor.planner.buyer_prices import Buyer
from certadvisor.planner.figures import ZERO_AMOUNT, Amount, Figures

USD = 100
DAY = date(2026, 11, 22)
ANYWHERE, IN_US = Buyer(DAY), Buyer(DAY, "US")


@pytest.fixture
def figures(small: Catalog) -> Figures:
    """Figures in dollars, without a country."""
    return Figures(small, ANYWHERE, "USD")


def test_known_prices_are_not_marked_as_estimates(figures: Figures) -> None:
    """Plans use the low end of a range; the application's fee is part of the exam's price."""
    assert figures.exam("pmp").non_member == Amount(675 * USD, 675 * USD, 675 * USD)
    assert figures.exam("pmp").membership == "pmi"
    assert figures.exam("cbap").non_member.likely == (505 + 145) * USD
    assert figures.course("csm-course") == Amount(400 * USD, 400 * USD, 1200 * USD)
    assert figures.exam("csm").non_member == ZERO_AMOUNT  # in the course


def test_unknown_prices_are_estimated_and_marked(figures: Figures) -> None:
    """The table's own row for the level is used."""
    assert figures.exam("a-csm").non_member == Amount(
        360 * USD, 510 * USD, 670 * USD, estimated=True
    )
    assert figures.course("a-csm-course").estimated
    assert figures.training(35) == Amount(35 * USD, 350 * USD, 1400 * USD, estimated=True)
    assert figures.fee("pmi").estimated  # the small catalogue has no fee
    assert figures.study("psm-i") == Amount(20, 45, 70, estimated=True)
    assert figures.study("pmp") == Amount(60, 90, 120)


def test_every_certification_has_a_cost(catalog: Catalog) -> None:
    """No exam of the real catalogue is free just because its price is not known."""
    real = Figures(catalog, IN_US, "USD")
    for id, certification in catalog.certifications.items():
        exam = real.exam(id).non_member
        free = any(
            price.is_sum
            or price.exam_non_member == 0
            or (price.exam_included and price.course_mandatory)
            for price in certification.prices
        )
        assert exam.likely > 0 or free, id
        assert exam.low <= exam.likely <= exam.high, id


def test_a_membership_fee_comes_from_the_issuers_prices(catalog: Catalog) -> None:
    """PMI's fee, from the prices of its exams."""
    assert Figures(catalog, IN_US, "USD").fee("pmi") == Amount(16400, 16400, 16400)


def test_other_currencies_are_converted_by_the_dated_table(small: Catalog) -> None:
    """Estimates too; without a rate there is no figure."""
    euros = Figures(small, ANYWHERE, "EUR")
    rate = small.tables.per_usd["EUR"]
    assert euros.exam("pmp").non_member.likely == round(675 * rate * 100)
    assert euros.exam("a-csm").non_member.likely == round(510 * rate * 100)
    assert euros.cents(Money(10, "XXX")) is None
    assert euros.money(1250) == Money(12.5, "EUR")


def test_a_price_without_a_rate_is_estimated(small: Catalog) -> None:
    """It is never used at face value in another currency."""
    import copy

    pmp = small.certifications["pmp"]
    odd = tuple(price._replace(currency="XXX", on=date(2026, 1, 1)) for price in pmp.prices)
    changed = copy.copy(small)
    changed.certifications = {**small.certifications, "pmp": pmp._replace(prices=odd)}
    assert Figures(changed, ANYWHERE, "USD").exam("pmp").non_member.estimated


def test_only_an_application_waits_for_a_decision(figures: Figures) -> None:
    """The PMP takes one; the CSM, with no steps given, and the CAPM do not."""
    assert figures.decision_days("pmp") == 14
    assert [figures.decision_days(id) for id in ("csm", "capm")] == [0, 0]
    assert not figures.requires_application("psm-i")


def test_steps_without_an_application_wait_for_nothing(catalog: Catalog) -> None:
    """The exams of Amazon are booked at once."""
    steps = catalog.raw_record("certifications", "aws-ccp")["steps"]
    assert steps
    assert Figures(catalog, IN_US, "USD").decision_days("aws-ccp") == 0
