"""Sets of days as intervals of ordinals: half-open, sorted, disjoint and not adjacent."""

from bisect import bisect_right
from collections.abc import Collection

from certadvisor.rules.eligibility import OutcomeTimeline
from certadvisor.rules.outcome import Outcome

DayIntervals = tuple[tuple[int, int], ...]  # (first ordinal, first ordinal after it) a period


def interval(start: int, end: int) -> DayIntervals:
    """Make a set of one interval, from `start` up to but not including `end`.

    Returns:
        The set; `()` if `end` is not after `start`.
    """
    return ((start, end),) if start < end else ()


def first_day_from(days: DayIntervals, ordinal: int) -> int | None:
    """Find the first day of a set on or after a day.

    >>> first_day_from(((10, 20), (30, 40)), 20)
    30

    Returns:
        The ordinal, or None if no day of the set is left.
    """
    # An interval that starts on `ordinal` sorts after (ordinal, ordinal), since its end is later.
    index = bisect_right(days, (ordinal, ordinal)) - 1
    if index >= 0 and ordinal < days[index][1]:
        return ordinal
    return next((start for start, _ in days[index + 1 :] if start >= ordinal), None)


def intersection(left: DayIntervals, right: DayIntervals) -> DayIntervals:
    """Intersect two sets in O(n + m).

    >>> intersection(((10, 20), (30, 40)), ((15, 35),))
    ((15, 20), (30, 35))

    Returns:
        The days in both sets.
    """
    if left == right:
        return left
    overlaps: list[tuple[int, int]] = []
    left_index = right_index = 0
    while left_index < len(left) and right_index < len(right):
        start = max(left[left_index][0], right[right_index][0])
        end = min(left[left_index][1], right[right_index][1])
        if start < end:
            overlaps.append((start, end))
        # The interval that ends first cannot meet any later one of the other set.
        if left[left_index][1] <= right[right_index][1]:
            left_index += 1
        else:
            right_index += 1
    return tuple(overlaps)


def contains(outer: DayIntervals, inner: DayIntervals) -> bool:
    """Return whether every day of `inner` is in `outer`."""
    return outer == inner or intersection(outer, inner) == inner


def days_with_outcome(
    timeline: OutcomeTimeline, outcomes: Collection[Outcome], end: int
) -> DayIntervals:
    """Collect the days on which an outcome is one of `outcomes`.

    Args:
        timeline: The outcome of a requirement over time.
        outcomes: The outcomes to look for.
        end: The first ordinal that is left out.

    Returns:
        The set of days; neighbouring periods are merged into one interval.
    """
    intervals: list[tuple[int, int]] = []
    next_changes = [*(day.toordinal() for day in timeline.days[1:]), end]
    for day, outcome, next_change in zip(
        timeline.days, timeline.outcomes, next_changes, strict=True
    ):
        start, interval_end = day.toordinal(), min(next_change, end)
        if outcome not in outcomes or start >= interval_end:
            continue
        if intervals and intervals[-1][1] == start:
            intervals[-1] = (intervals[-1][0], interval_end)
        else:
            intervals.append((start, interval_end))
    return tuple(intervals)
