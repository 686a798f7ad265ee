"""The price of earning and renewing a certification, as far as prices are known."""

from datetime import date
from enum import StrEnum
from math import ceil
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog, Certification, Money, Price
from certadvisor.planner.buyer_prices import (
    Buyer,
    cost_of,
    exam_price,
    price_for,
)
from certadvisor.planner.figures import CENTS_PER_UNIT, Figures

YEARS = 9  # span of the renewal cost: whole cycles of one, three and nine years


class CourseCost(NamedTuple):
    """The price range of the course, and whether it is mandatory; None is not known."""

    mandatory: bool
    low: Money | None
    high: Money | None
    exam_included: bool


class MembershipSaving(NamedTuple):
    """Whether the issuer's membership pays for itself within its first year.

    `saving` is how much less a member pays for exam and application; `pays_off`
    is whether that is more than the fee, None where the fee is not known.
    """

    issuer: str
    fee: Money | None
    saving: Money
    pays_off: bool | None


class RenewalBasis(StrEnum):
    """What renewing is paid by."""

    LIFETIME = "lifetime"  # nothing to pay
    FEE = "fee"
    RETAKE = "retake"  # the price of the exam, as no fee is known but taking it again renews


class RenewalCost(NamedTuple):
    """The cost of renewing for nine years: `times` fees or retakes, without earning units."""

    basis: RenewalBasis
    times: int
    cost: Money
    member: Money | None


class Prices(NamedTuple):
    """All price figures for one country or region; None is not known.

    The field names are keys of the JSON output. `total` is exam, application
    and mandatory course at its low end, `total_high` at its high end; `cost_converted`
    is the total in the comparison's common currency. `nine_years` is `total`
    plus nine years of renewals, in the price's own currency.
    """

    place: str | None
    on: date | None
    on_written: str | None  # as written: may be a year or a month
    confidence: str | None
    exam_price: Money | None
    exam_member: Money | None
    application: Money | None
    course: CourseCost | None
    total: Money | None
    total_high: Money | None
    at_least: Money | None
    cost_converted: Money | None
    membership_fee: Money | None
    membership: MembershipSaving | None
    fee: Money | None
    fee_member: Money | None
    fee_every_year: bool | None
    renewal_cost: RenewalCost | None
    nine_years: Money | None
    nine_years_high: Money | None
    nine_years_converted: Money | None


def prices_of(
    certification: Certification, buyer: Buyer, currency: str, catalog: Catalog
) -> Prices:
    """The prices that apply to a buyer, as `price_for` picks them."""
    raw_record = catalog.raw_records("certifications").get(certification.id, {})
    price = price_for(certification, buyer)
    cost = cost_of(certification, buyer, catalog.tables)
    raw_price: dict[str, Any] = {}
    if price is not None and not price.is_sum:
        raw_price = raw_record.get("costs", [{}] * len(certification.prices))[
            certification.prices.index(price)
        ]
    own_currency = price.currency if price else None
    exam = None
    if price is not None and not price.exam_in_course and (known := exam_price(price)):
        exam = Money(known.low, price.currency)
    renewal = raw_record.get("renewal", {})
    renewal_cost = _renewal_cost(certification, renewal, exam, own_currency or currency)
    figures = Figures(catalog, buyer, own_currency or currency)
    common = Figures(catalog, buyer, currency)
    total_high = _high_cost(cost.amount, price)
    renewals = _renewals_paid(renewal_cost, member=cost.for_members)
    nine_years = _with_renewals(cost.amount, renewals, figures)
    fee = renewal.get("fee", {})
    if certification.lifetime:
        fee = {"currency": own_currency or currency, "member": 0, "non_member": 0}
    return Prices(
        place=cost.place,
        on=cost.on,
        on_written=raw_price.get("date"),
        confidence=raw_price.get("confidence"),
        exam_price=exam,
        exam_member=_money(price.exam_member, own_currency) if price else None,
        application=_money(price.application, own_currency) if price else None,
        course=_course(raw_price.get("course"), own_currency),
        total=cost.amount,
        total_high=total_high,
        at_least=cost.at_least,
        cost_converted=_in_common_currency(cost.amount, common),
        membership_fee=_money(raw_price.get("membership"), own_currency),
        membership=_membership_saving(certification.id, figures),
        fee=_money(fee.get("non_member"), fee.get("currency")),
        fee_member=_money(fee.get("member"), fee.get("currency")),
        fee_every_year=fee.get("every_year", False) if fee else None,
        renewal_cost=renewal_cost,
        nine_years=nine_years,
        nine_years_high=_with_renewals(total_high, renewals, figures),
        nine_years_converted=_in_common_currency(nine_years, common),
    )


