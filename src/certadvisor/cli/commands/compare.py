"""`certadvisor compare`: two to six certifications or roles side by side."""

from typing import Annotated

import typer

from certadvisor.cli import completion, session
from certadvisor.cli.building import command
from certadvisor.cli.options import Asked, Person, Sheet
from certadvisor.cli.output import answer
from certadvisor.errors import Fault, InputError
from certadvisor.facts import lookup
from certadvisor.facts.evidence import Evidence
from certadvisor.facts.said import Said
from certadvisor.render.report import CompareReport, CompareRolesReport

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
    frame = session.begin(asked, sheet)
    kind, ids = lookup.alike(names, frame.catalog)
    if not _LEAST <= len(ids) <= _MOST:
        remedy = f"name {_LEAST} to {_MOST} certifications, or as many roles"
        raise InputError([Fault("NAME...", f"{len(ids)} named", remedy=remedy)])
    profile = session.profile_of(person, frame, sheet)
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
    """Whether anything is told of the person that an entry rule could ask for."""
    wishes = Said(
        country=person.country, role=person.role, budget=person.budget, within=person.within
    )
    return bool(person.profile) or session.said_by(person) != wishes
