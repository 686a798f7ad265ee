"""The strongest reasons for a recommendation and its main drawback, as data."""

from collections.abc import Iterable
from datetime import date

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.factors import budget_share
from certadvisor.advice.recommend.recommendations import Factor, Reachability, Recommendation
from certadvisor.catalog.records import Certification, Money
from certadvisor.planner.buyer_prices import Cost, convert
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.reason import Reason, Values
from certadvisor.rules.verdict import Check

MAX_REASONS = 3
MIN_STRENGTH = 0.3  # a factor at or below this value is not given as a reason
UNSAID = (Reachability.NOW, Reachability.ASK)  # shown next to the name already
NO_PRAISE = (
    "other-field",
    "other-method",
    "no-interest",
    "demand-unknown",
    "cost-estimated",
    Reachability.NEVER,
)
FROM_EMPLOYERS = ("preferred", "helpful")
COSTLY = Money(1000, "USD")
LARGE_SHARE = 0.6  # of the budget: from here on it is an argument against
SMALL_SHARE = 0.25  # of the budget: up to here it is an argument for
WEAK_DEMAND = 0.1  # demand, 0 to 1 as in data/demand.yaml; below this few employers ask for it


def strongest_reasons(factors: Iterable[Factor], first: Reason | None = None) -> tuple[Reason, ...]:
    """The reasons of the factors that raise the score most, three with one that goes first."""
    known_factors = tuple(factors)
    is_rare = any(_is_weak_demand(factor) for factor in known_factors)
    strong_factors = [
        factor
        for factor in known_factors
        if factor.value > MIN_STRENGTH
        and factor.reason.key not in (*UNSAID, *NO_PRAISE)
        and not (factor.name == "cost" and factor.value < 1 - SMALL_SHARE)
        # What employers hardly ask for is not praised as what they prefer or find helpful.
        and not (is_rare and factor.reason.key in FROM_EMPLOYERS)
    ]
    strong_factors.sort(key=lambda factor: -factor.value * factor.weight)
    reasons = [first] if first else []
    return tuple([*reasons, *(factor.reason for factor in strong_factors)][:MAX_REASONS])


def reinstatement_reason(recommendation: Recommendation, checks: CandidateChecks) -> Reason | None:
    """What reinstating costs beside earning it again; None for what is not reinstated."""
    total = recommendation.way.total
    if recommendation.lapsed is None or total is None:
        return None
    anew = checks.total_anew(recommendation.certification)
    values: Values = {
        "total": total.likely.amount,
        "estimated": int(total.estimated),
        "anew": anew and anew.likely.amount,
        "anew_estimated": anew and int(anew.estimated),
        "currency": total.likely.currency,
    }
    return Reason("reinstating", values)


def _is_weak_demand(factor: Factor) -> bool:
    return factor.name == "demand" and factor.value < WEAK_DEMAND


def main_drawback(
    recommendation: Recommendation, check: Check, evidence: Evidence
) -> Reason | None:
    """The main drawback: the first that applies, the gravest first; None where none does."""
    demand = next((factor for factor in recommendation.factors if factor.name == "demand"), None)
    is_bought = recommendation.lapsed is None  # else its rule, price and course do not matter
    drawbacks = (
        _retirement(recommendation.certification, check.as_of),
        _rule_doubt(check) if is_bought else None,
        _high_price(recommendation, evidence),
        demand.reason._replace(key="weak-demand") if demand and _is_weak_demand(demand) else None,
        Reason("price-unknown", {}) if is_bought and recommendation.cost.amount is None else None,
        _course_price(recommendation.cost) if is_bought else None,
        _renewal_effort(recommendation.certification),
    )
    return next((drawback for drawback in drawbacks if drawback is not None), None)


def _retirement(certification: Certification, as_of: date) -> Reason | None:
    """The certification retires soon."""
    on = certification.retires_after(as_of)
    return Reason("retires", {"on": on}) if on else None


def _rule_doubt(check: Check) -> Reason | None:
    if check.rule is None or check.rule.confidence == "low":
        return Reason("weak-rule", {})
    if check.next_rule and check.next_rule.since:
        return Reason("rule-changes", {"on": check.next_rule.since})
    return None


def _high_price(recommendation: Recommendation, evidence: Evidence) -> Reason | None:
    """The whole way takes a large part of the budget, or the certification is costly."""
    share = budget_share(recommendation.way.total, evidence.profile.goal.budget)
    if share is not None and share > 1:
        return Reason("likely-over-budget", {"share": round(100 * share)})
    if share is not None and share >= LARGE_SHARE:
        return Reason("budget-share", {"share": round(100 * share)})
    price = recommendation.cost.at_least if recommendation.lapsed is None else None
    usd = price and convert(price, COSTLY.currency, evidence.catalog.tables)
    if price and usd and usd.amount >= COSTLY.amount:
        return Reason("costly", {"amount": price.amount, "currency": price.currency})
    return None


def _course_price(cost: Cost) -> Reason | None:
    if not cost.course or cost.at_least is None:
        return None
    return Reason("course", {"amount": cost.course, "currency": cost.at_least.currency})


def _renewal_effort(certification: Certification) -> Reason | None:
    """How often it must be renewed, with the known units and fee."""
    if not certification.cycle_years:
        return None
    units, unit = certification.renewal_units or (None, None)
    fee = certification.renewal_fee and certification.renewal_fee.non_member
    values: Values = {
        "years": certification.cycle_years,
        "first_years": _first_cycle_if_other(certification),
        "units": units,
        "unit": unit,
        "fee": fee and fee.amount,
        "currency": fee and fee.currency,
    }
    return Reason("renewal", values)


def _first_cycle_if_other(certification: Certification) -> int | None:
    first = certification.first_cycle_years
    return None if first == certification.cycle_years else first
