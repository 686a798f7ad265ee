"""The initial cost of a certification for a person, as far as prices are known."""

from datetime import date
from typing import NamedTuple

from certadvisor.base.countries import places_of
from certadvisor.catalog.records import (
    CONFIDENCES,
    AdviceTables,
    Certification,
    Money,
    Price,
)


class Cost(NamedTuple):
    """The initial cost of a certification, in the currency's own units (not cents).

    `total` is None where a part is unknown; `at_least` is the sum of the known
    parts. `place` is the country or region of the price (None: not stated),
    `course` the part of a mandatory course, `buys` what the price pays for. `is_sum` marks a
    sum of what modules cost.
    """

    total: Money | None
    at_least: Money | None
    place: str | None
    on: date | None
    course: float | None = None
    converted: Money | None = None  # in the budget's currency
    share: float | None = None  # of the budget; None where the currencies cannot be compared
    buys: str | None = None
    confidence: str | None = None
    is_sum: bool = False


UNKNOWN_COST = Cost(None, None, None, None)


def cost_of(
    certification: Certification, country: str | None, tables: AdviceTables, budget: Money | None
) -> Cost:
    """Non-member exam, application and mandatory course at its low end (product.md, section 6).

    Uses the price that `price_for` picks. An unknown part makes the total None; the known parts
    still add up to `at_least`.
    """
    price = price_for(certification, country)
    if price is None:
        return UNKNOWN_COST
    parts: list[float | None] = [0 if price.exam_included else price.exam_non_member]
    if price.application is not None:
        parts.append(price.application)
    if price.course_mandatory:
        parts.append(price.course_low)
    known = sum(part for part in parts if part is not None)
    total = None if None in parts else Money(known, price.currency)
    at_least = Money(known, price.currency) if known or total else None
    converted = _in_budget_currency(at_least, budget, tables)
    return Cost(
        total=total,
        at_least=at_least,
        place=price.place,
        on=price.on,
        course=price.course_low if price.course_mandatory else None,
        converted=converted,
        share=_budget_share(converted or at_least, budget),
        buys=price.buys,
        confidence=price.confidence,
        is_sum=price.is_sum,
    )


def fits_budget(cost: Cost, budget: Money | None) -> bool | None:
    """Whether the known cost fits the budget; None without a budget, a cost or an exchange rate."""
    if budget is None or cost.at_least is None:
        return None
    amount = cost.converted or cost.at_least
    if amount.currency != budget.currency:
        return None
    return amount.amount <= budget.amount


def price_for(certification: Certification, country: str | None) -> Price | None:
    """The price of the person's country or region, else the best founded; None if there is none.

    Of equally founded ones the price with a place comes first, then the latest. Fees for taking
    the exam again are no price to start from.
    """
    places = places_of(country)

    def rank(price: Price) -> tuple[bool, int, int, bool, int]:
        return (
            price.exam_non_member is None and price.course_low is None,
            places.index(price.place) if price.place in places else len(places),
            CONFIDENCES.index(price.confidence),
            price.place is None,
            -price.on.toordinal(),
        )

    return min(certification.prices, key=rank, default=None)


def _budget_share(amount: Money | None, budget: Money | None) -> float | None:
    if amount is None or budget is None or not budget.amount or amount.currency != budget.currency:
        return None
    return amount.amount / budget.amount


def _in_budget_currency(
    amount: Money | None, budget: Money | None, tables: AdviceTables
) -> Money | None:
    """The amount in the budget's currency, rounded; None where no conversion is needed or known."""
    if amount is None or budget is None or amount.currency == budget.currency:
        return None
    converted = convert(amount, budget.currency, tables)
    return converted and Money(round(converted.amount), converted.currency)


def convert(amount: Money, currency: str, tables: AdviceTables) -> Money | None:
    """The amount converted at the catalogue's dated rates, unrounded; None without a rate."""
    rates = {"USD": 1.0, **tables.per_usd}
    if amount.currency not in rates or currency not in rates:
        return None
    return Money(amount.amount / rates[amount.currency] * rates[currency], currency)
