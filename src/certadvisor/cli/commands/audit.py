"""`certadvisor audit`: judge a team by a policy, now or on a later day."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from certadvisor.audit.audit import FailOn, audit, audit_fails
from certadvisor.audit.policy_reader import load_policy
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.options import (
    OUTPUT_PANEL,
    MappingOption,
    NoColorOption,
    OutputOption,
    PeopleArgument,
    QueryOptions,
    QuietOption,
    today,
)
from certadvisor.cli.output import emit
from certadvisor.cli.typer_groups import command
from certadvisor.people.people_reader import read_people
from certadvisor.views.formats import AuditFormat
from certadvisor.views.reports import AuditReport


class AuditOutput(NamedTuple):
    """As `OutputOptions`, with the formats that CI systems read."""

    format: Annotated[
        AuditFormat,
        typer.Option(
            "--format", "-f", rich_help_panel=OUTPUT_PANEL, help="The form of the answer."
        ),
    ] = AuditFormat.TABLE
    output: OutputOption = None
    quiet: QuietOption = False
    no_color: NoColorOption = False


@command
def app(
    query: QueryOptions,
    target: AuditOutput,
    file: PeopleArgument,
    policy: Annotated[
        str, typer.Option("--policy", metavar="FILE", help="Who needs what: a policy in YAML.")
    ],
    mapping: MappingOption = None,
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
    answer_context = cli_context.load_context(query, target)
    parsed_policy = load_policy(Path(policy), answer_context.catalog)
    people = read_people(
        Path(file), answer_context.catalog, max(today(), answer_context.as_of), mapping=mapping
    )
    result = audit(people.rows, parsed_policy, answer_context.catalog, answer_context.as_of)
    has_failed = audit_fails(result, fail_on, allow_rejects=allow_rejects)
    if redact:
        from certadvisor.audit.redaction import redact_audit
        from certadvisor.people.redactor import make_redactor

        redactor = make_redactor(answer_context.catalog.certifications, people.columns)
        result = redact_audit(result, redactor)
    report = AuditReport(
        answer_context,
        people.source,
        policy,
        result,
        fail_on,
        has_failed,
        rows or None,
        matrix,
    )
    emit(report, target)
    if has_failed:
        raise typer.Exit(exit_codes.NEGATIVE)
