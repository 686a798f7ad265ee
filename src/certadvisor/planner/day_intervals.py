"""Sets of days: when something is open, as ordered stretches that do not touch each other."""

from bisect import bisect_right
from collections.abc import Collection

from certadvisor.rules.eligibility import Run
from certadvisor.rules.outcome import Outcome

Days = tuple[tuple[int, int], ...]  # first ordinal, and the first one after


def stretch(first: int, after: int) -> Days:
    """One stretch; none where it would be empty."""
    return ((first, after),) if first < after else ()


def first_from(days: Days, ordinal: int) -> int | None:
    """The first of the days that is not before `ordinal`.

    >>> first_from(((10, 20), (30, 40)), 20)
    30
    """
    at = bisect_right(days, (ordinal, ordinal)) - 1
    if at >= 0 and ordinal < days[at][1]:
        return ordinal
    return next((first for first, _ in days[at + 1 :] if first >= ordinal), None)


def both(left: Days, right: Days) -> Days:
    """The days in both sets.

    >>> both(((10, 20), (30, 40)), ((15, 35),))
    ((15, 20), (30, 35))
    """
    if left == right:
        return left
    found: list[tuple[int, int]] = []
    one = other = 0
    while one < len(left) and other < len(right):
        first = max(left[one][0], right[other][0])
        after = min(left[one][1], right[other][1])
        if first < after:
            found.append((first, after))
        if left[one][1] <= right[other][1]:
            one += 1
        else:
            other += 1
    return tuple(found)


def covers(wide: Days, narrow: Days) -> bool:
    """Whether every day of `narrow` is in `wide`."""
    return wide == narrow or both(wide, narrow) == narrow


def days_of(run: Run, wanted: Collection[Outcome], after: int) -> Days:
    """The days up to `after` on which an outcome is one of those wanted."""
    found: list[tuple[int, int]] = []
    ends = [*(day.toordinal() for day in run.days[1:]), after]
    for day, outcome, end in zip(run.days, run.outcomes, ends, strict=True):
        first, end_in = day.toordinal(), min(end, after)
        if outcome not in wanted or first >= end_in:
            continue
        if found and found[-1][1] == first:
            found[-1] = (found[-1][0], end_in)
        else:
            found.append((first, end_in))
    return tuple(found)
