"""`certadvisor compare`: two to six certifications or roles side by side."""

from typing import Annotated

import typer

from certadvisor.cli import completion
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import Asked, Person, Sheet
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import command
from certadvisor.errors import Fault, InputError
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import Said
from certadvisor.profile.matching import lookup
from certadvisor.views.reports import CompareReport, CompareRolesReport

_LEAST, _MOST = 2, 6


@command
def app(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            autocompletion=completion.aims,
            help="Two to six certifications, or two to six roles: ids or names.",
        ),
    ],
    person: Person,
    asked: Asked,
    sheet: Sheet,
) -> None:
    """Lay certifications or roles side by side, their differences marked.

    With a profile, or options that tell of you, your own outcome stands beside.

    Example: certadvisor compare pmp prince2-7-practitioner ipma-c --country GB
    """
    frame = cli_context.begin(asked, sheet)
    kind, ids = lookup.alike(names, frame.catalog)
    if not _LEAST <= len(ids) <= _MOST:
        remedy = f"name {_LEAST} to {_MOST} certifications, or as many roles"
        raise InputError([Fault("NAME...", f"{len(ids)} named", remedy=remedy)])
    profile = cli_context.profile_of(person, frame, sheet)
    if kind == "role":
        from certadvisor.comparison.roles import compare_roles

        roles = [frame.catalog.roles[id] for id in ids]
        answer(
            CompareRolesReport(frame, compare_roles(roles, frame.catalog, profile.country)), sheet
        )
        return
    from certadvisor.comparison.certifications import compare

    asked_of = [frame.catalog.certifications[id] for id in ids]
    evidence = Evidence(profile, frame.catalog, frame.as_of)
    answer(CompareReport(frame, compare(asked_of, evidence, person=_told(person))), sheet)


def _told(person: Person) -> bool:
    """Return whether the options give a fact that entry rules look at, not only preferences."""
    wishes = Said(
        country=person.country, role=person.role, budget=person.budget, within=person.within
    )
    return bool(person.profile) or cli_context.said_by(person) != wishes
