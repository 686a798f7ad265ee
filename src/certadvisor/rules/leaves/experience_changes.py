"""When an experience requirement changes its outcome, and which work changes it."""

from collections.abc import Iterable
from datetime import date, timedelta

from certadvisor.base.months import DateSpan, month_span, window_exit_date
from certadvisor.catalog.requirement import Experience, readings
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.leaves.experience_amounts import filter_of, lay_totals, required_amounts
from certadvisor.rules.leaves.stretched_window import StretchedWindow
from certadvisor.rules.verdict import Cause, CauseReason

DAY = timedelta(days=1)


def change_dates(leaf: Experience, evidence: Evidence) -> Iterable[date]:
    """Yield the days after the day of the question on which the outcome can change.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.

    Yields:
        Days in no particular order, possibly repeated or without an actual change. For hours
        and person-days the amount also changes between them; see `is_gradual`.
    """
    if leaf.disputed:
        for reading in readings(leaf):
            yield from change_dates(reading, evidence)
        return
    stretches = stretched_window(leaf, evidence)
    if leaf.months is not None:
        counted = evidence.count_months(filter_of(leaf))
        years, widest = leaf.within_years, leaf.extendable_to_years or leaf.within_years
        # Which of the two windows holds what is possible depends on whether breaks are known.
        pairs = {(counted.certain, years), (counted.possible, years), (counted.possible, widest)}
        for month_set, window in pairs:
            window_exits = evidence.window_exits(month_set, window)
            yield from month_set.threshold_dates(leaf.months, evidence.as_of, window_exits)
        if stretches:
            # `threshold_dates` needs windows of constant length. Here the length changes, so
            # every month's entry and exit is a candidate.
            yield from stretches.turns
            for month_set in {counted.certain, counted.possible}:
                yield from map(date.fromordinal, month_set.firsts)
                for ordinal in month_set.lasts:
                    yield from stretches.exit_dates(date.fromordinal(ordinal))
    if leaf.hours or leaf.person_days or leaf.projects:
        yield from _edge_dates(leaf, evidence, stretches)


def _edge_dates(
    leaf: Experience, evidence: Evidence, stretches: StretchedWindow | None
) -> Iterable[date]:
    """Yield the days on which an entry starts or ends, and on which those days leave a window.

    Also those on which a stretched window begins to move at another pace: between them amounts
    that are spread over an entry only grow or only shrink.
    """
    if stretches:
        yield from stretches.turns
    windows = {years for years in (leaf.within_years, leaf.extendable_to_years) if years}
    laid = (
        months
        for unit in required_amounts(leaf)
        if unit != "month"
        for one in lay_totals(leaf, unit, evidence).values()
        for months in one
    )
    for number in {number for months in laid for number in months}:
        last = month_span(number).last
        yield from (window_exit_date(last, years) for years in windows)
        if stretches:
            yield from stretches.exit_dates(last)
    for period, _ in evidence.matching_periods(filter_of(leaf)):
        for edge in (period.start, period.end, evidence.as_of):
            if edge is not None:
                yield edge
                yield edge + DAY
                for last in (edge - DAY, edge):
                    yield from (window_exit_date(last, years) for years in windows)
                    if stretches:
                        yield from stretches.exit_dates(last)


def is_gradual(leaf: Experience) -> bool:
    """Return whether the amount can grow or shrink between two days of `change_dates`.

    Args:
        leaf: The requirement.
    """
    return leaf.hours is not None or leaf.person_days is not None


def stretched_window(leaf: Experience, evidence: Evidence) -> StretchedWindow | None:
    """Return the movement of a window that career breaks stretch; None for any other window.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    years, extendable = leaf.within_years, leaf.extendable_to_years
    if years is None or extendable is None or not evidence.profile.breaks:
        return None
    return StretchedWindow(evidence, years, extendable)


def cause_of_loss(leaf: Experience, stop: date, evidence: Evidence) -> Cause:
    """Find the days that left the look-back window between the day before `stop` and `stop`.

    Args:
        leaf: The requirement, met the day before `stop`.
        stop: The first day on which it is not met.
        evidence: The person's evidence.
    """
    years, widest = leaf.within_years, leaf.extendable_to_years
    # A career break that is going on stretches the window day by day, so its first day need
    # not move. Then no day left the window, and the cause has no days to name.
    start_before = evidence.window(stop - DAY, years, widest)[0]
    start_now = evidence.window(stop, years, widest)[0]
    if start_before is None or start_now is None or start_now <= start_before:
        return Cause(CauseReason.WINDOW, stop, leaf)
    days = DateSpan(start_before, start_now - DAY)
    return Cause(CauseReason.WINDOW, stop, leaf, days, _entries_on(leaf, days, evidence))


def cause_of_gain(leaf: Experience, since: date, evidence: Evidence) -> Cause:
    """Return the work of the day on which the amount is complete.

    Args:
        leaf: The requirement, met from `since` on.
        since: The first day on which it is met.
        evidence: The person's evidence.
    """
    days = DateSpan(since, since)
    return Cause(CauseReason.EXPERIENCE, since, leaf, days, _entries_on(leaf, days, evidence))


def _entries_on(leaf: Experience, days: DateSpan, evidence: Evidence) -> tuple[WorkPeriod, ...]:
    """Return the work entries that certainly count and include one of these days."""
    entries = evidence.matching_periods(filter_of(leaf))
    return tuple(
        period
        for period, certain in entries
        if certain
        and (span := evidence.span(period))
        and span.first <= days.last
        and span.last >= days.first
    )
