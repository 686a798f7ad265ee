"""Parts shared by both comparisons: marked rows, and shared and distinct skills."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.comparison.agreement import Agreement, Spread, together
from certadvisor.views.blocks import Block, Para, Row, Rows, Span, Title, words
from certadvisor.views.reports import Frame
from certadvisor.views.words import phrases

MARKS = {
    Agreement.SAME: Span("=", "dim"),
    Agreement.DIFFERS: Span("≠", "doubt"),
    Agreement.UNKNOWN: Span("?", "dim"),
}
LEGEND = "= the same · ≠ different · ? not known of all"

Cell = Iterable[str]


class Line(NamedTuple):
    """How to make a row: its label, the facts it shows, and its text for one column."""

    label: str
    facts: tuple[str, ...]
    cell: Callable[[Any, Frame], Cell]


def head(ids: Iterable[str]) -> tuple[Block, ...]:
    """The title with what is compared, and the legend of the marks."""
    title = Title(words("Side by side"), ", ".join(ids))
    return title, Para(words(Span(LEGEND, "dim")))


def rows(
    lines: Iterable[Line],
    columns: Sequence[Any],
    agreement: Mapping[str, Agreement],
    frame: Frame,
) -> tuple[Row, ...]:
    """The rows of these definitions, with a cell per column."""
    return tuple(
        row(
            line.label,
            together(agreement[fact] for fact in line.facts),
            [line.cell(column, frame) for column in columns],
        )
        for line in lines
    )


def row(label: str, agrees: Agreement, cells: Iterable[Cell]) -> Row:
    """A row with its mark of agreement."""
    told = tuple(tuple(words(line) for line in cell) for cell in cells)
    # Equal cells whose agreement is unknown still read the same (`not known`).
    alike = agrees is not Agreement.DIFFERS and len(set(told)) == 1
    return Row(MARKS[agrees], label, told, alike)


def skills(spread: Spread, catalog: Catalog) -> Rows:
    """The skills that all columns have, that some have, and that only one has."""

    def told(ids: Iterable[str]) -> list[str]:
        return [phrases.skill_name(id, catalog) for id in ids] or ["none"]

    shared = [[", ".join(told(spread.all))]] * len(spread.only)
    found = [row("Shared", Agreement.SAME, shared)] if spread.all else []
    for label, lists in (("With some", spread.some), ("Only here", spread.only)):
        if any(lists):
            found.append(row(label, Agreement.DIFFERS, map(told, lists)))
    return Rows("Skills", tuple(found))
