"""Parts shared by both comparisons: marked rows, and shared and distinct skills."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.comparison.agreement import Agreement, ListOverlap, combine
from certadvisor.views.blocks import Block, Fragment, MatrixRow, MatrixSection, Para, Title, styled
from certadvisor.views.reports import AnswerContext
from certadvisor.views.words import phrases

MARKS = {
    Agreement.SAME: Fragment("=", "dim"),
    Agreement.DIFFERS: Fragment("≠", "doubt"),
    Agreement.UNKNOWN: Fragment("?", "dim"),
}
LEGEND = "= the same · ≠ different · ? not known of all"

Cell = Iterable[str]


class RowDefinition(NamedTuple):
    """How to make a row: its label, the facts it shows, and its text for one column."""

    label: str
    facts: tuple[str, ...]
    cell: Callable[[Any, AnswerContext], Cell]


def heading_blocks(ids: Iterable[str]) -> tuple[Block, ...]:
    """The title with what is compared, and the legend of the marks."""
    title = Title(styled("Side by side"), ", ".join(ids))
    return title, Para(styled(Fragment(LEGEND, "dim")))


def make_rows(
    definitions: Iterable[RowDefinition],
    columns: Sequence[Any],
    agreement: Mapping[str, Agreement],
    context: AnswerContext,
) -> tuple[MatrixRow, ...]:
    """The rows of these definitions, with a cell per column."""
    return tuple(
        make_row(
            definition.label,
            combine(agreement[fact] for fact in definition.facts),
            [definition.cell(column, context) for column in columns],
        )
        for definition in definitions
    )


def make_row(label: str, agrees: Agreement, cells: Iterable[Cell]) -> MatrixRow:
    """A row with its mark of agreement."""
    texts = tuple(tuple(styled(text) for text in cell) for cell in cells)
    # Equal cells whose agreement is unknown still read the same (`not known`).
    alike = agrees is not Agreement.DIFFERS and len(set(texts)) == 1
    return MatrixRow(MARKS[agrees], label, texts, alike)


def skill_rows(spread: ListOverlap, catalog: Catalog) -> MatrixSection:
    """The skills that all columns have, that some have, and that only one has."""

    def names(ids: Iterable[str]) -> list[str]:
        return [phrases.skill_name(id, catalog) for id in ids] or ["none"]

    shared = [[", ".join(names(spread.all))]] * len(spread.only)
    rows = [make_row("Shared", Agreement.SAME, shared)] if spread.all else []
    for label, lists in (("With some", spread.some), ("Only here", spread.only)):
        if any(lists):
            rows.append(make_row(label, Agreement.DIFFERS, map(names, lists)))
    return MatrixSection("Skills", tuple(rows))
