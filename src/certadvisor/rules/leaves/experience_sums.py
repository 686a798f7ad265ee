"""Sums of hours, person-days and projects: what certainly lies in a window, and what may."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import inf

from certadvisor.base.months import month_span
from certadvisor.catalog.requirement import Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.leaves.experience_amounts import (
    NOT_LAID,
    LaidMonths,
    amount_in_window,
    filter_of,
    lay_totals,
    reaches_window,
)

ROUNDING_ERROR = 1e-6  # more than adding fractions of hours can lose


def bound_amount(leaf: Experience, unit: str, evidence: Evidence, day: date) -> tuple[float, float]:
    """Add up an amount of the work that a leaf counts, or may count.

    Args:
        leaf: The requirement.
        unit: hour, person_day or project.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        What certainly lies in the window, and the most that may: infinite where work that may
        lie there does not give its amount, or where the list of work may lack entries.
    """
    since, widest = evidence.window(day, leaf.within_years, leaf.extendable_to_years)
    certain = possible = 0.0
    unbounded = not evidence.is_complete("work")
    for period, is_certain, laid in _laid_entries(leaf, unit, evidence):
        amount = amount_in_window(period, unit, evidence, since, day, laid.earliest)
        most = amount_in_window(period, unit, evidence, widest, day, laid.latest)
        if most is None or amount is None:
            unbounded = unbounded or reaches_window(period, widest, day, laid.latest)
            continue
        certain += amount if is_certain else 0
        possible += most
    return certain, inf if unbounded else possible


def least_if_given(leaf: Experience, unit: str, evidence: Evidence, day: date) -> float | None:
    """Return the least of an amount that the window can hold if work in it gives the amount.

    Work that does not give it, or that is missing, may have none of it. Where work that gives it
    only may be of the kind, or only may lie in the window, the least is that of the one entry
    that adds least: with no entry, none of the amount would be given.

    Args:
        leaf: The requirement.
        unit: hour, person_day or project.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The amount; None where no work that may lie in the window gives it.
    """
    since, widest = evidence.window(day, leaf.within_years, leaf.extendable_to_years)
    given = [
        entry
        for entry in _laid_entries(leaf, unit, evidence)
        if amount_in_window(entry[0], unit, evidence, widest, day) is not None
    ]
    starts = {since}
    if since is not None and widest is not None:
        # Breaks that are not known may move the first day to any day from `widest` on. Least of an
        # entry before `since` lies in the window that begins with the last day of it.
        last_days = (_last_day(period, laid) for period, _, laid in given)
        starts.update(last for last in last_days if last and widest <= last < since)
    sums = (_least_since(start, given, unit, evidence, day) for start in starts)
    return min((amount for amount in sums if amount is not None), default=None)


def entry_amounts(leaf: Experience, unit: str, evidence: Evidence, day: date) -> list[float | None]:
    """Return how much of each entry's amount certainly lies in the window.

    Args:
        leaf: The requirement.
        unit: hour, person_day or project.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The amounts of the `matching_periods` in `unit`; None where an entry does not give one.
    """
    since = evidence.window(day, leaf.within_years, leaf.extendable_to_years)[0]
    return [
        amount_in_window(period, unit, evidence, since, day, laid.earliest)
        for period, _, laid in _laid_entries(leaf, unit, evidence)
    ]


def total(amounts: Iterable[float]) -> int:
    """Add amounts and round down.

    Args:
        amounts: Hours, person-days or projects, possibly fractions.

    Returns:
        The whole number of units completed, unaffected by floating-point error.
    """
    return int(sum(amounts) + ROUNDING_ERROR)


_LaidEntry = tuple[WorkPeriod, bool, LaidMonths]


def _laid_entries(leaf: Experience, unit: str, evidence: Evidence) -> Iterator[_LaidEntry]:
    """Yield the work that matches a leaf or may match it, whether it does, and where it is laid."""
    laid = lay_totals(leaf, unit, evidence)
    for at, (period, is_certain) in enumerate(evidence.matching_periods(filter_of(leaf))):
        yield period, is_certain, laid.get(at, NOT_LAID)


def _least_since(
    since: date | None, given: Sequence[_LaidEntry], unit: str, evidence: Evidence, day: date
) -> float | None:
    """Return the least of an amount in one window; None where no entry in it gives the amount."""
    certain: list[float] = []
    uncertain: list[float] = []
    for period, is_certain, laid in given:
        for months in (laid.earliest, laid.latest[:1]):
            if reaches_window(period, since, day, months):
                amount = amount_in_window(period, unit, evidence, since, day, months) or 0.0
                is_inside = is_certain and months is laid.earliest
                (certain if is_inside else uncertain).append(amount)
                break
    return sum(certain) if certain else min(uncertain, default=None)


def _last_day(period: WorkPeriod, laid: LaidMonths) -> date | None:
    """Return the last day of work that is over, or laid over months."""
    return month_span(laid.latest[0]).last if laid.latest else period.end
