"""The way to a certification: the plan that is taken by default, and why there is none.

`plan` shows a way with its steps and alternatives; `recommend` and all others that rank or list
certifications show its day and its money. Both find it here, so that they never differ.
"""

from datetime import date
from typing import NamedTuple

from certadvisor.catalog.records import Money
from certadvisor.planner.actions import COURSE, REINSTATE
from certadvisor.planner.branch_and_bound import Solution
from certadvisor.planner.figures import CENTS_PER_UNIT, Amount
from certadvisor.planner.objective import NO_LIMIT
from certadvisor.planner.open_questions import assumed_answers
from certadvisor.planner.plan_request import PlanStatus
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.relaxations import least_affordable, least_pace, soonest
from certadvisor.planner.routes import PlanningMode
from certadvisor.planner.schedule import actions_of
from certadvisor.rules.verdict import Question

MODES_BY_STATUS = {
    PlanStatus.FOUND: PlanningMode.EVIDENCE_ONLY,
    PlanStatus.ASK: PlanningMode.WITH_ANSWERS,
}


class Total(NamedTuple):
    """What a whole way costs: each end in the currency's own units, not in cents."""

    likely: Money
    low: Money
    high: Money
    estimated: bool


class Way(NamedTuple):
    """The way to a certification as `plan` takes it by default.

    `status` is FOUND (it rests on the evidence alone), ASK (it also rests on answers that are
    assumed to be yes) or INFEASIBLE. Of an infeasible one, `ready_on` and `total` are those of
    the soonest way within the budget, else of the cheapest one; None where no way leads there.
    `over_budget` is whether no way at all keeps within the budget. `courses`, `prerequisites` and
    `has_steps` are about what has to be done besides studying and waiting. `answers` are the
    questions whose answers it takes for granted. `reinstates` is what it renews although it has
    lapsed: the certification itself, and what leads to it; `fee` is what renewing the former costs.
    `training` has the hours that are bought, by topic, and `memberships` those that are joined, as
    the rule asks for them or as they pay for themselves.
    """

    status: PlanStatus
    ready_on: date | None = None
    total: Total | None = None
    hours_per_week: float | None = None
    over_budget: bool = False
    courses: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    has_steps: bool = False
    answers: tuple[Question, ...] = ()
    reinstates: tuple[str, ...] = ()
    fee: Total | None = None
    training: tuple[tuple[str, int], ...] = ()
    memberships: tuple[str, ...] = ()


class FoundWay(NamedTuple):
    """The best plan within the limits, what it rests on, and its request at the pace it takes."""

    status: PlanStatus
    solution: Solution
    context: PlanningContext


def find_way(resources: PlanningResources, id: str) -> Way:
    """Find the way to one certification that `plan` takes by default.

    Args:
        resources: What all plans of the person share.
        id: A certification of the catalogue that the person does not hold.
    """
    context = PlanningContext.for_certification(resources, id)
    found = find_within_limits(context)
    if found is not None:
        return _way(found.status, found.solution, found.context)
    if not context.has_limits:
        return Way(PlanStatus.INFEASIBLE)
    for mode in MODES_BY_STATUS.values():
        late = soonest(context, mode, context.limits.budget)
        if late is not None:
            return _way(PlanStatus.INFEASIBLE, late, context)
        dear = least_affordable(context, mode, NO_LIMIT)
        if dear is not None:
            return _way(PlanStatus.INFEASIBLE, dear, context)._replace(over_budget=True)
    return Way(PlanStatus.INFEASIBLE)


def find_within_limits(context: PlanningContext) -> FoundWay | None:
    """Find the best plan within the limits; None if there is none.

    A plan on the evidence alone is better than one that assumes answers. Where the person gave no
    pace, the usual one is tried first, then the fewest hours a week that the deadline needs, or
    evidence that soon counts no longer.
    """
    for status, mode in MODES_BY_STATUS.items():
        best = context.find_best(mode, context.limits)
        if best:
            return FoundWay(status, best[0], context)
        if context.pace_given:
            continue
        most = _most_hours_per_week(context)
        quicker = least_pace(context, mode, most)
        if quicker is not None:
            hours, solution = quicker
            return FoundWay(status, solution, context.at_pace(hours))
    return None


def _most_hours_per_week(context: PlanningContext) -> int:
    """The most hours that are assumed; an own catalogue's table may not have them."""
    table = context.catalog.tables.values["plan"]
    return round(table.get("most_hours_per_week", table["hours_per_week"]))


def _way(status: PlanStatus, solution: Solution, context: PlanningContext) -> Way:
    actions = actions_of(solution.selection)
    reinstates = tuple(sorted(one.name for one in actions if one.kind is REINSTATE))
    fee = solution.purchases.exams[solution.target] if solution.target in reinstates else None
    return Way(
        status,
        date.fromordinal(solution.finish),
        total_of(solution.purchases.total, context.figures.currency),
        context.pace.hours_per_week,
        courses=tuple(sorted(one.name for one in actions if one.kind is COURSE)),
        prerequisites=tuple(one.id for one in solution.schedule if one.id != solution.target),
        has_steps=any(action.is_step for action in actions),
        answers=tuple(assumed_answers(solution, context)),
        reinstates=reinstates,
        fee=fee and total_of(fee, context.figures.currency),
        training=tuple(sorted(solution.purchases.training.items())),
        memberships=solution.purchases.memberships,
    )


def total_of(amount: Amount, currency: str) -> Total:
    """What a plan costs, in the currency's own units."""
    likely, low, high = (
        Money(cents / CENTS_PER_UNIT, currency)
        for cents in (amount.likely, amount.low, amount.high)
    )
    return Total(likely, low, high, amount.estimated)
