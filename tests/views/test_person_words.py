"""Who a person is, in a line."""

from datetime import date

import pytest
from written_profiles import profile_of

from certadvisor.catalog.records import Catalog
from certadvisor.views.words.person import known_parts

AS_OF = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("profile", "line"),
    [
        (
            "work: [{title: Nurse, end: 2024-05, start: 2015}, {kinds: [project], start: 2024-06}]",
            "working in projects, before that Nurse until 2024-05",
        ),
        (
            "work: [{title: Nurse, start: 2015}, {kinds: [project], start: 2014, end: 2015-01}]",
            "Nurse (+ 1 other job)",
        ),
        ("training: []", "no training"),
        ("training: []\ncourses: [csm-course]", ""),
        ("training: []\ncertifications: [{id: pmp}]", "PMP"),
        ("employer: other", ""),
        ("employer: us-federal-civilian", "employer: US federal civilian"),
    ],
)
def test_the_line_names_what_goes_on_and_claims_no_lack_that_is_none(
    profile: str, line: str, catalog: Catalog
) -> None:
    """Present work comes first; a course taken or a certification held is training too."""
    assert " · ".join(known_parts(profile_of(profile, catalog, AS_OF), catalog, AS_OF)) == line
