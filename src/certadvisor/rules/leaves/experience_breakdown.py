"""Experience breakdown: how each month of each work entry was counted.

The totals equal those of the judge: the months counted over all entries are the `have` of
its verdict, and so are hours, person-days and projects (tests/laws/test_experience_breakdown.py).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from certadvisor.base.months import month_number, month_span
from certadvisor.catalog.requirement import Experience, leaves
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.leaves.experience_amounts import filter_of, required_amounts
from certadvisor.rules.leaves.experience_sums import entry_amounts, total
from certadvisor.rules.verdict import Check, nearest_leaves


class MonthState(StrEnum):
    """Whether a month counts."""

    COUNTED = "counted"
    OVERLAPPING = "overlapping"  # already counted under an earlier entry
    OUTSIDE = "outside"  # before the window
    UNCERTAIN = "uncertain"  # the profile does not say whether the entry counts


class MonthRun(NamedTuple):
    """A run of consecutive months of one state.

    `first` and `last` are month numbers as in `base.months`, both included. For overlapping
    months, `counted_under` is the index in the profile of the entry that counts them.
    """

    first: int
    last: int
    state: MonthState
    counted_under: int | None = None

    @property
    def length(self) -> int:
        """The number of months in the run."""
        return self.last - self.first + 1


class WorkEntry(NamedTuple):
    """One work entry: its index in the profile, its months, and the amounts counted, by unit.

    An amount is None where the entry does not give it. An undated total has the months over
    which it was backfilled; an undated entry without a number of months has none.
    """

    period: WorkPeriod
    work_index: int
    certain: bool
    months: tuple[MonthRun, ...]
    amounts: dict[str, float | None]


class ExperienceBreakdown(NamedTuple):
    """All work of the kind that a leaf requires, entry by entry.

    `since` is the first day of the look-back window (None: no window) and `day` its last.
    `need` and `have` are amounts by unit; the values of `have` are None where the profile
    does not give work.
    """

    leaf: Experience
    since: date | None
    day: date
    need: dict[str, int]
    have: dict[str, int | None]
    entries: tuple[WorkEntry, ...]


def break_down_rule(check: Check, evidence: Evidence) -> tuple[ExperienceBreakdown, ...]:
    """Break down the work for each kind of work that the rule in force requires.

    Args:
        check: The answer for the certification.
        evidence: The evidence that the answer was made from.

    Returns:
        One breakdown for each kind of work, the nearest alternative's first. Leaves that
        differ only in the amount share a breakdown: that of the first.
    """
    nearest = nearest_leaves(check.verdict) if check.verdict else ()
    rule = check.rule
    rule_leaves = (*leaves(rule.sit), *leaves(rule.award)) if rule else ()
    leaf_by_filter: dict[Experience, Experience] = {}
    for leaf in (*(verdict.requirement for verdict in nearest), *rule_leaves):
        if isinstance(leaf, Experience):
            filter_key = leaf._replace(months=None, hours=None, person_days=None, projects=None)
            leaf_by_filter.setdefault(filter_key, leaf)
    return tuple(
        break_down_experience(leaf, evidence, evidence.as_of) for leaf in leaf_by_filter.values()
    )


def break_down_experience(leaf: Experience, evidence: Evidence, day: date) -> ExperienceBreakdown:
    """Break down the work that one leaf counts.

    Args:
        leaf: The experience requirement.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The breakdown, its entries in the order of their start, undated ones last.
    """
    since = evidence.window(day, leaf.within_years, leaf.extendable_to_years)[0]
    need = required_amounts(leaf)
    entries = _work_entries(leaf, evidence, since, day)
    have: dict[str, int | None] = {}
    for unit in need:
        amounts = [entry.amounts[unit] or 0 for entry in entries if entry.certain]
        have[unit] = None if evidence.profile.work is None else total(amounts)
    return ExperienceBreakdown(leaf, since, day, need, have, entries)


def window_matters(check: Check, breakdowns: Iterable[ExperienceBreakdown]) -> bool:
    """Return whether the look-back window affects the answer.

    Args:
        check: The answer for the certification.
        breakdowns: The breakdowns of its work.

    Returns:
        True if work has already left the window, or will end eligibility by leaving it.
    """
    ends_by_window = check.until_cause is not None and isinstance(
        check.until_cause.leaf, Experience
    )
    return ends_by_window or any(
        run.state is MonthState.OUTSIDE
        for breakdown in breakdowns
        for entry in breakdown.entries
        for run in entry.months
    )


def _work_entries(
    leaf: Experience, evidence: Evidence, since: date | None, day: date
) -> tuple[WorkEntry, ...]:
    """Return the entries in the order of their start; the earlier one counts a month of both."""
    work_filter = filter_of(leaf)
    periods = evidence.matching_periods(work_filter)
    work_indices = _work_indices(evidence, (period for period, _ in periods))
    backfilled = _backfilled_months(work_filter, evidence, periods)
    units = (unit for unit in required_amounts(leaf) if unit != "month")
    sums = {unit: entry_amounts(leaf, unit, evidence, day) for unit in units}
    entries = []
    counted_under: dict[int, int] = {}
    for at in sorted(range(len(periods)), key=lambda at: periods[at][0].start or date.max):
        period, certain = periods[at]
        if period.start is not None and period.start > day:
            continue  # still to come
        states: dict[int, _CountedMonth] = {}
        for number, last in _last_worked_days(
            period, backfilled.get(at, ()), evidence, day
        ).items():
            if since is not None and last < since:
                states[number] = MonthState.OUTSIDE, None
            elif not certain:
                states[number] = MonthState.UNCERTAIN, None
            # Only months are counted once; hours of two jobs in one month add up.
            elif number in counted_under and leaf.months is not None:
                states[number] = MonthState.OVERLAPPING, counted_under[number]
            else:
                states[number] = MonthState.COUNTED, None
                counted_under[number] = work_indices[at]
        months = _month_runs(states)
        amounts = _amounts(leaf, period, months, {unit: given[at] for unit, given in sums.items()})
        entries.append(WorkEntry(period, work_indices[at], certain, months, amounts))
    return tuple(entries)


_CountedMonth = tuple[MonthState, int | None]


def _amounts(
    leaf: Experience,
    period: WorkPeriod,
    months: tuple[MonthRun, ...],
    sums: dict[str, float | None],
) -> dict[str, float | None]:
    """Return the amounts of an entry in the units of the leaf, months first."""
    if leaf.months is None:
        return sums
    unknown = period.start is None and period.months is None
    counted = sum(run.length for run in months if run.state is MonthState.COUNTED)
    return {"month": None if unknown else counted, **sums}


def _last_worked_days(
    period: WorkPeriod, backfilled: Iterable[int], evidence: Evidence, day: date
) -> dict[int, date]:
    """Map each month of an entry up to `day` to the last day worked in it.

    A month counts as long as that day lies in the window, so that a month that is half
    outside still counts whole.
    """
    span = evidence.span(period)
    if span is None:
        return {number: month_span(number).last for number in sorted(backfilled)}
    end = min(span.last, day)
    return {
        number: min(month_span(number).last, end)
        for number in range(month_number(span.first), month_number(end) + 1)
    }


def _backfilled_months(
    work_filter: WorkFilter, evidence: Evidence, periods: tuple[tuple[WorkPeriod, bool], ...]
) -> dict[int, list[int]]:
    """Map the position of each undated total to the months over which it is backfilled.

    The certain totals come first, so that they get the months that `Evidence.count_months`
    lays them on; the possible ones get the months before those.
    """
    undated_positions = [
        at for at, (period, _) in enumerate(periods) if period.start is None and period.months
    ]
    undated_positions.sort(key=lambda at: not periods[at][1])
    totals = [periods[at][0] for at in undated_positions]
    free_months = iter(evidence.backfilled_months(work_filter, totals, certain=True))
    return {at: list(islice(free_months, periods[at][0].months)) for at in undated_positions}


def _month_runs(states: dict[int, _CountedMonth]) -> tuple[MonthRun, ...]:
    """Merge consecutive months of one state into runs, in ascending order."""
    runs: list[MonthRun] = []
    for number, state in sorted(states.items()):
        if runs and runs[-1].last == number - 1 and runs[-1][2:] == state:
            runs[-1] = runs[-1]._replace(last=number)
        else:
            runs.append(MonthRun(number, number, *state))
    return tuple(runs)


def _work_indices(evidence: Evidence, periods: Iterable[WorkPeriod]) -> list[int]:
    """Return the index of each entry in the profile; equal entries keep their order."""
    remaining = list(enumerate(evidence.profile.work or ()))
    indices = []
    for period in periods:
        at = next(index for index, (_, other) in enumerate(remaining) if other == period)
        indices.append(remaining.pop(at)[0])
    return indices
