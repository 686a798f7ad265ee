"""`certadvisor roles`: the career ladder, and which of its roles a job title stands for."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from certadvisor.cli import session
from certadvisor.cli.building import group
from certadvisor.cli.options import Asked, Sheet
from certadvisor.cli.output import answer, write
from certadvisor.errors import Fault, InputError
from certadvisor.render.report import RolesReport

_MOST = 8 * 2**20  # bytes of titles


def ladder(context: typer.Context, asked: Asked, sheet: Sheet) -> None:
    """Show the career ladder: levels, roles, their pay and the certifications they prefer."""
    called = context.invoked_subcommand
    if called is None:
        answer(RolesReport(session.begin(asked, sheet)), sheet)
    elif (asked, sheet) != (Asked(), Sheet()):
        remedy = f"write them behind `{called}`"
        raise InputError([Fault("roles", f"options stand before `{called}`", remedy=remedy)])


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
    from certadvisor.facts.matching import match_title
    from certadvisor.render.titles import render_matches

    titles = _titles(file)
    frame = session.begin(asked, Sheet(quiet=True))
    found = {title: match_title(title, frame.catalog) for title in dict.fromkeys(titles)}
    write(render_matches(found[title] for title in titles), output)


def _titles(file: str) -> list[str]:
    """The lines of a file, without the empty ones. Raises InputError where it is no such text."""
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
    "The career ladder: levels, roles, their pay and the certifications they prefer.",
    {"match": match},
    bare=ladder,
)
