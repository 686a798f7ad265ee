"""The building blocks of a screen: styled text, paragraphs, tables, trees and charts.

A screen describes its content once; `layout` arranges it for a terminal and
`markdown` for a page. Neither ever interprets a value as markup.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Fragment(NamedTuple):
    """A piece of text in one style: title, head, strong, good, bad, doubt, dim or empty."""

    text: str
    style: str = ""


StyledText = tuple[Fragment, ...]


class Title(NamedTuple):
    """The title of the screen; `aside` is set flush right on the same line."""

    text: StyledText
    aside: str = ""


class Heading(NamedTuple):
    """The heading of a section."""

    text: str


class Para(NamedTuple):
    """A paragraph."""

    text: StyledText
    indent: int = 0


class Item(NamedTuple):
    """A list item with a hanging indent behind its mark."""

    text: StyledText
    mark: Fragment = Fragment("-", "dim")
    indent: int = 0


class Message(NamedTuple):
    """A line that is never wrapped, so that a script can match it whole."""

    text: StyledText


class Commands(NamedTuple):
    """Commands to paste into a shell; a line of a command may be broken between its pieces."""

    lines: tuple[tuple[str, ...], ...]


class Fact(NamedTuple):
    """A label and its value."""

    label: str
    text: StyledText


class FactList(NamedTuple):
    """Facts whose labels form a column."""

    rows: tuple[Fact, ...]


class TableColumn(NamedTuple):
    """A column of a table; a flexible one wraps when space is short."""

    title: str
    flexible: bool = False
    right: bool = False


class TableSection(NamedTuple):
    """A section of a table with its own title, which may be empty."""

    title: str
    rows: tuple[tuple[StyledText, ...], ...]


class DataTable(NamedTuple):
    """A table; each row becomes a card if the columns do not fit, or always with `as_cards`."""

    columns: tuple[TableColumn, ...]
    sections: tuple[TableSection, ...]
    as_cards: bool = False


class MatrixRow(NamedTuple):
    """A row of a comparison: a mark, a label, and lines of text for each column.

    If `alike`, all columns have the same text, and it may be shown once.
    """

    mark: Fragment
    label: str
    cells: tuple[tuple[StyledText, ...], ...]
    alike: bool = False


class MatrixSection(NamedTuple):
    """A section of a comparison; `dense` cells are short enough to share one line."""

    title: str
    rows: tuple[MatrixRow, ...]
    dense: bool = False


class Matrix(NamedTuple):
    """A comparison, one column per item; if the columns do not fit, row by row."""

    names: tuple[StyledText, ...]
    sections: tuple[MatrixSection, ...]


class Branch(NamedTuple):
    """A node of a tree with its children."""

    text: StyledText
    mark: Fragment
    children: tuple["Branch", ...] = ()


class Tree(NamedTuple):
    """A tree, given by its root."""

    root: Branch


class ChartBar(NamedTuple):
    """A line of a chart: a label, runs of months, and a number flush right.

    A run is (first month, last month, state), both ends included; the states
    are those of `rules.experience_breakdown`.
    """

    label: str
    runs: tuple[tuple[int, int, str], ...]
    aside: str = ""


class MonthChart(NamedTuple):
    """A chart of months from `first` to `last`; a look-back window begins before `edge`."""

    bars: tuple[ChartBar, ...]
    first: int
    last: int
    edge: int | None = None


class GanttBar(NamedTuple):
    """A bar of a Gantt chart: first and last day as ordinals, and the kind of step."""

    label: str
    first: int
    last: int
    kind: str


class Gantt(NamedTuple):
    """A Gantt chart with one bar per step."""

    bars: tuple[GanttBar, ...]


class Groups(NamedTuple):
    """Entries grouped by row and column; a row is its title and one cell per column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[StyledText, ...], ...]], ...]


class BlankLine(NamedTuple):
    """An empty line."""


Block = (
    Title
    | Heading
    | Para
    | Item
    | Message
    | Commands
    | FactList
    | DataTable
    | Matrix
    | Groups
    | Tree
    | MonthChart
    | Gantt
    | BlankLine
)
Screen = tuple[Block, ...]


def styled(*parts: str | Fragment | StyledText) -> StyledText:
    """Concatenate strings, fragments and styled texts.

    >>> styled("cost ", Fragment("675 USD", "strong"))
    (Fragment(text='cost ', style=''), Fragment(text='675 USD', style='strong'))
    """
    fragments: list[Fragment] = []
    for part in parts:
        if isinstance(part, Fragment):
            fragments.append(part)
        elif isinstance(part, str):
            fragments.append(Fragment(part))
        else:
            fragments += part
    return tuple(fragments)


def join(texts: Iterable[StyledText], separator: str = " · ") -> StyledText:
    """Join texts with a separator, whose spaces have no style; empty ones are left out."""
    mark = separator.strip()
    before, _, after = separator.partition(mark)
    parts = (Fragment(before), Fragment(mark, "dim"), Fragment(after))
    between = [part for part in parts if part.text]
    fragments: list[Fragment] = []
    for text in texts:
        if plain_text(text).strip():
            if fragments:
                fragments += between
            fragments += text
    return tuple(fragments)


def plain_text(text: Iterable[Fragment]) -> str:
    """The text without its styles."""
    return "".join([fragment.text for fragment in text])


def table(columns: Iterable[TableColumn], rows: Iterable[tuple[StyledText, ...]]) -> DataTable:
    """A table with a single, untitled section."""
    return DataTable(tuple(columns), (TableSection("", tuple(rows)),))


def facts(*rows: tuple[str, str | StyledText | None]) -> FactList:
    """Facts from pairs of label and text; a pair without text is left out."""
    return FactList(
        tuple(
            Fact(label, styled(text) if isinstance(text, str) else text)
            for label, text in rows
            if text
        )
    )
