"""`certadvisor people`: check how a table of people is read before it is used."""

import shlex
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from certadvisor.base.stderr import write_stderr
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.options import (
    MappingOption,
    OutputOption,
    OutputOptions,
    PeopleArgument,
    QueryOptions,
    QuietOption,
    today,
)
from certadvisor.cli.output import emit, write
from certadvisor.cli.typer_groups import group
from certadvisor.errors import escape_control_chars
from certadvisor.views.reports import PeopleReport


class MappingOutput(NamedTuple):
    """Where a proposed mapping goes."""

    output: OutputOption = None
    quiet: QuietOption = False


def check(
    query: QueryOptions,
    target: OutputOptions,
    file: PeopleArgument,
    rows: Annotated[
        int,
        typer.Option(
            "--rows", min=0, max=1000, metavar="N", help="How many of the first rows to show."
        ),
    ] = 3,
    mapping: MappingOption = None,
    *,
    allow_rejects: Annotated[
        bool, typer.Option("--allow-rejects", help="Exit with 0 although rows were rejected.")
    ] = False,
    redact: Annotated[
        bool,
        typer.Option("--redact", help="Anonymise titles; omit invalid values."),
    ] = False,
) -> None:
    """Show how a table of people is read.

    The columns, the first rows, and what is rejected. The whole table is read. Exits with 1 where
    a row cannot be read.

    Examples:
        certadvisor people check people.csv
        certadvisor people check staff.csv --mapping ours.yaml --rows 40
    """
    from certadvisor.people.note_taker import NoteTaker
    from certadvisor.people.people_reader import read_people
    from certadvisor.people.preview import check_people
    from certadvisor.people.redactor import make_redactor, redact_check

    answer_context = cli_context.load_context(query, target)
    latest = max(today(), answer_context.as_of)
    people = read_people(Path(file), answer_context.catalog, latest, mapping=mapping)
    redactor = make_redactor(answer_context.catalog.certifications, people.columns)
    taker = NoteTaker(people, redactor.redact_fault) if redact else NoteTaker(people)
    watched = people._replace(rows=taker.rows())
    preview = check_people(watched, answer_context.catalog, answer_context.as_of, rows)
    if redact:
        preview = redact_check(preview, redactor)
    cli_context.print_unused_columns(people.unused_columns, people.source, target)
    report = PeopleReport(
        answer_context, people.source, people.format, people.columns, preview, taker.notes()
    )
    emit(report, target)
    if preview.rejected and not allow_rejects:
        raise typer.Exit(exit_codes.NEGATIVE)


def map_(
    query: QueryOptions,
    target: MappingOutput,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A CSV, a workbook, or a folder of tables.")
    ],
) -> None:
    """Propose a mapping for an export.

    What each column is, and how its dates are written. The mapping goes to standard output or
    into --output. What is unsure is marked with `# ?`.

    Examples:
        certadvisor people map staff.csv --output ours.yaml
        certadvisor people map export-folder --quiet
    """
    from certadvisor.people.proposal import propose_mapping
    from certadvisor.people.proposal_writer import questions_in, render_mapping

    answer_context = cli_context.load_context(query, OutputOptions(quiet=target.quiet))
    tables = propose_mapping(Path(file), file, answer_context.catalog, answer_context.as_of)
    text = render_mapping(tables, file)
    write(text, target.output)
    if not target.quiet:
        questions = questions_in(text)
        count = "1 question" if questions == 1 else f"{questions} questions"
        mapping = target.output if target.output and target.output != "-" else "MAPPING"
        command = f"certadvisor people check {shlex.quote(file)} --mapping {shlex.quote(mapping)}"
        write_stderr(f"{count}. Next: {escape_control_chars(command)}")


app = group(
    "people",
    "Check how a table of people is read before you use it.",
    {"check": check, "map": map_},
)
