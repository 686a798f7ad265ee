"""The words of prices: what a certification costs, and what a whole way does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from certadvisor.catalog.records import Money
from certadvisor.views.words import phrases

if TYPE_CHECKING:  # importing the planner would slow down commands that only show a price
    from certadvisor.planner.buyer_prices import Cost
    from certadvisor.planner.ways import Total


def total_text(total: Total, *, converted: bool = False, in_short: bool = False) -> str:
    """What the whole way costs, with its range where it has one; an estimate says so.

    Args:
        total: What it costs.
        converted: Whether a part of it is converted from another currency.
        in_short: Whether to leave out the range around a likely figure.
    """
    ends = (total.likely, total.low, total.high)
    likely, low, high = (Money(round(end.amount), end.currency) for end in ends)
    is_rounded = any(float(end.amount) != round(end.amount) for end in ends)
    about = "about " if total.estimated or converted or is_rounded else ""
    if low == high:
        return f"{about}{phrases.money(likely)}"
    if low == likely:  # the low end is what some offer costs, and no more likely than the others
        return f"{about}{phrases.number(low.amount)} to {phrases.money(high)}"
    if in_short:
        return f"{about}{phrases.money(likely)}"
    span = f"{phrases.number(low.amount)} to {phrases.number(high.amount)}"
    return f"{about}{phrases.money(likely)} ({span})"


def cost_text(cost: Cost, membership: str | None = None) -> str:
    """The cost with its country, or as much of it as is known; for members of what."""
    if cost.amount is not None:
        text = phrases.money(cost.amount)
    elif cost.at_least is not None and cost.at_least.amount:
        text = f"at least {phrases.money(cost.at_least)}; the rest is not known"
    else:
        return f"price {phrases.NOT_KNOWN}"
    if cost.course:
        only_course = cost.amount is not None and cost.course == cost.amount.amount
        share = "all" if only_course else phrases.number(cost.course)
        text += f", {share} of it the course"
    if cost.for_members:
        text += f", for members of {membership.upper()}" if membership else ", for members"
    if cost.is_sum:
        text += ", the sum of its modules"
    if cost.buys not in (None, "exam") and not cost.course:
        text += f", {cost.buys}"
    provenance = [phrases.place_name(cost.place)] if cost.place else []
    provenance += [str(cost.on.year)] if is_old(cost) and cost.on else []
    if provenance:
        text += f" ({', '.join(provenance)})"
    return f"{text}, about {phrases.money(cost.converted)}" if cost.converted else text


def short_cost(cost: Cost | None) -> str:
    """The cost for a table column; empty if unknown."""
    if cost is None:
        return ""
    year = f" ({cost.on.year})" if is_old(cost) and cost.on else ""
    if cost.amount is not None:
        return f"{phrases.money(cost.amount)}{year}"
    if cost.at_least is not None and cost.at_least.amount:
        return f"{phrases.money(cost.at_least)}+{year}"
    return ""


_OLD_BEFORE = 2024  # prices of earlier years are shown with their year


def is_old(cost: Cost) -> bool:
    """Whether the price is so old that its year belongs beside it."""
    return cost.on is not None and cost.on.year < _OLD_BEFORE
