"""`certadvisor profile evidence`: the evidence table that an issuer's application requires."""

from typing import Annotated

import typer

from certadvisor.base.stderr import write_stderr
from certadvisor.cli import completion, exit_codes
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import (
    COMMON_FORMATS,
    Formats,
    OutputOptions,
    PersonOptions,
    QueryOptions,
)
from certadvisor.cli.output import emit
from certadvisor.profile.matching import lookup
from certadvisor.views.formats import Format


def evidence(
    certification: Annotated[
        str,
        typer.Argument(
            metavar="CERT",
            autocompletion=completion.certifications,
            help="A certification: its id, abbreviation or name.",
        ),
    ],
    person: PersonOptions,
    query: QueryOptions,
    target: Annotated[OutputOptions, Formats(*COMMON_FORMATS, default=Format.MARKDOWN)],
) -> None:
    """Write the evidence that an application requires.

    From a profile, job by job: the months that count and those that overlap, training,
    certificates, education, and what is still missing. The totals are those that `check` judges
    by.

    Examples:
        certadvisor profile evidence pmp --profile me.yaml --output pmp.md
        certadvisor profile evidence cbap --profile me.yaml --format table
    """
    from certadvisor.planner.nearest_way import check_certification
    from certadvisor.planner.planning_resources import PlanningResources
    from certadvisor.profile.evidence import Evidence
    from certadvisor.profile.from_options import ProfileOptions
    from certadvisor.rules.application import collect_evidence
    from certadvisor.views.reports import EvidenceReport

    person = cli_context.with_default_profile(person, target)
    if not person.profile and cli_context.profile_options(person) == ProfileOptions():
        write_stderr("Give a profile: certadvisor profile evidence CERT --profile FILE")
        raise typer.Exit(exit_codes.USAGE)
    answer_context = cli_context.load_context(query, target)
    record = lookup.resolve_certification(certification, answer_context.catalog)
    profile = cli_context.load_profile(person, answer_context, target)
    profile_evidence = Evidence(profile, answer_context.catalog, answer_context.as_of)
    check = check_certification(record, PlanningResources(profile_evidence))
    application = collect_evidence(check, profile_evidence)
    emit(EvidenceReport(answer_context, application, profile), target)
