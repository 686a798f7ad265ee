"""The prices of a certification in a comparison, as data."""

from typing import Annotated, TypedDict

from certadvisor.comparison.prices import CourseCost, MembershipSaving, Prices, RenewalCost
from certadvisor.views.document_types import (
    Allowed,
    ConfidenceWord,
    Count,
    Day,
    MoneyJson,
    PlaceCode,
)
from certadvisor.views.json_values import iso, money


class CourseCostJson(TypedDict):
    """The price range of the course, and whether it is mandatory."""

    mandatory: bool
    low: MoneyJson | None
    high: MoneyJson | None
    exam_included: bool


class SavedJson(TypedDict):
    """How much less a member pays; negative where it is more."""

    amount: float
    currency: str


class MembershipSavingJson(TypedDict):
    """Whether the issuer's membership pays for itself within its first year (`pays_for_itself`)."""

    issuer: str
    fee: MoneyJson | None
    saved: SavedJson
    pays_for_itself: bool | None


class RenewalCostJson(TypedDict):
    """The cost of renewing for nine years: so many fees or retakes."""

    basis: Annotated[str, Allowed(words=("lifetime", "fee", "retake"))]
    times: Count
    cost: MoneyJson
    member: MoneyJson | None


class PricesJson(TypedDict):
    """All price figures for one country or region; null is not known."""

    place: PlaceCode | None
    on: Day | None
    confidence: ConfidenceWord | None
    exam_price: MoneyJson | None
    exam_member: MoneyJson | None
    application: MoneyJson | None
    course: CourseCostJson | None
    cost: MoneyJson | None
    cost_high: MoneyJson | None
    at_least: MoneyJson | None
    cost_converted: MoneyJson | None
    membership_fee: MoneyJson | None
    membership: MembershipSavingJson | None
    fee: MoneyJson | None
    fee_member: MoneyJson | None
    fee_every_year: bool | None
    renewal_cost: RenewalCostJson | None
    nine_years: MoneyJson | None
    nine_years_high: MoneyJson | None
    nine_years_converted: MoneyJson | None


def prices_json(prices: Prices) -> PricesJson:
    """All price figures for one country or region, as data."""
    return {
        "place": prices.place,
        "on": iso(prices.on),
        "confidence": prices.confidence,
        "exam_price": money(prices.exam_price),
        "exam_member": money(prices.exam_member),
        "application": money(prices.application),
        "course": _course(prices.course),
        "cost": money(prices.total),
        "cost_high": money(prices.total_high),
        "at_least": money(prices.at_least),
        "cost_converted": money(prices.cost_converted),
        "membership_fee": money(prices.membership_fee),
        "membership": _membership(prices.membership),
        "fee": money(prices.fee),
        "fee_member": money(prices.fee_member),
        "fee_every_year": prices.fee_every_year,
        "renewal_cost": _keeping(prices.renewal_cost),
        "nine_years": money(prices.nine_years),
        "nine_years_high": money(prices.nine_years_high),
        "nine_years_converted": money(prices.nine_years_converted),
    }


def _course(course: CourseCost | None) -> CourseCostJson | None:
    if course is None:
        return None
    return {
        "mandatory": course.mandatory,
        "low": money(course.low),
        "high": money(course.high),
        "exam_included": course.exam_included,
    }


def _membership(membership: MembershipSaving | None) -> MembershipSavingJson | None:
    if membership is None:
        return None
    return {
        "issuer": membership.issuer,
        "fee": money(membership.fee),
        "saved": money(membership.saving),
        "pays_for_itself": membership.pays_off,
    }


def _keeping(keeping: RenewalCost | None) -> RenewalCostJson | None:
    if keeping is None:
        return None
    return {
        "basis": keeping.basis,
        "times": keeping.times,
        "cost": money(keeping.cost),
        "member": money(keeping.member),
    }
