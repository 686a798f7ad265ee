"""Experience: months, hours, person-days or projects of one kind of work inside a window.

Asks for: an amount of work of one kind, perhaps of a complexity or a responsibility.
Counts: calendar months touched inside the window; hours and person-days as given, spread
evenly over their entry; projects of every entry that reaches into the window.
Leaves out: work of another kind, months outside the window.
Unknown: where kinds, hours, complexity or career breaks that are not given could settle it;
between two amounts on which sources disagree.
Example: `{experience: project-leading, months: 36, within_years: 10}`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import inf

from certadvisor.base.months import DateSpan, month_span, months_after, window_exit_date
from certadvisor.catalog.requirement import Experience, Leaf, readings
from certadvisor.profile.amounts import MAX_MONTHS
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Section, WorkPeriod
from certadvisor.rules.leaves import contract
from certadvisor.rules.leaves.contract import Counter
from certadvisor.rules.leaves.experience_amounts import (
    AMOUNTS,
    NOT_LAID,
    amount_in_window,
    bound_amount,
    filter_of,
    lay_totals,
    least_if_given,
)
from certadvisor.rules.leaves.stretched_window import StretchedWindow
from certadvisor.rules.outcome import all_of, judge_amount
from certadvisor.rules.verdict import Assumption, Cause, CauseReason, Question, Shortfall, Verdict

DAY = timedelta(days=1)
FULL_TIME_HOURS = 40  # hours a week of work that has not started yet

SECTION = Section.WORK

acquisitions = contract.nothing_to_book
is_likely = contract.likely_if_counted
certifications = contract.no_certifications


def months_of(kind: str, months: int) -> Experience:
    """Return the requirement of so many months of a kind, whenever they were.

    Args:
        kind: The id of a kind of experience.
        months: The months.
    """
    return Experience(kind, months=months)


def judge(leaf: Experience, evidence: Evidence, day: date) -> Verdict:
    """Judge an experience requirement.

    Where months are required, hours, person-days and projects are judged as well only if work
    in the window gives them: most people know their months and nothing else.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict, with the amounts of the first unit that decides the outcome.
    """
    if leaf.disputed:
        return contract.judge_readings(judge, leaf, evidence, day)
    verdicts = []
    if leaf.months is not None:
        verdicts.append(_judge_months(leaf, leaf.months, evidence, day))
    for unit, need_of in _NEEDS.items():
        need = need_of(leaf)
        verdict = None if need is None else _judge_sum(leaf, need, unit, evidence, day)
        if verdict is not None:
            verdicts.append(verdict)
    outcome = all_of([verdict.outcome for verdict in verdicts])
    decisive = next(verdict for verdict in verdicts if verdict.outcome is outcome)
    return decisive._replace(outcome=outcome)


def kind_of_work(leaf: Leaf) -> str | None:
    """Return the kind of experience that a leaf requires; None for other leaves.

    Args:
        leaf: Any leaf.
    """
    return leaf.kind if isinstance(leaf, Experience) else None


def is_growing(leaf: Leaf, evidence: Evidence) -> bool:
    """Return whether work that still goes on, or starts later, may count for a leaf.

    Args:
        leaf: Any leaf.
        evidence: The person's evidence.
    """
    return isinstance(leaf, Experience) and any(
        period.start is not None and (period.end is None or period.end > evidence.as_of)
        for period, _ in evidence.matching_periods(filter_of(leaf))
    )


def with_work_started(leaf: Leaf, evidence: Evidence) -> Evidence | None:
    """Return the evidence as if work that counts for the leaf started next month.

    Args:
        leaf: Any leaf.
        evidence: The person's evidence.

    Returns:
        The evidence with that work, full time where hours are judged; None for a leaf that no
        work meets.
    """
    if not isinstance(leaf, Experience):
        return None
    asks_hours = leaf.months is None or (
        leaf.hours is not None
        and least_if_given(leaf, "hour", evidence, evidence.as_of) is not None
    )
    work = WorkPeriod(
        evidence.catalog.kinds_of([leaf.kind]),
        start=months_after(evidence.as_of.replace(day=1), 1),
        hours_per_week=FULL_TIME_HOURS if asks_hours else None,
        complexity=leaf.complexity,
        responsibility=leaf.responsibility,
    )
    profile = evidence.profile
    return Evidence(
        profile._replace(work=(*(profile.work or ()), work)), evidence.catalog, evidence.as_of
    )


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
    others = ((unit, need_of(leaf)) for unit, need_of in _NEEDS.items())
    return months | {unit: need for unit, need in others if need is not None}


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
    laid = lay_totals(leaf, unit, evidence)
    return [
        amount_in_window(period, unit, evidence, since, day, laid.get(at, NOT_LAID).earliest)
        for at, (period, _) in enumerate(evidence.matching_periods(filter_of(leaf)))
    ]


def total(amounts: Iterable[float]) -> int:
    """Add amounts and round down.

    Args:
        amounts: Hours, person-days or projects, possibly fractions.

    Returns:
        The whole number of units completed, unaffected by floating-point error.
    """
    return int(sum(amounts) + _ROUNDING_ERROR)


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


def count(leaf: Experience, evidence: Evidence, day: date) -> tuple[int, float]:
    """Count the months in the window.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The months that certainly count and the most that may; the latter is infinite where
        work is not given, or an entry gives neither dates nor months.
    """
    counted = evidence.count_months(filter_of(leaf))
    since, widest = evidence.window(day, leaf.within_years, leaf.extendable_to_years)
    possible = inf if counted.unbounded else counted.possible.count_in(widest, day)
    return counted.certain.count_in(since, day), possible


def _judge_months(leaf: Experience, need: int, evidence: Evidence, day: date) -> Verdict:
    certain, possible = count(leaf, evidence, day)
    have = None if evidence.profile.work is None else certain
    return Verdict(leaf, judge_amount(need, certain, possible), have, need, "month")


def _judge_sum(
    leaf: Experience, need: int, unit: str, evidence: Evidence, day: date
) -> Verdict | None:
    """Judge hours, person-days or projects; None where months decide and none are given."""
    certain, possible = bound_amount(leaf, unit, evidence, day)
    least = certain if leaf.months is None else least_if_given(leaf, unit, evidence, day)
    if least is None:
        return None
    outcome = judge_amount(need - _ROUNDING_ERROR, least, possible)
    have = None if evidence.profile.work is None else total([certain])
    return Verdict(leaf, outcome, have, need, unit)


_ROUNDING_ERROR = 1e-6  # more than adding fractions of hours can lose


def _is_given_throughout(leaf: Experience, unit: str, evidence: Evidence) -> bool:
    """Return whether every entry that counts gives an amount, so that no other is to be asked."""
    return all(
        AMOUNTS[unit](period) is not None or (unit == "hour" and period.hours_per_week)
        for period, _ in evidence.matching_periods(filter_of(leaf))
    )


_NEEDS: Mapping[str, Callable[[Experience], int | None]] = {
    "hour": lambda leaf: leaf.hours,
    "person_day": lambda leaf: leaf.person_days,
    "project": lambda leaf: leaf.projects,
}


def entries(leaf: Experience, evidence: Evidence) -> Sequence[int]:
    """Return the indices of the work entries that count or may count.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    counted_periods = {period for period, _ in evidence.matching_periods(filter_of(leaf))}
    work = evidence.profile.work or ()
    return [index for index, period in enumerate(work) if period in counted_periods]


