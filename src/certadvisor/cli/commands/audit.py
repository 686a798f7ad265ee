"""`certadvisor audit`: judge a team by a policy, now or on a later day."""

from pathlib import Path
from typing import Annotated

import typer

from certadvisor.audit.audit import FailOn, audit, audit_fails
from certadvisor.audit.policy_reader import load_policy
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.options import (
    COMMON_FORMATS,
    Formats,
    MappingOption,
    OutputOptions,
    PeopleArgument,
    QueryOptions,
    today,
)
from certadvisor.cli.output import emit, require_format
from certadvisor.cli.typer_groups import command
from certadvisor.errors import Fault, InputError
from certadvisor.people.note_taker import NoteTaker
from certadvisor.people.people_reader import read_people
from certadvisor.people.redactor import make_redactor
from certadvisor.views.formats import Format
from certadvisor.views.reports import AuditReport

_DEFAULT_ROWS = 20


@command
def app(
    query: QueryOptions,
    target: Annotated[OutputOptions, Formats(*COMMON_FORMATS, Format.JUNIT, Format.GITHUB)],
    file: PeopleArgument,
    policy: Annotated[
        str | None,
        typer.Option("--policy", metavar="FILE", help="Who needs what: a policy in YAML."),
    ] = None,
    init: Annotated[
        str | None,
        typer.Option(
            "--init", metavar="FILE", help="Write a first policy for these people, explained."
        ),
    ] = None,
    mapping: MappingOption = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            "--fail-on", metavar="STATE", help="Exit with 1 for this state and those before it"
        ),
    ] = FailOn.EXPIRED,
    rows: Annotated[
        int,
        typer.Option(
            "--rows", min=0, metavar="N", help="How many findings of a rule to list; 0 for all."
        ),
    ] = _DEFAULT_ROWS,
    *,
    matrix: Annotated[bool, typer.Option("--matrix", help="Show people by rules.")] = False,
    allow_rejects: Annotated[
        bool, typer.Option("--allow-rejects", help="Do not fail because rows were rejected.")
    ] = False,
    redact: Annotated[
        bool,
        typer.Option(
            "--redact",
            help="Anonymise titles and names; omit reasons and invalid values.",
        ),
    ] = False,
) -> None:
    """Audit a team against a policy.

    Who complies, whose certifications lapse, who is exempt; with --as-of a day to come, who will
    not comply then. Exits with 1 where a finding of an error is at or above --fail-on, or a row
    cannot be read.

    Examples:
        certadvisor audit people.csv --policy policy.yaml --fail-on expiring
        certadvisor audit people.csv --policy policy.yaml --as-of 2027-06-30 --matrix
        certadvisor audit staff.csv --mapping ours.yaml --policy policy.yaml --format github
        certadvisor audit people.csv --init -
    """
    if init is not None or policy is None:
        _write_first_policy(file, policy, init, mapping, query, target)
        return
    require_format(target, {"--matrix": matrix}, COMMON_FORMATS)
    _check_rows(rows, target)
    answer_context = cli_context.load_context(query, target)
    parsed_policy = load_policy(Path(policy), answer_context.catalog)
    people = read_people(
        Path(file), answer_context.catalog, max(today(), answer_context.as_of), mapping=mapping
    )
    redactor = make_redactor(answer_context.catalog.certifications, people.columns)
    taker = NoteTaker(people, redactor.redact_fault) if redact else NoteTaker(people)
    result = audit(
        taker.rows(), parsed_policy, answer_context.catalog, answer_context.as_of, people.source
    )
    has_failed = audit_fails(result, fail_on, allow_rejects=allow_rejects)
    if redact:
        from certadvisor.audit.redaction import redact_audit

        result = redact_audit(result, redactor)
    cli_context.print_unused_columns(people.unused_columns, people.source, target)
    report = AuditReport(
        answer_context,
        people.source,
        policy,
        result,
        fail_on,
        has_failed,
        rows or None,
        matrix,
        taker.notes(),
    )
    emit(report, target)
    if has_failed:
        raise typer.Exit(exit_codes.NEGATIVE)


def _check_rows(rows: int, target: OutputOptions) -> None:
    """Raise InputError where `--rows` limits a format that has all findings anyway."""
    if rows not in (0, _DEFAULT_ROWS) and target.format not in (Format.TABLE, Format.MARKDOWN):
        problem = f"does not go with --format {target.format}, which lists all findings"
        raise InputError([Fault("--rows", problem, remedy="leave it out")])


def _write_first_policy(
    file: str,
    policy: str | None,
    init: str | None,
    mapping: str | None,
    query: QueryOptions,
    target: OutputOptions,
) -> None:
    """Write a policy that the people's roles suggest, to a file that is not there yet."""
    from certadvisor.cli.first_policy import write_first_policy

    if init is None or policy is not None:
        problem = "does not go with --init" if init is not None else "is missing"
        remedy = "name a policy, or let `--init FILE` write a first one"
        raise InputError([Fault("--policy", problem, remedy=remedy)])
    answer_context = cli_context.load_context(query, target)
    people = read_people(
        Path(file), answer_context.catalog, max(today(), answer_context.as_of), mapping=mapping
    )
    cli_context.print_unused_columns(people.unused_columns, people.source, target)
    write_first_policy(answer_context, people, init, (file, mapping), target)
