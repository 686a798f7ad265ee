"""Lays out blocks as lines of a given width: wrapping, columns and trees, without colour.

Written by hand because rich's table printer takes 70 ms for a list of ninety
rows, and because a pipe and a terminal must get the same text.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from certadvisor.errors import printable
from certadvisor.views.blocks import (
    Block,
    Branch,
    Chart,
    Column,
    Course,
    Facts,
    Gap,
    Groups,
    Heading,
    Item,
    Matrix,
    Message,
    Para,
    Screen,
    Span,
    Table,
    Title,
    Tree,
    Words,
    joined,
    plain,
    words,
)

NARROWEST = 60
PROSE = 100  # longer lines are hard to read
_GAP = 2
_SIGNS = "/-_?&=.,;:"  # a long URL may be broken after one of these
_NEAR_END = 3  # look for a break in the last third of a line
_LEAST = 24  # narrowest flexible column before a table is shown as cards

Line = Words


def lay_out(screen: Screen, width: int) -> list[Line]:
    """The lines of a screen, none wider than `width` (at least 60)."""
    width = max(width, NARROWEST)
    lines: list[Line] = []
    for block in screen:
        if isinstance(block, Heading) and lines and lines[-1]:
            lines.append(())
        lines += _block(block, width)
        if isinstance(block, Title):
            lines.append(())
    return lines


def _block(block: Block, width: int) -> list[Line]:
    lay: Callable[..., list[Line]] = _LAYERS[type(block)]
    return lay(block, width)


def cells(text: str) -> int:
    """The number of terminal columns that a text takes.

    >>> cells("PMP"), cells("認定")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def wrap(text: Words, width: int) -> list[Line]:
    """Wrap a text at spaces; a word that is wider than the line is cut."""
    lines: list[list[Span]] = [[]]
    used = 0
    for chunk in _chunks(text):
        size = sum(cells(span.text) for span in chunk)
        if used and used + 1 + size <= width:
            last, style = lines[-1][-1], chunk[0].style
            space = Span(" ", style if last.style == style else "")
            lines[-1] += [space, *chunk]
            used += 1 + size
            continue
        if used:
            lines.append([])
        for index, part in enumerate(_cut(chunk, width) if size > width else [chunk]):
            if index:
                lines.append([])
            lines[-1] += part
            used = sum(cells(span.text) for span in part)
    return [tuple(line) for line in lines]


def _chunks(text: Words) -> list[list[Span]]:
    """Runs without a space, which must stay together; control characters are escaped."""
    chunks: list[list[Span]] = []
    glued = False
    for span in text:
        parts = span.text.split()
        if not parts:
            glued = glued and not span.text
            continue
        for index, part in enumerate(parts):
            piece = Span(printable(part), span.style)
            if index == 0 and glued and not span.text[0].isspace():
                chunks[-1].append(piece)
            else:
                chunks.append([piece])
        glued = not span.text[-1].isspace()
    return chunks


