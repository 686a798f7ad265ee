"""The hours, person-days and projects of work, and how much of them a window holds."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from certadvisor.base.months import backfill_months, month_number, month_span, touched_months
from certadvisor.catalog.requirement import Experience, readings
from certadvisor.profile.amounts import MAX_MONTHS
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.profile.model import WorkPeriod

AMOUNTS: Mapping[str, Callable[[WorkPeriod], float | None]] = {
    "hour": lambda period: period.hours,
    "person_day": lambda period: period.person_days,
    "project": lambda period: period.projects,
}


NEEDS: Mapping[str, Callable[[Experience], int | None]] = {
    "hour": lambda leaf: leaf.hours,
    "person_day": lambda leaf: leaf.person_days,
    "project": lambda leaf: leaf.projects,
}


class LaidMonths(NamedTuple):
    """The months over which an undated total is laid, as month numbers.

    `earliest` if all entries that may be of its kind take months before it, `latest` if only
    those do that certainly are. Not every entry can do so at once, so an answer may be unknown
    that no way of completing the profile changes; it is never more than is known.
    """

    earliest: tuple[int, ...]
    latest: tuple[int, ...]


NOT_LAID = LaidMonths((), ())  # of entries with dates, and of those that give no time


def filter_of(leaf: Experience) -> WorkFilter:
    """Return the work that a leaf counts.

    Args:
        leaf: The requirement.
    """
    return WorkFilter(leaf.kind, leaf.complexity, leaf.responsibility)


def required_amounts(leaf: Experience) -> dict[str, int]:
    """Return the amounts that a leaf requires.

    Args:
        leaf: The requirement.

    Returns:
        Amounts by unit (month, hour, person_day, project), months first; the higher one where
        sources disagree.
    """
    if leaf.disputed:
        leaf = readings(leaf)[1]
    months = {} if leaf.months is None else {"month": leaf.months}
    others = ((unit, need_of(leaf)) for unit, need_of in NEEDS.items())
    return months | {unit: need for unit, need in others if need is not None}


def lay_totals(leaf: Experience, unit: str, evidence: Evidence) -> Mapping[int, LaidMonths]:
    """Lay the undated totals of a kind over months, each behind those written before it.

    Args:
        leaf: The requirement.
        unit: hour, person_day or project.
        evidence: The person's evidence.

    Returns:
        The months of each total by its place among `Evidence.matching_periods`.
    """
    entries = evidence.matching_periods(filter_of(leaf))
    totals = [
        (at, period, certain)
        for at, (period, certain) in enumerate(entries)
        if period.start is None and period.months
    ]
    if not totals:
        return {}
    # Work of no known time, and of no amount, may lie in all months that a window holds; so may
    # work that the list lacks, of few hours or too simple to count.
    is_anywhere = leaf.within_years is not None and (
        "work" in evidence.profile.incomplete
        or any(
            period.start is None and period.months is None and AMOUNTS[unit](period) is None
            for period, _ in entries
        )
    )
    earliest = _lay(totals, leaf.kind, evidence, certain=False)
    latest = _lay(totals, leaf.kind, evidence, certain=True)
    laid: dict[int, LaidMonths] = {}
    all_before = certain_before = 0
    for at, period, certain in totals:
        months = period.months or 0
        laid[at] = LaidMonths(
            () if is_anywhere else tuple(earliest[all_before : all_before + months]),
            tuple(latest[certain_before : certain_before + months]),
        )
        all_before += months
        certain_before += months if certain else 0
    return laid


def _lay(
    totals: Sequence[tuple[int, WorkPeriod, bool]], kind: str, evidence: Evidence, *, certain: bool
) -> list[int]:
    """Lay totals back over months that no dated work of the kind covers.

    `certain` leaves out what may be of another kind.
    """
    dated = (
        evidence.span(period)
        for period in evidence.profile.work or ()
        if (not certain if period.kinds is None else kind in period.kinds)
    )
    amount = sum(period.months or 0 for _, period, _ in totals)
    covered = touched_months(span for span in dated if span)
    return backfill_months(min(amount, MAX_MONTHS), evidence.as_of, covered)


def amount_in_window(
    period: WorkPeriod,
    unit: str,
    evidence: Evidence,
    since: date | None,
    day: date,
    laid: Sequence[int] = (),
) -> float | None:
    """Return the part of an entry's amount that lies in the window; None where it gives none.

    Hours and person-days are spread evenly: over the days of a dated entry, over the months of
    an undated total. The hours of work that is still going on are those up to `as_of`, so they
    do not grow; hours per week do, up to the horizon. Projects, and amounts of an entry that
    gives no time at all, count whole.

    Args:
        period: The work entry.
        unit: hour, person_day or project.
        evidence: The person's evidence.
        since: The first day of the window; None where there is no window.
        day: Its last day.
        laid: The months over which an undated total is laid.
    """
    amount = AMOUNTS[unit](period)
    weekly = period.hours_per_week if unit == "hour" and period.hours is None else None
    if amount is None and weekly is None:
        return None
    if not reaches_window(period, since, day, laid):
        return 0.0
    if period.start is None:
        return _part_of_total(period, unit, since, day, laid)
    if amount is not None and unit == "project":
        return amount
    last = period.end or (evidence.as_of if weekly is None else evidence.horizon)
    if last < period.start:
        return 0.0
    first_counted, last_counted = max(period.start, since or period.start), min(last, day)
    days_counted = max(0, (last_counted - first_counted).days + 1)
    if weekly is not None:
        return weekly * days_counted / 7
    return float(amount or 0) * days_counted / ((last - period.start).days + 1)


def _part_of_total(
    period: WorkPeriod, unit: str, since: date | None, day: date, laid: Sequence[int]
) -> float | None:
    """Return the part of an undated entry's amount that lies in the window."""
    amount = AMOUNTS[unit](period)
    if not period.months or (amount is not None and unit == "project"):
        return amount
    inside = _months_inside(since, day, laid)
    if amount is not None:
        return amount * len(inside) / period.months
    spans = map(month_span, inside)
    days = sum((span.last - span.first).days + 1 for span in spans)
    return (period.hours_per_week or 0) * days / 7


def reaches_window(
    period: WorkPeriod, since: date | None, day: date, laid: Sequence[int] = ()
) -> bool:
    """Return whether any of an entry lies in the window. One without any time is recent.

    Args:
        period: The work entry.
        since: The first day of the window; None where there is no window.
        day: Its last day.
        laid: The months over which an undated total is laid.
    """
    if period.start is None and period.months:
        return bool(_months_inside(since, day, laid))
    has_started = period.start is None or period.start <= day
    return has_started and (since is None or period.end is None or period.end >= since)


def _months_inside(since: date | None, day: date, laid: Sequence[int]) -> list[int]:
    first = 0 if since is None else month_number(since)
    return [number for number in laid if first <= number <= month_number(day)]
