"""Alternatives to the best plan, and what each one costs in days, money or broken limits."""

from collections.abc import Iterable

from certadvisor.planner.actions import ANEW
from certadvisor.planner.branch_and_bound import Limits, Solution
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_result import Alternative, PlanDrawback
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.reinstatement import best_anew
from certadvisor.planner.routes import PlanningMode
from certadvisor.planner.schedule import actions_of
from certadvisor.planner.steps import build_plan

MAX_ALTERNATIVES = 4
_OTHER_OBJECTIVE = {
    PlanObjective.FASTEST: PlanObjective.CHEAPEST,
    PlanObjective.CHEAPEST: PlanObjective.FASTEST,
}


def find_alternatives(
    best: Solution, context: PlanningContext, mode: PlanningMode
) -> tuple[Alternative, ...]:
    """Find up to four other plans, each with the reason why it loses.

    They are, in this order: where the plan reinstates the target, the best one that earns it anew,
    whatever the limits; the best plan without budget and deadline (if there are any), the
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
    alternatives = []
    for other in _candidates(best, context, mode):
        if _key(other) not in seen:
            seen.add(_key(other))
            alternatives.append(_alternative(other, best, context, mode))
    return tuple(alternatives[:MAX_ALTERNATIVES])


def _candidates(best: Solution, context: PlanningContext, mode: PlanningMode) -> Iterable[Solution]:
    objective = context.request.objective
    if best.selection[best.target].reinstates:
        anew = best_anew(best.target, context)
        yield from [anew] if anew else []
    if context.has_limits:
        yield from context.find_best(mode, Limits(), objective)[:1]
    yield from context.find_best(mode, context.limits, _OTHER_OBJECTIVE[objective])[:1]
    ranked = context.find_best(mode, context.limits, objective, MAX_ALTERNATIVES + 1)
    best_by_target: dict[str, Solution] = {}
    for solution in ranked:
        best_by_target.setdefault(solution.target, solution)
    yield from best_by_target.values()
    yield from ranked


def _key(solution: Solution) -> tuple[str, frozenset[object]]:
    return solution.target, frozenset(actions_of(solution.selection))


def _alternative(
    other: Solution, best: Solution, context: PlanningContext, mode: PlanningMode
) -> Alternative:
    limits = context.limits
    extra_days = other.finish - best.finish
    extra_cost = other.purchases.total.likely - best.purchases.total.likely
    over_budget = max(0, other.purchases.total.low - limits.budget)
    days_late = max(0, other.finish - limits.until)
    best_actions = {(action.kind, action.name) for action in actions_of(best.selection)}
    other_actions = {
        (action.kind, action.name)
        for action in actions_of(other.selection)
        if action.is_step or action.kind is ANEW
    }
    extra_steps = other_actions - best_actions
    otherwise = (
        PlanDrawback.ANEW if any(kind is ANEW for kind, _ in extra_steps) else PlanDrawback.LONGER
    )
    return Alternative(
        plan=build_plan(other, context.route_finder(mode), context.figures),
        drawback=_drawback(
            extra_days, extra_cost, over_budget, days_late, context.request.objective
        )
        or otherwise,
        extra_days=extra_days,
        extra_cost=extra_cost,
        over_budget=over_budget,
        days_late=days_late,
        extra_steps=tuple(sorted(extra_steps)),
    )


def _drawback(
    extra_days: int, extra_cost: int, over_budget: int, days_late: int, objective: PlanObjective
) -> PlanDrawback | None:
    """The limit that is broken, else the figure that is worse; None where none is."""
    if over_budget or days_late:
        return PlanDrawback.OVER_BUDGET if over_budget else PlanDrawback.TOO_LATE
    drawbacks = [(PlanDrawback.SLOWER, extra_days), (PlanDrawback.COSTLIER, extra_cost)]
    if objective is PlanObjective.CHEAPEST:
        drawbacks.reverse()
    return next((drawback for drawback, extra in drawbacks if extra > 0), None)
