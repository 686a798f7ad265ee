"""The certifications at about the level of a recommended one, and how each differs from it."""

from typing import NamedTuple

from certadvisor.advice.recommend.factors import demand_in
from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.catalog.records import Catalog, Certification
from certadvisor.planner.buyer_prices import Cost
from certadvisor.planner.ways import Way
from certadvisor.views.words import prices
from certadvisor.views.words.certifications import renewal_cycle

_LESS_IN_DEMAND = 0.5  # of the demand for the one recommended, at most


class _Offer(NamedTuple):
    certification: Certification
    cost: Cost
    way: Way


def equivalents_text(recommendation: Recommendation, country: str | None, catalog: Catalog) -> str:
    """Each equivalent with its price and where it differs; empty if there are none."""
    best = _Offer(recommendation.certification, recommendation.cost, recommendation.way)
    offers = (_Offer(one.certification, one.cost, one.way) for one in recommendation.equivalents)
    return "; ".join(_difference(offer, best, country, catalog) for offer in offers)


def _difference(offer: _Offer, best: _Offer, country: str | None, catalog: Catalog) -> str:
    parts = [
        _price(offer),
        _course(offer.way, best.way),
        _validity(offer.certification) if _cycle(offer) != _cycle(best) else "",
        "less in demand" if _is_less_in_demand(offer, best, country, catalog) else "",
    ]
    return f"{offer.certification.abbreviation} ({', '.join(part for part in parts if part)})"


def _price(offer: _Offer) -> str:
    if offer.way.total is None:
        return prices.short_cost(offer.cost) or "price not known"
    cost, total = offer.cost.at_least, offer.way.total
    converted = cost is not None and cost.currency != total.likely.currency
    return prices.total_text(total, converted=converted, in_short=True)


def _course(way: Way, best: Way) -> str:
    """Whether a course is on the way, where it is on one of both only."""
    if bool(way.courses) == bool(best.courses):
        return ""
    return "with a course" if way.courses else "no course"


def _cycle(offer: _Offer) -> tuple[bool, int | None]:
    return offer.certification.lifetime, offer.certification.cycle_years


def _validity(certification: Certification) -> str:
    if certification.lifetime:
        return "never expires"
    cycle = certification.cycle_years
    return f"renewed {renewal_cycle(cycle, certification.first_cycle_years)}" if cycle else ""


def _is_less_in_demand(offer: _Offer, best: _Offer, country: str | None, catalog: Catalog) -> bool:
    figures = [demand_in(one.certification, country, catalog) for one in (offer, best)]
    here, there = (figure.value if figure else 0.0 for figure in figures)
    return here <= _LESS_IN_DEMAND * there
