"""`certadvisor renew`: when credentials expire, and what each renewal takes and costs."""

from typing import Annotated

import typer

from certadvisor.advice.renewals.renewal import renewals_of
from certadvisor.base.stderr import write_stderr
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.options import (
    COMMON_FORMATS,
    Formats,
    OutputOptions,
    PersonOptions,
    QueryOptions,
)
from certadvisor.cli.output import emit
from certadvisor.cli.typer_groups import command
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import ProfileOptions
from certadvisor.views.formats import Format
from certadvisor.views.reports import RenewReport


@command
def app(
    person: PersonOptions,
    query: QueryOptions,
    target: Annotated[OutputOptions, Formats(*COMMON_FORMATS, Format.ICS)],
) -> None:
    """Show what expires, and what renewing takes and costs.

    Costs are those due within --within, else within 12 months.

    Examples:
        certadvisor renew --holds "PMP 2024-05-10" --within 24m
        certadvisor renew --profile me.yaml --output renewals.ics
    """
    given = person
    person = cli_context.with_default_profile(person, target)
    if not person.profile and cli_context.profile_options(person) == ProfileOptions():
        write_stderr("Give what you hold: certadvisor renew --profile FILE, or --holds CERT")
        raise typer.Exit(exit_codes.USAGE)
    answer_context = cli_context.load_context(query, target, given)
    profile = cli_context.load_profile(person, answer_context, target)
    renewals = renewals_of(Evidence(profile, answer_context.catalog, answer_context.as_of))
    emit(RenewReport(answer_context, renewals), target)
