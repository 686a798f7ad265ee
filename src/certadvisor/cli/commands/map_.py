"""`certadvisor map`: the certification landscape, as a picture or as a list."""

from typing import Annotated, NamedTuple

import typer

from certadvisor.advice.landscape import landscape
from certadvisor.cli import session
from certadvisor.cli.building import command
from certadvisor.cli.filtering import Filters, Sorts, chosen
from certadvisor.cli.options import OUTPUT, Asked, NoColor, Output, Person, Quiet
from certadvisor.cli.output import answer
from certadvisor.facts.evidence import Evidence
from certadvisor.facts.said import Said
from certadvisor.render.formats import MapFormat
from certadvisor.render.report import MapReport


class Poster(NamedTuple):
    """As `Sheet`, with pictures beside."""

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
    frame = session.begin(asked, poster)
    evidence = None
    if person.profile or session.said_by(person) != Said():
        profile = session.profile_of(person, frame, poster)
        evidence = Evidence(profile, frame.catalog, frame.as_of)
    shown = chosen(frame, Filters(*sorts), (), {}, None)
    land = landscape(shown, frame.catalog, frame.as_of, evidence)
    answer(MapReport(frame, land), poster)
