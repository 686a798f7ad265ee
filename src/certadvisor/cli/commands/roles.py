"""`certadvisor roles`: the career ladder, the paths up it, and the roles of job titles."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from certadvisor.cli import completion, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import OutputOptions, PersonOptions, QueryOptions
from certadvisor.cli.output import emit, require_format, write
from certadvisor.cli.typer_groups import group
from certadvisor.errors import Fault, InputError
from certadvisor.profile.matching import lookup
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, RolesReport, StepsReport, WaysReport

_MAX_BYTES = 8 * 2**20  # bytes in a file of titles


def ladder(
    typer_context: typer.Context,
    person: PersonOptions,
    query: QueryOptions,
    target: OutputOptions,
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="TITLE",
            autocompletion=completion.roles,
            help="The paths up from a role or a job title, to --role if given.",
        ),
    ] = None,
    steps: Annotated[  # noqa: FBT002  a flag of the command line
        bool, typer.Option("--steps", help="The steps to a role as a checklist.")
    ] = False,
) -> None:
    """Show the career ladder, the paths up from a role, or the steps to one."""
    subcommand = typer_context.invoked_subcommand
    if subcommand is not None:
        if (person, query, target, start, steps) != (
            PersonOptions(),
            QueryOptions(),
            OutputOptions(),
            None,
            False,
        ):
            remedy = f"write them behind `{subcommand}`"
            raise InputError(
                [Fault("roles", f"options stand before `{subcommand}`", remedy=remedy)]
            )
        return
    if start is not None and steps:
        raise InputError([Fault("--steps", "does not go with --from", remedy="leave one out")])
    answer_context = cli_context.load_context(query, target, person)
    if start is not None:
        raise typer.Exit(_show_paths(start, person, answer_context, target))
    if steps:
        _show_steps(person, answer_context, target)
    else:
        _show_ladder(person, answer_context, target)


def _show_ladder(
    person: PersonOptions, answer_context: AnswerContext, target: OutputOptions
) -> None:
    """Show the ladder; for a person, with their present role and the pay in their country."""
    if target.format in (Format.TABLE, Format.MARKDOWN):  # the others mark no person
        person = cli_context.with_default_profile(person, target)
    if person == PersonOptions():
        emit(RolesReport(answer_context), target)
        return
    marked_by = person._replace(country=None) if target.format is Format.JSON else person
    require_format(  # JSON has the pay of every country
        target,
        {"your present role or the pay in your country": marked_by != PersonOptions()},
        (Format.TABLE, Format.MARKDOWN),
    )
    from certadvisor.profile.present_role import present_role

    profile = cli_context.load_profile(person, answer_context, target)
    present = present_role(profile, answer_context.catalog, answer_context.as_of)
    emit(RolesReport(answer_context, profile.country, present and present.id), target)


def _show_paths(
    start: str, person: PersonOptions, answer_context: AnswerContext, target: OutputOptions
) -> int:
    """Show the career paths from a role; the exit code is 1 where none leads to the goal."""
    from certadvisor.advice.career.career_paths import find_career_paths
    from certadvisor.advice.career.checklist import make_checklist, roles_with_steps
    from certadvisor.advice.recommend.conditionals import find_conditionals
    from certadvisor.profile.evidence import Evidence
    from certadvisor.profile.model import Goal, Profile
    from certadvisor.profile.present_role import with_present_job

    catalog = answer_context.catalog
    person = cli_context.with_default_profile(person, target)
    profile = cli_context.load_profile(person, answer_context, target)
    role, exact = lookup.resolve_start(start, catalog)
    target_role = catalog.roles[profile.goal.role] if profile.goal.role else None
    if target_role is role:
        remedy = "name another with --role"
        raise InputError([Fault("--role", "is the role to start from", remedy=remedy)])
    evidence = Evidence(profile, catalog, answer_context.as_of)
    paths = find_career_paths(evidence, role, target_role)
    reachable_roles = {rise.role.id: rise.role for rise in paths.promotions}
    checklist_role = next(
        (reachable_roles[id] for id in roles_with_steps(catalog) if id in reachable_roles), None
    )
    steps = make_checklist(evidence, checklist_role) if checklist_role else None
    title = None if exact else start
    has_facts = profile._replace(country=None, goal=Goal()) != Profile()
    conditionals = find_conditionals(
        Evidence(with_present_job(profile, role.title, catalog), catalog, answer_context.as_of)
    )
    report = WaysReport(
        answer_context, paths, steps, profile.country, title, has_facts, conditionals
    )
    emit(report, target)
    return exit_codes.OK if paths.paths or target_role is None else exit_codes.NEGATIVE


def _show_steps(
    person: PersonOptions, answer_context: AnswerContext, target: OutputOptions
) -> None:
    """Show the steps to the role of --role, else of the goal, else to the first that has any."""
    from certadvisor.advice.career.checklist import make_checklist, roles_with_steps
    from certadvisor.profile.evidence import Evidence

    person = cli_context.with_default_profile(person, target)
    profile = cli_context.load_profile(person, answer_context, target)
    role_ids = roles_with_steps(answer_context.catalog)
    goal_role = profile.goal.role if person.role or profile.goal.role in role_ids else None
    id = goal_role or next(iter(role_ids), None)
    if id is None or id not in role_ids:
        problem = f"has no steps to {id}" if id else "has no steps to any role"
        remedy = f"known are those to {', '.join(role_ids)}" if role_ids else ""
        raise InputError([Fault("--steps", f"the catalogue {problem}", remedy=remedy)])
    evidence = Evidence(profile, answer_context.catalog, answer_context.as_of)
    emit(
        StepsReport(answer_context, make_checklist(evidence, answer_context.catalog.roles[id])),
        target,
    )


def match(
    query: QueryOptions,
    file: Annotated[
        str,
        typer.Argument(metavar="[FILE]", help="Job titles, one a line; - reads standard input."),
    ] = "-",
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to a file, whole or not at all."
        ),
    ] = None,
) -> None:
    """Recognise the roles of job titles, as JSON lines.

    Each line has title, role, level, kinds, is_project_management and the
    confidence of role and kinds; null is unknown. Empty lines are left out.

    Examples:
        certadvisor roles match titles.txt --output roles.jsonl
        echo "Senior IT PM" | certadvisor roles match
    """
    from certadvisor.profile.matching.job_titles import match_title
    from certadvisor.views.writers.title_matches import render_matches

    titles = _read_titles(file)
    answer_context = cli_context.load_context(query, OutputOptions(quiet=True))
    matches = {title: match_title(title, answer_context.catalog) for title in dict.fromkeys(titles)}
    write(render_matches(matches[title] for title in titles), output)


def _read_titles(file: str) -> list[str]:
    """Read the non-empty lines of a file. Raises InputError where it is not UTF-8 text."""
    name = "standard input" if file == "-" else file
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(_MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as stream:
                raw = stream.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such path").lower()
        raise InputError([Fault(name, f"cannot be read: {reason}")]) from None
    if len(raw) > _MAX_BYTES:
        raise InputError([Fault(name, "is larger than 8 MB", remedy="split the file")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        remedy = "save it as UTF-8 text"
        raise InputError([Fault(name, "is not UTF-8 text", line, remedy=remedy)]) from None
    return [title for line in text.split("\n") if (title := line.strip())]


app = group(
    "roles",
    """Show the career ladder, and the paths up from a role.

    Examples:
        certadvisor roles --country GB
        certadvisor roles --from "project coordinator" --role senior-project-manager
        certadvisor roles --steps --profile me.yaml
    """,
    {"match": match},
    callback=ladder,
)
