"""Laws of matching titles and certifications, for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.profile.matching.credentials import match_credential
from certadvisor.profile.matching.job_titles import match_title

CATALOG = load_catalog()
WORDS = st.sampled_from(
    ["project", "Manager", "IT", "sr.", "/", "-", "of", "director", "(Agile)", "programme", ",",
     "scrum", "master", "engineer", "pmo", "&", "chef", "de", "projet", "delivery", "driver", "PM",
     "it-projektleiter", "lead", "portfolio", "investment", "x"]
)  # fmt: skip
TITLES = st.lists(WORDS, max_size=9).map(" ".join)


@given(st.text(max_size=400) | TITLES)
def test_any_text_can_be_matched_as_a_title(title: str) -> None:
    """Nothing is raised, and roles and kinds are those of the catalogue."""
    match = match_title(title, CATALOG)
    assert match.title == title
    assert 0 <= match.confidence <= 1
    assert match.role is None or match.role in CATALOG.roles
    assert set(match.kinds or ()) <= set(CATALOG.kinds)
    assert not match.is_project_management or match.kinds
    match_credential(title, CATALOG)


@given(TITLES)
def test_case_and_spaces_of_a_title_do_not_matter(title: str) -> None:
    """A title in upper case, in lower case or with extra spaces matches the same."""
    plain = match_title(title, CATALOG)[1:]
    spread = "  ".join(title.split())
    for other in (title.upper(), title.lower(), f"  {spread}\t"):
        assert match_title(other, CATALOG)[1:] == plain


@given(TITLES)
def test_a_second_job_beside_it_never_hides_project_management(title: str) -> None:
    """A project manager stays one with another job after a slash."""
    assert match_title(f"Project Manager / {title}", CATALOG).is_project_management


@pytest.mark.parametrize(
    "title",
    [
        "project " * 100_000,
        "manager, " * 50_000,
        "<" * 100_000,
        "&amp;" * 50_000,
        "(" * 10_000 + "project manager",
        "project manager\0",
        "\x1b[31mproject manager\x1b[0m",
        "\u202emanager project\u202c",
        "\ud800 project manager",
        "Ã" * 10_000,
        "é" * 10_000,
        "",
        " ",
        "---",
    ],
    ids=lambda title: ascii(title[:20]),
)
def test_hostile_titles_are_matched_or_ignored(title: str, catalog: Catalog) -> None:
    """The number of letters and words that are read is limited."""
    match = match_title(title, catalog)
    assert match.title == title
    match_credential(title, catalog)
