"""Experience breakdown: how each month of each work entry was counted.

The totals equal those of the judge: the months counted over all entries are the `have` of
its verdict, and so are hours, person-days and projects (tests/laws/test_tallies.py).
"""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple

from certadvisor.base.months import laid_back, month_number, month_of, months_touched
from certadvisor.catalog.requirement import Experience, leaves
from certadvisor.profile.evidence import Evidence, Work
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.judge import nearest_leaves
from certadvisor.rules.leaves import experience
from certadvisor.rules.verdict import Check

COUNTED = "counted"
OVERLAPPING = "overlapping"  # already counted under an earlier entry
OUTSIDE = "outside"  # before the window
UNCERTAIN = "uncertain"  # the profile does not say whether the entry counts


class Months(NamedTuple):
    """A run of consecutive months of one state.

    `first` and `last` are month numbers as in `base.months`, both included. For overlapping
    months, `counted_under` is the index in the profile of the entry that counts them.
    """

    first: int
    last: int
    state: str
    under: int | None = None

    @property
    def length(self) -> int:
        """The number of months in the run."""
        return self.last - self.first + 1


class Entry(NamedTuple):
    """One work entry: its index in the profile, its months, and the amounts counted, by unit.

    An amount is None where the entry does not give it. An undated total has the months over
    which it was backfilled; an undated entry without a number of months has none.
    """

    period: WorkPeriod
    place: int
    certain: bool
    months: tuple[Months, ...]
    amounts: dict[str, float | None]


class Tally(NamedTuple):
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
    entries: tuple[Entry, ...]


def work_of(check: Check, evidence: Evidence) -> tuple[Tally, ...]:
    """Break down the work for each kind of work that the rule in force requires.

    Args:
        check: The answer for the certification.
        evidence: The evidence that the answer was made from.

    Returns:
        One breakdown for each kind of work, the nearest alternative's first. Leaves that
        differ only in the amount share a breakdown: that of the first.
    """
    near = nearest_leaves(check.verdict) if check.verdict else ()
    rule = check.rule
    named = (*leaves(rule.sit), *leaves(rule.award)) if rule else ()
    asked: dict[Experience, Experience] = {}
    for leaf in (*(verdict.requirement for verdict in near), *named):
        if isinstance(leaf, Experience):
            sort = leaf._replace(months=None, hours=None, person_days=None, projects=None)
            asked.setdefault(sort, leaf)
    return tuple(tally(leaf, evidence, evidence.as_of) for leaf in asked.values())


def tally(leaf: Experience, evidence: Evidence, day: date) -> Tally:
    """Break down the work that one leaf counts.

    Args:
        leaf: The experience requirement.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The breakdown, its entries in the order of their start, undated ones last.
    """
    since = evidence.window(day, leaf.within_years, leaf.extendable_to_years)[0]
    need = experience.asked_amounts(leaf)
    entries = _entries(leaf, evidence, since, day)
    have: dict[str, int | None] = {}
    for unit in need:
        counted = [entry.amounts[unit] or 0 for entry in entries if entry.certain]
        have[unit] = None if evidence.profile.work is None else experience.total(counted)
    return Tally(leaf, since, day, need, have, entries)


def window_matters(check: Check, tallied: Iterable[Tally]) -> bool:
    """Return whether the look-back window affects the answer.

    Args:
        check: The answer for the certification.
        breakdowns: The breakdowns of its work.

    Returns:
        True if work has already left the window, or will end eligibility by leaving it.
    """
    lost = check.until_cause is not None and isinstance(check.until_cause.leaf, Experience)
    return lost or any(
        run.state == OUTSIDE for one in tallied for entry in one.entries for run in entry.months
    )


