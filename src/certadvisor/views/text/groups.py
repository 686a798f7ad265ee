"""Grouped entries as plain text: the title of each row, then one line per column."""

from certadvisor.errors import printable
from certadvisor.views.blocks import Groups, Span, Words, plain, words
from certadvisor.views.text.layout import NARROWEST, cells

_GAP = 2
_SEPARATOR = ", "

Cell = tuple[Words, ...]


def drawn(groups: Groups, width: int) -> list[Words]:
    """Lines no wider than `width`; an entry is cut only if it is longer than a whole line.

    Columns without entries are left out.
    """
    label = max((cells(title) for title in groups.columns), default=0) + _GAP
    lines: list[Words] = []
    for title, row in groups.rows:
        lines += [(), words(Span(printable(title), "head"))]
        for column, cell in zip(groups.columns, row, strict=True):
            flowing = _flowing(cell, max(width, NARROWEST) - label)
            for at, line in enumerate(flowing):
                name = "" if at else column
                lines.append((Span(name + " " * (label - cells(name)), "dim"), *line))
    return lines


def _flowing(cell: Cell, room: int) -> list[Words]:
    """The entries separated by commas, on as many lines as they need."""
    lines: list[list[Span]] = []
    used = 0
    for at, one in enumerate(cell):
        entry = _cut(one, room - 1)
        if at < len(cell) - 1:
            entry += (Span(_SEPARATOR, "dim"),)
        size = cells(plain(entry).rstrip())
        if not lines or used + size > room:
            lines.append([])
            used = 0
        lines[-1] += entry
        used += cells(plain(entry))
    return [tuple(line) for line in lines]


def _cut(entry: Words, room: int) -> Words:
    """The start of an entry that fits into `room` columns, control characters escaped."""
    kept: list[Span] = []
    for span in entry:
        text = printable(span.text)
        while cells(text) > room:
            text = text[:-1]
        kept.append(Span(text, span.style))
        room -= cells(text)
    return tuple(kept)
