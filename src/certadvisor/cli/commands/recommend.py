"""`certadvisor recommend`: the certifications to take next, ranked and explained."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from certadvisor.advice.recommend.ranking import Options, recommend
from certadvisor.advice.recommend.recommendations import Advice
from certadvisor.cli import completion, error_handler, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import Asked, Person, Sheet, Top, Weights, WhatIf
from certadvisor.cli.output import answer, on_terminal
from certadvisor.cli.typer_groups import command
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import Said
from certadvisor.profile.matching import lookup
from certadvisor.profile.model import Profile
from certadvisor.views.reports import AdviceReport, Frame, SupposedAdvice

if TYPE_CHECKING:  # imported where they are needed, to start fast
    from certadvisor.cli.interviewing import Held
    from certadvisor.profile.what_if import Change

_HOW = """\
Tell me a little about you, for example:

  certadvisor recommend --title "IT project manager" --degree bachelor --leading 30m --country US

or keep it in a file: certadvisor recommend --profile FILE (--help lists every option)."""


@command
def app(
    person: Person,
    asked: Asked,
    sheet: Sheet,
    top: Top = 5,
    why_not: Annotated[
        str | None,
        typer.Option(
            "--why-not",
            metavar="CERT",
            autocompletion=completion.certifications,
            help="Why this one is not recommended.",
        ),
    ] = None,
    weight: Weights = None,
    what_if: WhatIf = None,
) -> None:
    """Recommend certifications to take next, each with its reasons.

    Example: certadvisor recommend --title "IT project manager" --degree bachelor --leading 30m
    """
    unsaid = not person.profile and cli_context.said_by(person) == Said()
    if unsaid and not on_terminal():
        error_handler.say(_HOW)
        raise typer.Exit(exit_codes.USAGE)
    frame = cli_context.begin(asked, sheet)
    about = lookup.certification(why_not, frame.catalog).id if why_not else None
    options = Options(top, tuple(lookup.weight(one, frame.catalog) for one in weight or ()))
    changes = cli_context.supposed(what_if, frame)
    held = _held(frame) if unsaid else None
    profile = held.profile if held else cli_context.profile_of(person, frame, sheet)
    advice = recommend(Evidence(profile, frame.catalog, frame.as_of), options)
    after = _after(advice, changes, profile, frame, options) if changes else None
    plain = (sheet, options, about, after) == (Sheet(), Options(), None, None)
    if not (held and held.shown and plain and sys.stdout.isatty()):
        answer(AdviceReport(frame, advice, profile, about, after), sheet)
    if held:
        held.keep()


def _held(frame: Frame) -> "Held":
    from certadvisor.cli.interviewing import hold  # most runs have no interview

    return hold(frame)


def _after(
    before: Advice, changes: "tuple[Change, ...]", profile: Profile, frame: Frame, options: Options
) -> SupposedAdvice:
    """Recommend again with the changes of --what-if, and compare the ranks."""
    from certadvisor.advice.recommend.rank_changes import moves
    from certadvisor.profile.what_if import supposing

    supposed = supposing(profile, changes, frame.catalog)
    after = recommend(Evidence(supposed, frame.catalog, frame.as_of), options)
    return SupposedAdvice(changes, after, moves(before, after))
