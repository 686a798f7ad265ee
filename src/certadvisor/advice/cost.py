"""What getting certified costs a person, as far as prices are known."""

from datetime import date
from typing import NamedTuple

from certadvisor.catalog.records import Certification, Money, Price, Tables


class Cost(NamedTuple):
    """What getting certified costs: None where a part is unknown, `at_least` the parts known.

    `place` is where the price holds (None: not told), `course` the share of a
    mandatory course.
    """

    total: Money | None
    at_least: Money | None
    place: str | None
    on: date | None
    course: float | None = None
    converted: Money | None = None  # in the budget's currency
    share: float | None = None  # of the budget, where it can be told


NOTHING_KNOWN = Cost(None, None, None, None)


def cost_of(
    certification: Certification, country: str | None, tables: Tables, budget: Money | None
) -> Cost:
    """Non-member exam, application and mandatory course at its low end; see product.md section 6.

    The price of the person's country is taken if there is one, else one that
    holds anywhere, else the first. A part that is unknown makes the total
    None; what is known of it is still `at_least`.
    """
    price = price_for(certification, country)
    if price is None:
        return NOTHING_KNOWN
    parts: list[float | None] = [0 if price.exam_included else price.exam_non_member]
    if price.application is not None:
        parts.append(price.application)
    if price.course_mandatory:
        parts.append(price.course_low)
    known = sum(part for part in parts if part is not None)
    total = None if None in parts else Money(known, price.currency)
    at_least = Money(known, price.currency) if known or total else None
    converted = _converted(at_least, budget, tables)
    return Cost(
        total=total,
        at_least=at_least,
        place=price.place,
        on=price.on,
        course=price.course_low if price.course_mandatory else None,
        converted=converted,
        share=_share(converted or at_least, budget),
    )


def in_budget(cost: Cost, budget: Money | None) -> bool | None:
    """Whether what is known of the cost fits the budget; None where that cannot be told."""
    if budget is None or cost.at_least is None:
        return None
    amount = cost.converted or cost.at_least
    if amount.currency != budget.currency:
        return None
    return amount.amount <= budget.amount


def price_for(certification: Certification, country: str | None) -> Price | None:
    """The price of the person's country, else one that holds anywhere, else the first."""
    prices = certification.prices
    local = next((price for price in prices if country and price.place == country), None)
    anywhere = next((price for price in prices if price.place is None), None)
    return local or anywhere or (prices[0] if prices else None)


def _share(amount: Money | None, budget: Money | None) -> float | None:
    if amount is None or budget is None or not budget.amount or amount.currency != budget.currency:
        return None
    return amount.amount / budget.amount


def _converted(amount: Money | None, budget: Money | None, tables: Tables) -> Money | None:
    """The amount in the budget's currency by the dated table, None where it needs no conversion."""
    if amount is None or budget is None or amount.currency == budget.currency:
        return None
    found = in_currency(amount, budget.currency, tables)
    return found and Money(round(found.amount), found.currency)


def in_currency(amount: Money, currency: str, tables: Tables) -> Money | None:
    """The amount in another currency by the dated table, not rounded; None where it has no rate."""
    rates = {"USD": 1.0, **tables.per_usd}
    if amount.currency not in rates or currency not in rates:
        return None
    return Money(amount.amount / rates[amount.currency] * rates[currency], currency)
