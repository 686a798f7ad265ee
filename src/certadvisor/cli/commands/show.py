"""`certadvisor show`: everything about one certification, role, level or skill."""

from typing import Annotated

import typer

from certadvisor.catalog.names import name_key
from certadvisor.catalog.records import Catalog
from certadvisor.cli import completion
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import Asked, Sheet
from certadvisor.cli.output import answer
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
    asked: Asked,
    sheet: Sheet,
) -> None:
    """Show everything known of one certification, role, level or skill, with its sources.

    Example: certadvisor show pmp
    """
    frame = cli_context.begin(asked, sheet)
    collection, found = lookup.record(id, frame.catalog)
    if found.id is None or found.id not in frame.catalog.pages(collection):
        question = _question(id, frame.catalog)
        answer(CandidatesReport(frame, id, found.ids, question), sheet)
    else:
        answer(ShowReport(frame, collection, found.id), sheet)


def _question(name: str, catalog: Catalog) -> str:
    """Return the question that distinguishes the candidates of an ambiguous name."""
    shared = (one for one in catalog.shared_names if name_key(one.name) == name_key(name))
    return next((one.text for one in shared), "Which one? Say its id.")
