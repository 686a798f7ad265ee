"""Whole outputs against the files in `expected`. `make expected` rewrites them for review."""

import os
from pathlib import Path

import pytest
from sample_answers import ANSWERS
from sample_comparisons import COMPARISONS
from sample_renewals import RENEWALS
from sample_teams import TEAMS
from sample_ways import PATHS

from certadvisor.catalog.records import Catalog
from certadvisor.views import document_types
from certadvisor.views.formats import Format
from certadvisor.views.reports import Terminal
from certadvisor.views.writers import render

EXPECTED = Path(__file__).parent / "expected"
SUFFIX = {Format.JSON: "json", Format.CSV: "csv", Format.MARKDOWN: "md"}


@pytest.fixture(autouse=True)
def _pinned_versions(small: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pin the catalogue digest and the version, which change with every edit and release."""
    monkeypatch.setattr(small, "digest", "0123456789abcdef")
    monkeypatch.setattr(document_types, "__version__", "0")


def compare(name: str, text: str) -> None:
    """Compare an output with its file, after rewriting the file if that was requested."""
    file = EXPECTED / name
    if os.environ.get("CERTADVISOR_REWRITE"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize("answer", ANSWERS)
def test_screen_is_as_expected(answer: str, width: int, small: Catalog) -> None:
    """The whole screen without colour, at the narrowest width and at a wide one."""
    text = render(ANSWERS[answer](small), Format.TABLE, Terminal(width))
    assert [line for line in text.splitlines() if len(line) > width and "://" not in line] == []
    compare(f"{answer}.{width}.txt", text)


@pytest.mark.parametrize("answer", ["roles", *PATHS, *COMPARISONS, *RENEWALS])
def test_wide_screen_is_as_expected_at_80_columns(answer: str, small: Catalog) -> None:
    """The ladder, career paths and comparisons at the width of most terminals."""
    text = render(ANSWERS[answer](small), Format.TABLE, Terminal(80))
    assert max(len(line) for line in text.splitlines()) <= 80
    compare(f"{answer}.80.txt", text)


@pytest.mark.parametrize("format", SUFFIX)
@pytest.mark.parametrize(
    "answer",
    [
        "check-missing-months",
        "check-timeline",
        "check-what-if",
        "recommend",
        "recommend-what-if",
        "recommend-lapsed",
        "evidence",
        "renew",
        "renew-lapsed",
        "list",
        "map",
        "show-role",
        "roles",
        "ways-person",
        "recommend-if",
        "steps-person",
        "compare-person",
        "compare-roles",
        "people-check",
        "audit",
        "audit-matrix",
    ],
)
def test_other_formats_are_as_expected(answer: str, format: Format, small: Catalog) -> None:
    """JSON, CSV and Markdown of one answer of each kind."""
    text = render(ANSWERS[answer](small), format, Terminal())
    compare(f"{answer}.{SUFFIX[format]}", text)


@pytest.mark.parametrize("format", [Format.SVG, Format.HTML])
@pytest.mark.parametrize("answer", ["map", "map-of-nobody"])
def test_map_picture_is_as_expected(answer: str, format: Format, small: Catalog) -> None:
    """Every byte of the map and of the page around it."""
    compare(f"{answer}.{format}", render(ANSWERS[answer](small), format, Terminal()))


@pytest.mark.parametrize("format", [Format.JSON, Format.MARKDOWN])
@pytest.mark.parametrize("answer", TEAMS)
def test_team_report_is_as_expected_in_json_and_markdown(
    answer: str, format: Format, small: Catalog
) -> None:
    """The figures of the page as JSON for scripts and as Markdown for wikis."""
    compare(f"{answer}.{SUFFIX[format]}", render(ANSWERS[answer](small), format, Terminal()))


@pytest.mark.parametrize("answer", TEAMS)
def test_team_page_is_as_expected(answer: str, small: Catalog) -> None:
    """Every byte of the page."""
    compare(f"{answer}.html", render(ANSWERS[answer](small), Format.HTML, Terminal()))


@pytest.mark.parametrize("answer", ANSWERS)
def test_colour_changes_no_word_of_a_screen(answer: str, small: Catalog) -> None:
    """Colour adds escape sequences and nothing else."""
    import re

    report = ANSWERS[answer](small)
    plain = render(report, Format.TABLE, Terminal(80))
    painted = render(report, Format.TABLE, Terminal(80, colour=True))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", painted)
    assert "\x1b[" in painted
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()
