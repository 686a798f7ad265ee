"""The planner's entry point: from a request to a result, by relaxing limits one by one.

The search runs in this order, and the first plan found is the result:

1. Plans within budget and deadline: those that rest on the evidence alone, then those that also
   assume answers to open questions. `ways` finds them.
2. Plans without these limits, then with more hours of study a week: on the evidence alone, then
   with answers.
3. Plans that also assume that gaps in degrees and work are closed. Where work is all that is
   missing, the plan with such work added to the evidence is the answer to "if".

What had to be relaxed is what prevents a plan.
"""

from certadvisor.planner.alternatives import find_alternatives
from certadvisor.planner.branch_and_bound import Limits, Solution
from certadvisor.planner.conditional import Conditional, NewWork, find_new_work
from certadvisor.planner.infeasibility import (
    assumed_shortfalls,
    required_pace,
    unclosable_gaps,
    violated_constraints,
)
from certadvisor.planner.open_questions import plan_questions
from certadvisor.planner.plan_request import PlanRequest, PlanStatus, PlanTargets
from certadvisor.planner.plan_result import Obstacle, PlanResult
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.remarks import plan_assumptions, remarks_on, request_remarks
from certadvisor.planner.routes import PlanningMode
from certadvisor.planner.steps import build_plan
from certadvisor.planner.ways import MODES_BY_STATUS, find_within_limits, total_of
from certadvisor.rules.questions import question_for


def find_plan(
    resources: PlanningResources, request: PlanRequest, targets: PlanTargets
) -> PlanResult:
    """Plan the steps to the best of some certifications.

    Args:
        resources: The person's evidence on the day on which the plan starts, and what all plans
            of the person share.
        request: What to reach, by when, and what to minimise.
        targets: The certifications that would do.

    Returns:
        The plan with alternatives, or why there is none.
    """
    context = PlanningContext(resources, request, targets)
    if targets.held is not None:
        return _empty_result(context, PlanStatus.HELD)
    if not targets.ids:
        return _empty_result(context, PlanStatus.NONE_REQUIRED)
    found = find_within_limits(context)
    if found is not None:
        mode = MODES_BY_STATUS[found.status]
        return _build_result(found.context, found.status, mode, found.solution)
    for mode in MODES_BY_STATUS.values():
        obstacles, nearest = (
            violated_constraints(context, mode) if context.has_limits else ((), None)
        )
        if nearest is not None:
            return _build_result(context, PlanStatus.INFEASIBLE, mode, nearest, obstacles)
        faster = required_pace(context, mode)
        if faster is not None:
            return _build_result(context, PlanStatus.INFEASIBLE, mode, faster[1], faster[:1])
    best = context.find_best(PlanningMode.WITH_GAPS, Limits())
    if best:
        gaps = unclosable_gaps(best[0], context)
        new_work = find_new_work(context)
        if new_work is not None:
            return _conditional_result(context, new_work, gaps)
        return _build_result(context, PlanStatus.INFEASIBLE, PlanningMode.WITH_GAPS, best[0], gaps)
    return _empty_result(context, PlanStatus.INFEASIBLE)


def _conditional_result(
    context: PlanningContext, new_work: NewWork, gaps: tuple[Obstacle, ...]
) -> PlanResult:
    """No plan as the person works now; the nearest one is that of the person with the new work."""
    planned = find_plan(new_work.resources, context.request, context.targets)
    plan = planned.plan or planned.nearest
    evidence = new_work.resources.evidence
    conditional = plan and Conditional(
        certification=plan.certification,
        missing=new_work.missing,
        start_by=new_work.start_by,
        status=planned.status,
        ready_on=plan.finish,
        price=context.price(plan.certification),
        total=total_of(plan.cost, planned.currency),
        questions=tuple(
            question_for(one.leaf, evidence, evidence.as_of)._replace(
                certification=plan.certification, leaf=one.leaf
            )
            for one in planned.assumed_shortfalls
        ),
    )
    return planned._replace(
        status=PlanStatus.INFEASIBLE,
        plan=None,
        nearest=plan,
        alternatives=(),
        obstacles=(*gaps, *planned.obstacles),
        conditional=conditional,
    )


def _build_result(
    context: PlanningContext,
    status: PlanStatus,
    mode: PlanningMode,
    solution: Solution,
    obstacles: tuple[Obstacle, ...] = (),
) -> PlanResult:
    plan = build_plan(solution, context.route_finder(mode), context.figures)
    is_found = status is PlanStatus.FOUND
    unobtainable = any(one.constraint == "obtainable" for one in obstacles)
    return _empty_result(context, status)._replace(
        plan=plan if is_found else None,
        nearest=None if is_found or unobtainable else plan,
        price=context.price(plan.certification),
        alternatives=find_alternatives(solution, context, mode) if is_found else (),
        obstacles=obstacles,
        assumed_shortfalls=assumed_shortfalls(solution, context),
        remarks=remarks_on(solution, context),
        questions=() if unobtainable else plan_questions(solution, context),
        assumptions=plan_assumptions(solution, context),
    )


def _empty_result(context: PlanningContext, status: PlanStatus) -> PlanResult:
    return PlanResult(
        as_of=context.evidence.as_of,
        request=context.request,
        status=status,
        currency=context.figures.currency,
        limits=context.plan_limits(),
        plan=None,
        nearest=None,
        price=None,
        held_certification=context.targets.held,
        alternatives=(),
        obstacles=(),
        assumed_shortfalls=(),
        role=context.targets.role,
        remarks=request_remarks(context) if status is PlanStatus.INFEASIBLE else (),
        questions=(),
        assumptions=(),
    )
