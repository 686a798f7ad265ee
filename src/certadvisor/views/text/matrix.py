"""A comparison on a terminal: columns side by side, or row by row if space is short."""

from collections.abc import Iterable, Sequence

from certadvisor.views.blocks import (
    Fragment,
    Matrix,
    MatrixRow,
    StyledText,
    join,
    plain_text,
    styled,
)
from certadvisor.views.text.wrap import display_width, wrap

_GAP = 2
_MIN_COLUMN_WIDTH = 18  # narrowest column before the comparison is shown row by row
_MAX_COLUMN_WIDTH = 40  # widest column: longer lines are hard to read side by side
_MAX_NAME_WIDTH = 22  # widest name in front of its text

Line = StyledText


def lay_out_matrix(matrix: Matrix, width: int) -> list[Line]:
    """The lines of a comparison, none wider than `width`."""
    rows = [row for section in matrix.sections for row in section.rows]
    label = max((display_width(row.label) for row in rows), default=0) + _GAP
    count = len(matrix.names)
    size = min((width - label) // count - _GAP, _MAX_COLUMN_WIDTH)
    side_by_side = size >= _MIN_COLUMN_WIDTH
    lines: list[Line] = []
    if side_by_side:
        lines += _header((), matrix.names, label, size)
    for section in matrix.sections:
        lines += [(), styled(Fragment(section.title, "head"))]
        for row in section.rows:
            if side_by_side:
                lines += _as_columns(row, label, size)
            elif section.dense and not row.alike:
                lines += _on_one_line(row, matrix.names, width)
            else:
                lines += _row_by_row(row, matrix.names, width)
    return lines if side_by_side else lines[1:]


def _as_columns(row: MatrixRow, label: int, size: int) -> list[Line]:
    """A row as columns; a text that all columns share is shown once, across them."""
    first = styled(row.mark, f" {row.label}")
    if not row.alike:
        texts = [_wrap_cell(cell, size) for cell in row.cells]
        return _join_columns(first, texts, label, size)
    room = (size + _GAP) * len(row.cells) - _GAP
    return _join_columns(first, [_wrap_cell(_shared_text(row), room)], label, room)


def _header(first: StyledText, names: Sequence[StyledText], label: int, size: int) -> list[Line]:
    return _join_columns(first, [wrap(name, size) for name in names], label, size)


def _join_columns(
    first: StyledText, texts: Sequence[list[Line]], label: int, size: int
) -> list[Line]:
    """Columns of lines behind a label."""
    lines: list[Line] = []
    for number in range(max(len(text) for text in texts)):
        fragments = list(first) if number == 0 else []
        used = display_width(plain_text(tuple(fragments)))
        for index, text in enumerate(texts):
            if number < len(text) and text[number]:
                column = label + _GAP + index * (size + _GAP)
                fragments += [Fragment(" " * (column - used)), *text[number]]
                used = column + display_width(plain_text(text[number]))
        lines.append(tuple(fragments))
    return lines


def _row_by_row(row: MatrixRow, names: Sequence[StyledText], width: int) -> list[Line]:
    """A row as a label with one line per name, or a single line for all of them."""
    head = styled(row.mark, f" {row.label}")
    if row.alike:
        return _hanging(styled(head, ": ", join(_shared_text(row), "; ")), width)
    room = min(max(display_width(plain_text(name)) for name in names), _MAX_NAME_WIDTH)
    lines = [head]
    for name, cell in zip(names, row.cells, strict=True):
        name_lines = wrap(name, room)
        texts = _wrap_cell(cell, width - room - 2 * _GAP)
        for number in range(max(len(name_lines), len(texts))):
            left = name_lines[number] if number < len(name_lines) else ()
            right = texts[number] if number < len(texts) else ()
            padding = " " * (room + _GAP - display_width(plain_text(left)))
            lines.append(styled(" " * _GAP, left, padding, right))
    return lines


def _on_one_line(row: MatrixRow, names: Sequence[StyledText], width: int) -> list[Line]:
    """A row on one line: each name followed by its text."""
    pairs = zip(names, row.cells, strict=True)
    text = join(styled(name, " ", *cell) for name, cell in pairs)
    return _hanging(styled(row.mark, f" {row.label}: ", text), width)


def _hanging(text: StyledText, width: int) -> list[Line]:
    lines = wrap(text, width - _GAP)
    return [styled(" " * _GAP, line) if index else line for index, line in enumerate(lines)]


def _shared_text(row: MatrixRow) -> tuple[StyledText, ...]:
    prefix = Fragment("both: " if len(row.cells) == len("ab") else "all: ", "dim")
    first, *rest = row.cells[0]
    return (styled(prefix, first), *rest)


def _wrap_cell(cell: Iterable[StyledText], size: int) -> list[Line]:
    """The lines of a cell, wrapped; with a hanging indent if there are several."""
    texts = tuple(cell)
    if len(texts) == 1:
        return wrap(texts[0], size)
    lines: list[Line] = []
    for text in texts:
        head, *rest = wrap(text, size - 1)
        lines += [head, *(styled(" ", line) for line in rest)]
    return lines
