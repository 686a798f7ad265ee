"""A plan as a Gantt chart in plain characters, the same on a terminal and in a pipe."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from certadvisor.errors import printable
from certadvisor.views.blocks import Course, Lane, Span, Words, words
from certadvisor.views.text.layout import NARROWEST, cells

MARKS = {
    "training": ("#", "good"),
    "course": ("o", "good"),
    "study": ("=", "good"),
    "wait": (".", "dim"),
}
EVENT = ("*", "strong")
WIDEST = 120
_GAP = 2
_LABEL = 30  # widest label in columns, and never more than two fifths of the line
_MONTH = 7  # characters of 2026-11
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months between two labels


class _Scale(NamedTuple):
    """Maps days to columns: `first` is an ordinal, `room` the number of columns."""

    first: int
    days: int
    room: int

    def column(self, day: int) -> int:
        """The column of a day, given as an ordinal."""
        return (day - self.first) * (self.room - 1) // self.days


def drawn(course: Course, width: int) -> list[Words]:
    """One line per bar, and the months below; no line is wider than `width`."""
    width = min(max(width, NARROWEST), WIDEST)
    longest = max((cells(printable(lane.label)) for lane in course.lanes), default=0)
    label = min(longest, width * 2 // 5, _LABEL)
    first = min(lane.first for lane in course.lanes)
    days = max(1, max(lane.last for lane in course.lanes) - first)
    scale = _Scale(first, days, width - label - _GAP)
    lines = [_lane(lane, scale, label) for lane in course.lanes]
    return [*lines, words(" " * (label + _GAP), Span(_months(scale), "dim"))]


def _lane(lane: Lane, scale: _Scale, label: int) -> Words:
    name = _cut(printable(lane.label), label)
    mark, style = MARKS.get(lane.kind, EVENT)
    begin, end = scale.column(lane.first), scale.column(lane.last)
    padding = " " * (label - cells(name) + _GAP + begin)
    return words(f"{name}{padding}", Span(mark * (end - begin + 1), style))


def _months(scale: _Scale) -> str:
    """Month labels below their columns, as dense as there is room for."""
    firsts = [*_firsts(scale.first, scale.first + scale.days)]
    months = next((step for step in _STEPS if _fit(firsts, step, scale)), _STEPS[-1])
    text = ""
    for day in _every(firsts, months):
        place = scale.column(day.toordinal())
        if place + _MONTH <= scale.room:
            text = text.ljust(place) + day.isoformat()[:_MONTH]
    return text


def _fit(firsts: list[date], months: int, scale: _Scale) -> bool:
    """Whether labels every `months` months leave a gap between them."""
    places = [scale.column(day.toordinal()) for day in _every(firsts, months)]
    return all(after - place >= _MONTH + _GAP for place, after in pairwise(places))


def _every(firsts: list[date], months: int) -> list[date]:
    return [day for day in firsts if (day.year * 12 + day.month - 1) % months == 0]


def _firsts(first: int, last: int) -> Iterable[date]:
    """The first day of each month between two days, given as ordinals, both included."""
    day = date.fromordinal(first)
    day = day if day.day == 1 else _next_month(day)
    while day.toordinal() <= last:
        yield day
        day = _next_month(day)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _cut(text: str, width: int) -> str:
    """The text cut to `width` columns; a cut text ends with an ellipsis."""
    if cells(text) <= width:
        return text
    while cells(text) >= width:
        text = text[:-1]
    return f"{text.rstrip()}…"
