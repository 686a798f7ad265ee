"""`certadvisor check`: whether a person qualifies for a certification on a day."""

from typing import TYPE_CHECKING, Annotated

import typer

from certadvisor.cli import completion, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import OutputOptions, PersonOptions, QueryOptions, WhatIfOption
from certadvisor.cli.output import emit, require_format
from certadvisor.cli.typer_groups import command
from certadvisor.planner.buyer_prices import buyer_of, cost_of
from certadvisor.planner.nearest_way import check_certification
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching import lookup
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check
from certadvisor.views.formats import Format
from certadvisor.views.reports import CheckReport, Details, WhatIfCheck

if TYPE_CHECKING:  # imported where they are needed, to start fast
    from certadvisor.profile.what_if import WhatIfChange
    from certadvisor.rules.leaves.experience_breakdown import ExperienceBreakdown


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
    person: PersonOptions,
    query: QueryOptions,
    target: OutputOptions,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Show which months of work count.")
    ] = False,
    award: Annotated[
        bool,
        typer.Option("--award", help="Exit by whether I can be certified, not only take the exam."),
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help="Show the notes on the rule and each step in full.")
    ] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Show where the rule was read.")
    ] = False,
    what_if: WhatIfOption = None,
) -> None:
    """Check whether you qualify, what's missing, and when.

    Exits with 0 for yes, and with 1 for no or unknown; with --award by whether you can be
    certified too, where that requires more than the exam. With --what-if the
    answer after the changes is shown next to the answer without them.

    Examples:
        certadvisor check pmp --degree bachelor --leading 30m --training project-management=35h
        certadvisor check pmp --profile me.yaml --timeline
        certadvisor check pmp --profile me.yaml --notes --sources
        certadvisor check "PRINCE2 Practitioner" --profile me.yaml --what-if "holds capm"
    """
    require_format(
        target,
        {"--timeline": timeline, "--what-if": what_if},
        (Format.TABLE, Format.JSON, Format.MARKDOWN),
    )
    require_format(target, {"--notes": notes}, (Format.TABLE, Format.MARKDOWN))
    require_format(target, {"--sources": sources}, (Format.TABLE, Format.JSON, Format.MARKDOWN))
    answer_context = cli_context.load_context(query, target, person)
    record = lookup.resolve_certification(certification, answer_context.catalog)
    changes = cli_context.parse_changes(what_if, answer_context)
    person = cli_context.with_default_profile(person, target)
    profile = cli_context.load_profile(person, answer_context, target)
    evidence = Evidence(profile, answer_context.catalog, answer_context.as_of)
    check = check_certification(record, PlanningResources(evidence))
    work = _counted_work(check, evidence, target, requested=timeline)
    after = _check_after_changes(check, changes, evidence) if changes else None
    cost = cost_of(
        record, buyer_of(profile, answer_context.as_of), answer_context.catalog.tables,
        profile.goal.budget,
    )  # fmt: skip
    details = Details(notes=notes, sources=sources)
    emit(CheckReport(answer_context, check, work, timeline, after, cost, details), target)
    outcomes = (check.outcome, check.award if award else None)
    if any(one not in (Outcome.MET, None) for one in outcomes) or not check.obtainable:
        raise typer.Exit(exit_codes.NEGATIVE)


def _counted_work(
    check: Check, evidence: Evidence, target: OutputOptions, *, requested: bool
) -> "tuple[ExperienceBreakdown, ...]":
    """Return the work behind the answer, where it is to be shown.

    That is with --timeline, and on a screen where a look-back window affects the outcome.
    """
    on_screen = target.format in (Format.TABLE, Format.MARKDOWN)
    if not (requested or (on_screen and evidence.profile.work)):
        return ()
    from certadvisor.rules.leaves.experience_breakdown import break_down_rule, window_matters

    work = break_down_rule(check, evidence)
    return work if requested or window_matters(check, work) else ()


def _check_after_changes(
    check: Check, changes: "tuple[WhatIfChange, ...]", evidence: Evidence
) -> WhatIfCheck:
    """Check again with the changes of --what-if applied to the profile."""
    from certadvisor.profile.what_if import apply_changes

    profile = apply_changes(evidence.profile, changes, evidence.catalog)
    changed_evidence = Evidence(profile, evidence.catalog, evidence.as_of)
    resources = PlanningResources(changed_evidence)
    return WhatIfCheck(changes, check_certification(check.certification, resources))
