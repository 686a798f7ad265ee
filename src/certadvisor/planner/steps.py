"""A solution of the search as a plan: every step with its days, hours and price."""

from collections.abc import Iterable
from datetime import date, timedelta

from certadvisor.base.months import cycle_end_from, years_after
from certadvisor.catalog.requirement import Leaf
from certadvisor.planner.actions import ActionKind
from certadvisor.planner.branch_and_bound import Solution
from certadvisor.planner.figures import ZERO_AMOUNT, Amount, Figures, ReinstatementTerms
from certadvisor.planner.plan_result import Plan, Step, StepKind
from certadvisor.planner.routes import RouteFinder
from certadvisor.planner.schedule import ScheduledCertification, reinstating
from certadvisor.rules.outcome import Outcome

_KIND_ORDER = tuple(StepKind)


def build_plan(solution: Solution, finder: RouteFinder, figures: Figures) -> Plan:
    """Turn a solution into a plan.

    Args:
        solution: The selection, its purchases and its schedule.
        finder: The routes and outcomes that the solution was found with.
        figures: Prices and hours.

    Returns:
        The plan, with its steps sorted by first day, last day, kind and subject.
    """
    steps = [
        *(
            step
            for scheduled in _postpone_study(solution.schedule)
            for step in _certification_steps(scheduled, solution, finder, figures)
        ),
        *_membership_steps(solution, figures),
    ]
    steps.sort(key=lambda step: (step.start, step.end, _KIND_ORDER.index(step.kind), step.subject))
    hours = ZERO_AMOUNT
    for step in steps:
        hours = hours.plus(step.hours or ZERO_AMOUNT)
    return Plan(
        certification=solution.target,
        finish=date.fromordinal(solution.finish),
        steps=tuple(steps),
        cost=solution.purchases.total,
        hours=hours,
        renewals=_renewals(solution, finder),
    )


def _postpone_study(schedule: tuple[ScheduledCertification, ...]) -> list[ScheduledCertification]:
    """Move each study period towards its exam, as far as later training and study allow."""
    postponed: list[ScheduledCertification] = []
    limit = schedule[-1].earned
    # Backwards, since the room for each study period is set by what comes after it. `limit` is
    # the first day that is already taken.
    for scheduled in reversed(schedule):
        last = min(scheduled.earned, limit)
        study = scheduled.study
        moved_study = study._replace(first=last - (study.last - study.first), last=last)
        limit = min([moved_study.first, *(span.first for span in scheduled.training)])
        postponed.insert(0, scheduled._replace(study=moved_study))
    return postponed


def _certification_steps(
    scheduled: ScheduledCertification, solution: Solution, finder: RouteFinder, figures: Figures
) -> Iterable[Step]:
    """Make the steps of one certification of the plan."""
    for span in scheduled.training:
        serves = _certifications_served(solution, ActionKind.TRAINING, span.name)
        hours = Amount(span.hours, span.hours, span.hours)
        price = figures.training(span.hours)
        yield _step(StepKind.TRAINING, span.name, serves, span.first, span.last, hours, price)
    for span in scheduled.courses:
        serves = _certifications_served(solution, ActionKind.COURSE, span.name)
        price = figures.course(span.name)
        yield _step(StepKind.COURSE, span.name, serves, span.first, span.last, None, price)
    terms = reinstating(scheduled.id, solution.selection[scheduled.id], figures)
    if terms is not None:
        yield from _reinstatement_steps(scheduled, solution, terms)
        return
    study = scheduled.study
    if study.hours:
        hours = figures.study(scheduled.id)
        yield _step(StepKind.STUDY, scheduled.id, (scheduled.id,), study.first, study.last, hours)
    yield from _wait_step(scheduled, solution, finder, figures)
    record = finder.catalog.raw_records("certifications").get(scheduled.id, {})
    if figures.requires_application(scheduled.id):
        yield _step(
            StepKind.APPLICATION,
            scheduled.id,
            (scheduled.id,),
            scheduled.applies,
            scheduled.applies,
        )
    if days := figures.assessment_days(scheduled.id):
        first = scheduled.applies + figures.answer_days
        yield _step(StepKind.ASSESSMENT, scheduled.id, (scheduled.id,), first, first + days)
    kind = StepKind.AWARD if record.get("exam") == "none" else StepKind.EXAM
    price = solution.purchases.exams[scheduled.id]
    yield _step(
        kind, scheduled.id, (scheduled.id,), scheduled.earned, scheduled.earned, None, price
    )


