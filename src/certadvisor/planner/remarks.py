"""Remarks on a plan: the assumptions it makes, and what its total leaves open."""

from collections.abc import Iterable
from datetime import date

from certadvisor.planner.actions import ActionKind
from certadvisor.planner.branch_and_bound import Solution
from certadvisor.planner.figures import CENTS_PER_UNIT
from certadvisor.planner.objective import NO_LIMIT
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.schedule import hours_to_study, sorted_actions, training_hours
from certadvisor.profile.model import Section
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.leaves import experience
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.reason import Reason, Values
from certadvisor.rules.verdict import Assumption

DAYS_PER_YEAR = 365


def remarks_on(solution: Solution, context: PlanningContext) -> tuple[Reason, ...]:
    """Collect every remark on a plan, the most important first."""
    return (
        *((context.targets.outgrown,) if context.targets.outgrown else ()),
        *_reinstated(solution, context),
        *_successors(solution, context),
        *_started_work(solution),
        *_unclear_statuses(solution, context),
        *_expiring_credentials(solution, context),
        *_high_end_over_budget(solution, context),
        *_repeated_fees(solution, context),
        *_earlier_exams(solution, context),
        *_continued_totals(solution, context),
        *request_remarks(context, with_study=_takes_study(solution, context)),
    )


def _takes_study(solution: Solution, context: PlanningContext) -> bool:
    selection = solution.selection
    return any(training_hours(selection).values()) or any(
        hours_to_study(id, route, context.figures).likely for id, route in selection.items()
    )


def request_remarks(context: PlanningContext, *, with_study: bool = True) -> tuple[Reason, ...]:
    """Collect the remarks that hold for every plan of this request, or for those with study."""
    budget = context.goal.budget
    remarks = [] if context.is_proven else [Reason("unproven", {})]
    if budget is not None and context.limits.budget == NO_LIMIT:
        remarks.append(Reason("budget-currency", {"currency": budget.currency}))
    if with_study and not context.pace_given:
        hours, usual = context.pace.hours_per_week, context.catalog.tables.values["plan"]
        key = "raised-pace" if hours > usual["hours_per_week"] else "usual-pace"
        remarks.append(Reason(key, {"hours": hours, "usual": usual["hours_per_week"]}))
    return tuple(remarks)


def plan_assumptions(solution: Solution, context: PlanningContext) -> tuple[Assumption, ...]:
    """List the interpretations of the profile that the plan depends on."""
    leaves = [leaf for one in solution.schedule for leaf in solution.selection[one.id].leaves]
    return assumptions_of(leaves, context.evidence, context.evidence.as_of)


def _started_work(solution: Solution) -> Iterable[Reason]:
    for action in sorted_actions(solution.selection, ActionKind.LACK):
        if action.leaf and (kind := experience.kind_of_work(action.leaf)):
            yield Reason("begun", {"kind": kind})


def _reinstated(solution: Solution, context: PlanningContext) -> Iterable[Reason]:
    """Say until when what has lapsed can be reinstated, and which units were counted as open."""
    for action in sorted_actions(solution.selection, ActionKind.REINSTATE):
        lapsed = context.lapsed[action.name]
        values: Values = {
            "certification": lapsed.id,
            "expired": lapsed.last_day,
            "until": lapsed.until,
        }
        yield Reason("reinstatable", values)
        if not lapsed.units_given:
            yield Reason("units-not-given", {"certification": lapsed.id, "count": lapsed.units})


def _successors(solution: Solution, context: PlanningContext) -> Iterable[Reason]:
    """Name the successors of certifications that can no longer be earned."""
    certifications = context.catalog.certifications
    for action in sorted_actions(solution.selection, ActionKind.LACK):
        for id in certifications[action.name].replaced_by if action.leaf is None else ():
            if id in certifications:
                yield Reason("replaced", {"certification": action.name, "successor": id})


def _unclear_statuses(solution: Solution, context: PlanningContext) -> Iterable[Reason]:
    for action in sorted_actions(solution.selection, ActionKind.ASK):
        if action.leaf is None and context.catalog.certifications[action.name].rules:
            yield Reason("unclear-state", {"certification": action.name})


def _expiring_credentials(solution: Solution, context: PlanningContext) -> Iterable[Reason]:
    """Name the held credentials that a rule needs and that expire before they are used."""
    expiring = {
        credential.id: credential.expires
        for credential in context.planning_evidence.renewed
        if credential.expires
    }
    expiry_days: dict[str, date] = {}
    for scheduled in solution.schedule:
        for leaf in solution.selection[scheduled.id].leaves:
            for id in kind_of(leaf).certifications(leaf):
                if id in expiring and expiring[id].toordinal() < scheduled.earned:
                    expiry_days[id] = expiring[id]
    for id, day in sorted(expiry_days.items()):
        yield Reason("keep-alive", {"certification": id, "until": day})


def _high_end_over_budget(solution: Solution, context: PlanningContext) -> Iterable[Reason]:
    """Warn if only the low end of the total is within the budget, or all but its high end."""
    total, budget = solution.purchases.total, context.limits.budget
    key, excess = "high-end", total.high - budget
    if total.likely > budget:
        key, excess = "likely-over-budget", total.likely - budget
    if excess > 0 and total.low <= budget:
        amount = excess / CENTS_PER_UNIT
        yield Reason(key, {"amount": amount, "currency": context.figures.currency})


def _repeated_fees(solution: Solution, context: PlanningContext) -> Iterable[Reason]:
    """Warn if a membership's exams are more than a year apart: its fee is due again."""
    for membership in solution.purchases.memberships:
        days = [
            one.earned
            for one in solution.schedule
            if context.figures.exam(one.id).membership == membership
        ]
        years = (max(days) - min(days)) // DAYS_PER_YEAR if days else 0
        if years:
            fee = context.figures.fee(membership).likely * years / CENTS_PER_UNIT
            currency = context.figures.currency
            yield Reason(
                "membership-again", {"issuer": membership, "amount": fee, "currency": currency}
            )


def _earlier_exams(solution: Solution, context: PlanningContext) -> Iterable[Reason]:
    for scheduled in solution.schedule:
        rule = context.catalog.certifications[scheduled.id].rule_on(
            date.fromordinal(scheduled.earned)
        )
        if rule is not None and rule.has_separate_exam_rule:
            yield Reason("sit-sooner", {"certification": scheduled.id})


def _continued_totals(solution: Solution, context: PlanningContext) -> Iterable[Reason]:
    leaves = (leaf for one in solution.schedule for leaf in solution.selection[one.id].leaves)
    if context.planning_evidence.totals_continue and any(
        kind_of(leaf).SECTION is Section.WORK for leaf in leaves
    ):
        yield Reason("going-on", {})
