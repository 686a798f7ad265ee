"""`certadvisor list`: certifications filtered by level, issuer, field, status, price, words."""

import math
from enum import StrEnum
from typing import Annotated, assert_never

import typer

from certadvisor.catalog.records import LEVELS, AdviceTables, Certification
from certadvisor.cli import context as cli_context
from certadvisor.cli.map_filters import ListFilters, filter_certifications
from certadvisor.cli.options import OutputOptions, QueryOptions
from certadvisor.cli.output import emit
from certadvisor.cli.typer_groups import command
from certadvisor.planner.buyer_prices import Buyer, Cost, convert, cost_of
from certadvisor.views.reports import ListReport


class ListSort(StrEnum):
    """Orders of the list, as values of `--sort`."""

    COST = "cost"
    NAME = "name"
    LEVEL = "level"
    ISSUER = "issuer"
    ID = "id"


@command
def app(
    filters: ListFilters,
    query: QueryOptions,
    target: OutputOptions,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD]...", help="Words to find in names and aliases."),
    ] = None,
    sort: Annotated[
        ListSort | None,
        typer.Option(metavar="BY", help="Sort by {choices}. [default: by level]"),
    ] = None,
) -> None:
    """List certifications by level, issuer, field or words.

    Only those that can be earned, unless --status names others.

    Examples:
        certadvisor list --level entry --max-cost "500 USD" agile
        certadvisor list --issuer pmi --sort cost
        certadvisor search scrum
    """
    answer_context = cli_context.load_context(query, target)
    limit = filters.price_limit()
    buyer = Buyer(answer_context.as_of, filters.price_country())
    costs = {
        certification.id: cost_of(certification, buyer, answer_context.catalog.tables, limit)
        for certification in answer_context.catalog.certifications.values()
    }
    matches = filter_certifications(answer_context, filters, words or (), costs, limit)
    if sort is not None:
        tables = answer_context.catalog.tables
        matches = tuple(
            sorted(matches, key=lambda one: _sort_key(one, sort, costs[one.id], tables))
        )
    emit(
        ListReport(
            answer_context,
            matches,
            {certification.id: costs[certification.id] for certification in matches},
            by_level=sort is None,
        ),
        target,
    )


def _sort_key(
    certification: Certification, sort: ListSort, cost: Cost, tables: AdviceTables
) -> tuple[float, str]:
    """Return what to sort by; those alike keep the catalogue's order."""
    match sort:
        case ListSort.COST:
            return _dollars(cost, tables), ""
        case ListSort.LEVEL:
            return min(map(LEVELS.index, certification.levels)), ""
        case ListSort.NAME:
            return 0, certification.name.casefold()
        case ListSort.ISSUER:
            return 0, certification.issuer
        case ListSort.ID:
            return 0, certification.id
        case _:
            assert_never(sort)


def _dollars(cost: Cost, tables: AdviceTables) -> float:
    """Return the cost, or its known part, in US dollars; a cost that is not known comes last."""
    amount = cost.amount or cost.at_least
    in_dollars = convert(amount, "USD", tables) if amount else None
    return in_dollars.amount if in_dollars else math.inf
