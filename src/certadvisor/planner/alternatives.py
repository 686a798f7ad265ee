"""Alternatives to the best plan, and what each one costs in days, money or broken limits."""

from collections.abc import Iterable

from certadvisor.planner.branch_and_bound import Found, Limits
from certadvisor.planner.objective import CHEAPEST, FASTEST
from certadvisor.planner.plan_result import Alternative
from certadvisor.planner.planning_context import Setting
from certadvisor.planner.routes import Mode
from certadvisor.planner.schedule import acts_of
from certadvisor.planner.steps import plan_of

SHOWN = 4


def alternatives_to(best: Found, setting: Setting, mode: Mode) -> tuple[Alternative, ...]:
    """Find up to four other plans, each with the reason why it loses.

    They are, in this order: the best plan without budget and deadline (if there are any), the
    best by the other objective, the best to each other target of a role, and the best through
    each other route to a target.

    Args:
        best: The plan that is shown.
        context: The request with its targets, figures and limits.
        mode: The mode in which `best` was found.

    Returns:
        The alternatives; none takes the same actions to the same target as another or as `best`.
    """
    seen = {_key(best)}
    found = []
    for other in _others(setting, mode):
        if _key(other) not in seen:
            seen.add(_key(other))
            found.append(_alternative(other, best, setting, mode))
    return tuple(found[:SHOWN])


def _others(setting: Setting, mode: Mode) -> Iterable[Found]:
    by = setting.wish.by
    if setting.limited:
        yield from setting.best(mode, Limits(), by)[:1]
    yield from setting.best(mode, setting.limits, CHEAPEST if by == FASTEST else FASTEST)[:1]
    ranked = setting.best(mode, setting.limits, by, SHOWN + 1)
    first: dict[str, Found] = {}
    for one in ranked:
        first.setdefault(one.target, one)
    yield from first.values()
    yield from ranked


def _key(found: Found) -> tuple[str, frozenset[object]]:
    return found.target, frozenset(acts_of(found.selection))


def _alternative(other: Found, best: Found, setting: Setting, mode: Mode) -> Alternative:
    limits = setting.limits
    by_days = other.finish - best.finish
    by_cost = other.bought.total.likely - best.bought.total.likely
    over = max(0, other.bought.total.likely - limits.budget)
    late = max(0, other.finish - limits.until)
    ours = {(act.sort, act.name) for act in acts_of(best.selection)}
    theirs = ((act.sort, act.name) for act in acts_of(other.selection) if act.is_step)
    return Alternative(
        plan=plan_of(other, setting.ways(mode), setting.figures),
        why=_why(by_days, by_cost, over, late, setting.wish.by),
        by_days=by_days,
        by_cost=by_cost,
        over_budget=over,
        days_late=late,
        differs=tuple(sorted(act for act in theirs if act not in ours)),
    )


def _why(by_days: int, by_cost: int, over: int, late: int, by: str) -> str:
    if over or late:
        return "over_budget" if over else "too_late"
    reasons = [("slower", by_days), ("dearer", by_cost)]
    if by == CHEAPEST:
        reasons.reverse()
    return next((reason for reason, more in reasons if more > 0), "longer")
