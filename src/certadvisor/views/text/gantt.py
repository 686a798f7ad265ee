"""A plan as a Gantt chart in plain characters, the same on a terminal and in a pipe."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from certadvisor.base.months import month_number, month_span
from certadvisor.errors import escape_control_chars
from certadvisor.views.blocks import Fragment, Gantt, GanttBar, StyledText, styled
from certadvisor.views.text.wrap import MIN_WIDTH, display_width

MARKS = {
    "training": ("#", "good"),
    "course": ("o", "good"),
    "study": ("=", "good"),
    "wait": (".", "dim"),
}
EVENT_MARK = ("*", "strong")
MAX_WIDTH = 120
_GAP = 2
_MAX_LABEL = 30  # widest label in columns, and never more than two fifths of the line
_MONTH_WIDTH = 7  # characters of 2026-11
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months between two labels


class _DayScale(NamedTuple):
    """Maps days to columns: `first` is an ordinal, `room` the number of columns."""

    first: int
    days: int
    room: int

    def column(self, day: int) -> int:
        """The column of a day, given as an ordinal."""
        return (day - self.first) * (self.room - 1) // self.days


def draw_gantt(gantt: Gantt, width: int) -> list[StyledText]:
    """One line per bar, and the months below; no line is wider than `width`."""
    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    longest = max((display_width(escape_control_chars(bar.label)) for bar in gantt.bars), default=0)
    label = min(longest, width * 2 // 5, _MAX_LABEL)
    first = min(bar.first for bar in gantt.bars)
    days = max(1, max(bar.last for bar in gantt.bars) - first)
    scale = _DayScale(first, days, width - label - _GAP)
    lines = [_draw_bar(bar, scale, label) for bar in gantt.bars]
    return [*lines, styled(" " * (label + _GAP), Fragment(_months(scale), "dim"))]


def _draw_bar(bar: GanttBar, scale: _DayScale, label: int) -> StyledText:
    name = _truncate(escape_control_chars(bar.label), label)
    mark, style = MARKS.get(bar.kind, EVENT_MARK)
    start, end = scale.column(bar.first), scale.column(bar.last)
    padding = " " * (label - display_width(name) + _GAP + start)
    return styled(f"{name}{padding}", Fragment(mark * (end - start + 1), style))


def _months(scale: _DayScale) -> str:
    """Month labels below their columns, as dense as there is room for."""
    firsts = [*_firsts(scale.first, scale.first + scale.days)]
    months = next((step for step in _STEPS if _labels_fit(firsts, step, scale)), _STEPS[-1])
    text = ""
    for day in _labelled_days(firsts, months):
        column = scale.column(day.toordinal())
        if column + _MONTH_WIDTH <= scale.room:
            text = text.ljust(column) + day.isoformat()[:_MONTH_WIDTH]
    return text


def _labels_fit(firsts: list[date], months: int, scale: _DayScale) -> bool:
    """Whether labels every `months` months leave a gap between them."""
    columns = [scale.column(day.toordinal()) for day in _labelled_days(firsts, months)]
    return all(after - before >= _MONTH_WIDTH + _GAP for before, after in pairwise(columns))


def _labelled_days(days: list[date], months: int) -> list[date]:
    return [day for day in days if month_number(day) % months == 0]


def _firsts(first: int, last: int) -> Iterable[date]:
    """The first day of each month between two days, given as ordinals, both included."""
    numbers = (month_number(date.fromordinal(ordinal)) for ordinal in (first, last))
    days = (month_span(number).first for number in range(next(numbers), next(numbers) + 1))
    return (day for day in days if day.toordinal() >= first)


def _truncate(text: str, width: int) -> str:
    """The text cut to `width` columns; a cut text ends with an ellipsis."""
    if display_width(text) <= width:
        return text
    while display_width(text) >= width:
        text = text[:-1]
    return f"{text.rstrip()}…"
