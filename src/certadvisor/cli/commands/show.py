"""`certadvisor show`: everything about one certification, role, level or skill."""

from typing import Annotated

import typer

from certadvisor.catalog.names import name_key
from certadvisor.catalog.records import Catalog
from certadvisor.cli import completion
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import OutputOptions, QueryOptions
from certadvisor.cli.output import emit
from certadvisor.cli.typer_groups import command
from certadvisor.errors import Fault, InputError
from certadvisor.planner.buyer_prices import Buyer, cost_of
from certadvisor.profile.matching import lookup
from certadvisor.views.reports import CandidatesReport, Details, ShowReport


@command
def app(
    *,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=completion.records,
            help="A certification, role, level or skill: its id or its name.",
        ),
    ],
    query: QueryOptions,
    target: OutputOptions,
    history: Annotated[
        bool, typer.Option("--history", help="Show the old rules of a certification too.")
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help="Show the notes on a certification too.")
    ] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help="Show where the facts of a certification come from.")
    ] = False,
) -> None:
    """Show all about one certification, role or skill.

    Examples:
        certadvisor show pmp
        certadvisor show pmp --history --notes --sources
        certadvisor show "IT project manager"
        certadvisor show risk-management --json
    """
    answer_context = cli_context.load_context(query, target)
    collection, match = lookup.resolve_record(id, answer_context.catalog)
    if match.id is None or match.id not in answer_context.catalog.raw_records(collection):
        question = _disambiguation(id, answer_context.catalog)
        emit(CandidatesReport(answer_context, id, match.ids, question), target)
        return
    report = ShowReport(answer_context, collection, match.id)
    if collection == "certifications":
        report = _with_prices(report)._replace(
            details=Details(history=history, notes=notes, sources=sources)
        )
    else:
        _refuse_details({"--history": history, "--notes": notes, "--sources": sources})
    emit(report, target)


def _with_prices(report: ShowReport) -> ShowReport:
    """Return the report with what the certification costs anyone, and a member of its issuer."""
    catalog, day = report.context.catalog, report.context.as_of
    certification = catalog.certifications[report.id]
    memberships = (certification.membership,) if certification.membership else ()
    return report._replace(
        cost=cost_of(certification, Buyer(day), catalog.tables),
        member_cost=cost_of(certification, Buyer(day, None, memberships), catalog.tables),
    )


def _refuse_details(options: dict[str, bool]) -> None:
    """Refuse to leave out in silence what was asked for."""
    faults = [
        Fault(option, "goes with a certification", remedy="leave it out: all is shown")
        for option, is_given in options.items()
        if is_given
    ]
    if faults:
        raise InputError(faults)


def _disambiguation(name: str, catalog: Catalog) -> str:
    """Return the question that distinguishes the candidates of an ambiguous name."""
    matching_names = (one for one in catalog.shared_names if name_key(one.name) == name_key(name))
    return next((one.text for one in matching_names), "Which one? Say its id.")
