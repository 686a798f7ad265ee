"""Why there is no plan: a small budget, an early deadline, a gap, or an unanswered question."""

from certadvisor.planner.actions import Action, ActionKind
from certadvisor.planner.branch_and_bound import Limits, Solution
from certadvisor.planner.objective import NO_LIMIT
from certadvisor.planner.plan_result import Obstacle
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.relaxations import least_affordable, least_pace, soonest
from certadvisor.planner.routes import PlanningMode
from certadvisor.planner.schedule import sorted_actions
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves.new_work import FULL_TIME_HOURS
from certadvisor.rules.verdict import Shortfall


def violated_constraints(
    context: PlanningContext, mode: PlanningMode
) -> tuple[tuple[Obstacle, ...], Solution | None]:
    """Find which limits prevent a plan, and by how much.

    If lifting the budget or the deadline alone is enough, each obstacle says how far that limit
    has to move. If both have to move, each is measured against the best plan without limits.

    Args:
        context: The request; it has a budget or a deadline.
        mode: What the plan may rest on.

    Returns:
        The obstacles, and the best plan within the limits relaxed by just that much; None if
        there is no plan even without limits.
    """
    budget, until = context.limits
    later = soonest(context, mode, budget) if until != NO_LIMIT else None
    dearer = least_affordable(context, mode, until) if budget != NO_LIMIT else None
    suffices_alone = bool(later or dearer)  # lifting one limit is enough
    if not suffices_alone:
        later = soonest(context, mode, NO_LIMIT) if until != NO_LIMIT else None
        dearer = least_affordable(context, mode, NO_LIMIT) if budget != NO_LIMIT else None
    faster = required_pace(context, mode) if later else None
    needed = dearer.purchases.total.low if dearer else None
    obstacles = [
        *([Obstacle("until", suffices_alone, days_late=later.finish - until)] if later else []),
        *([faster[0]] if faster else []),
        *(
            [Obstacle("budget", suffices_alone, short_by=needed - budget, needed=needed)]
            if needed is not None
            else []
        ),
    ]
    relaxed = Limits()
    if suffices_alone and later:
        relaxed = Limits(budget, later.finish)
    elif suffices_alone and needed is not None:
        relaxed = Limits(needed, until)
    nearest = context.find_best(mode, relaxed)[:1]
    return tuple(obstacles), nearest[0] if nearest else None


def required_pace(context: PlanningContext, mode: PlanningMode) -> tuple[Obstacle, Solution] | None:
    """Find the fewest whole hours of study a week with which a plan keeps the limits.

    Returns:
        The obstacle and the best plan at that pace; None if not even full time is enough.
    """
    enough = least_pace(context, mode, FULL_TIME_HOURS)
    return enough and (Obstacle("hours_per_week", hours_per_week=enough[0]), enough[1])


def unclosable_gaps(solution: Solution, context: PlanningContext) -> tuple[Obstacle, ...]:
    """List what the person lacks and no step can close.

    Args:
        solution: A plan that assumes its gaps closed.
        context: The request with the person's evidence.

    Returns:
        One obstacle a gap, sorted by name, each with what is missing of it.
    """
    return tuple(
        _gap_obstacle(action, context)
        for action in sorted_actions(solution.selection, ActionKind.LACK)
    )


def _gap_obstacle(action: Action, context: PlanningContext) -> Obstacle:
    if action.leaf is None:
        return Obstacle("obtainable", certification=action.name)
    verdict = judge_leaf(action.leaf, context.evidence, context.evidence.as_of)
    return Obstacle(
        constraint=type(action.leaf).__name__.lower(),
        leaf=action.leaf,
        amount=(verdict.need or 0) - (verdict.have or 0),
        unit=verdict.unit,
    )


def assumed_shortfalls(solution: Solution, context: PlanningContext) -> tuple[Shortfall, ...]:
    """List the leaves that a plan assumes to be met until the person answers.

    Returns:
        One shortfall an assumption, for the whole amount that the leaf requires.
    """
    evidence = context.evidence
    leaves = [
        action.leaf
        for action in sorted_actions(solution.selection, ActionKind.ASK)
        if action.leaf is not None
    ]
    verdicts = [(leaf, judge_leaf(leaf, evidence, evidence.as_of)) for leaf in leaves]
    return tuple(
        Shortfall(leaf, verdict.need or 1, verdict.unit or "") for leaf, verdict in verdicts
    )
