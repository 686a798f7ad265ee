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
from certadvisor.profile.matching import lookup
from certadvisor.views.reports import CandidatesReport, ShowReport


@command
def app(
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
) -> None:
    """Show all about one certification, role or skill.

    Examples:
        certadvisor show pmp
        certadvisor show "IT project manager"
        certadvisor show risk-management --json
    """
    answer_context = cli_context.load_context(query, target)
    collection, match = lookup.resolve_record(id, answer_context.catalog)
    if match.id is None or match.id not in answer_context.catalog.raw_records(collection):
        question = _disambiguation(id, answer_context.catalog)
        emit(CandidatesReport(answer_context, id, match.ids, question), target)
    else:
        emit(ShowReport(answer_context, collection, match.id), target)


def _disambiguation(name: str, catalog: Catalog) -> str:
    """Return the question that distinguishes the candidates of an ambiguous name."""
    matching_names = (one for one in catalog.shared_names if name_key(one.name) == name_key(name))
    return next((one.text for one in matching_names), "Which one? Say its id.")
