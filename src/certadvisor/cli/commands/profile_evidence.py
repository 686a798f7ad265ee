"""`certadvisor profile evidence`: the evidence table that an issuer's application requires."""

from typing import Annotated, NamedTuple

import typer

from certadvisor.cli import completion, error_handler, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import OUTPUT, Asked, NoColor, Output, Person, Quiet
from certadvisor.cli.output import answer
from certadvisor.profile.matching import lookup
from certadvisor.views.formats import Format


class Page(NamedTuple):
    """As `OutputOptions`, with Markdown as the default, for a page to keep."""

    format: Annotated[
        Format,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT, help="The form of the answer."),
    ] = Format.MARKDOWN
    output: Output = None
    quiet: Quiet = False
    no_color: NoColor = False


def evidence(
    certification: Annotated[
        str,
        typer.Argument(
            metavar="CERT",
            autocompletion=completion.certifications,
            help="A certification: its id, abbreviation or name.",
        ),
    ],
    person: Person,
    asked: Asked,
    page: Page,
) -> None:
    """Write the evidence that an application for CERT asks for, out of a profile.

    Job by job: the months that count and those that overlap, training, certificates,
    education, and what is still missing. The totals are those that `check` judges by.

    Example: certadvisor profile evidence pmp --profile me.yaml --output pmp.md
    """
    from certadvisor.profile.evidence import Evidence
    from certadvisor.profile.from_options import Said
    from certadvisor.rules.application import pack_of
    from certadvisor.rules.check import check
    from certadvisor.rules.eligibility import Timeline
    from certadvisor.views.reports import EvidenceReport

    if not person.profile and cli_context.said_by(person) == Said():
        error_handler.say("Tell me who you are: certadvisor profile evidence CERT --profile FILE")
        raise typer.Exit(exit_codes.USAGE)
    frame = cli_context.begin(asked, page)
    found = lookup.certification(certification, frame.catalog)
    profile = cli_context.profile_of(person, frame, page)
    known = Evidence(profile, frame.catalog, frame.as_of)
    pack = pack_of(check(found, Timeline(known)), known)
    answer(EvidenceReport(frame, pack, profile), page)