def _cut(chunk: list[Span], width: int) -> list[list[Span]]:
    """Cut a run that is wider than the line, after a sign of a URL if one is near the end.

    >>> [plain(tuple(part)) for part in _cut([Span("https://some.example/a-page")], 22)]
    ['https://some.example/', 'a-page']
    """
    letters = [Span(char, span.style) for span in chunk for char in span.text]
    parts: list[list[Span]] = []
    while letters:
        room, end = width, 0
        while end < len(letters) and cells(letters[end].text) <= room:
            room -= cells(letters[end].text)
            end += 1
        if end < len(letters):
            near = range(end, end - end // _NEAR_END, -1)
            end = next((at for at in near if letters[at - 1].text in _SIGNS), end)
        end = max(end, 1)  # at least one character per line, or the loop would not end
        parts.append(_together(letters[:end]))
        letters = letters[end:]
    return parts


def _together(letters: Iterable[Span]) -> list[Span]:
    """Merge neighbouring fragments of the same style."""
    grouped = groupby(letters, key=lambda span: span.style)
    return [Span("".join(span.text for span in spans), style) for style, spans in grouped]


def _indented(lines: Iterable[Line], first: Words, rest: str) -> list[Line]:
    return [
        (*(first if index == 0 else words(rest) if rest else ()), *line)
        for index, line in enumerate(lines)
    ]


def _title(title: Title, width: int) -> list[Line]:
    text = tuple(Span(span.text, span.style or "title") for span in title.text)
    room = width - cells(title.aside) - _GAP if title.aside else width
    if sum(cells(span.text) for span in text) > room:
        return wrap(text, width) + ([words(Span(title.aside, "dim"))] if title.aside else [])
    line = wrap(text, room)[0]
    if not title.aside:
        return [line]
    padding = " " * (width - cells(plain(line)) - cells(title.aside))
    return [(*line, Span(padding), Span(title.aside, "dim"))]


def _heading(heading: Heading, width: int) -> list[Line]:
    return wrap(words(Span(heading.text, "head")), width)


def _para(para: Para, width: int) -> list[Line]:
    indent = " " * para.indent
    lines = wrap(para.text, min(width, PROSE) - para.indent)
    return _indented(lines, words(indent) if indent else (), indent)


def _item(item: Item, width: int) -> list[Line]:
    hanging = item.indent + cells(item.mark.text) + 1
    first = words(" " * item.indent, item.mark, " ")
    return _indented(wrap(item.text, min(width, PROSE) - hanging), first, " " * hanging)


def _message(message: Message, _: int) -> list[Line]:
    return [tuple(Span(printable(span.text), span.style) for span in message.text)]


def _facts(block: Facts, width: int) -> list[Line]:
    label = max((cells(row.label) for row in block.rows), default=0) + _GAP
    lines: list[Line] = []
    for row in block.rows:
        first = words(Span(row.label, "dim"), " " * (label - cells(row.label)))
        lines += _indented(wrap(row.text, min(width, PROSE) - label), first, " " * label)
    return lines


def _gap(_: Gap, __: int) -> list[Line]:
    return [()]


def _table(table: Table, width: int) -> list[Line]:
    widths = None if table.cards else _column_widths(table, width)
    lines: list[Line] = []
    if widths:
        head = tuple(words(Span(column.title, "dim")) for column in table.columns)
        lines += _row(head, widths, table.columns)
    for part in table.parts:
        if part.title:
            lines += [(), *_heading(Heading(part.title), width)][not lines :]
        for row in part.rows:
            lines += _row(row, widths, table.columns) if widths else _card(row, width)
    return lines


def _column_widths(table: Table, width: int) -> list[int] | None:
    """The widths of the columns side by side, None if they do not fit.

    The widest flexible column shrinks first, one character at a time.
    """
    rows = [row for part in table.parts for row in part.rows]
    widths = [
        max([cells(column.title), *(cells(plain(row[index])) for row in rows)])
        for index, column in enumerate(table.columns)
    ]
    over = sum(widths) + _GAP * (len(widths) - 1) - width
    flexible = [index for index, column in enumerate(table.columns) if column.flexible]
    while over > 0:
        widest = max(flexible, key=lambda index: widths[index], default=None)
        if widest is None or widths[widest] <= _LEAST:
            return None
        widths[widest] -= 1
        over -= 1
    return widths


def _row(row: Sequence[Words], widths: list[int], columns: Sequence[Column]) -> list[Line]:
    wrapped = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    lines: list[Line] = []
    for number in range(max(len(cell) for cell in wrapped)):
        spans: list[Span] = []
        pending = 0
        for cell, size, column in zip(wrapped, widths, columns, strict=True):
            text = cell[number] if number < len(cell) else ()
            padding = size - cells(plain(text))
            before = pending + (padding if column.right else 0)
            if text:
                spans += [Span(" " * before), *text] if before else text
                pending = _GAP + (0 if column.right else padding)
            else:
                pending += _GAP + size
        lines.append(tuple(spans))
    return lines


def _card(row: Sequence[Words], width: int) -> list[Line]:
    """A row as a card: the first cell, the last one flush right, the others below."""
    first, *middle, last = row
    space = width - cells(plain(first)) - cells(plain(last))
    if space >= _GAP:
        lines = [(*wrap(first, width)[0], *(words(" " * space, last) if last else ()))]
    else:
        lines = wrap(joined([first, last]), width)
    indent = " " * _GAP
    return lines + _indented(wrap(joined(middle), width - _GAP), words(indent), indent)


def _tree(tree: Tree, width: int) -> list[Line]:
    return _branch(tree.root, min(width, PROSE), "", "")


def _branch(branch: Branch, width: int, stem: str, below: str) -> list[Line]:
    """The lines of a node and its children; `stem` precedes the node, `below` its children."""
    hanging = len(stem) + cells(branch.mark.text) + 1
    bar = "│ " if branch.children else "  "
    rest = below + bar + " " * max(0, hanging - len(below) - len(bar))
    first = words(Span(stem, "dim"), branch.mark, " ") if stem else words(branch.mark, " ")
    lines = [
        (*(first if index == 0 else words(Span(rest, "dim"))), *line)
        for index, line in enumerate(wrap(branch.text, width - hanging))
    ]
    for index, child in enumerate(branch.children):
        last = index == len(branch.children) - 1
        lines += _branch(
            child, width, below + ("└ " if last else "├ "), below + ("  " if last else "│ ")
        )
    return lines


def _chart(chart: Chart, width: int) -> list[Line]:
    from certadvisor.views.text.month_chart import drawn  # few answers have a chart

    return drawn(chart, width)


def _course(course: Course, width: int) -> list[Line]:
    from certadvisor.views.text.gantt import drawn  # as above

    return drawn(course, width)


def _matrix(matrix: Matrix, width: int) -> list[Line]:
    from certadvisor.views.text.matrix import drawn  # as above

    return drawn(matrix, width)


def _groups(groups: Groups, width: int) -> list[Line]:
    from certadvisor.views.text.groups import drawn  # as above

    return drawn(groups, width)


_LAYERS: dict[type, Callable[..., list[Line]]] = {
    Title: _title,
    Heading: _heading,
    Para: _para,
    Item: _item,
    Message: _message,
    Facts: _facts,
    Table: _table,
    Matrix: _matrix,
    Tree: _tree,
    Chart: _chart,
    Course: _course,
    Groups: _groups,
    Gap: _gap,
}
