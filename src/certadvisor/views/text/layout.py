"""Lays out blocks as lines of a given width: wrapping, columns and trees, without colour.

Written by hand because rich's table printer takes 70 ms for a list of ninety
rows, and because a pipe and a terminal must get the same text.
"""

from collections.abc import Callable, Iterable, Sequence

from certadvisor.errors import escape_control_chars
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Branch,
    Commands,
    DataTable,
    Fact,
    FactList,
    Fragment,
    Gantt,
    Groups,
    Heading,
    Item,
    Matrix,
    Message,
    MonthChart,
    Para,
    Screen,
    StyledText,
    TableColumn,
    Title,
    Tree,
    join,
    plain_text,
    styled,
)
from certadvisor.views.text.wrap import MIN_WIDTH, Line, display_width, wrap

MAX_PROSE_WIDTH = 100  # longer lines are hard to read
_GAP = 2
_COMMAND_INDENT = 2
_MIN_COLUMN_WIDTH = 24  # narrowest flexible column before a table is shown as cards


def lay_out(screen: Screen, width: int) -> list[Line]:
    """The lines of a screen, none wider than `width` (at least 60) but for an address."""
    width = max(width, MIN_WIDTH)
    lines: list[Line] = []
    for block in screen:
        if isinstance(block, Heading) and lines and lines[-1]:
            lines.append(())
        lines += _block(block, width)
        if isinstance(block, Title):
            lines.append(())
    return lines


def _block(block: Block, width: int) -> list[Line]:
    render_block: Callable[..., list[Line]] = _RENDERERS[type(block)]
    return render_block(block, width)


def _indented(lines: Iterable[Line], first: StyledText, rest: str) -> list[Line]:
    return [
        (*(first if index == 0 else styled(rest) if rest else ()), *line)
        for index, line in enumerate(lines)
    ]


def _title(title: Title, width: int) -> list[Line]:
    text = tuple(Fragment(fragment.text, fragment.style or "title") for fragment in title.text)
    room = width - display_width(title.aside) - _GAP if title.aside else width
    if sum(display_width(fragment.text) for fragment in text) > room:
        return wrap(text, width) + ([styled(Fragment(title.aside, "dim"))] if title.aside else [])
    line = wrap(text, room)[0]
    if not title.aside:
        return [line]
    padding = " " * (width - display_width(plain_text(line)) - display_width(title.aside))
    return [(*line, Fragment(padding), Fragment(title.aside, "dim"))]


def _heading(heading: Heading, width: int) -> list[Line]:
    return wrap(styled(Fragment(heading.text, "head")), width)


def _para(para: Para, width: int) -> list[Line]:
    indent = " " * para.indent
    lines = wrap(para.text, min(width, MAX_PROSE_WIDTH) - para.indent)
    return _indented(lines, styled(indent) if indent else (), indent)


def _item(item: Item, width: int) -> list[Line]:
    hanging = item.indent + display_width(item.mark.text) + 1
    first = styled(" " * item.indent, item.mark, " ")
    return _indented(wrap(item.text, min(width, MAX_PROSE_WIDTH) - hanging), first, " " * hanging)


def _message(message: Message, _: int) -> list[Line]:
    return [
        tuple(
            Fragment(escape_control_chars(fragment.text), fragment.style)
            for fragment in message.text
        )
    ]


def _commands(block: Commands, width: int) -> list[Line]:
    """Each command on as few lines as it takes, joined by backslashes so that it can be pasted."""
    lines: list[Line] = []
    for pieces in block.lines:
        line, *rest = map(escape_control_chars, pieces)
        line = " " * _COMMAND_INDENT + line
        for piece in rest:
            if display_width(f"{line} {piece} \\") > width:
                lines.append(styled(f"{line} \\"))
                line = " " * (2 * _COMMAND_INDENT) + piece
            else:
                line = f"{line} {piece}"
        lines.append(styled(line))
    return lines


def _facts(block: FactList, width: int) -> list[Line]:
    label = max((display_width(row.label) for row in block.rows), default=0) + _GAP
    lines: list[Line] = []
    room = min(width, MAX_PROSE_WIDTH) - label
    for row in block.rows:
        text = wrap(row.text, room)
        if max(display_width(plain_text(line)) for line in text) > width - label:
            lines += _fact_below_label(row, width)
            continue
        first = styled(Fragment(row.label, "dim"), " " * (label - display_width(row.label)))
        lines += _indented(text, first, " " * label)
    return lines


def _fact_below_label(row: Fact, width: int) -> list[Line]:
    """A fact with an address that has no room beside the label."""
    indent = " " * _GAP
    text = wrap(row.text, min(width, MAX_PROSE_WIDTH) - _GAP)
    return [styled(Fragment(row.label, "dim")), *_indented(text, styled(indent), indent)]


