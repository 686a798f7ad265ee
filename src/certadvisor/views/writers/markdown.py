"""Screens as Markdown: the same text as on a terminal, every value escaped."""

import re
from collections.abc import Callable
from typing import Any

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
    Part,
    Row,
    Table,
    Title,
    Tree,
    Words,
    joined,
    table,
    words,
)
from certadvisor.views.reports import Look, Report
from certadvisor.views.screens import screen

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LEADING = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")


def render(report: Report, _: Look) -> str:
    """The report's screen as a Markdown page."""
    parts: list[str] = []
    previous: Block | None = None
    for block in screen(report):
        text = _WRITERS[type(block)](block)
        if not text:
            previous = block
            continue
        together = isinstance(block, Item | Message) and isinstance(previous, type(block))
        parts += ["\n" if together else "\n\n" if parts else "", text]
        previous = block
    return "".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text escaped for Markdown and HTML, on one line."""
    harmless = printable(" ".join(text.split()))
    return _LEADING.sub(r"\1\\", _SPECIAL.sub(r"\\\1", harmless))


def _words(text: Words) -> str:
    told = "".join(
        f"{_edge(span.text, 0)}**{escaped(span.text)}**{_edge(span.text, -1)}"
        if span.style == "strong" and span.text.strip()
        else f"{_edge(span.text, 0)}{escaped(span.text)}{_edge(span.text, -1)}"
        for span in text
    )
    return " ".join(told.split())


def _edge(text: str, index: int) -> str:
    return " " if text and text[index].isspace() else ""


def _title(block: Title) -> str:
    aside = f"\n\n{escaped(block.aside)}" if block.aside else ""
    return f"# {_words(block.text)}{aside}"


def _heading(block: Heading) -> str:
    return f"## {escaped(block.text)}"


def _para(block: Para) -> str:
    return _words(block.text)


def _item(block: Item) -> str:
    """A numbered line, or a bullet; a mark that carries meaning is kept as text."""
    mark = block.mark.text.strip()
    if mark[:1].isdigit():
        return f"{mark} {_words(block.text)}"
    meant = f"{escaped(mark)} " if mark and block.mark.style != "dim" else ""
    return f"{'   ' if block.indent else ''}- {meant}{_words(block.text)}"


def _message(block: Message) -> str:
    return f"- {_words(block.text)}"


def _facts(block: Facts) -> str:
    return "\n".join(f"- **{escaped(row.label)}:** {_words(row.text)}" for row in block.rows)


def _table(block: Table) -> str:
    return "\n\n".join(
        (f"## {escaped(part.title)}\n\n" if part.title else "") + _part(block.columns, part)
        for part in block.parts
    )


def _part(columns: tuple[Column, ...], part: Part) -> str:
    lines = [
        f"| {' | '.join(escaped(column.title) for column in columns)} |",
        f"| {' | '.join('---:' if column.right else '---' for column in columns)} |",
        *(f"| {' | '.join(_words(cell) for cell in row)} |" for row in part.rows),
    ]
    return "\n".join(lines)


def _matrix(block: Matrix) -> str:
    head = f"|  |  | {' | '.join(_words(name) for name in block.names)} |"
    rule = f"|{'---|' * (len(block.names) + 2)}"
    return "\n\n".join(
        "\n".join([f"## {escaped(part.title)}", "", head, rule, *map(_compared, part.rows)])
        for part in block.parts
    )


def _compared(row: Row) -> str:
    cells = ("<br>".join(_words(line) for line in cell) for cell in row.cells)
    return f"| {escaped(row.mark.text)} | {escaped(row.label)} | {' | '.join(cells)} |"


def _tree(block: Tree) -> str:
    return "\n".join(_branch(block.root, 0))


def _branch(branch: Branch, depth: int) -> list[str]:
    mark = f"{branch.mark.text} " if branch.mark.text else ""
    lines = [f"{'  ' * depth}- {mark}{_words(branch.text)}"]
    for child in branch.children:
        lines += _branch(child, depth + 1)
    return lines


def _chart(block: Chart) -> str:
    """The chart as a code block; the fence is longer than any run of backticks in it."""
    from certadvisor.views.text.layout import PROSE
    from certadvisor.views.text.month_chart import drawn

    lines = ["".join(span.text for span in line).rstrip() for line in drawn(block, PROSE)]
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}text", *lines, fence])


def _course(block: Course) -> str:
    """The chart as a Mermaid block, which many Markdown viewers draw."""
    from certadvisor.views.writers.mermaid import gantt

    return "\n".join(["```mermaid", *gantt(block.lanes), "```"])


def _groups(block: Groups) -> str:
    rows = [(words(title), *(joined(cell, ", ") for cell in row)) for title, row in block.rows]
    columns = [Column(""), *(Column(title) for title in block.columns)]
    return _table(table(columns, rows))


def _nothing(_: Gap) -> str:
    return ""


_WRITERS: dict[type, Callable[[Any], str]] = {
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
    Gap: _nothing,
}
