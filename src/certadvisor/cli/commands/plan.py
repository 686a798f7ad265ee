"""`certadvisor plan`: the best dated steps to a certification or a role."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, assert_never

import typer

from certadvisor.advice.goals import plan_goal
from certadvisor.base.stderr import write_stderr
from certadvisor.catalog.records import Catalog
from certadvisor.cli import completion, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import (
    COMMON_FORMATS,
    Formats,
    OutputOptions,
    PersonOptions,
    QueryOptions,
    parse_day,
)
from certadvisor.cli.output import emit_all, require_format
from certadvisor.cli.typer_groups import command
from certadvisor.errors import Fault, InputError
from certadvisor.planner.objective import PlanObjective
from certadvisor.planner.plan_request import PlanRequest, PlanStatus
from certadvisor.planner.plan_result import PlanResult
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching import lookup
from certadvisor.profile.present_role import present_job
from certadvisor.views.formats import Format
from certadvisor.views.reports import PlannedPerson, PlanReport
from certadvisor.views.words import plan as plan_words

_PLAN_ONLY_FORMATS = (Format.MERMAID, Format.ICS, Format.SVG)  # formats that need a plan to show
_FORMATS = (*COMMON_FORMATS, *_PLAN_ONLY_FORMATS)


@command
def app(
    person: PersonOptions,
    query: QueryOptions,
    target: Annotated[OutputOptions, Formats(*_FORMATS)],
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            metavar="CERT|ROLE",
            autocompletion=completion.goals,
            help="The certification or role to reach. Repeatable. [default: the goal's role]",
        ),
    ] = None,
    by: Annotated[
        PlanObjective, typer.Option("--by", metavar="WHAT", help="What counts first")
    ] = PlanObjective.FASTEST,
    hours_per_week: Annotated[
        float | None,
        typer.Option(
            "--hours-per-week",
            min=0.5,
            max=80,
            metavar="N",
            help="Hours of study a week. [default: the goal's, else the usual ones]",
        ),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option(
            "--until",
            metavar="DATE",
            parser=parse_day,
            help="Deadline (YYYY-MM-DD).",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="Whose name the picture (svg) shows."),
    ] = None,
) -> None:
    """Plan dated steps to a certification or a role.

    With hours a week, costs and alternatives. Exits with 0 for a plan, and with 1 where there is
    none, or where it depends on open questions. Several goals have a plan each.

    Examples:
        certadvisor plan --to pmp --degree bachelor --leading 30m --budget "1500 USD"
        certadvisor plan --to it-project-manager --profile me.yaml --by cheapest
        certadvisor plan --to capm --profile me.yaml --output capm.svg
    """
    answer_context = cli_context.load_context(query, target, person)
    person = cli_context.with_default_profile(person, target)
    profile = cli_context.load_profile(person, answer_context, target)
    goals = _resolve_goals(to or (), profile.goal.role, answer_context.catalog)
    require_format(target, {"several goals": len(goals) > 1}, (Format.TABLE, Format.MARKDOWN))
    require_format(target, {"--name": name}, (Format.SVG,))
    if until is not None and until < answer_context.as_of:
        remedy = "name a day after the as-of day"
        raise InputError([Fault("--until", "lies in the past", remedy=remedy)])
    if hours_per_week is not None:
        goal = profile.goal._replace(hours_per_week=hours_per_week)
        profile = profile._replace(goal=goal)
    evidence = Evidence(profile, answer_context.catalog, answer_context.as_of)
    results = [plan_goal(evidence, PlanRequest(kind, id, by, until)) for kind, id in goals]
    if results[0].plan is None and target.format in _PLAN_ONLY_FORMATS:
        headline = plan_words.headline(results[0], answer_context.catalog)
        write_stderr(f"no plan: {headline} Nothing was written.")
    else:
        options = _options_as_typed(by, hours_per_week, until)
        whom = _planned_person(evidence, name)
        emit_all([PlanReport(answer_context, result, options, whom) for result in results], target)
    raise typer.Exit(max(map(_exit_code, results)))


def _planned_person(evidence: Evidence, name: str | None) -> PlannedPerson:
    job = present_job(evidence.profile, evidence.as_of)
    return PlannedPerson(name, job.title if job else None, evidence.profile.goal.role)


def _options_as_typed(
    by: PlanObjective, hours_per_week: float | None, until: date | None
) -> tuple[str, ...]:
    """Return the options that a command about the same plan repeats."""
    options: list[str] = []
    if by is not PlanObjective.FASTEST:
        options += ["--by", by.value]
    if hours_per_week is not None:
        options += ["--hours-per-week", f"{hours_per_week:g}"]
    if until is not None:
        options += ["--until", until.isoformat()]
    return tuple(options)


def _exit_code(result: PlanResult) -> int:
    match result.status:
        case PlanStatus.FOUND | PlanStatus.HELD | PlanStatus.NONE_REQUIRED:
            return exit_codes.OK
        case PlanStatus.ASK | PlanStatus.INFEASIBLE:
            return exit_codes.NEGATIVE
        case _:
            assert_never(result.status)


def _resolve_goals(
    to: Sequence[str], goal: str | None, catalog: Catalog
) -> list[tuple[lookup.GoalKind, str]]:
    """Return kind and id of what to reach: those of `--to`, else the role of the goal.

    Raises InputError where neither is given or a name is not known.
    """
    if not to:
        if goal is None:
            remedy = "name a certification or a role"
            raise InputError([Fault("--to", "is missing", remedy=remedy)])
        return [(lookup.GoalKind.ROLE, goal)]
    return list(dict.fromkeys(lookup.resolve_goal(name, catalog) for name in to))
