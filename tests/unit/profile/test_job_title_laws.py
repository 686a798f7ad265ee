"""Laws of reading titles, whatever the title."""

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
def test_any_text_has_an_answer(title: str) -> None:
    """Nothing raises, and what is said is of the catalogue's own words."""
    found = match_title(title, CATALOG)
    assert found.title == title
    assert 0 <= found.confidence <= 1
    assert found.role is None or found.role in CATALOG.roles
    assert set(found.kinds or ()) <= set(CATALOG.kinds)
    assert not found.is_project_management or found.kinds
    match_credential(title, CATALOG)


@given(TITLES)
def test_case_and_spaces_change_nothing(title: str) -> None:
    """A title shouted, whispered or spread out stands for the same."""
    plain = match_title(title, CATALOG)[1:]
    spread = "  ".join(title.split())
    for other in (title.upper(), title.lower(), f"  {spread}\t"):
        assert match_title(other, CATALOG)[1:] == plain


@given(TITLES)
def test_a_second_job_beside_it_never_hides_project_management(title: str) -> None:
    """What is true of a project manager stays true with another job after a slash."""
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
def test_hostile_titles_are_read_or_left(title: str, catalog: Catalog) -> None:
    """Only so many letters and words are read, and nothing is trusted."""
    found = match_title(title, catalog)
    assert found.title == title
    match_credential(title, catalog)