def _entries(
    leaf: Experience, evidence: Evidence, since: date | None, day: date
) -> tuple[Entry, ...]:
    """Return the entries in the order of their start; the earlier one counts a month of both."""
    asked = evidence.periods(Work(leaf.kind, leaf.complexity, leaf.responsibility))
    places = _places(evidence, (period for period, _ in asked))
    undated = _laid(leaf, evidence, asked)
    found = []
    taken: dict[int, int] = {}
    for at in sorted(range(len(asked)), key=lambda at: asked[at][0].start or date.max):
        period, certain = asked[at]
        if period.start is not None and period.start > day:
            continue  # still to come
        states: dict[int, _State] = {}
        for number, last in _last_days(period, undated.get(at, ()), evidence, day).items():
            if since is not None and last < since:
                states[number] = OUTSIDE, None
            elif not certain:
                states[number] = UNCERTAIN, None
            # Only months are counted once; hours of two jobs in one month add up.
            elif number in taken and leaf.months is not None:
                states[number] = OVERLAPPING, taken[number]
            else:
                states[number] = COUNTED, None
                taken[number] = places[at]
        months = _runs(states)
        amounts = _amounts(leaf, period, months, evidence, day)
        found.append(Entry(period, places[at], certain, months, amounts))
    return tuple(found)


_State = tuple[str, int | None]


def _amounts(
    leaf: Experience, period: WorkPeriod, months: tuple[Months, ...], evidence: Evidence, day: date
) -> dict[str, float | None]:
    amounts: dict[str, float | None] = {}
    for unit in experience.asked_amounts(leaf):
        if unit == "month":
            untold = period.start is None and period.months is None
            counted = sum(run.length for run in months if run.state == COUNTED)
            amounts[unit] = None if untold else counted
        else:
            amounts[unit] = experience.told_amount(leaf, unit, period, evidence, day)
    return amounts


def _last_days(
    period: WorkPeriod, laid: Iterable[int], evidence: Evidence, day: date
) -> dict[int, date]:
    """Map each month of an entry up to `day` to the last day worked in it.

    A month counts as long as that day lies in the window, so that a month that is half
    outside still counts whole.
    """
    span = evidence.span(period)
    if span is None:
        return {number: month_of(number).last for number in sorted(laid)}
    end = min(span.last, day)
    return {
        number: min(month_of(number).last, end)
        for number in range(month_number(span.first), month_number(end) + 1)
    }


def _laid(
    leaf: Experience, evidence: Evidence, asked: tuple[tuple[WorkPeriod, bool], ...]
) -> dict[int, list[int]]:
    """Map the position of each undated total to the months over which it is backfilled.

    This must share out the same months as `Evidence.count_months`: there the certain totals
    are backfilled on their own, so here they come first and the possible ones get the months
    before those.
    """
    same_kind = (
        evidence.span(period)
        for period in evidence.profile.work or ()
        if period.kinds is not None and leaf.kind in period.kinds
    )
    covered = months_touched(span for span in same_kind if span)
    undated = [at for at, (period, _) in enumerate(asked) if period.start is None and period.months]
    undated.sort(key=lambda at: not asked[at][1])
    wanted = sum(asked[at][0].months or 0 for at in undated)
    free = iter(laid_back(wanted, evidence.as_of, covered))
    return {at: list(islice(free, asked[at][0].months)) for at in undated}


def _runs(states: dict[int, _State]) -> tuple[Months, ...]:
    """Merge consecutive months of one state into runs, in ascending order."""
    runs: list[Months] = []
    for number, state in sorted(states.items()):
        if runs and runs[-1].last == number - 1 and runs[-1][2:] == state:
            runs[-1] = runs[-1]._replace(last=number)
        else:
            runs.append(Months(number, number, *state))
    return tuple(runs)


def _places(evidence: Evidence, periods: Iterable[WorkPeriod]) -> list[int]:
    """Return the index of each entry in the profile; equal entries keep their order."""
    left = list(enumerate(evidence.profile.work or ()))
    places = []
    for period in periods:
        at = next(index for index, (_, other) in enumerate(left) if other == period)
        places.append(left.pop(at)[0])
    return places
