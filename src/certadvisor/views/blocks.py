"""What a screen is made of: pieces of text that know their meaning, and blocks of them.

A screen says what belongs together; `layout` gives it a place on a terminal,
`markdown` in a page. Neither ever reads a value as markup.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of text and what it is: title, head, strong, good, bad, doubt, dim or plain."""

    text: str
    style: str = ""


Words = tuple[Span, ...]


class Title(NamedTuple):
    """What the screen answers, with a word at the far end of the line."""

    text: Words
    aside: str = ""


class Heading(NamedTuple):
    """The name of a part."""

    text: str


class Para(NamedTuple):
    """A paragraph."""

    text: Words
    indent: int = 0


class Item(NamedTuple):
    """A line of a list, hanging behind its mark."""

    text: Words
    mark: Span = Span("-", "dim")
    indent: int = 0


class Message(NamedTuple):
    """A line that is never broken, so that a script finds it whole."""

    text: Words


class Fact(NamedTuple):
    """A label and what is known under it."""

    label: str
    text: Words


class Facts(NamedTuple):
    """Facts whose labels form a column."""

    rows: tuple[Fact, ...]


class Column(NamedTuple):
    """A column of a table; a flexible one wraps where room is short."""

    title: str
    flexible: bool = False
    right: bool = False


class Part(NamedTuple):
    """Rows of a table under a title of their own, which may be empty."""

    title: str
    rows: tuple[tuple[Words, ...], ...]


class Table(NamedTuple):
    """Rows of cells; where they do not fit side by side (or `cards`), one card below the other."""

    columns: tuple[Column, ...]
    parts: tuple[Part, ...]
    cards: bool = False


class Row(NamedTuple):
    """A row of a comparison: a mark, a label, and for each column lines of text.

    Where `alike`, every column says the same, and it may be said once.
    """

    mark: Span
    label: str
    cells: tuple[tuple[Words, ...], ...]
    alike: bool = False


class Rows(NamedTuple):
    """Rows of a comparison under a title; where `dense` their cells are words that need no line."""

    title: str
    rows: tuple[Row, ...]
    dense: bool = False


class Matrix(NamedTuple):
    """Things side by side, a column each; where they do not fit, row by row below each other."""

    names: tuple[Words, ...]
    parts: tuple[Rows, ...]


class Branch(NamedTuple):
    """A node of a tree with what hangs below it."""

    text: Words
    mark: Span
    children: tuple["Branch", ...] = ()


class Tree(NamedTuple):
    """A tree from its root on."""

    root: Branch


class Bar(NamedTuple):
    """A line of a chart: runs of months (first, last, state) behind a label, a number at the end.

    States are those of `rules.tally`.
    """

    label: str
    runs: tuple[tuple[int, int, str], ...]
    aside: str = ""


class Chart(NamedTuple):
    """Months as a picture: from `first` to `last`, with the edge of a window before `edge`."""

    bars: tuple[Bar, ...]
    first: int
    last: int
    edge: int | None = None


class Lane(NamedTuple):
    """A line of a course of days: its first and last day as ordinals, and what it is."""

    label: str
    first: int
    last: int
    kind: str


class Course(NamedTuple):
    """Days as a picture, a lane for each step."""

    lanes: tuple[Lane, ...]


class Groups(NamedTuple):
    """Entries by row and column; a row is its title and a cell for each column."""

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
    """Text put together from plain strings, spans and words.

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
    """Words one behind the other; empty ones leave no trace."""
    found: list[Span] = []
    for part in parts:
        if plain(part).strip():
            if found:
                found.append(Span(separator, "dim"))
            found += part
    return tuple(found)


def plain(text: Words) -> str:
    """The bare text."""
    return "".join(span.text for span in text)


def table(columns: Iterable[Column], rows: Iterable[tuple[Words, ...]]) -> Table:
    """A table in one part."""
    return Table(tuple(columns), (Part("", tuple(rows)),))


def facts(*rows: tuple[str, str | Words | None]) -> Facts:
    """Facts out of pairs; what nobody knows leaves no row."""
    return Facts(
        tuple(
            Fact(label, words(text) if isinstance(text, str) else text)
            for label, text in rows
            if text
        )
    )
