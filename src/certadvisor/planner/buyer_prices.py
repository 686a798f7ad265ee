"""Which price applies to a person, and what a certification itself costs them.

Every command takes its prices from here, so that no two of them name different ones.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from certadvisor.base.countries import places_of
from certadvisor.catalog.records import CONFIDENCES, AdviceTables, Certification, Money, Price

if TYPE_CHECKING:  # importing profiles would slow down commands that only show a price
    from certadvisor.profile.model import Profile


class Buyer(NamedTuple):
    """What decides which price a person pays: country (None: not given), memberships and day."""

    day: date
    country: str | None = None
    memberships: tuple[str, ...] = ()


def buyer_of(profile: "Profile", day: date) -> Buyer:
    """The buyer that a person is; memberships that are not given count as none."""
    return Buyer(day, profile.country, profile.memberships or ())


class PriceRange(NamedTuple):
    """The low and the high end of a known price, in the currency's own units (not cents)."""

    low: float
    high: float


class Cost(NamedTuple):
    """What a certification itself costs a person, in the currency's own units (not cents).

    It is the exam at the price that the person pays, the application and a mandatory course at
    its low end. `amount` is None where a part is unknown; `at_least` is the sum of the known
    parts. `place` is the country or region of the price (None: not stated), `course` the part of
    a mandatory course, `for_members` whether the exam's part is the members' price, `buys` what
    the price pays for, and `is_sum` whether it is the sum of what modules cost.
    """

    amount: Money | None
    at_least: Money | None
    place: str | None
    on: date | None
    course: float | None = None
    for_members: bool = False
    converted: Money | None = None  # in the budget's currency
    buys: str | None = None
    confidence: str | None = None
    is_sum: bool = False


UNKNOWN_COST = Cost(None, None, None, None)


def price_for(certification: Certification, buyer: Buyer) -> Price | None:
    """The best-founded price: of the buyer's country or region, else of any place.

    Prices seen after the buyer's day come last, and fees for taking the exam again are no price
    to start from. Among the others a surer one is better, then one whose place is known, then a
    newer one, then the order of the record.
    """
    places = places_of(buyer.country)
    return min(certification.prices, key=lambda price: _rank(price, buyer, places), default=None)


def _rank(
    price: Price, buyer: Buyer, places: Sequence[str]
) -> tuple[bool, int, bool, int, bool, int]:
    return (
        price.exam_non_member is None and price.course_low is None,
        places.index(price.place) if price.place in places else len(places),
        price.on > buyer.day,
        CONFIDENCES.index(price.confidence),
        price.place is None,
        -price.on.toordinal(),
    )


def exam_price(price: Price, *, member: bool = False) -> PriceRange | None:
    """The price of the exam alone, without application; None if it is not known.

    It is 0 where a mandatory course includes the exam. An exam that is only sold with a course
    costs what the course costs. A member pays the other price where the members' is not known.
    """
    if price.exam_in_course:
        return PriceRange(0, 0)
    amount = price.exam_member if member else None
    if amount is None:
        amount = price.exam_non_member
    if amount is not None:
        return PriceRange(amount, amount)
    return course_price(price) if price.exam_included else None


def course_price(price: Price) -> PriceRange | None:
    """The price of the course; None if it is not known."""
    if price.course_low is None:
        return None
    high = price.course_low if price.course_high is None else price.course_high
    return PriceRange(price.course_low, max(price.course_low, high))


def pays_as_member(certification: Certification, memberships: Iterable[str]) -> bool:
    """Whether these memberships give the members' price of the certification."""
    return certification.membership is not None and certification.membership in memberships


def cost_of(
    certification: Certification, buyer: Buyer, tables: AdviceTables, budget: Money | None = None
) -> Cost:
    """What a certification itself costs (product.md, section 6).

    An unknown part makes the amount None; the known parts still add up to `at_least`. With a
    budget in another currency, `converted` is that sum in it, as far as a rate is known.
    """
    price = price_for(certification, buyer)
    if price is None:
        return UNKNOWN_COST
    member = pays_as_member(certification, buyer.memberships)
    exam = exam_price(price, member=member)
    course = course_price(price) if price.course_mandatory else PriceRange(0, 0)
    parts = [part.low if part else None for part in (exam, course)]
    known = sum(part for part in parts if part is not None) + (price.application or 0)
    amount = None if None in parts else Money(known, price.currency)
    at_least = Money(known, price.currency) if known or amount else None
    return Cost(
        amount=amount,
        at_least=at_least,
        place=price.place,
        on=price.on,
        course=price.course_low if price.course_mandatory else None,
        for_members=member and price.exam_member is not None and not price.exam_in_course,
        converted=_in_budget_currency(at_least, budget, tables),
        buys=price.buys,
        confidence=price.confidence,
        is_sum=price.is_sum,
    )


def fits_budget(cost: Cost, budget: Money) -> bool | None:
    """Whether the known cost fits the budget; None without a cost or an exchange rate."""
    amount = cost.converted or cost.at_least
    if amount is None or amount.currency != budget.currency:
        return None
    return amount.amount <= budget.amount


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
