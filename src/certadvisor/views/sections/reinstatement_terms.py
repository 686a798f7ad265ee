"""How what has lapsed is reinstated, as data: of a recommendation, and of a credential."""

from typing import Annotated, TypedDict

from certadvisor.advice.renewals.reinstatement_offer import ReinstatementOffer, ReinstatementState
from certadvisor.planner.ways import Total
from certadvisor.rules.lapsed_credentials import ReinstatableCredential
from certadvisor.views.document_types import Allowed, Day, MoneyJson, NonNegative
from certadvisor.views.json_values import iso, money, number


class ReinstatementJson(TypedDict):
    """How the person's own certification, which has lapsed, is reinstated."""

    expired: Day
    until: Annotated[Day, Allowed(description="The last day on which it can be reinstated.")]
    units: Annotated[NonNegative, Allowed(description="Renewal units still to earn.")]
    units_given: Annotated[
        bool, Allowed(description="Whether the profile says which units are earned.")
    ]
    fee: MoneyJson | None


class ReinstatementOfferJson(TypedDict):
    """Whether a lapsed credential can be reinstated, with the figures of its plan.

    `total`, `fee` and `ready_on` are null where no plan within the goal's limits reinstates it.
    """

    state: Annotated[str, Allowed(words=tuple(ReinstatementState))]
    until: Day | None
    units: float | None
    units_given: bool | None
    fee: MoneyJson | None
    total: MoneyJson | None
    estimated: bool | None
    ready_on: Day | None
    over_budget: bool


def reinstatement_json(
    lapsed: ReinstatableCredential | None, fee: Total | None
) -> ReinstatementJson | None:
    """How a recommendation is reinstated; None where it is earned."""
    if lapsed is None:
        return None
    return {
        "expired": iso(lapsed.last_day),
        "until": iso(lapsed.until),
        "units": number(lapsed.units),
        "units_given": lapsed.units_given,
        "fee": fee and money(fee.likely),
    }


def offer_json(offer: ReinstatementOffer) -> ReinstatementOfferJson:
    """Whether a lapsed credential can be reinstated."""
    planned = offer.planned
    return {
        "state": offer.state.value,
        "until": iso(offer.until),
        "units": planned and number(planned.lapsed.units),
        "units_given": planned and planned.lapsed.units_given,
        "fee": planned and money(planned.fee.likely),
        "total": planned and money(planned.total.likely),
        "estimated": planned and planned.total.estimated,
        "ready_on": planned and iso(planned.on),
        "over_budget": offer.over_budget,
    }
