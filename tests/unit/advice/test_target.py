"""The roles aimed at where no goal is given."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.target import target_of
from certadvisor.catalog.records import Catalog

AS_OF = date(2026, 11, 30)


def roles_ahead(profile_yaml: str, catalog: Catalog) -> list[str]:
    """The ids of the roles that a profile aims at."""
    return [
        role.id for role, _ in target_of(evidence_of(profile_yaml, catalog, AS_OF)).weighted_roles
    ]


@pytest.mark.parametrize("title", ["Software developer", "Softwareentwicklerin"])
def test_a_job_outside_the_ladder_leads_to_its_usual_first_rungs(
    title: str, catalog: Catalog
) -> None:
    """By the catalogue's starting points; a rung of the ladder to its next ones and itself."""
    first = [
        one["id"]
        for one in catalog.raw_records("starting_points")["software-developer"]["first_roles"]
    ]
    assert roles_ahead(f"work: [{{title: {title}, start: 2022-01}}]", catalog) == first
    coordinator = "work: [{title: Project coordinator, start: 2022-01}]"
    assert roles_ahead(coordinator, catalog) == [
        *catalog.roles["project-coordinator"].next_roles,
        "project-coordinator",
    ]


def test_a_goal_goes_before_the_present_job(catalog: Catalog) -> None:
    """A developer who names a role aims at it alone."""
    profile = "work: [{title: Software developer, start: 2022-01}]\ngoal: {role: product-owner}"
    assert roles_ahead(profile, catalog) == ["product-owner"]
