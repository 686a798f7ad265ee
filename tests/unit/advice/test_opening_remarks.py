"""What is said before the list: nothing has to come next, or not now."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.catalog.records import Catalog
from certadvisor.rules.reason import Reason

AS_OF = date(2026, 11, 30)
LEADER = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2016-01}]
training: []
courses: []
memberships: []
goal: {role: senior-project-manager, within: 6 months}
"""
BEGINNER = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2025-09}]
training: [{topic: project-management, hours: 35}]
courses: []
certifications: []
memberships: []
goal: {role: senior-project-manager, within: 6 months}
"""


def remarks_for(profile_yaml: str, catalog: Catalog) -> tuple[Reason, ...]:
    """The remarks above the recommendations for a profile."""
    return recommend(evidence_of(profile_yaml, catalog, AS_OF)).remarks


@pytest.mark.parametrize(
    ("credential", "said"),
    [
        ("{id: pmp, earned: 2025-01-01, expires: 2028-01-01}", True),
        ("{id: pmp, earned: 2020-01-01, expires: 2023-01-01}", False),
        ("{id: capm, earned: 2025-01-01, expires: 2028-01-01}", False),
    ],
    ids=["held", "lapsed", "another"],
)
def test_holding_what_the_role_prefers_is_said_first(
    credential: str, catalog: Catalog, *, said: bool
) -> None:
    """The PMP is all that is preferred of a senior project manager."""
    remarks = remarks_for(f"{LEADER}certifications: [{credential}]", catalog)
    assert (Reason("hold-all", {"role": "senior-project-manager"}) in remarks) is said


def test_what_the_role_prefers_is_named_with_its_day_where_it_is_out_of_reach(
    catalog: Catalog,
) -> None:
    """15 of the 36 months of the PMP are there; six months do not bring the rest."""
    remarks = remarks_for(BEGINNER, catalog)
    (not_now,) = (one for one in remarks if one.key == "none-now")
    assert not_now.values["certification"] == "pmp"
    assert not_now.values["on"] is not None
    in_time = remarks_for(BEGINNER.replace("6 months", "36 months"), catalog)
    assert "none-now" not in [one.key for one in in_time]
