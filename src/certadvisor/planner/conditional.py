"""The conditional answer: within reach if the person starts work of a kind by a day.

A present job may not give the experience that a rule asks for: then no time closes the
gap, and there is no plan. Here such a job is added to the evidence, and the planner plans again;
so the day is the one that `plan` finds for that profile.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from certadvisor.base.months import months_after
from certadvisor.planner.actions import ActionKind
from certadvisor.planner.branch_and_bound import Limits
from certadvisor.planner.buyer_prices import Cost
from certadvisor.planner.objective import NO_LIMIT
from certadvisor.planner.plan_request import PlanStatus
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.routes import PlanningMode
from certadvisor.planner.schedule import sorted_actions
from certadvisor.planner.ways import MODES_BY_STATUS, Total, find_way, find_within_limits
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves.new_work import next_month, with_new_work
from certadvisor.rules.verdict import Question, Shortfall

_NOTICE_MONTHS = 1  # judgement: other work takes a month to find, unless the goal needs it sooner
_QUARTER_STARTS = (1, 4, 7, 10)  # months


class UntilThen(NamedTuple):
    """What to do before the work has brought a certification within reach.

    `certifications` are open meanwhile, each with the day on which the person can be ready for
    it. `work` is what to ask for in the present job, in the words of the catalogue. `roles` are
    the nearest roles whose work counts, and `first_roles` those that usually come before them for
    a person from outside the career ladder.
    """

    certifications: tuple[tuple[str, date], ...] = ()
    work: tuple[str, ...] = ()
    first_roles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Conditional(NamedTuple):
    """A certification that comes within reach if work that is missing starts by a day.

    `missing` is what the person lacks today, experience alone. `status` is that of the plan with
    this work: FOUND, ASK (it also rests on answers) or INFEASIBLE (it is ready after the goal's
    time, or over the budget). `ready_on` and `total` are those of that plan; it takes a yes to each
    of `questions` for granted.
    """

    certification: str
    missing: tuple[Shortfall, ...]
    start_by: date
    status: PlanStatus
    ready_on: date
    price: Cost  # of the certification itself
    total: Total
    questions: tuple[Question, ...] = ()
    until_then: UntilThen = UntilThen()


class NewWork(NamedTuple):
    """Work to start by a day, what is missing without it, and the person's resources with it."""

    missing: tuple[Shortfall, ...]
    start_by: date
    resources: PlanningResources


def find_conditional(resources: PlanningResources, id: str) -> Conditional | None:
    """Find the condition under which a certification is within reach, as `plan` does by default.

    Args:
        resources: What all plans of the person share.
        id: A certification to which no way leads as the person works now.

    Returns:
        The condition; None if something else than work is missing, or nothing, or the budget is
        too small even so.
    """
    context = PlanningContext.for_certification(resources, id)
    new_work = find_new_work(context)
    if new_work is None:
        return None
    way = find_way(new_work.resources, id)
    if way.ready_on is None or way.total is None or way.over_budget:
        return None
    return Conditional(
        certification=id,
        missing=new_work.missing,
        start_by=new_work.start_by,
        status=way.status,
        ready_on=way.ready_on,
        price=context.price(id),
        total=way.total,
        questions=way.answers,
    )


def find_new_work(context: PlanningContext) -> NewWork | None:
    """Find the work that leads to a target of the request where it is all that is missing.

    It starts with the next quarter; sooner if only that keeps the goal's time.

    Args:
        context: A request without a plan, also without its limits.

    Returns:
        The work; None if a plan would still be missing something else.
    """
    best = context.find_best(PlanningMode.WITH_GAPS, Limits())[:1]
    gaps = sorted_actions(best[0].selection, ActionKind.LACK) if best else []
    leaves = tuple(gap.leaf for gap in gaps if gap.leaf is not None and not gap.is_final)
    if len(leaves) < len(gaps):
        return None
    evidence = context.evidence
    verdicts = ((leaf, judge_leaf(leaf, evidence, evidence.as_of)) for leaf in leaves)
    missing = tuple(
        Shortfall(leaf, (verdict.need or 0) - (verdict.have or 0), verdict.unit or "")
        for leaf, verdict in verdicts
    )
    default: NewWork | None = None
    for start in _start_days(evidence.as_of, has_deadline=context.limits.until != NO_LIMIT):
        with_work = with_new_work(evidence, leaves, start)
        if with_work is None:
            return None
        new_work = NewWork(missing, start, PlanningResources(with_work))
        planned = PlanningContext(new_work.resources, context.request, context.targets)
        if find_within_limits(planned) is not None:
            return new_work
        if default is None and not _has_plan(planned):
            return None  # projects, for one: no job says how many of them it brings
        default = default or new_work
    return default


def _has_plan(context: PlanningContext) -> bool:
    return any(context.find_best(mode, Limits()) for mode in MODES_BY_STATUS.values())


def _start_days(as_of: date, *, has_deadline: bool) -> Iterator[date]:
    """The first day of the next quarter, then with a deadline those of the months before it."""
    earliest, start = next_month(as_of), next_month(as_of)
    while start.month not in _QUARTER_STARTS or start < months_after(as_of, _NOTICE_MONTHS):
        start = months_after(start, 1)
    yield start
    while has_deadline and start > earliest:
        start = months_after(start, -1)
        yield start
