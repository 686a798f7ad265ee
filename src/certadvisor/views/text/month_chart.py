"""A chart of months in plain characters, scaled to the width; the same in a pipe."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.errors import escape_control_chars
from certadvisor.views.blocks import ChartBar, Fragment, MonthChart, StyledText
from certadvisor.views.text.wrap import MIN_WIDTH, display_width

MARKS = {  # a column of several states shows the one with most months; ties in this order
    "counted": ("#", "good"),
    "overlapping": ("o", "doubt"),
    "uncertain": ("?", "doubt"),
    "outside": ("-", "dim"),
}
EDGE = "|"
MAX_WIDTH = 120
_GAP = 2
_MAX_LABEL = 30  # widest label in columns, and never more than a third of the line


class MonthScale(NamedTuple):
    """The first and last month of each column, and the column at which the window begins."""

    columns: tuple[tuple[int, int], ...]
    edge: int | None


def draw_chart(chart: MonthChart, width: int) -> list[StyledText]:
    """One line per bar, and the years below; no line is wider than `width`."""
    width = min(max(width, MIN_WIDTH), MAX_WIDTH)
    label = min(
        max((display_width(escape_control_chars(bar.label)) for bar in chart.bars), default=0),
        width // 3,
        _MAX_LABEL,
    )
    aside = max((len(bar.aside) for bar in chart.bars), default=0)
    edges = 1 if chart.edge is None else 2
    scale = fit_scale(chart, width - label - _GAP - aside - _GAP - edges)
    lines = [_bar(bar, scale, label, aside) for bar in chart.bars]
    years = _years(scale)
    return [*lines, (Fragment(" " * (label + _GAP)), Fragment(years, "dim"))]


def fit_scale(chart: MonthChart, room: int) -> MonthScale:
    """The scale with the fewest months per column that fits into `room` columns.

    Columns are counted from the edge of the window in both directions, so that
    no column lies across it. `-(-a // b)` is the division rounded up.
    """
    edge = chart.edge if chart.edge is not None and chart.edge > chart.first else None
    first = chart.first if chart.edge is None else min(chart.first, chart.edge)
    start = first if edge is None else edge
    step = 1
    while -(-(start - first) // step) - (-(chart.last - start + 1) // step) > room:
        step += 1
    before = [(max(first, at - step), at - 1) for at in range(start, first, -step)][::-1]
    after = [(at, min(chart.last, at + step - 1)) for at in range(start, chart.last + 1, step)]
    return MonthScale((*before, *after), None if chart.edge is None else len(before))


def _bar(bar: ChartBar, scale: MonthScale, label: int, aside: int) -> StyledText:
    name = _truncate(escape_control_chars(bar.label), label)
    fragments = [Fragment(name + " " * (label - display_width(name) + _GAP))]
    for index, (first, last) in enumerate(scale.columns):
        if index == scale.edge:
            fragments.append(Fragment(EDGE, "dim"))
        fragments.append(_column(bar.runs, first, last))
    fragments += [
        Fragment(EDGE, "dim"),
        Fragment(" " * _GAP),
        Fragment(bar.aside.rjust(aside), "strong"),
    ]
    return tuple(fragments)


def _column(runs: Iterable[tuple[int, int, str]], first: int, last: int) -> Fragment:
    """The mark of the state that most months of the column have."""
    months: Counter[str] = Counter()
    for run_first, run_last, state in runs:
        months[state] += max(0, min(last, run_last) - max(first, run_first) + 1)
    order = list(MARKS)
    state = max(order, key=lambda candidate: (months[candidate], -order.index(candidate)))
    return Fragment(*MARKS[state]) if months[state] else Fragment(" ")


def _years(scale: MonthScale) -> str:
    """Year labels below the column of their January, as far as there is room."""
    text = ""
    for index, (first, last) in enumerate(scale.columns):
        column = index + (scale.edge is not None and index >= scale.edge)
        year = -(-first // 12)
        in_column = year * 12 <= last
        if in_column and column >= len(text) + bool(text):
            text = text.ljust(column) + str(year)
    room = len(scale.columns) + 2
    return text if len(text) <= room else text[:-4].rstrip()


def _truncate(text: str, width: int) -> str:
    """The text cut to `width` columns; a cut text ends with a dot."""
    if display_width(text) <= width:
        return text
    while display_width(text) >= width:
        text = text[:-1]
    return f"{text}."
