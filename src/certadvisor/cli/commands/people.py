"""`certadvisor people`: check how a table of people is read before it is used."""

from pathlib import Path
from typing import Annotated

import typer

from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.options import Asked, MappedBy, PeopleFile, Sheet, today
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import group
from certadvisor.views.reports import PeopleReport


def check(
    asked: Asked,
    sheet: Sheet,
    file: PeopleFile,
    rows: Annotated[
        int, typer.Option("--rows", min=0, max=1000, help="How many of the first rows to show.")
    ] = 3,
    mapping: MappedBy = None,
    *,
    allow_rejects: Annotated[
        bool, typer.Option("--allow-rejects", help="Exit with 0 although rows were rejected.")
    ] = False,
    redact: Annotated[
        bool,
        typer.Option(
            "--redact", help="Show words such as title-1 for titles, and no values at fault."
        ),
    ] = False,
) -> None:
    """Show what is understood of a table of people: columns, the first rows, and what is rejected.

    The whole table is read. Exits with 1 where a row cannot be read.

    Example: certadvisor people check people.csv
    """
    from certadvisor.people.people_reader import read_people
    from certadvisor.people.preview import check_people

    frame = cli_context.begin(asked, sheet)
    day = max(today(), frame.as_of)
    people = read_people(Path(file), frame.catalog, day, mapping=mapping)
    found = check_people(people, frame.catalog, frame.as_of, rows)
    if redact:
        from certadvisor.people.redactor import redacted_check, redaction

        known = redaction(frame.catalog.certifications, people.columns)
        found = redacted_check(found, known)
    answer(PeopleReport(frame, people.source, people.form, people.columns, found), sheet)
    if found.rejected and not allow_rejects:
        raise typer.Exit(exit_codes.NO)


app = group(
    "people",
    "Tables of people: see what is understood of one before anything runs on it.",
    {"check": check},
)
