"""`certadvisor renew`: when credentials expire, and what each renewal takes and costs."""

from typing import Annotated, NamedTuple

import typer

from certadvisor.advice.renewals.renewal import renewals_of
from certadvisor.cli import context as cli_context
from certadvisor.cli import error_handler, exit_codes
from certadvisor.cli.options import OUTPUT, Asked, NoColor, Output, Person, Quiet
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import command
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import Said
from certadvisor.views.formats import RenewFormat
from certadvisor.views.reports import RenewReport


class Page(NamedTuple):
    """As `OutputOptions`, with a calendar as a format."""

    format: Annotated[
        RenewFormat,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT, help="The form of the answer."),
    ] = RenewFormat.TABLE
    output: Output = None
    quiet: Quiet = False
    no_color: NoColor = False


@command
def app(person: Person, asked: Asked, page: Page) -> None:
    """Tell what of your certifications expires when, what renewing asks, and what it costs.

    Costs are those due within --within, else within 12 months.

    Example: certadvisor renew --profile me.yaml --format ics --output renewals.ics
    """
    if not person.profile and cli_context.said_by(person) == Said():
        error_handler.say(
            "Tell me what you hold: certadvisor renew --profile FILE, or --holds CERT"
        )
        raise typer.Exit(exit_codes.USAGE)
    frame = cli_context.begin(asked, page)
    profile = cli_context.profile_of(person, frame, page)
    found = renewals_of(Evidence(profile, frame.catalog, frame.as_of))
    answer(RenewReport(frame, found), page)
