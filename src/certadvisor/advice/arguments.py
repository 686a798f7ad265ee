"""Why, and why perhaps not: the strongest reasons of a recommendation, as data."""

from collections.abc import Iterable
from datetime import date

from certadvisor.advice.factors import Candidate
from certadvisor.advice.recommendation import Argument, Factor, Values
from certadvisor.rules.verdict import Check

REASONS = 3
STRONG = 0.3  # a factor below this is no reason for anything
TOLD = ("now", "ask")  # said beside the name already
COSTLY = 1000
WEAK_DEMAND = 0.3


def reasons(factors: Iterable[Factor]) -> tuple[Argument, ...]:
    """The three factors that lift the score most."""
    strong = [
        factor for factor in factors if factor.value > STRONG and factor.reason.key not in TOLD
    ]
    strong.sort(key=lambda factor: -factor.value * factor.weight)
    return tuple(factor.reason for factor in strong[:REASONS])


def against(candidate: Candidate, found: Check, as_of: date) -> Argument | None:
    """The strongest argument against: its price, its renewal, or that nobody confirmed its rule."""
    certification, cost = candidate.certification, candidate.cost
    rule = certification.rule_on(as_of)
    if rule is None or rule.confidence == "low":
        return Argument("weak-rule", {})
    if found.announced and found.announced.since:
        return Argument("rule-changes", {"on": found.announced.since})
    if cost.at_least and cost.at_least.amount >= COSTLY:
        values: Values = {"amount": cost.at_least.amount, "currency": cost.at_least.currency}
        return Argument("costly", values)
    if cost.total is None:
        return Argument("price-unknown", {})
    if certification.cycle_years:
        return Argument("renewal", {"years": certification.cycle_years})
    return None