def _blank_line(_: BlankLine, __: int) -> list[Line]:
    return [()]


def _table(table: DataTable, width: int) -> list[Line]:
    widths = None if table.as_cards else _column_widths(table, width)
    lines: list[Line] = []
    if widths:
        head = tuple(styled(Fragment(column.title, "dim")) for column in table.columns)
        lines += _row(head, widths, table.columns)
    for section in table.sections:
        if section.title:
            lines += [(), *_heading(Heading(section.title), width)][not lines :]
        for row in section.rows:
            lines += _row(row, widths, table.columns) if widths else _card(row, width)
    return lines


def _column_widths(table: DataTable, width: int) -> list[int] | None:
    """The widths of the columns side by side, None if they do not fit.

    The widest flexible column shrinks first, one character at a time.
    """
    rows = [row for section in table.sections for row in section.rows]
    widths = [
        max([display_width(column.title), *(display_width(plain_text(row[index])) for row in rows)])
        for index, column in enumerate(table.columns)
    ]
    over = sum(widths) + _GAP * (len(widths) - 1) - width
    flexible = [index for index, column in enumerate(table.columns) if column.flexible]
    while over > 0:
        widest = max(flexible, key=lambda index: widths[index], default=None)
        if widest is None or widths[widest] <= _MIN_COLUMN_WIDTH:
            return None
        widths[widest] -= 1
        over -= 1
    return widths


def _row(
    row: Sequence[StyledText], widths: list[int], columns: Sequence[TableColumn]
) -> list[Line]:
    wrapped = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    lines: list[Line] = []
    for number in range(max(len(cell) for cell in wrapped)):
        fragments: list[Fragment] = []
        pending = 0
        for cell, size, column in zip(wrapped, widths, columns, strict=True):
            text = cell[number] if number < len(cell) else ()
            padding = size - display_width(plain_text(text))
            before = pending + (padding if column.right else 0)
            if text:
                fragments += [Fragment(" " * before), *text] if before else text
                pending = _GAP + (0 if column.right else padding)
            else:
                pending += _GAP + size
        lines.append(tuple(fragments))
    return lines


def _card(row: Sequence[StyledText], width: int) -> list[Line]:
    """A row as a card: the first cell, the last one flush right, the others below."""
    first, *middle, last = row
    space = width - display_width(plain_text(first)) - display_width(plain_text(last))
    if space >= _GAP:
        lines = [(*wrap(first, width)[0], *(styled(" " * space, last) if last else ()))]
    else:
        lines = wrap(join([first, last]), width)
    indent = " " * _GAP
    return lines + _indented(wrap(join(middle), width - _GAP), styled(indent), indent)


def _tree(tree: Tree, width: int) -> list[Line]:
    return _branch(tree.root, min(width, MAX_PROSE_WIDTH), "", "")


def _branch(branch: Branch, width: int, stem: str, below: str) -> list[Line]:
    """The lines of a node and its children; `stem` precedes the node, `below` its children."""
    hanging = len(stem) + display_width(branch.mark.text) + 1
    bar = "│ " if branch.children else "  "
    rest = below + bar + " " * max(0, hanging - len(below) - len(bar))
    first = styled(Fragment(stem, "dim"), branch.mark, " ") if stem else styled(branch.mark, " ")
    lines = [
        (*(first if index == 0 else styled(Fragment(rest, "dim"))), *line)
        for index, line in enumerate(wrap(branch.text, width - hanging))
    ]
    for index, child in enumerate(branch.children):
        last = index == len(branch.children) - 1
        lines += _branch(
            child, width, below + ("└ " if last else "├ "), below + ("  " if last else "│ ")
        )
    return lines


def _chart(chart: MonthChart, width: int) -> list[Line]:
    from certadvisor.views.text.month_chart import draw_chart  # few answers have a chart

    return draw_chart(chart, width)


def _gantt(gantt: Gantt, width: int) -> list[Line]:
    from certadvisor.views.text.gantt import draw_gantt  # as above

    return draw_gantt(gantt, width)


def _matrix(matrix: Matrix, width: int) -> list[Line]:
    from certadvisor.views.text.matrix import lay_out_matrix  # as above

    return lay_out_matrix(matrix, width)


def _groups(groups: Groups, width: int) -> list[Line]:
    from certadvisor.views.text.groups import lay_out_groups  # as above

    return lay_out_groups(groups, width)


_RENDERERS: dict[type, Callable[..., list[Line]]] = {
    Title: _title,
    Heading: _heading,
    Para: _para,
    Item: _item,
    Message: _message,
    Commands: _commands,
    FactList: _facts,
    DataTable: _table,
    Matrix: _matrix,
    Tree: _tree,
    MonthChart: _chart,
    Gantt: _gantt,
    Groups: _groups,
    BlankLine: _blank_line,
}
