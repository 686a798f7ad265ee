"""`certadvisor profile`: create, import and check a profile."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from certadvisor.base.stderr import write_stderr
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.commands.profile_evidence import evidence
from certadvisor.cli.default_profile import new_default_profile
from certadvisor.cli.options import OutputOptions, QueryOptions, today
from certadvisor.cli.output import emit, write
from certadvisor.cli.typer_groups import group
from certadvisor.errors import Fault, InputError
from certadvisor.profile.importers.result import ImportFormat
from certadvisor.views.formats import format_of_file
from certadvisor.views.reports import ProfileReport


class ProfileFormat(StrEnum):
    """Formats of a profile file."""

    YAML = "yaml"
    JSON = "json"


class ProfileOutput(NamedTuple):
    """Options for the format and the destination of the profile."""

    format: Annotated[
        ProfileFormat | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT",
            help="Output format: {choices}. [default: as the name of FILE ends, else yaml]",
        ),
    ] = None  # fmt: skip
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write it to a file, whole or not at all."
        ),
    ] = None
    save: Annotated[
        bool, typer.Option("--save", help="Keep it as your default profile, which commands use.")
    ] = False
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No report.")] = False

    def destination(self) -> str | None:
        """Return the file to write; None is standard output. Raises InputError.

        It is called before any question is asked: no answer should be lost to a full disk.
        """
        if not self.save:
            return self.output
        if self.output:
            remedy = "leave one of them out"
            raise InputError([Fault("--save", "does not go with --output", remedy=remedy)])
        return str(new_default_profile())

    def format_for(self, destination: str | None) -> ProfileFormat:
        """Return the format: that of --format, else as the file's name ends."""
        by_ending = format_of_file(destination or "", ProfileFormat)
        return self.format or by_ending or ProfileFormat.YAML


def new(query: QueryOptions, target: ProfileOutput) -> None:
    """Make a profile by answering questions.

    The first recommendations come with it. At most six questions before them, then as many more
    as could change the first five. Any may be left open. The questions go to standard error, the
    profile to standard output or into a file. Without a terminal an answer is a line.

    Examples:
        certadvisor profile new
        certadvisor profile new --output me.yaml
    """
    from certadvisor.cli import interviewing
    from certadvisor.interview import profile_output

    destination = target.destination()
    answer_context = cli_context.load_context(query, OutputOptions(quiet=target.quiet))
    interview = interviewing.run_interview(answer_context)
    if interview.state.question_count == 0:
        write_stderr("error: no question was answered; nothing was saved.")
        raise typer.Exit(exit_codes.USAGE)
    if not interview.shown and not target.quiet:
        interview.show()
    text = (
        profile_output.render_json(interview.state)
        if target.format_for(destination) is ProfileFormat.JSON
        else profile_output.render_yaml(interview.state, answer_context.as_of)
    )
    interviewing.deliver(interview, text, destination)


def import_(
    query: QueryOptions,
    target: ProfileOutput,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A file, or the folder of a LinkedIn export; - reads a JSON."
        ),
    ],
    source: Annotated[
        ImportFormat | None,
        typer.Option(
            "--from", metavar="SOURCE", help="What it is: {choices}. [default: found in the file]"
        ),
    ] = None,
) -> None:
    """Make a profile from a résumé, LinkedIn or badges.

    It reads a JSON Resume, a LinkedIn export or Credly's list of badges. The profile goes to
    standard output or into a file, the report of what was guessed or left out to standard error.
    Nothing leaves this machine. Exits with 2 where nothing could be read, as from a CV in PDF or
    Word.

    Examples:
        certadvisor profile import resume.json --output me.yaml
        certadvisor profile import LinkedInDataExport.zip --save
    """
    from certadvisor.base.json_reader import MAX_BYTES
    from certadvisor.profile.importers import detect, profile_writer
    from certadvisor.profile.importers import report as import_report

    destination = target.destination()
    answer_context = cli_context.load_context(query, OutputOptions(quiet=target.quiet))
    latest = max(today(), answer_context.as_of)
    if file == "-":
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        result = detect.import_bytes(raw, "standard input", answer_context.catalog, latest, source)
    else:
        result = detect.import_path(Path(file), answer_context.catalog, latest, source)
    if result.profile:
        text = (
            profile_writer.render_result_json(result)
            if target.format_for(destination) is ProfileFormat.JSON
            else profile_writer.render_result_yaml(result)
        )
        write(text, destination)
    if not target.quiet:
        for line in import_report.report_lines(result):
            write_stderr(line)
    if not result.profile:
        write_stderr(f"error: nothing in {result.source} could be taken; nothing was written.")
        raise typer.Exit(exit_codes.USAGE)


def check(
    query: QueryOptions,
    target: OutputOptions,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A profile; - reads standard input.")],
) -> None:
    """Check a profile: errors, gaps, what to answer first.

    Exits with 1 where something in it is wrong or is ignored.

    Examples:
        certadvisor profile check me.yaml
        certadvisor profile check me.yaml --json
    """
    from certadvisor.advice.profile_gaps import check_profile
    from certadvisor.base.yaml_reader import read_bytes
    from certadvisor.profile.reader import read_profile

    answer_context = cli_context.load_context(query, target)
    name = "standard input" if file == "-" else file
    raw = _read_input(file)
    try:
        result = read_profile(
            read_bytes(raw, name), answer_context.catalog, max(today(), answer_context.as_of)
        )
    except InputError as error:
        emit(ProfileReport(answer_context, name, error.faults, (), None), target)
        raise typer.Exit(exit_codes.NEGATIVE) from None
    gaps = check_profile(result.profile, answer_context.catalog, answer_context.as_of)
    emit(ProfileReport(answer_context, name, (), result.warnings, gaps), target)
    if result.warnings:
        raise typer.Exit(exit_codes.NEGATIVE)


def _read_input(file: str) -> bytes:
    """Read a file or standard input. Raises InputError where it cannot be opened."""
    from certadvisor.base.yaml_reader import MAX_BYTES, read_file

    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        read_file(Path(file))  # raises the InputError with the usual message
        raise


app = group(
    "profile",
    "Create, import and check your profile.",
    {"new": new, "import": import_, "check": check, "evidence": evidence},
)
