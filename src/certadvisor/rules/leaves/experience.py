"""Experience: months, hours, person-days or projects of one kind of work inside a window.

Asks for: an amount of work of one kind, perhaps of a complexity or a responsibility.
Counts: calendar months touched inside the window; hours and person-days as given, spread
evenly over their entry; projects of every entry that reaches into the window.
Leaves out: work of another kind, months outside the window.
Unknown: where kinds, hours, complexity or career breaks that are not given could settle it.
Example: `{experience: project-leading, months: 36, within_years: 10}`.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from math import inf

from certadvisor.base.months import leaves_window
from certadvisor.catalog.requirement import Experience
from certadvisor.profile.evidence import Evidence, Work
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.outcome import all_of, reached
from certadvisor.rules.verdict import Verdict

DAY = timedelta(days=1)


def judge(leaf: Experience, evidence: Evidence, day: date) -> Verdict:
    """Judge an experience requirement.

    Where months are required, hours, person-days and projects count as well only if every
    entry gives them: most people know their months and nothing else.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict, with the amounts of the first unit that decides the outcome.
    """
    verdicts = []
    if leaf.months is not None:
        verdicts.append(_months(leaf, leaf.months, evidence, day))
    for amount, unit, told in _AMOUNTS:
        need = amount(leaf)
        if need is not None:
            verdict = _sum(leaf, need, unit, told, evidence, day)
            beside_months = leaf.months is not None and not _all_tell(leaf, told, evidence)
            if not beside_months:
                verdicts.append(verdict)
    outcome = all_of([verdict.outcome for verdict in verdicts])
    shown = next(verdict for verdict in verdicts if verdict.outcome is outcome)
    return shown._replace(outcome=outcome)


def asked_amounts(leaf: Experience) -> dict[str, int]:
    """Return the amounts that a leaf requires.

    Args:
        leaf: The requirement.

    Returns:
        Amounts by unit (month, hour, person_day, project), months first.
    """
    months = {} if leaf.months is None else {"month": leaf.months}
    others = ((unit, amount(leaf)) for amount, unit, _ in _AMOUNTS)
    return months | {unit: need for unit, need in others if need is not None}


def told_amount(
    leaf: Experience, unit: str, period: WorkPeriod, evidence: Evidence, day: date
) -> float | None:
    """Return how much of one entry's amount certainly lies in the window.

    Args:
        leaf: The requirement.
        unit: hour, person_day or project.
        period: The work entry.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The amount in `unit`; None where the entry does not give one.
    """
    told = next(told for _, name, told in _AMOUNTS if name == unit)
    since = evidence.window(day, leaf.within_years, leaf.extendable_to_years)[0]
    return _amount(period, unit, told, evidence, since, day)


def total(amounts: Iterable[float]) -> int:
    """Add amounts and round down.

    Args:
        amounts: Hours, person-days or projects, possibly fractions.

    Returns:
        The whole number of units completed, unaffected by floating-point error.
    """
    return int(sum(amounts) + _CRUMB)


def moments(leaf: Experience, evidence: Evidence) -> Iterable[date]:
    """Yield the days after the day of the question on which the outcome can change.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.

    Yields:
        Days in no particular order, possibly repeated or without an actual change. For hours
        and person-days the amount also changes between them; see `is_gradual`.
    """
    if leaf.months is not None:
        worked = evidence.worked(_work(leaf))
        years, widest = leaf.within_years, leaf.extendable_to_years or leaf.within_years
        if leaf.extendable_to_years is not None and evidence.profile.breaks:
            yield from _stretched(leaf, evidence)
        else:
            for line, window in {(worked.certain, years), (worked.possible, widest)}:
                departures = evidence.departures(line, window)
                yield from line.crossings(leaf.months, evidence.as_of, departures)
    if leaf.hours or leaf.person_days or leaf.projects:
        yield from _edges(leaf, evidence)


def _stretched(leaf: Experience, evidence: Evidence) -> Iterable[date]:
    """Yield the days on which a month enters or leaves a window stretched by career breaks.

    `MonthSet.threshold_dates` needs windows of constant length. Here the length changes, so
    every month's entry and exit is a candidate, and each exit has to be searched for.
    """
    worked = evidence.worked(_work(leaf))
    for line in {worked.certain, worked.possible}:
        yield from map(date.fromordinal, line.firsts)
        for ordinal in line.lasts:
            yield _departure(leaf, evidence, date.fromordinal(ordinal))


def _edges(leaf: Experience, evidence: Evidence) -> Iterable[date]:
    """Yield the days on which an entry starts or ends, and on which those days leave the window."""
    for period, _ in evidence.periods(_work(leaf)):
        for edge in (period.start, period.end, evidence.as_of):
            if edge is not None:
                yield edge
                yield edge + DAY
                if leaf.within_years is not None:
                    yield leaves_window(edge - DAY, leaf.within_years)
                    yield leaves_window(edge, leaf.within_years)


def gradual(leaf: Experience) -> bool:
    """Return whether the amount can grow or shrink between two days of `change_dates`.

    Args:
        leaf: The requirement.
    """
    return leaf.hours is not None or leaf.person_days is not None


def _departure(leaf: Experience, evidence: Evidence, last: date) -> date:
    """Return the first day on which `last` lies before the stretched window.

    `evidence.horizon` + 1 where that is never the case. Bisection works because the first
    day of the window never moves back from one day to the next.
    """
    low, high = evidence.as_of, evidence.horizon + DAY
    while low < high:
        middle = low + (high - low) // 2
        start = evidence.window(middle, leaf.within_years, leaf.extendable_to_years)[0]
        if start is not None and start > last:
            high = middle
        else:
            low = middle + DAY
    return high


def _work(leaf: Experience) -> Work:
    return Work(leaf.kind, leaf.complexity, leaf.responsibility)


def months_counted(leaf: Experience, evidence: Evidence, day: date) -> tuple[int, float]:
    """Count the months in the window.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The months that certainly count and the most that may; the latter is infinite where
        work is not given, or an entry gives neither dates nor months.
    """
    worked = evidence.worked(_work(leaf))
    since, widest = evidence.window(day, leaf.within_years, leaf.extendable_to_years)
    possible = inf if worked.unbounded else worked.possible.touched(widest, day)
    return worked.certain.touched(since, day), possible


def _months(leaf: Experience, need: int, evidence: Evidence, day: date) -> Verdict:
    certain, possible = months_counted(leaf, evidence, day)
    have = None if evidence.profile.work is None else certain
    return Verdict(leaf, reached(need, certain, possible), have, need, "month")


def _sum(
    leaf: Experience,
    need: int,
    unit: str,
    told: Callable[[WorkPeriod], float | None],
    evidence: Evidence,
    day: date,
) -> Verdict:
    since, widest = evidence.window(day, leaf.within_years, leaf.extendable_to_years)
    certain = possible = 0.0
    unbounded = evidence.profile.work is None
    for period, is_certain in evidence.periods(_work(leaf)):
        amount = _amount(period, unit, told, evidence, since, day)
        most = _amount(period, unit, told, evidence, widest, day)
        if most is None or amount is None:
            unbounded = unbounded or _reaches(period, widest, day)
            continue
        certain += amount if is_certain else 0
        possible += most
    outcome = reached(need - _CRUMB, certain, inf if unbounded else possible)
    have = None if evidence.profile.work is None else total([certain])
    return Verdict(leaf, outcome, have, need, unit)


_CRUMB = 1e-6  # more than adding fractions of hours can lose


def _amount(
    period: WorkPeriod,
    unit: str,
    told: Callable[[WorkPeriod], float | None],
    evidence: Evidence,
    since: date | None,
    day: date,
) -> float | None:
    """Return the part of an entry's amount that lies in the window; None where it gives none.

    Hours and person-days are spread evenly over the entry's days. The hours of work that is
    still going on are those up to `as_of`, so they do not grow; hours per week do, up to the
    horizon. Projects and undated amounts count whole.
    """
    weekly = period.hours_per_week if unit == "hour" and period.hours is None else None
    total = told(period)
    if total is None and weekly is None:
        return None
    if period.start is None:
        return total
    if not _reaches(period, since, day):
        return 0.0
    if total is not None and unit == "project":
        return total
    last = period.end or (evidence.as_of if weekly is None else evidence.horizon)
    if last < period.start:
        return 0.0
    first_in, last_in = max(period.start, since or period.start), min(last, day)
    days_in = max(0, (last_in - first_in).days + 1)
    if weekly is not None:
        return weekly * days_in / 7
    return float(total or 0) * days_in / ((last - period.start).days + 1)


def _reaches(period: WorkPeriod, since: date | None, day: date) -> bool:
    begun = period.start is None or period.start <= day
    return begun and (since is None or period.end is None or period.end >= since)


def _all_tell(
    leaf: Experience, told: Callable[[WorkPeriod], float | None], evidence: Evidence
) -> bool:
    entries = evidence.periods(_work(leaf))
    return bool(entries) and all(
        told(period) is not None or period.hours_per_week is not None for period, _ in entries
    )


_AMOUNTS: tuple[
    tuple[Callable[[Experience], int | None], str, Callable[[WorkPeriod], float | None]], ...
] = (
    (lambda leaf: leaf.hours, "hour", lambda period: period.hours),
    (lambda leaf: leaf.person_days, "person_day", lambda period: period.person_days),
    (lambda leaf: leaf.projects, "project", lambda period: period.projects),
)
