"""The price of earning and renewing a certification, as far as prices are known."""

from datetime import date
from math import ceil
from typing import Any, NamedTuple

from certadvisor.advice.cost import cost_of, price_for
from certadvisor.catalog.records import Catalog, Certification, Money, Price
from certadvisor.planner.figures import CENTS, Figures

YEARS = 9  # span of the renewal cost: whole cycles of one, three and nine years


class Course(NamedTuple):
    """The price range of the course, and whether it is mandatory; None is not known."""

    mandatory: bool
    low: Money | None
    high: Money | None
    exam_included: bool


class Membership(NamedTuple):
    """Whether the issuer's membership pays for itself within its first year.

    `saving` is how much less a member pays for exam and application; `pays_off`
    is whether that is more than the fee, None where the fee is not known.
    """

    issuer: str
    fee: Money | None
    saved: Money
    worth: bool | None


class Keeping(NamedTuple):
    """The cost of renewing for nine years: `times` fees or retakes.

    `basis` is lifetime (no cost), fee, or retake (no fee is known, but taking the
    exam again renews it, at the price of the exam). The cost of earning units
    is not included.
    """

    by: str
    times: int
    cost: Money
    member: Money | None


class Prices(NamedTuple):
    """All price figures for one country or region; None is not known.

    The field names are keys of the JSON output. `total` is exam, application
    and mandatory course at its low end, `total_high` at its high end; `common`
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
    course: Course | None
    total: Money | None
    total_high: Money | None
    at_least: Money | None
    common: Money | None
    membership_fee: Money | None
    membership: Membership | None
    fee: Money | None
    fee_member: Money | None
    fee_every_year: bool | None
    keeping: Keeping | None
    nine_years: Money | None
    nine_years_high: Money | None
    nine_years_common: Money | None


def prices_of(
    certification: Certification, country: str | None, currency: str, catalog: Catalog
) -> Prices:
    """The prices for a country, else those that apply anywhere, else the first."""
    page = catalog.pages("certifications").get(certification.id, {})
    price = price_for(certification, country)
    cost = cost_of(certification, country, catalog.tables, None)
    written: dict[str, Any] = {}
    if price is not None:
        written = page.get("costs", [{}] * len(certification.prices))[
            certification.prices.index(price)
        ]
    own = price.currency if price else None
    exam = None if price is None or price.exam_included else _money(price.exam_non_member, own)
    renewal = page.get("renewal", {})
    keeping = _keeping(certification, renewal, exam, own or currency)
    figures = Figures(catalog, country, own or currency)
    common = Figures(catalog, country, currency)
    high = _at_the_high_end(cost.total, price)
    nine_years = _together(cost.total, keeping, figures)
    fee = renewal.get("fee", {})
    if certification.lifetime:
        fee = {"currency": own or currency, "member": 0, "non_member": 0}
    return Prices(
        place=cost.place,
        on=cost.on,
        on_written=written.get("on"),
        confidence=written.get("confidence"),
        exam_price=exam,
        exam_member=_money(price.exam_member, own) if price else None,
        application=_money(price.application, own) if price else None,
        course=_course(written.get("course"), own),
        total=cost.total,
        total_high=high,
        at_least=cost.at_least,
        common=_converted(cost.total, common),
        membership_fee=_money(written.get("membership"), own),
        membership=_membership(certification.id, figures),
        fee=_money(fee.get("non_member"), fee.get("currency")),
        fee_member=_money(fee.get("member"), fee.get("currency")),
        fee_every_year=fee.get("every_year", False) if fee else None,
        keeping=keeping,
        nine_years=nine_years,
        nine_years_high=_together(high, keeping, figures),
        nine_years_common=_converted(nine_years, common),
    )


def _course(written: dict[str, Any] | None, currency: str | None) -> Course | None:
    if written is None:
        return None
    return Course(
        written["mandatory"],
        _money(written.get("low"), currency),
        _money(written.get("high"), currency),
        written.get("exam_included", False),
    )


def _membership(id: str, figures: Figures) -> Membership | None:
    """The saving through membership; None where no member price is known."""
    exam = figures.exam(id)
    if exam.member is None or exam.membership is None:
        return None
    saved = exam.other.likely - exam.member.likely
    fee = figures.fee(exam.membership)
    return Membership(
        exam.membership,
        None if fee.estimated else figures.money(fee.likely),
        figures.money(saved),
        None if fee.estimated else saved > fee.likely,
    )


def _keeping(
    certification: Certification, renewal: dict[str, Any], exam: Money | None, currency: str
) -> Keeping | None:
    if certification.lifetime:
        nothing = Money(0, currency)
        return Keeping("lifetime", 0, nothing, nothing)
    if not certification.cycle_years:
        return None
    fee = renewal.get("fee", {})
    # A yearly fee is due nine times; otherwise the first cycle comes with the exam.
    times = YEARS if fee.get("every_year") else ceil(YEARS / certification.cycle_years) - 1
    if "non_member" in fee:
        member = _money(fee.get("member"), fee["currency"])
        cost = Money(fee["non_member"] * times, fee["currency"])
        return Keeping("fee", times, cost, member and Money(member.amount * times, cost.currency))
    again = any(way["way"] == "retake" for way in renewal.get("ways", ()))
    if again and not fee and exam is not None:
        return Keeping("retake", times, Money(exam.amount * times, exam.currency), None)
    return None


def _together(total: Money | None, keeping: Keeping | None, figures: Figures) -> Money | None:
    """The total plus renewals, in the currency of the total; None where a part is not known."""
    if total is None or keeping is None:
        return None
    kept = figures.cents(keeping.cost)
    return None if kept is None else Money(total.amount + kept / CENTS, total.currency)


def _at_the_high_end(total: Money | None, price: Price | None) -> Money | None:
    """The total with the most expensive mandatory course."""
    if total is None or price is None or not price.course_mandatory:
        return total
    more = (price.course_high or 0) - (price.course_low or 0)
    return Money(total.amount + max(0, more), total.currency)


def _converted(value: Money | None, figures: Figures) -> Money | None:
    """The amount in the common currency, rounded; None where it is already, or without a rate."""
    if value is None or value.currency == figures.currency:
        return None
    cents = figures.cents(value)
    return None if cents is None else Money(round(cents / CENTS), figures.currency)


def _money(amount: float | None, currency: str | None) -> Money | None:
    return None if amount is None or currency is None else Money(amount, currency)
