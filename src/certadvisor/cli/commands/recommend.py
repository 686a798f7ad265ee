"""`certadvisor recommend`: the certifications to take next, ranked and explained."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from certadvisor.advice.recommend.conditionals import with_conditionals
from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.base.stderr import write_stderr
from certadvisor.cli import completion, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.advice_report import make_advice_report
from certadvisor.cli.options import (
    OutputOptions,
    PersonOptions,
    QueryOptions,
    TopOption,
    WeightOption,
    WhatIfOption,
)
from certadvisor.cli.output import emit, is_interactive, is_terminal, require_format
from certadvisor.cli.typer_groups import command
from certadvisor.errors import Fault, InputError, shorten
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import ProfileOptions
from certadvisor.profile.matching import lookup
from certadvisor.profile.model import Profile
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, WhatIfAdvice

if TYPE_CHECKING:  # imported where they are needed, to start fast
    from certadvisor.cli.interviewing import InterviewResult
    from certadvisor.profile.what_if import WhatIfChange

_PROFILE_HINT = """\
Say a little about yourself, for example:

  certadvisor recommend --title "IT project manager" --degree bachelor --leading 30m --country US

or keep it in a file: certadvisor recommend --profile FILE (--help lists every option)."""


@command
def app(
    *,
    person: PersonOptions,
    query: QueryOptions,
    target: OutputOptions,
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="Your profile, as with --profile."),
    ] = None,
    top: TopOption = 5,
    why_not: Annotated[
        str | None,
        typer.Option(
            "--why-not",
            metavar="CERT",
            autocompletion=completion.certifications,
            help="Why this one is not recommended.",
        ),
    ] = None,
    weight: WeightOption = None,
    what_if: WhatIfOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show scores, factors, sources and assumptions.")
    ] = False,
) -> None:
    """Recommend your next certifications, with reasons.

    Without a profile and options about you it asks a few questions on a terminal.

    Examples:
        certadvisor recommend --title "IT project manager" --degree bachelor --leading 30m
        certadvisor recommend me.yaml --role senior-project-manager --budget "1500 USD"
        certadvisor recommend me.yaml --what-if "holds capm" --why-not pmp
    """
    require_format(
        target,
        {"--why-not": why_not, "--what-if": what_if, "--explain": explain},
        (Format.TABLE, Format.JSON, Format.MARKDOWN),
    )
    person = _add_file(person, file)
    person = cli_context.with_default_profile(person, target)
    has_no_profile = not person.profile and cli_context.profile_options(person) == ProfileOptions()
    if has_no_profile and not is_interactive():
        write_stderr(_PROFILE_HINT)
        raise typer.Exit(exit_codes.USAGE)
    answer_context = cli_context.load_context(query, target, person)
    why_not_id = (
        lookup.resolve_certification(why_not, answer_context.catalog).id if why_not else None
    )
    ranking_options = RankingOptions(
        top,
        tuple(lookup.parse_weight(one, answer_context.catalog) for one in weight or ()),
        complete=bool(why_not or what_if),  # only these name what is not recommended
    )
    changes = cli_context.parse_changes(what_if, answer_context)
    interview = _interview(answer_context) if has_no_profile else None
    answer_context = interview.answer_context if interview else answer_context
    profile = (
        interview.profile if interview else cli_context.load_profile(person, answer_context, target)
    )
    evidence = Evidence(profile, answer_context.catalog, answer_context.as_of)
    advice = with_conditionals(recommend(evidence, ranking_options), evidence)
    after = (
        _recommend_after_changes(advice, changes, profile, answer_context, ranking_options)
        if changes
        else None
    )
    is_default = (target, ranking_options, why_not_id, after, explain) == (
        OutputOptions(),
        RankingOptions(complete=False),
        None,
        None,
        False,
    )
    if not (interview and interview.shown and is_default and is_terminal(sys.stdout)):
        report = make_advice_report(answer_context, advice, evidence)
        emit(report._replace(why_not=why_not_id, what_if=after, explain=explain), target)
    if interview:
        interview.save()


def _add_file(person: PersonOptions, file: str | None) -> PersonOptions:
    """Return the options with the profile that is named by itself. Raises InputError for two."""
    if file is None:
        return person
    if person.profile is not None:
        raise InputError([Fault(f"`{shorten(file)}`", "is a second profile", remedy="name one")])
    return person._replace(profile=file)


def _interview(answer_context: AnswerContext) -> "InterviewResult":
    from certadvisor.cli.interviewing import run_interview  # most runs have no interview

    return run_interview(answer_context)


def _recommend_after_changes(
    before: Recommendations,
    changes: "tuple[WhatIfChange, ...]",
    profile: Profile,
    answer_context: AnswerContext,
    ranking_options: RankingOptions,
) -> WhatIfAdvice:
    """Recommend again with the changes of --what-if, and compare the ranks."""
    from certadvisor.advice.recommend.rank_changes import compare_rankings
    from certadvisor.profile.what_if import apply_changes

    changed_profile = apply_changes(profile, changes, answer_context.catalog)
    after = recommend(
        Evidence(changed_profile, answer_context.catalog, answer_context.as_of), ranking_options
    )
    return WhatIfAdvice(changes, after, compare_rankings(before, after))
