"""`certadvisor audit`: judge a team by a policy, now or on a later day."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from certadvisor.audit.audit import FailOn, audit, failed
from certadvisor.audit.policy_reader import read_policy
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.options import (
    OUTPUT,
    Asked,
    MappedBy,
    NoColor,
    Output,
    PeopleFile,
    Quiet,
    today,
)
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import command
from certadvisor.people.people_reader import read_people
from certadvisor.views.formats import AuditFormat
from certadvisor.views.reports import AuditReport


class Page(NamedTuple):
    """As `OutputOptions`, with the formats that CI systems read."""

    format: Annotated[
        AuditFormat,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT, help="The form of the answer."),
    ] = AuditFormat.TABLE
    output: Output = None
    quiet: Quiet = False
    no_color: NoColor = False


@command
def app(
    asked: Asked,
    page: Page,
    file: PeopleFile,
    policy: Annotated[
        str, typer.Option("--policy", metavar="FILE", help="Who needs what: a policy in YAML.")
    ],
    mapping: MappedBy = None,
    fail_on: Annotated[
        FailOn,
        typer.Option("--fail-on", help="Exit with 1 from this finding on, the gravest first."),
    ] = FailOn.EXPIRED,
    rows: Annotated[
        int,
        typer.Option(
            "--rows", min=0, metavar="N", help="How many findings of a rule to list; 0 for all."
        ),
    ] = 20,
    *,
    matrix: Annotated[bool, typer.Option("--matrix", help="Show people by rules.")] = False,
    allow_rejects: Annotated[
        bool, typer.Option("--allow-rejects", help="Do not fail because rows were rejected.")
    ] = False,
    redact: Annotated[
        bool,
        typer.Option(
            "--redact",
            help="Show words such as title-1 for titles and for who waived, and no reasons "
            "and values at fault.",
        ),
    ] = False,
) -> None:
    """Tell who of many people meets a policy, who lapses when, and who is excused.

    With --as-of a day to come, who will not meet it then. Exits with 1 where a finding of an
    error is at or above --fail-on, or a row cannot be read.

    Example: certadvisor audit people.csv --policy policy.yaml --fail-on expiring
    """
    frame = cli_context.begin(asked, page)
    rules = read_policy(Path(policy), frame.catalog)
    people = read_people(Path(file), frame.catalog, max(today(), frame.as_of), mapping=mapping)
    audited = audit(people.rows, rules, frame.catalog, frame.as_of)
    no = failed(audited, fail_on, allow_rejects=allow_rejects)
    if redact:
        from certadvisor.audit.redaction import redacted_audit
        from certadvisor.people.redactor import redaction

        known = redaction(frame.catalog.certifications, people.columns)
        audited = redacted_audit(audited, known)
    report = AuditReport(
        frame, people.source, policy, audited, fail_on.value, no, rows or None, matrix
    )
    answer(report, page)
    if no:
        raise typer.Exit(exit_codes.NO)
