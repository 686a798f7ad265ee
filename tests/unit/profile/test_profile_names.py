"""Names in a profile: those that the catalogue knows, by any spelling, and those it does not."""

from datetime import date

import pytest

from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Credential, Profile, ReadProfile
from certadvisor.profile.reader import read_profile


def read(text: str, catalog: Catalog) -> ReadProfile:
    """Read a profile from YAML text."""
    return read_profile(read_bytes(text.encode(), "me.yaml"), catalog, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("written", "id"),
    [("PMI-PMP®", "pmp"), ("certified scrum master", "csm"), ("psm 1", "psm-i"), ("CAPM", "capm")],
)
def test_a_credential_is_found_by_any_of_its_names(written: str, id: str, small: Catalog) -> None:
    """By id, abbreviation or alias, whatever the case and punctuation."""
    result = read(f"certifications: [{{id: {written}}}]", small)
    assert result == ReadProfile(Profile(certifications=(Credential(id),)))


def test_a_credential_without_a_record_that_rules_name_is_known(small: Catalog) -> None:
    """PRINCE2 5 has no record, but a rule can require it."""
    result = read("certifications: [{id: PRINCE2 5 Foundation}]", small)
    assert result == ReadProfile(Profile(certifications=(Credential("prince2-5-foundation"),)))


def test_an_unknown_name_is_kept_with_a_warning(small: Catalog) -> None:
    """Unknown credentials, courses, declarations and interests are ignored, with a warning."""
    profile, warnings = read(
        "courses: [CMS Course, pottery]\n"
        "certifications:\n"
        "  - {id: Diploma of Underwater Basketry}\n"
        "  - {id: PMMP}\n"
        "confirmed: [cbap-area]\n"
        "goal: {interests: [gardening]}\n",
        small,
    )
    assert profile.courses == ("cms-course", "pottery")
    assert profile.certifications == (
        Credential("diploma-of-underwater-basketry"),
        Credential("pmmp"),
    )
    assert profile.confirmed == ("cbap-area",)
    assert profile.goal.interests == ("gardening",)
    nothing = "so it is ignored"
    assert [str(warning) for warning in warnings] == [
        (
            f"me.yaml:1: courses[0]: the catalogue has no course `CMS Course`, {nothing}; "
            "did you mean `csm-course`?"
        ),
        f"me.yaml:1: courses[1]: the catalogue has no course `pottery`, {nothing}",
        (
            "me.yaml:3: certifications[0].id: the catalogue has no certification "
            f"`Diploma of Underwater Basketry`, {nothing}"
        ),
        (
            "me.yaml:4: certifications[1].id: the catalogue has no certification `PMMP`, "
            f"{nothing}; did you mean `pmp`?"
        ),
        (
            "me.yaml:5: confirmed[0]: the catalogue has nothing to confirm called `cbap-area`, "
            f"{nothing}; did you mean `cbap-areas`?"
        ),
        "me.yaml:6: goal.interests[0]: the catalogue has no discipline `gardening`, " + nothing,
    ]


def test_courses_of_certifications_and_of_rules_are_known(small: Catalog) -> None:
    """The course of X is X-course, and rules can name others."""
    result = read("courses: [pmp-course, GAC core project management, csm-course]", small)
    assert result == ReadProfile(
        Profile(courses=("pmp-course", "gac-core-project-management", "csm-course"))
    )


@pytest.mark.parametrize(
    ("part", "ids"), [("scrum master", ("csm", "psm-i")), ("product owner", ("cspo", "pspo-i"))]
)
def test_a_part_of_a_name_suggests_what_is_asked_for_most(
    part: str, ids: tuple[str, ...], catalog: Catalog
) -> None:
    """Not what has the shortest name."""
    (warning,) = read(f"certifications: [{part}]", catalog).warnings
    assert all(f"`{id}`" in warning.remedy for id in ids)
