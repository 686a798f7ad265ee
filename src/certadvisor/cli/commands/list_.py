"""`certadvisor list`: certifications filtered by level, issuer, field, status, price, words."""

from typing import Annotated

import typer

from certadvisor.cli import context as cli_context
from certadvisor.cli.map_filters import ListFilters, filter_certifications
from certadvisor.cli.options import OutputOptions, QueryOptions
from certadvisor.cli.output import emit
from certadvisor.cli.typer_groups import command
from certadvisor.planner.buyer_prices import Buyer, cost_of
from certadvisor.views.reports import ListReport


@command
def app(
    filters: ListFilters,
    query: QueryOptions,
    target: OutputOptions,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD]...", help="Words to find in names and aliases."),
    ] = None,
) -> None:
    """List certifications: those that can be earned, or others with --status.

    Example: certadvisor list --level entry --max-cost "500 USD" agile
    """
    answer_context = cli_context.load_context(query, target)
    limit = filters.price_limit()
    buyer = Buyer(answer_context.as_of, filters.price_country())
    costs = {
        certification.id: cost_of(certification, buyer, answer_context.catalog.tables, limit)
        for certification in answer_context.catalog.certifications.values()
    }
    matches = filter_certifications(answer_context, filters, words or (), costs, limit)
    emit(
        ListReport(
            answer_context,
            matches,
            {certification.id: costs[certification.id] for certification in matches},
        ),
        target,
    )
