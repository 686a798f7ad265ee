"""Sets of days as intervals of ordinals: half-open, sorted, disjoint and not adjacent."""

from bisect import bisect_right
from collections.abc import Collection

from certadvisor.rules.eligibility import Run
from certadvisor.rules.outcome import Outcome

Days = tuple[tuple[int, int], ...]  # (first ordinal, first ordinal after it) a period


def stretch(first: int, after: int) -> Days:
    """Make a set of one interval, from `start` up to but not including `end`.

    Returns:
        The set; `()` if `end` is not after `start`.
    """
    return ((first, after),) if first < after else ()


def first_from(days: Days, ordinal: int) -> int | None:
    """Find the first day of a set on or after a day.

    >>> first_from(((10, 20), (30, 40)), 20)
    30

    Returns:
        The ordinal, or None if no day of the set is left.
    """
    # An interval that starts on `ordinal` sorts after (ordinal, ordinal), since its end is later.
    at = bisect_right(days, (ordinal, ordinal)) - 1
    if at >= 0 and ordinal < days[at][1]:
        return ordinal
    return next((first for first, _ in days[at + 1 :] if first >= ordinal), None)


def both(left: Days, right: Days) -> Days:
    """Intersect two sets in O(n + m).

    >>> both(((10, 20), (30, 40)), ((15, 35),))
    ((15, 20), (30, 35))

    Returns:
        The days in both sets.
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
        # The interval that ends first cannot meet any later one of the other set.
        if left[one][1] <= right[other][1]:
            one += 1
        else:
            other += 1
    return tuple(found)


def covers(wide: Days, narrow: Days) -> bool:
    """Return whether every day of `inner` is in `outer`."""
    return wide == narrow or both(wide, narrow) == narrow


def days_of(run: Run, wanted: Collection[Outcome], after: int) -> Days:
    """Collect the days on which an outcome is one of `outcomes`.

    Args:
        timeline: The outcome of a requirement over time.
        outcomes: The outcomes to look for.
        end: The first ordinal that is left out.

    Returns:
        The set of days; neighbouring periods are merged into one interval.
    """
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
