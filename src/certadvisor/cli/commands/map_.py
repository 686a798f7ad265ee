"""`certadvisor map`: the certification landscape as a list, data or a picture."""

from typing import Annotated, NamedTuple

import typer

from certadvisor.advice.landscape import landscape
from certadvisor.cli import context as cli_context
from certadvisor.cli.map_filters import Filters, Sorts, chosen
from certadvisor.cli.options import OUTPUT, Asked, NoColor, Output, Person, Quiet
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import command
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import Said
from certadvisor.views.formats import MapFormat
from certadvisor.views.reports import MapReport


class Poster(NamedTuple):
    """As `OutputOptions`, with pictures as formats."""

    format: Annotated[
        MapFormat,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT, help="The form of the answer."),
    ] = MapFormat.TABLE
    output: Output = None
    quiet: Quiet = False
    no_color: NoColor = False


@command
def app(person: Person, sorts: Sorts, asked: Asked, poster: Poster) -> None:
    """Draw the certification landscape by level and field, and what of it is open to you.

    Without a profile and options about you it shows no states.

    Example: certadvisor map --degree bachelor --leading 30m --format html --output map.html
    """
    frame = cli_context.begin(asked, poster)
    evidence = None
    if person.profile or cli_context.said_by(person) != Said():
        profile = cli_context.profile_of(person, frame, poster)
        evidence = Evidence(profile, frame.catalog, frame.as_of)
    shown = chosen(frame, Filters(*sorts), (), {}, None)
    land = landscape(shown, frame.catalog, frame.as_of, evidence)
    answer(MapReport(frame, land), poster)
