"""The strongest reasons for a recommendation and its main drawback, as data."""

from collections.abc import Iterable
from datetime import date

from certadvisor.advice.cost import Cost
from certadvisor.advice.recommend.recommendations import Argument, Factor, Recommendation, Values
from certadvisor.catalog.records import Catalog, Certification
from certadvisor.rules.verdict import Check

REASONS = 3
STRONG = 0.3  # a factor at or below this value is not given as a reason
TOLD = ("now", "ask")  # shown next to the name already
COSTLY = 1000  # in whatever currency the price has
LARGE_SHARE = 0.6  # of the budget
WEAK = 0.1  # demand, 0 to 1 as in data/roles.yaml; below this few employers ask for it


def reasons(factors: Iterable[Factor]) -> tuple[Argument, ...]:
    """The reasons of the three factors that raise the score most."""
    strong = [
        factor for factor in factors if factor.value > STRONG and factor.reason.key not in TOLD
    ]
    strong.sort(key=lambda factor: -factor.value * factor.weight)
    return tuple(factor.reason for factor in strong[:REASONS])


def against(one: Recommendation, found: Check, catalog: Catalog) -> Argument | None:
    """The main drawback: the first that applies, the gravest first; None where none does."""
    demand = next((factor for factor in one.factors if factor.name == "demand"), None)
    arguments = (
        _ending(one.certification, found.as_of),
        _rule(found),
        _price(one.cost),
        demand.reason._replace(key="weak-demand") if demand and demand.value < WEAK else None,
        Argument("price-unknown", {}) if one.cost.total is None else None,
        _course(one.cost),
        _renewal(one.certification, catalog),
    )
    return next((argument for argument in arguments if argument is not None), None)


def _ending(certification: Certification, as_of: date) -> Argument | None:
    """The certification retires soon."""
    gone = (
        entry.since
        for entry in certification.statuses
        if entry.since and entry.since > as_of and entry.state == "retired"
    )
    on = next(gone, None)
    return Argument("retires", {"on": on}) if on else None


def _rule(found: Check) -> Argument | None:
    if found.rule is None or found.rule.confidence == "low":
        return Argument("weak-rule", {})
    if found.announced and found.announced.since:
        return Argument("rule-changes", {"on": found.announced.since})
    return None


def _price(cost: Cost) -> Argument | None:
    """It takes a large part of the budget, or is costly."""
    if cost.share is not None and cost.share >= LARGE_SHARE:
        return Argument("budget-share", {"share": round(100 * cost.share)})
    if cost.at_least and cost.at_least.amount >= COSTLY:
        values: Values = {"amount": cost.at_least.amount, "currency": cost.at_least.currency}
        return Argument("costly", values)
    return None


def _course(cost: Cost) -> Argument | None:
    if not cost.course or cost.at_least is None:
        return None
    return Argument("course", {"amount": cost.course, "currency": cost.at_least.currency})


def _renewal(certification: Certification, catalog: Catalog) -> Argument | None:
    """How often it must be renewed, with the known units and fee."""
    if not certification.cycle_years:
        return None
    written = catalog.page("certifications", certification.id).get("renewal") or {}
    units, fee = written.get("units") or {}, written.get("fee") or {}
    values: Values = {
        "years": certification.cycle_years,
        "units": units.get("amount"),
        "unit": units.get("name"),
        "fee": fee.get("non_member"),
        "currency": fee.get("currency"),
    }
    return Argument("renewal", values)
