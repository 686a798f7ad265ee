"""A chart of months in plain characters, scaled to the width; the same in a pipe."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.errors import printable
from certadvisor.views.blocks import Bar, Chart, Span, Words
from certadvisor.views.text.layout import NARROWEST, cells

MARKS = {  # a column of several states shows the one with most months; ties in this order
    "counted": ("#", "good"),
    "overlapping": ("o", "doubt"),
    "uncertain": ("?", "doubt"),
    "outside": ("-", "dim"),
}
EDGE = "|"
WIDEST = 120
_GAP = 2
_LABEL = 30  # widest label in columns, and never more than a third of the line


class Scale(NamedTuple):
    """The first and last month of each column, and the column at which the window begins."""

    columns: tuple[tuple[int, int], ...]
    edge: int | None


def drawn(chart: Chart, width: int) -> list[Words]:
    """One line per bar, and the years below; no line is wider than `width`."""
    width = min(max(width, NARROWEST), WIDEST)
    label = min(
        max((cells(printable(bar.label)) for bar in chart.bars), default=0), width // 3, _LABEL
    )
    aside = max((len(bar.aside) for bar in chart.bars), default=0)
    edges = 1 if chart.edge is None else 2
    scale = scaled(chart, width - label - _GAP - aside - _GAP - edges)
    lines = [_bar(bar, scale, label, aside) for bar in chart.bars]
    years = _years(scale)
    return [*lines, (Span(" " * (label + _GAP)), Span(years, "dim"))]


def scaled(chart: Chart, room: int) -> Scale:
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
    return Scale((*before, *after), None if chart.edge is None else len(before))


def _bar(bar: Bar, scale: Scale, label: int, aside: int) -> Words:
    name = _cut(printable(bar.label), label)
    spans = [Span(name + " " * (label - cells(name) + _GAP))]
    for at, (first, last) in enumerate(scale.columns):
        if at == scale.edge:
            spans.append(Span(EDGE, "dim"))
        spans.append(_column(bar.runs, first, last))
    spans += [Span(EDGE, "dim"), Span(" " * _GAP), Span(bar.aside.rjust(aside), "strong")]
    return tuple(spans)


def _column(runs: Iterable[tuple[int, int, str]], first: int, last: int) -> Span:
    """The mark of the state that most months of the column have."""
    months: Counter[str] = Counter()
    for begun, ended, state in runs:
        months[state] += max(0, min(last, ended) - max(first, begun) + 1)
    order = list(MARKS)
    state = max(order, key=lambda one: (months[one], -order.index(one)))
    return Span(*MARKS[state]) if months[state] else Span(" ")


def _years(scale: Scale) -> str:
    """Year labels below the column of their January, as far as there is room."""
    text = ""
    for at, (first, last) in enumerate(scale.columns):
        place = at + (scale.edge is not None and at >= scale.edge)
        year = -(-first // 12)
        there = year * 12 <= last
        if there and place >= len(text) + bool(text):
            text = text.ljust(place) + str(year)
    room = len(scale.columns) + 2
    return text if len(text) <= room else text[:-4].rstrip()


def _cut(text: str, width: int) -> str:
    """The text cut to `width` columns; a cut text ends with a dot."""
    if cells(text) <= width:
        return text
    while cells(text) >= width:
        text = text[:-1]
    return f"{text}."
