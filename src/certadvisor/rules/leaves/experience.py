"""Experience: months, hours, person-days or projects of one kind of work inside a window.

Asks for: an amount of work of one kind, perhaps of a complexity or a responsibility.
Counts: calendar months touched inside the window; hours and person-days as told, spread
evenly over their entry; projects of every entry that reaches into the window.
Leaves out: work of another kind, months outside the window.
Unknown: where untold kinds, hours, complexity or career breaks could settle it.
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
    """Months decide where they are asked; hours beside them only where every entry tells them."""
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
    """What is needed of each unit that the leaf asks: months first, as they decide."""
    months = {} if leaf.months is None else {"month": leaf.months}
    others = ((unit, amount(leaf)) for amount, unit, _ in _AMOUNTS)
    return months | {unit: need for unit, need in others if need is not None}


def told_amount(
    leaf: Experience, unit: str, period: WorkPeriod, evidence: Evidence, day: date
) -> float | None:
    """The part of one entry's hours, person-days or projects that certainly is in the window."""
    told = next(told for _, name, told in _AMOUNTS if name == unit)
    since = evidence.window(day, leaf.within_years, leaf.extendable_to_years)[0]
    return _amount(period, unit, told, evidence, since, day)


def total(amounts: Iterable[float]) -> int:
    """Amounts added up, a fraction begun left out."""
    return int(sum(amounts) + _CRUMB)


def moments(leaf: Experience, evidence: Evidence) -> Iterable[date]:
    """Every day after the day of the question on which the outcome may change."""
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
    """As the months come and go while career breaks stretch the window."""
    worked = evidence.worked(_work(leaf))
    for line in {worked.certain, worked.possible}:
        yield from map(date.fromordinal, line.firsts)
        for ordinal in line.lasts:
            yield _departure(leaf, evidence, date.fromordinal(ordinal))


def _edges(leaf: Experience, evidence: Evidence) -> Iterable[date]:
    """Where an entry begins or ends, and where its ends leave the window."""
    for period, _ in evidence.periods(_work(leaf)):
        for edge in (period.start, period.end, evidence.as_of):
            if edge is not None:
                yield edge
                yield edge + DAY
                if leaf.within_years is not None:
                    yield leaves_window(edge - DAY, leaf.within_years)
                    yield leaves_window(edge, leaf.within_years)


def gradual(leaf: Experience) -> bool:
    """Whether the amount may grow or shrink from day to day between two moments."""
    return leaf.hours is not None or leaf.person_days is not None


def _departure(leaf: Experience, evidence: Evidence, last: date) -> date:
    """When a month that ended on `last` leaves the stretched window."""
    low, high = evidence.as_of, evidence.horizon + DAY  # the window's start never goes back
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
    """The months in the window that certainly count, and the most that may."""
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


_CRUMB = 1e-6  # what adding fractions of hours may lose


def _amount(
    period: WorkPeriod,
    unit: str,
    told: Callable[[WorkPeriod], float | None],
    evidence: Evidence,
    since: date | None,
    day: date,
) -> float | None:
    """The part of an entry's hours, person-days or projects that lies in the window."""
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
