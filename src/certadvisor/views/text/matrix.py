"""A comparison on a terminal: columns side by side, or row by row if space is short."""

from collections.abc import Iterable, Sequence

from certadvisor.views.blocks import Matrix, Row, Span, Words, joined, plain, words
from certadvisor.views.text.layout import cells, wrap

_GAP = 2
_LEAST = 18  # narrowest column before the comparison is shown row by row
_MOST = 40  # widest column: longer lines are hard to read side by side
_NAME = 22  # widest name in front of its text

Line = Words


def drawn(matrix: Matrix, width: int) -> list[Line]:
    """The lines of a comparison, none wider than `width`."""
    rows = [row for part in matrix.parts for row in part.rows]
    label = max((cells(row.label) for row in rows), default=0) + _GAP
    count = len(matrix.names)
    size = min((width - label) // count - _GAP, _MOST)
    beside = size >= _LEAST
    lines: list[Line] = []
    if beside:
        lines += _across((), matrix.names, label, size)
    for part in matrix.parts:
        lines += [(), words(Span(part.title, "head"))]
        for row in part.rows:
            if beside:
                lines += _beside(row, label, size)
            elif part.dense and not row.alike:
                lines += _in_a_row(row, matrix.names, width)
            else:
                lines += _below(row, matrix.names, width)
    return lines if beside else lines[1:]


def _beside(row: Row, label: int, size: int) -> list[Line]:
    """A row as columns; a text that all columns share is shown once, across them."""
    first = words(row.mark, f" {row.label}")
    if not row.alike:
        texts = [_wrapped(cell, size) for cell in row.cells]
        return _joined(first, texts, label, size)
    room = (size + _GAP) * len(row.cells) - _GAP
    return _joined(first, [_wrapped(_once(row), room)], label, room)


def _across(first: Words, names: Sequence[Words], label: int, size: int) -> list[Line]:
    return _joined(first, [wrap(name, size) for name in names], label, size)


def _joined(first: Words, texts: Sequence[list[Line]], label: int, size: int) -> list[Line]:
    """Columns of lines behind a label."""
    lines: list[Line] = []
    for number in range(max(len(text) for text in texts)):
        spans = list(first) if number == 0 else []
        used = cells(plain(tuple(spans)))
        for index, text in enumerate(texts):
            if number < len(text) and text[number]:
                place = label + _GAP + index * (size + _GAP)
                spans += [Span(" " * (place - used)), *text[number]]
                used = place + cells(plain(text[number]))
        lines.append(tuple(spans))
    return lines


def _below(row: Row, names: Sequence[Words], width: int) -> list[Line]:
    """A row as a label with one line per name, or a single line for all of them."""
    head = words(row.mark, f" {row.label}")
    if row.alike:
        return _hanging(words(head, ": ", joined(_once(row), "; ")), width)
    room = min(max(cells(plain(name)) for name in names), _NAME)
    lines = [head]
    for name, cell in zip(names, row.cells, strict=True):
        told = wrap(name, room)
        texts = _wrapped(cell, width - room - 2 * _GAP)
        for number in range(max(len(told), len(texts))):
            left = told[number] if number < len(told) else ()
            right = texts[number] if number < len(texts) else ()
            padding = " " * (room + _GAP - cells(plain(left)))
            lines.append(words(" " * _GAP, left, padding, right))
    return lines


def _in_a_row(row: Row, names: Sequence[Words], width: int) -> list[Line]:
    """A row on one line: each name followed by its text."""
    pairs = zip(names, row.cells, strict=True)
    told = joined(words(name, " ", *cell) for name, cell in pairs)
    return _hanging(words(row.mark, f" {row.label}: ", told), width)


def _hanging(text: Words, width: int) -> list[Line]:
    lines = wrap(text, width - _GAP)
    return [words(" " * _GAP, line) if index else line for index, line in enumerate(lines)]


def _once(row: Row) -> tuple[Words, ...]:
    told = Span("both: " if len(row.cells) == len("ab") else "all: ", "dim")
    first, *rest = row.cells[0]
    return (words(told, first), *rest)


def _wrapped(cell: Iterable[Words], size: int) -> list[Line]:
    """The lines of a cell, wrapped; with a hanging indent if there are several."""
    given = tuple(cell)
    if len(given) == 1:
        return wrap(given[0], size)
    lines: list[Line] = []
    for one in given:
        head, *rest = wrap(one, size - 1)
        lines += [head, *(words(" ", line) for line in rest)]
    return lines