def question(leaf: Experience, evidence: Evidence, day: date) -> Question:
    """Return the question about what keeps the leaf unknown, such as a title or hours.

    Args:
        leaf: The requirement, whose outcome is unknown.
        evidence: The person's evidence.
        day: The day on which it is unknown.
    """
    if evidence.profile.work is None:
        return Question("experience", leaf.kind, "")
    uncertain_entries = [
        period for period, certain in evidence.matching_periods(filter_of(leaf)) if not certain
    ]
    for period in uncertain_entries:
        if period.kinds is None:
            return Question("title", period.title or "", "")
        if leaf.complexity and period.complexity is None:
            return Question("complexity", leaf.kind, "")
        return Question("responsibility", leaf.kind, "")
    unit = judge(leaf, evidence, day).unit or ""
    is_given = unit == "month" or _is_given_throughout(leaf, unit, evidence)
    if leaf.extendable_to_years and not evidence.is_complete("breaks") and is_given:
        return Question("breaks", leaf.kind, "")
    if unit != "month" and (evidence.is_complete(SECTION) or not is_given):
        return Question(f"{unit}s", leaf.kind, "")
    return Question("experience", leaf.kind, "")


def assumptions(leaf: Experience, evidence: Evidence, _day: date) -> Iterable[Assumption]:
    """Yield the assumptions about kinds, spread hours and backfilled totals.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    backfilled = 0
    for period, certain in evidence.matching_periods(filter_of(leaf)):
        if period.kinds_from_title and period.title and certain:
            yield Assumption("kinds-from-title", period.title)
        is_laid = leaf.months is not None or leaf.within_years is not None
        if is_laid and period.start is None and certain:
            backfilled = min(backfilled + (period.months or 0), MAX_MONTHS)
        is_spread = leaf.hours is not None and period.hours is not None
        has_time = period.start is not None or period.months is not None
        if is_spread and has_time and leaf.within_years is not None:
            yield Assumption("hours-spread", leaf.kind, period.hours)
    if backfilled:
        yield Assumption("undated-work", leaf.kind, backfilled)


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


def counter(leaf: Experience) -> Counter | None:
    """Return the months to count; None where sources disagree, or other amounts are required.

    Args:
        leaf: The requirement.
    """
    if leaf.disputed or list(required_amounts(leaf)) != ["month"]:
        return None
    return Counter(leaf._replace(months=0), leaf.months or 0)


def effort_days(shortfall: Shortfall, evidence: Evidence, day: date) -> float:
    """Estimate the calendar days in which the missing work is done in a job.

    Args:
        shortfall: The shortfall of an experience requirement.
        evidence: The person's evidence.
        day: The day that the shortfall was judged for.

    Returns:
        By the table; months, of which one counts whole from its first day on, until the last
        missing one begins, if the first is the next one.
    """
    days = evidence.catalog.tables.effort_days[f"experience_{shortfall.unit}"]
    if shortfall.unit == "month":
        next_month = months_after(day.replace(day=1), 1)
        return (next_month - day).days + (shortfall.amount - 1) * days
    return shortfall.amount * days


def without_time_limits(leaf: Experience) -> Experience:
    """Return the leaf without its window.

    Args:
        leaf: The requirement.
    """
    return leaf._replace(within_years=None)
