"""`certadvisor check`: whether this person may sit it on that day."""

from typing import Annotated

import typer

from certadvisor.cli import completion, exits, lookup, session
from certadvisor.cli.building import command
from certadvisor.cli.options import Asked, Person, Sheet
from certadvisor.cli.output import answer
from certadvisor.facts.evidence import Evidence
from certadvisor.render.report import CheckReport
from certadvisor.rules.check import check as judge
from certadvisor.rules.dates import Timeline
from certadvisor.rules.outcome import Outcome


@command
def app(
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
    sheet: Sheet,
) -> None:
    """Tell whether I may sit CERT, and if not: what is missing, and from when I may.

    Exits with 0 for yes, and with 1 for no and for not known.

    Example: certadvisor check pmp --degree bachelor --leading 30m --training project-management=35h
    """
    frame = session.begin(asked, sheet)
    found = lookup.certification(certification, frame.catalog)
    profile = session.profile_of(person, frame, sheet)
    check = judge(found, Timeline(Evidence(profile, frame.catalog, frame.as_of)))
    answer(CheckReport(frame, check), sheet)
    if check.outcome is not Outcome.MET or not check.obtainable:
        raise typer.Exit(exits.NO)
