"""`certadvisor profile`: create, import and check a profile."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from certadvisor.cli import context as cli_context
from certadvisor.cli import error_handler, exit_codes
from certadvisor.cli.commands.profile_evidence import evidence
from certadvisor.cli.options import Asked, Sheet, today
from certadvisor.cli.output import answer, write
from certadvisor.cli.typer_groups import group
from certadvisor.errors import InputError
from certadvisor.views.reports import ProfileReport


class From(StrEnum):
    """Formats that can be imported."""

    JSON_RESUME = "json-resume"
    LINKEDIN = "linkedin"
    CREDLY = "credly"


class Form(StrEnum):
    """Formats of a profile file."""

    YAML = "yaml"
    JSON = "json"


class Target(NamedTuple):
    """Options for the format and the destination of the profile."""

    form: Annotated[Form, typer.Option("--format", "-f", help="How to write it.")] = Form.YAML
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write it to a file, whole or not at all."
        ),
    ] = None
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No report.")] = False


def new(asked: Asked, target: Target) -> None:
    """Make a profile by answering questions; the first recommendations come with it.

    At most six questions before the first recommendations, then as many more as could
    change the first five. Any may be left open. The questions go to standard error, the
    profile to standard output or into --output. Without a terminal an answer is a line.

    Example: certadvisor profile new --output me.yaml
    """
    from certadvisor.cli import interviewing
    from certadvisor.interview import profile_output

    frame = cli_context.begin(asked, Sheet(quiet=target.quiet))
    held = interviewing.hold(frame)
    if held.state.asked == 0:
        error_handler.say("error: no question was answered; nothing was written.")
        raise typer.Exit(exit_codes.USAGE)
    if not held.shown and not target.quiet:
        held.show()
    as_yaml = target.form is Form.YAML
    text = (
        profile_output.as_yaml(held.state, frame.as_of)
        if as_yaml
        else profile_output.as_json(held.state)
    )
    interviewing.hand_over(text, target.output)


def import_(
    asked: Asked,
    target: Target,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A file, or the folder of a LinkedIn export; - reads a JSON."
        ),
    ],
    source: Annotated[
        From | None, typer.Option("--from", help="What it is. [default: looked up in the file]")
    ] = None,
) -> None:
    """Make a profile out of a JSON Resume, a LinkedIn export or Credly's list of badges.

    The profile goes to standard output or into --output, the report of what was
    guessed, asked and left out to standard error. Nothing leaves this machine.

    Example: certadvisor profile import resume.json --output me.yaml
    """
    from certadvisor.base.json_reader import MAX_BYTES
    from certadvisor.profile.importers import detect, profile_writer
    from certadvisor.profile.importers import report as import_report

    frame = cli_context.begin(asked, Sheet(quiet=target.quiet))
    day, kind = max(today(), frame.as_of), source and source.value
    if file == "-":
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        imported = detect.import_bytes(raw, "standard input", frame.catalog, day, kind)
    else:
        imported = detect.import_path(Path(file), frame.catalog, day, kind)
    text = (
        profile_writer.as_json(imported)
        if target.form is Form.JSON
        else profile_writer.as_yaml(imported)
    )
    write(text, target.output)
    if not target.quiet:
        for line in import_report.told(imported):
            error_handler.say(line)


def check(
    asked: Asked,
    sheet: Sheet,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A profile; - reads standard input.")],
) -> None:
    """Tell what is wrong with a profile, what it leaves open, and what to answer first.

    Exits with 1 where something in it is wrong or counts for nothing.

    Example: certadvisor profile check me.yaml
    """
    from certadvisor.advice.profile_gaps import check_profile
    from certadvisor.base.yaml_reader import read_bytes
    from certadvisor.profile.reader import read_profile

    frame = cli_context.begin(asked, sheet)
    name = "standard input" if file == "-" else file
    raw = _bytes(file)
    try:
        read = read_profile(read_bytes(raw, name), frame.catalog, max(today(), frame.as_of))
    except InputError as error:
        answer(ProfileReport(frame, name, error.faults, (), None), sheet)
        raise typer.Exit(exit_codes.NO) from None
    found = check_profile(read.profile, frame.catalog, frame.as_of)
    answer(ProfileReport(frame, name, (), read.warnings, found), sheet)
    if read.warnings:
        raise typer.Exit(exit_codes.NO)


def _bytes(file: str) -> bytes:
    """Read a file or standard input. Raises InputError where it cannot be opened."""
    from certadvisor.base.yaml_reader import MAX_BYTES, read_file

    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        read_file(Path(file))  # raises the InputError with the usual message
        raise


app = group(
    "profile",
    "Your profile: make one out of what you have, and see what it lacks.",
    {"new": new, "import": import_, "check": check, "evidence": evidence},
)
