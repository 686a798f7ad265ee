"""`certadvisor check`: whether a person qualifies for a certification on a day."""

from typing import TYPE_CHECKING, Annotated

import typer

from certadvisor.cli import completion, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import Asked, Person, Sheet, WhatIf
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import command
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching import lookup
from certadvisor.rules.check import check as judge
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check
from certadvisor.views.formats import Format
from certadvisor.views.reports import CheckReport, Supposed

if TYPE_CHECKING:  # imported where they are needed, to start fast
    from certadvisor.profile.what_if import Change
    from certadvisor.rules.experience_breakdown import Tally


@command
def app(
    *,
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
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Show which months of work count.")
    ] = False,
    what_if: WhatIf = None,
) -> None:
    """Tell whether I may sit CERT, and if not: what is missing, and from when I may.

    Exits with 0 for yes, and with 1 for no and for not known. With --what-if the
    answer after the changes stands beside the answer, which stays what it is.

    Example: certadvisor check pmp --degree bachelor --leading 30m --training project-management=35h
    """
    frame = cli_context.begin(asked, sheet)
    found = lookup.certification(certification, frame.catalog)
    changes = cli_context.supposed(what_if, frame)
    profile = cli_context.profile_of(person, frame, sheet)
    evidence = Evidence(profile, frame.catalog, frame.as_of)
    check = judge(found, Timeline(evidence))
    work = _work(check, evidence, sheet, asked=timeline)
    after = _after(check, changes, evidence) if changes else None
    answer(CheckReport(frame, check, work, timeline, after), sheet)
    if check.outcome is not Outcome.MET or not check.obtainable:
        raise typer.Exit(exit_codes.NO)


def _work(check: Check, evidence: Evidence, sheet: Sheet, *, asked: bool) -> "tuple[Tally, ...]":
    """Return the work behind the answer, where it is to be shown.

    That is with --timeline, and on a screen where a look-back window affects the outcome.
    """
    screen = sheet.format in (Format.TABLE, Format.MARKDOWN)
    if not (asked or (screen and evidence.profile.work)):
        return ()
    from certadvisor.rules.experience_breakdown import window_matters, work_of

    work = work_of(check, evidence)
    return work if asked or window_matters(check, work) else ()


def _after(check: Check, changes: "tuple[Change, ...]", evidence: Evidence) -> Supposed:
    """Check again with the changes of --what-if applied to the profile."""
    from certadvisor.profile.what_if import supposing

    profile = supposing(evidence.profile, changes, evidence.catalog)
    supposed = Evidence(profile, evidence.catalog, evidence.as_of)
    return Supposed(changes, judge(check.certification, Timeline(supposed)))