def _course(raw_course: dict[str, Any] | None, currency: str | None) -> CourseCost | None:
    if raw_course is None:
        return None
    return CourseCost(
        raw_course["mandatory"],
        _money(raw_course.get("low"), currency),
        _money(raw_course.get("high"), currency),
        raw_course.get("exam_included", False),
    )


def _membership_saving(id: str, figures: Figures) -> MembershipSaving | None:
    """The saving through membership; None where no member price is known."""
    exam = figures.exam(id)
    if exam.member is None or exam.membership is None:
        return None
    saved = exam.non_member.likely - exam.member.likely
    fee = figures.fee(exam.membership)
    return MembershipSaving(
        exam.membership,
        None if fee.estimated else figures.money(fee.likely),
        figures.money(saved),
        None if fee.estimated else saved > fee.likely,
    )


def _renewal_cost(
    certification: Certification, renewal: dict[str, Any], exam: Money | None, currency: str
) -> RenewalCost | None:
    if certification.lifetime:
        zero = Money(0, currency)
        return RenewalCost(RenewalBasis.LIFETIME, 0, zero, zero)
    first, later = certification.first_cycle_years, certification.cycle_years
    if not first or not later:
        return None
    fee = renewal.get("fee", {})
    # A yearly fee is due nine times; otherwise the first cycle comes with the exam.
    times = YEARS if fee.get("every_year") else max(0, ceil((YEARS - first) / later))
    if "non_member" in fee:
        member = _money(fee.get("member"), fee["currency"])
        cost = Money(fee["non_member"] * times, fee["currency"])
        return RenewalCost(
            RenewalBasis.FEE, times, cost, member and Money(member.amount * times, cost.currency)
        )
    can_retake = any(option["way"] == "retake" for option in renewal.get("ways", ()))
    if can_retake and not fee and exam is not None:
        cost = Money(exam.amount * times, exam.currency)
        return RenewalCost(RenewalBasis.RETAKE, times, cost, None)
    return None


def _renewals_paid(renewal_cost: RenewalCost | None, *, member: bool) -> Money | None:
    """What renewing costs this person: the members' fee for a member, where it is known."""
    if renewal_cost is None:
        return None
    return (member and renewal_cost.member) or renewal_cost.cost


def _with_renewals(total: Money | None, renewals: Money | None, figures: Figures) -> Money | None:
    """The total plus renewals, in the currency of the total; None where a part is not known."""
    if total is None or renewals is None:
        return None
    renewal_cents = figures.cents(renewals)
    return (
        None
        if renewal_cents is None
        else Money(total.amount + renewal_cents / CENTS_PER_UNIT, total.currency)
    )


def _high_cost(total: Money | None, price: Price | None) -> Money | None:
    """The total with the most expensive mandatory course."""
    if total is None or price is None or not price.course_mandatory:
        return total
    difference = (price.course_high or 0) - (price.course_low or 0)
    return Money(total.amount + max(0, difference), total.currency)


def _in_common_currency(value: Money | None, figures: Figures) -> Money | None:
    """The amount in the common currency, rounded; None where it is already, or without a rate."""
    if value is None or value.currency == figures.currency:
        return None
    cents = figures.cents(value)
    return None if cents is None else Money(round(cents / CENTS_PER_UNIT), figures.currency)


def _money(amount: float | None, currency: str | None) -> Money | None:
    return None if amount is None or currency is None else Money(amount, currency)