def _reinstatement_steps(
    scheduled: ScheduledCertification, solution: Solution, terms: ReinstatementTerms
) -> Iterable[Step]:
    """Make the steps that reinstate what has lapsed: its open units, then the renewal."""
    id, study, last = scheduled.id, scheduled.study, scheduled.earned
    if study.hours:
        yield _step(StepKind.UNITS, id, (id,), study.first, study.last, terms.hours, terms.units)
    yield _step(StepKind.REINSTATE, id, (id,), last, last, None, solution.purchases.exams[id])


def _step(
    kind: StepKind,
    subject: str,
    serves: tuple[str, ...],
    first: int,
    last: int,
    hours: Amount | None = None,
    cost: Amount | None = None,
    leaf: Leaf | None = None,
) -> Step:
    days = date.fromordinal(first), date.fromordinal(last)
    return Step(kind, subject, serves, *days, hours, cost, leaf)


def _certifications_served(solution: Solution, kind: ActionKind, name: str) -> tuple[str, ...]:
    """The certifications of the plan that need an action, in the order in which they are earned."""
    return tuple(
        one.id for one in solution.schedule if name in solution.selection[one.id].names_of(kind)
    )


def _membership_steps(solution: Solution, figures: Figures) -> Iterable[Step]:
    """Make one step a membership, on the day of the first application that it is for."""
    for membership in solution.purchases.memberships:
        scheduled = [
            one
            for one in solution.schedule
            if _member_price(one.id, solution, figures) == membership
            or membership in solution.selection[one.id].names_of(ActionKind.MEMBERSHIP)
        ]
        day = min(one.applies for one in scheduled)
        serves = tuple(one.id for one in scheduled)
        yield _step(
            StepKind.MEMBERSHIP, membership, serves, day, day, None, figures.fee(membership)
        )


def _member_price(id: str, solution: Solution, figures: Figures) -> str | None:
    """The membership that gives the members' price of the last step to a certification."""
    terms = reinstating(id, solution.selection[id], figures)
    return (terms.fee if terms else figures.exam(id)).membership


def _wait_step(
    scheduled: ScheduledCertification, solution: Solution, finder: RouteFinder, figures: Figures
) -> Iterable[Step]:
    """Make the step for a wait, if there is one.

    What delays the exam counts; else what delays only the application while study continues.
    """
    if scheduled.opens > scheduled.ready:
        since, until = scheduled.ready, scheduled.opens
    elif figures.requires_application(scheduled.id) and scheduled.applies > scheduled.prepared:
        since, until = scheduled.prepared, scheduled.applies
    else:
        return
    leaf = _blocking_leaf(scheduled.id, since, solution, finder)
    yield _step(StepKind.WAIT, scheduled.id, (scheduled.id,), finder.start, until, leaf=leaf)


def _blocking_leaf(id: str, day: int, solution: Solution, finder: RouteFinder) -> Leaf | None:
    """The first leaf that is not met on a day on which all actions are done."""
    for leaf in solution.selection[id].leaves:
        leaf_timeline = finder.timeline.outcomes(leaf)
        if leaf_timeline.on(date.fromordinal(day)) is not Outcome.MET:
            return leaf
    return None


def _renewals(solution: Solution, finder: RouteFinder) -> tuple[tuple[str, date], ...]:
    """The last day of validity of each certification of the plan that has to be renewed."""
    renewals = []
    for scheduled in solution.schedule:
        certification = finder.catalog.certifications[scheduled.id]
        if certification.first_cycle_years and not certification.lifetime:
            day = date.fromordinal(scheduled.earned)
            cycle = certification.first_cycle_years
            if solution.selection[scheduled.id].reinstates:  # the cycles run on as they would have
                day = finder.lapsed[scheduled.id].last_day + timedelta(days=1)
                cycle = certification.cycle_years or cycle
            last_day = _last_valid_day(day, cycle, certification.common_cycle_end)
            renewals.append((scheduled.id, last_day))
    return tuple(renewals)


def _last_valid_day(day: date, years: int, common_end: date | None) -> date:
    if common_end is not None:
        return cycle_end_from(day, common_end, years)
    return date.fromordinal(years_after(day, years).toordinal() - 1)
