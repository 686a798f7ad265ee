"""The building blocks of a screen: styled text, paragraphs, tables, trees and charts.

A screen describes its content once; `layout` arranges it for a terminal and
`markdown` for a page. Neither ever interprets a value as markup.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of text in one style: title, head, strong, good, bad, doubt, dim or empty."""

    text: str
    style: str = ""


Words = tuple[Span, ...]


class Title(NamedTuple):
    """The title of the screen; `aside` is set flush right on the same line."""

    text: Words
    aside: str = ""


class Heading(NamedTuple):
    """The heading of a section."""

    text: str


class Para(NamedTuple):
    """A paragraph."""

    text: Words
    indent: int = 0


class Item(NamedTuple):
    """A list item with a hanging indent behind its mark."""

    text: Words
    mark: Span = Span("-", "dim")
    indent: int = 0


class Message(NamedTuple):
    """A line that is never wrapped, so that a script can match it whole."""

    text: Words


class Fact(NamedTuple):
    """A label and its value."""

    label: str
    text: Words


class Facts(NamedTuple):
    """Facts whose labels form a column."""

    rows: tuple[Fact, ...]


class Column(NamedTuple):
    """A column of a table; a flexible one wraps when space is short."""

    title: str
    flexible: bool = False
    right: bool = False


class Part(NamedTuple):
    """A section of a table with its own title, which may be empty."""

    title: str
    rows: tuple[tuple[Words, ...], ...]


class Table(NamedTuple):
    """A table; each row becomes a card if the columns do not fit, or always with `as_cards`."""

    columns: tuple[Column, ...]
    parts: tuple[Part, ...]
    cards: bool = False


class Row(NamedTuple):
    """A row of a comparison: a mark, a label, and lines of text for each column.

    If `alike`, all columns have the same text, and it may be shown once.
    """

    mark: Span
    label: str
    cells: tuple[tuple[Words, ...], ...]
    alike: bool = False


class Rows(NamedTuple):
    """A section of a comparison; `dense` cells are short enough to share one line."""

    title: str
    rows: tuple[Row, ...]
    dense: bool = False


class Matrix(NamedTuple):
    """A comparison, one column per item; if the columns do not fit, row by row."""

    names: tuple[Words, ...]
    parts: tuple[Rows, ...]


class Branch(NamedTuple):
    """A node of a tree with its children."""

    text: Words
    mark: Span
    children: tuple["Branch", ...] = ()


class Tree(NamedTuple):
    """A tree, given by its root."""

    root: Branch


class Bar(NamedTuple):
    """A line of a chart: a label, runs of months, and a number flush right.

    A run is (first month, last month, state), both ends included; the states
    are those of `rules.experience_breakdown`.
    """

    label: str
    runs: tuple[tuple[int, int, str], ...]
    aside: str = ""


class Chart(NamedTuple):
    """A chart of months from `first` to `last`; a look-back window begins before `edge`."""

    bars: tuple[Bar, ...]
    first: int
    last: int
    edge: int | None = None


class Lane(NamedTuple):
    """A bar of a Gantt chart: first and last day as ordinals, and the kind of step."""

    label: str
    first: int
    last: int
    kind: str


class Course(NamedTuple):
    """A Gantt chart with one bar per step."""

    lanes: tuple[Lane, ...]


class Groups(NamedTuple):
    """Entries grouped by row and column; a row is its title and one cell per column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[Words, ...], ...]], ...]


class Gap(NamedTuple):
    """An empty line."""


Block = (
    Title
    | Heading
    | Para
    | Item
    | Message
    | Facts
    | Table
    | Matrix
    | Groups
    | Tree
    | Chart
    | Course
    | Gap
)
Screen = tuple[Block, ...]


def words(*parts: str | Span | Words) -> Words:
    """Concatenate strings, fragments and styled texts.

    >>> words("cost ", Span("675 USD", "strong"))
    (Span(text='cost ', style=''), Span(text='675 USD', style='strong'))
    """
    found: list[Span] = []
    for part in parts:
        if isinstance(part, Span):
            found.append(part)
        elif isinstance(part, str):
            found.append(Span(part))
        else:
            found += part
    return tuple(found)


def joined(parts: Iterable[Words], separator: str = " · ") -> Words:
    """Join texts with a separator; empty ones are left out."""
    found: list[Span] = []
    for part in parts:
        if plain(part).strip():
            if found:
                found.append(Span(separator, "dim"))
            found += part
    return tuple(found)


def plain(text: Words) -> str:
    """The text without its styles."""
    return "".join(span.text for span in text)


def table(columns: Iterable[Column], rows: Iterable[tuple[Words, ...]]) -> Table:
    """A table with a single, untitled section."""
    return Table(tuple(columns), (Part("", tuple(rows)),))


def facts(*rows: tuple[str, str | Words | None]) -> Facts:
    """Facts from pairs of label and text; a pair without text is left out."""
    return Facts(
        tuple(
            Fact(label, words(text) if isinstance(text, str) else text)
            for label, text in rows
            if text
        )
    )
