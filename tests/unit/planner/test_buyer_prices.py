"""Which price applies to a person: by country, membership, certainty and day."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog, Money, Price
from certadvisor.planner.buyer_prices import Buyer, cost_of, price_for
from certadvisor.planner.figures import Figures

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("id", "buyer", "cost"),
    [
        ("pmp", Buyer(DAY), Money(675, "USD")),  # not 655 of an unsure price without a place
        ("pmp", Buyer(DAY, "US"), Money(675, "USD")),
        ("pmp", Buyer(DAY, "US", ("pmi",)), Money(445, "USD")),
        ("pgmp", Buyer(DAY, "US", ("pmi",)), Money(800, "USD")),
        ("pgmp", Buyer(DAY, "US", ("ipma",)), Money(1000, "USD")),
        ("ipma-c", Buyer(DAY, "AT"), Money(1353, "EUR")),
        ("itil-5-foundation", Buyer(DAY), Money(690, "USD")),  # the course is not mandatory
        ("csm", Buyer(DAY), Money(400, "USD")),  # the mandatory course includes the exam
    ],
)
def test_everyone_pays_the_price_that_applies(
    id: str, buyer: Buyer, cost: Money, catalog: Catalog
) -> None:
    """The price of a certification and the planner's price of its exam and course agree."""
    certification = catalog.certifications[id]
    assert cost_of(certification, buyer, catalog.tables).amount == cost
    figures = Figures(catalog, buyer, cost.currency)
    exam = figures.exam(id)
    price = exam.member if exam.member and exam.membership in buyer.memberships else None
    cents = (price or exam.non_member).likely
    course = figures.course(f"{id}-course").likely if id == "csm" else 0
    assert cents + course == cost.amount * 100


def test_the_best_founded_price_comes_first(small: Catalog) -> None:
    """By country, then what was seen by the day, then certainty, a known place and the day."""

    def price(place: str | None, confidence: str, on: date) -> Price:
        return Price("USD", place, on, None, 1, None, None, None, None, False, "exam", confidence)

    old, new, later = date(2024, 1, 1), date(2026, 1, 1), date(2027, 6, 1)
    worst_first = (
        price("US", "high", later),
        price(None, "low", new),
        price("US", "low", old),
        price("US", "low", new),
        price(None, "medium", old),
        price("US", "high", old),
        price("GB", "low", old),
    )
    for count in range(1, len(worst_first) + 1):
        certification = small.certifications["pmp"]._replace(prices=worst_first[:count])
        assert price_for(certification, Buyer(DAY, "GB")) == worst_first[count - 1]
