"""A solution of the search as a plan: every step with its days, hours and price."""

from collections.abc import Iterable
from datetime import date

from certadvisor.base.months import years_after
from certadvisor.catalog.requirement import Leaf
from certadvisor.planner.branch_and_bound import Found
from certadvisor.planner.figures import NOTHING, Amount, Figures
from certadvisor.planner.plan_result import Plan, Step
from certadvisor.planner.routes import Ways
from certadvisor.planner.schedule import Dated
from certadvisor.rules.outcome import Outcome

_ORDER = ("training", "course", "study", "wait", "membership", "application", "exam", "award")


def plan_of(found: Found, ways: Ways, figures: Figures) -> Plan:
    """Turn a solution into a plan.

    Args:
        solution: The selection, its purchases and its schedule.
        finder: The routes and outcomes that the solution was found with.
        figures: Prices and hours.

    Returns:
        The plan, with its steps sorted by first day, last day, kind and subject.
    """
    steps = [
        *(step for one in _put_off(found.dated) for step in _of(one, found, ways, figures)),
        *_memberships(found, figures),
    ]
    steps.sort(key=lambda step: (step.start, step.end, _ORDER.index(step.kind), step.subject))
    hours = NOTHING
    for step in steps:
        hours = hours.plus(step.hours or NOTHING)
    return Plan(
        certification=found.target,
        finish=date.fromordinal(found.finish),
        steps=tuple(steps),
        cost=found.bought.total,
        hours=hours,
        renewals=_renewals(found, ways),
    )


def _put_off(dated: tuple[Dated, ...]) -> list[Dated]:
    """Move each study period towards its exam, as far as later training and study allow."""
    found: list[Dated] = []
    limit = dated[-1].earned
    # Backwards, since the room for each study period is set by what comes after it. `limit` is
    # the first day that is already taken.
    for one in reversed(dated):
        last = min(one.earned, limit)
        study = one.study
        moved = study._replace(first=last - (study.last - study.first), last=last)
        limit = min([moved.first, *(span.first for span in one.training)])
        found.insert(0, one._replace(study=moved))
    return found


def _of(one: Dated, found: Found, ways: Ways, figures: Figures) -> Iterable[Step]:
    """Make the steps of one certification of the plan."""
    for span in one.training:
        serves = _served(found, "training", span.name)
        hours = Amount(span.hours, span.hours, span.hours)
        price = figures.training(span.hours)
        yield _step("training", span.name, serves, span.first, span.last, hours, price)
    for span in one.courses:
        serves = _served(found, "course", span.name)
        price = figures.course(span.name)
        yield _step("course", span.name, serves, span.first, span.last, None, price)
    study = one.study
    if study.hours:
        hours = figures.study(one.id)
        yield _step("study", one.id, (one.id,), study.first, study.last, hours)
    yield from _wait(one, found, ways, figures)
    page = ways.catalog.pages("certifications").get(one.id, {})
    if figures.applied_for(one.id):
        yield _step("application", one.id, (one.id,), one.applies, one.applies)
    kind = "award" if page.get("exam") == "none" else "exam"
    price = found.bought.exams[one.id]
    yield _step(kind, one.id, (one.id,), one.earned, one.earned, None, price)


def _step(
    kind: str,
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


def _served(found: Found, sort: str, name: str) -> tuple[str, ...]:
    """The certifications of the plan that need an action, in the order in which they are earned."""
    return tuple(one.id for one in found.dated if name in found.selection[one.id].named(sort))


def _memberships(found: Found, figures: Figures) -> Iterable[Step]:
    """Make one step a membership, on the day of the first application that it is for."""
    for membership in found.bought.joined:
        served = [
            one
            for one in found.dated
            if figures.exam(one.id).membership == membership
            or membership in found.selection[one.id].named("membership")
        ]
        day = min(one.applies for one in served)
        serves = tuple(one.id for one in served)
        yield _step("membership", membership, serves, day, day, None, figures.fee(membership))


def _wait(one: Dated, found: Found, ways: Ways, figures: Figures) -> Iterable[Step]:
    """Make the step for a wait, if there is one.

    What delays the exam counts; else what delays only the application while study continues.
    """
    if one.opens > one.ready:
        since, until = one.ready, one.opens
    elif figures.applied_for(one.id) and one.applies > one.begun:
        since, until = one.begun, one.applies
    else:
        return
    leaf = _awaited(one.id, since, found, ways)
    yield _step("wait", one.id, (one.id,), ways.first, until, leaf=leaf)


def _awaited(id: str, day: int, found: Found, ways: Ways) -> Leaf | None:
    """The first leaf that is not met on a day on which all actions are done."""
    for leaf in found.selection[id].leaves:
        run = ways.timeline.outcomes(leaf)
        if run.on(date.fromordinal(day)) is not Outcome.MET:
            return leaf
    return None


def _renewals(found: Found, ways: Ways) -> tuple[tuple[str, date], ...]:
    """The last day of validity of each certification of the plan that has to be renewed."""
    renewals = []
    for one in found.dated:
        certification = ways.catalog.certifications[one.id]
        if certification.cycle_years and not certification.lifetime:
            day = date.fromordinal(one.earned)
            renewals.append((one.id, _last_day(day, certification.cycle_years)))
    return tuple(renewals)


def _last_day(day: date, years: int) -> date:
    return date.fromordinal(years_after(day, years).toordinal() - 1)
