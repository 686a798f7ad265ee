"""`certadvisor roles`: the career ladder, the paths up it, and the roles of job titles."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from certadvisor.cli import completion, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import Asked, Person, Sheet
from certadvisor.cli.output import answer, write
from certadvisor.cli.typer_groups import group
from certadvisor.errors import Fault, InputError
from certadvisor.profile.matching import lookup
from certadvisor.views.reports import Frame, RolesReport, StepsReport, WaysReport

_MOST = 8 * 2**20  # bytes in a file of titles


def ladder(
    context: typer.Context,
    person: Person,
    asked: Asked,
    sheet: Sheet,
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="TITLE",
            autocompletion=completion.roles,
            help="The ways up from a role or a job title, on to --role if named.",
        ),
    ] = None,
    steps: Annotated[  # noqa: FBT002  a flag of the command line
        bool, typer.Option("--steps", help="The steps to a role as a checklist.")
    ] = False,
) -> None:
    """Show the career ladder, the ways up from a role, or the steps to one."""
    called = context.invoked_subcommand
    if called is not None:
        if (person, asked, sheet, start, steps) != (Person(), Asked(), Sheet(), None, False):
            remedy = f"write them behind `{called}`"
            raise InputError([Fault("roles", f"options stand before `{called}`", remedy=remedy)])
        return
    if start is not None and steps:
        raise InputError([Fault("--steps", "does not go with --from", remedy="leave one out")])
    frame = cli_context.begin(asked, sheet)
    if start is not None:
        raise typer.Exit(_ways(start, person, frame, sheet))
    if steps:
        _steps(person, frame, sheet)
    else:
        _ladder(person, frame, sheet)


def _ladder(person: Person, frame: Frame, sheet: Sheet) -> None:
    """Show the ladder; for a person, with their present role and the pay in their country."""
    if person == Person():
        answer(RolesReport(frame), sheet)
        return
    from certadvisor.profile.present_role import present_role

    profile = cli_context.profile_of(person, frame, sheet)
    present = present_role(profile, frame.catalog, frame.as_of)
    answer(RolesReport(frame, profile.country, present and present.id), sheet)


def _ways(start: str, person: Person, frame: Frame, sheet: Sheet) -> int:
    """Show the career paths from a role; the exit code is 1 where none leads to the goal."""
    from certadvisor.advice.career.career_paths import ascent
    from certadvisor.advice.career.checklist import checklist, roles_with_steps
    from certadvisor.profile.evidence import Evidence
    from certadvisor.profile.model import Goal, Profile

    catalog = frame.catalog
    profile = cli_context.profile_of(person, frame, sheet)
    role, exact = lookup.role(start, catalog)
    target = catalog.roles[profile.goal.role] if profile.goal.role else None
    if target is role:
        remedy = "name another with --role"
        raise InputError([Fault("--role", "is the role to start from", remedy=remedy)])
    evidence = Evidence(profile, catalog, frame.as_of)
    found = ascent(evidence, role, target)
    reached = {rise.role.id: rise.role for rise in found.rises}
    listed = next((reached[id] for id in roles_with_steps(catalog) if id in reached), None)
    steps = checklist(evidence, listed) if listed else None
    title = None if exact else start
    told = profile._replace(country=None, goal=Goal()) != Profile()
    answer(WaysReport(frame, found, steps, profile.country, title, told), sheet)
    return exit_codes.DONE if found.ways or target is None else exit_codes.NO


def _steps(person: Person, frame: Frame, sheet: Sheet) -> None:
    """Show the steps to the role of --role, else of the goal, else to the first that has any."""
    from certadvisor.advice.career.checklist import checklist, roles_with_steps
    from certadvisor.profile.evidence import Evidence

    profile = cli_context.profile_of(person, frame, sheet)
    known = roles_with_steps(frame.catalog)
    wanted = profile.goal.role if person.role or profile.goal.role in known else None
    id = wanted or next(iter(known), None)
    if id is None or id not in known:
        problem = f"has no steps to {id}" if id else "has no steps to any role"
        remedy = f"known are those to {', '.join(known)}" if known else ""
        raise InputError([Fault("--steps", f"the catalogue {problem}", remedy=remedy)])
    evidence = Evidence(profile, frame.catalog, frame.as_of)
    answer(StepsReport(frame, checklist(evidence, frame.catalog.roles[id])), sheet)


def match(
    asked: Asked,
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
    """Tell which role each job title stands for, as JSON lines.

    Each line has title, role, level, kinds, is_project_management and the
    confidence of role and kinds; null is unknown. Empty lines are left out.

    Example: certadvisor roles match titles.txt --output roles.jsonl
    """
    from certadvisor.profile.matching.job_titles import match_title
    from certadvisor.views.writers.title_matches import render_matches

    titles = _titles(file)
    frame = cli_context.begin(asked, Sheet(quiet=True))
    found = {title: match_title(title, frame.catalog) for title in dict.fromkeys(titles)}
    write(render_matches(found[title] for title in titles), output)


def _titles(file: str) -> list[str]:
    """Read the non-empty lines of a file. Raises InputError where it is not UTF-8 text."""
    name = "standard input" if file == "-" else file
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(_MOST + 1)
        else:
            with Path(file).open("rb") as opened:
                raw = opened.read(_MOST + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such path").lower()
        raise InputError([Fault(name, f"cannot be read: {reason}")]) from None
    if len(raw) > _MOST:
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
    "The career ladder, the ways up from a role, and the steps to one.",
    {"match": match},
    bare=ladder,
)
