"""Screens as Markdown: the same text as on a terminal, every value escaped."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from certadvisor.errors import escape_control_chars
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Branch,
    Commands,
    DataTable,
    FactList,
    Gantt,
    Groups,
    Heading,
    Item,
    Matrix,
    MatrixRow,
    Message,
    MonthChart,
    Para,
    Screen,
    StyledText,
    TableColumn,
    TableSection,
    Title,
    Tree,
    join,
    styled,
    table,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LEADING = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")


def render(screen: Screen) -> str:
    """A screen as a Markdown page."""
    parts: list[str] = []
    previous: Block | None = None
    for block in screen:
        text = _WRITERS[type(block)](block)
        if not text:
            previous = block
            continue
        together = isinstance(block, Item | Message) and isinstance(previous, type(block))
        parts += ["\n" if together else "\n\n" if parts else "", text]
        previous = block
    return "".join(parts) + "\n"


def escape(text: str) -> str:
    """The text escaped for Markdown and HTML, on one line."""
    line = escape_control_chars(" ".join(text.split()))
    return _LEADING.sub(r"\1\\", _SPECIAL.sub(r"\\\1", line))


def _inline(text: StyledText) -> str:
    markdown = "".join(
        f"{_edge(fragment.text, 0)}**{escape(fragment.text)}**{_edge(fragment.text, -1)}"
        if fragment.style == "strong" and fragment.text.strip()
        else f"{_edge(fragment.text, 0)}{escape(fragment.text)}{_edge(fragment.text, -1)}"
        for fragment in text
    )
    return " ".join(markdown.split())


def _edge(text: str, index: int) -> str:
    return " " if text and text[index].isspace() else ""


def _title(block: Title) -> str:
    aside = f"\n\n{escape(block.aside)}" if block.aside else ""
    return f"# {_inline(block.text)}{aside}"


def _heading(block: Heading) -> str:
    return f"## {escape(block.text)}"


def _para(block: Para) -> str:
    return _inline(block.text)


def _item(block: Item) -> str:
    """A numbered line, or a bullet; a mark that carries meaning is kept as text."""
    mark = block.mark.text.strip()
    if mark[:1].isdigit():
        return f"{mark} {_inline(block.text)}"
    prefix = f"{escape(mark)} " if mark and block.mark.style != "dim" else ""
    return f"{'   ' if block.indent else ''}- {prefix}{_inline(block.text)}"


def _message(block: Message) -> str:
    return f"- {_inline(block.text)}"


def _commands(block: Commands) -> str:
    lines = (" ".join(map(escape_control_chars, pieces)) for pieces in block.lines)
    return _code("sh", lines)


def _facts(block: FactList) -> str:
    return "\n".join(f"- **{escape(row.label)}:** {_inline(row.text)}" for row in block.rows)


def _table(block: DataTable) -> str:
    return "\n\n".join(
        (f"## {escape(section.title)}\n\n" if section.title else "")
        + _section(block.columns, section)
        for section in block.sections
    )


def _section(columns: tuple[TableColumn, ...], section: TableSection) -> str:
    lines = [
        f"| {' | '.join(escape(column.title) for column in columns)} |",
        f"| {' | '.join('---:' if column.right else '---' for column in columns)} |",
        *(f"| {' | '.join(_inline(cell) for cell in row)} |" for row in section.rows),
    ]
    return "\n".join(lines)


def _matrix(block: Matrix) -> str:
    head = f"|  |  | {' | '.join(_inline(name) for name in block.names)} |"
    rule = f"|{'---|' * (len(block.names) + 2)}"
    return "\n\n".join(
        "\n".join([f"## {escape(section.title)}", "", head, rule, *map(_matrix_row, section.rows)])
        for section in block.sections
    )


def _matrix_row(row: MatrixRow) -> str:
    cells = ("<br>".join(_inline(line) for line in cell) for cell in row.cells)
    return f"| {escape(row.mark.text)} | {escape(row.label)} | {' | '.join(cells)} |"


def _tree(block: Tree) -> str:
    return "\n".join(_branch(block.root, 0))


def _branch(branch: Branch, depth: int) -> list[str]:
    mark = f"{branch.mark.text} " if branch.mark.text else ""
    lines = [f"{'  ' * depth}- {mark}{_inline(branch.text)}"]
    for child in branch.children:
        lines += _branch(child, depth + 1)
    return lines


def _chart(block: MonthChart) -> str:
    """The chart as a code block."""
    from certadvisor.views.text.layout import MAX_PROSE_WIDTH
    from certadvisor.views.text.month_chart import draw_chart

    lines = [
        "".join(fragment.text for fragment in line).rstrip()
        for line in draw_chart(block, MAX_PROSE_WIDTH)
    ]
    return _code("text", lines)


def _code(language: str, lines: Iterable[str]) -> str:
    """A code block; its fence is longer than any run of backticks in it."""
    text = "\n".join(lines)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}{language}\n{text}\n{fence}"


def _gantt(block: Gantt) -> str:
    """The chart as a Mermaid block, which many Markdown viewers draw."""
    from certadvisor.views.writers.mermaid import gantt

    return "\n".join(["```mermaid", *gantt(block.bars), "```"])


def _groups(block: Groups) -> str:
    rows = [(styled(title), *(join(cell, ", ") for cell in row)) for title, row in block.rows]
    columns = [TableColumn(""), *(TableColumn(title) for title in block.columns)]
    return _table(table(columns, rows))


def _blank_line(_: BlankLine) -> str:
    return ""


_WRITERS: dict[type, Callable[[Any], str]] = {
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
