"""`certadvisor compare`: two to six certifications or roles side by side."""

from typing import Annotated

import typer

from certadvisor.cli import completion
from certadvisor.cli import context as cli_context
from certadvisor.cli.options import OutputOptions, PersonOptions, QueryOptions
from certadvisor.cli.output import emit
from certadvisor.cli.typer_groups import command
from certadvisor.errors import Fault, InputError
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import ProfileOptions
from certadvisor.profile.matching import lookup
from certadvisor.views.reports import CompareReport, CompareRolesReport

_MIN_NAMES, _MAX_NAMES = 2, 6


@command
def app(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            autocompletion=completion.goals,
            help="Two to six certifications, or two to six roles: ids or names.",
        ),
    ],
    person: PersonOptions,
    query: QueryOptions,
    target: OutputOptions,
) -> None:
    """Compare certifications or roles side by side.

    Differences are marked. With a profile, or options about you, your own outcome is shown too.

    Examples:
        certadvisor compare pmp prince2-7-practitioner ipma-c --country GB
        certadvisor compare capm project+ --profile me.yaml
        certadvisor compare scrum-master agile-coach
    """
    answer_context = cli_context.load_context(query, target, person)
    kind, ids = lookup.resolve_same_kind(names, answer_context.catalog)
    if not _MIN_NAMES <= len(ids) <= _MAX_NAMES:
        remedy = f"name {_MIN_NAMES} to {_MAX_NAMES} certifications, or as many roles"
        raise InputError([Fault("NAME...", f"{len(ids)} named", remedy=remedy)])
    person = cli_context.with_default_profile(person, target)
    profile = cli_context.load_profile(person, answer_context, target)
    if kind is lookup.GoalKind.ROLE:
        from certadvisor.comparison.roles import compare_roles

        roles = [answer_context.catalog.roles[id] for id in ids]
        emit(
            CompareRolesReport(
                answer_context, compare_roles(roles, answer_context.catalog, profile.country)
            ),
            target,
        )
        return
    from certadvisor.comparison.certifications import compare_certifications

    certifications = [answer_context.catalog.certifications[id] for id in ids]
    evidence = Evidence(profile, answer_context.catalog, answer_context.as_of)
    emit(
        CompareReport(
            answer_context,
            compare_certifications(certifications, evidence, for_person=_has_person_facts(person)),
        ),
        target,
    )


def _has_person_facts(person: PersonOptions) -> bool:
    """Return whether the options give a fact that entry rules look at, not only preferences."""
    preferences = ProfileOptions(
        country=person.country, role=person.role, budget=person.budget, within=person.within
    )
    return bool(person.profile) or cli_context.profile_options(person) != preferences
