"""Which job is the present one."""

from datetime import date

import pytest
from written_profiles import profile_of

from certadvisor.catalog.records import Catalog
from certadvisor.profile.present_role import present_role, present_starting_point

AS_OF = date(2026, 12, 1)
TESTER = "{title: Software tester, start: 2022-02, end: 2026-01}"


@pytest.mark.parametrize(
    ("work", "start"),
    [
        (TESTER, "software-tester"),
        (f"{TESTER}, {{kinds: [business-analysis], start: 2026-02}}", None),
        (f"{TESTER}, {{kinds: [business-analysis], start: 2026-12-02}}", "software-tester"),
        (f"{TESTER}, {{kinds: [business-analysis], start: 2020, end: 2021}}", "software-tester"),
        (f"{TESTER}, {{start: 2026-02}}", "software-tester"),
    ],
)
def test_a_job_that_ended_is_not_the_present_one_while_other_work_goes_on(
    work: str, start: str | None, catalog: Catalog
) -> None:
    """Unless nothing is known of that work."""
    profile = profile_of(f"work: [{work}]", catalog, AS_OF)
    assert present_starting_point(profile, catalog, AS_OF) == start


def test_a_role_that_ended_gives_way_too(catalog: Catalog) -> None:
    """A project manager of former years who coaches teams today."""
    ended = "{title: Project Manager, start: 2015, end: 2020}"
    profile = profile_of(f"work: [{ended}]", catalog, AS_OF)
    assert present_role(profile, catalog, AS_OF) is catalog.roles["project-manager"]
    coaching = f"work: [{ended}, {{kinds: [agile-leading], start: 2021}}]"
    assert present_role(profile_of(coaching, catalog, AS_OF), catalog, AS_OF) is None
