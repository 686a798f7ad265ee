"""`certadvisor list`: certifications filtered by level, issuer, field, status, price, words."""

from typing import Annotated

import typer

from certadvisor.advice.cost import cost_of
from certadvisor.cli import context as cli_context
from certadvisor.cli.map_filters import Filters, chosen
from certadvisor.cli.options import Asked, Sheet
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import command
from certadvisor.views.reports import ListReport


@command
def app(
    filters: Filters,
    asked: Asked,
    sheet: Sheet,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD]...", help="Words to find in names and aliases."),
    ] = None,
) -> None:
    """List certifications: those that can be earned, or others with --status.

    Example: certadvisor list --level entry --max-cost "500 USD" agile
    """
    frame = cli_context.begin(asked, sheet)
    limit = filters.limit()
    country = filters.place()
    costs = {
        one.id: cost_of(one, country, frame.catalog.tables, limit)
        for one in frame.catalog.certifications.values()
    }
    found = chosen(frame, filters, words or (), costs, limit)
    answer(ListReport(frame, found, {one.id: costs[one.id] for one in found}), sheet)
