"""Hostile values cannot control a terminal, a page or a spreadsheet."""

import csv
import io
import json

import pytest
from sample_comparisons import comparison_builder
from sample_people import DAY

from certadvisor.catalog.records import Catalog, Certification
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, CompareReport, ListReport, Terminal
from certadvisor.views.writers import render
from certadvisor.views.writers.markdown import escape

HOSTILE = (
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\tcell",
    "\rcell",
    "\x1b[31mred\x1b]0;title\x07",
    "\x9b31m",
    "[bold]markup[/bold] [/nothing]",
    "<script>alert(1)</script>",
    "a | b \\ `c` *d* _e_ ![f](g)",
    "two\nlines",
    "\u202ereversed\u2066",
    ":warning: {0} %s",
)


def listing(name: str, catalog: Catalog) -> ListReport:
    """A list of a single certification with this name."""
    certification: Certification = catalog.certifications["pmp"]._replace(name=name, issuer=name)
    return ListReport(AnswerContext(catalog, DAY), (certification,), {})


def comparison(name: str, catalog: Catalog) -> CompareReport:
    """A comparison that includes a certification with this name."""
    report = comparison_builder("pmp", "csm")(catalog)
    first, second = report.comparison.columns
    certification = first.certification._replace(name=name, abbreviation=name)
    column = first._replace(certification=certification, facts=first.facts._replace(issuer=name))
    return report._replace(comparison=report.comparison._replace(columns=(column, second)))


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("name", HOSTILE)
def test_text_shows_only_printable_characters(name: str, colour: bool, small: Catalog) -> None:  # noqa: FBT001
    """No escape sequence but our own colours, no control or bidi character, no markup."""
    import re

    text = render(listing(name, small), Format.TABLE, Terminal(120, colour))
    bare = re.sub(r"\x1b\[(?:0|1|2|3[0-9]|1;36)m", "", text) if colour else text
    assert all(char.isprintable() for char in bare.replace("\n", ""))
    if "[bold]" in name:
        assert "[bold]markup[/bold] [/nothing]" in bare


@pytest.mark.parametrize("name", HOSTILE)
def test_a_csv_cell_is_never_a_formula(name: str, small: Catalog) -> None:
    """A spreadsheet reads text, and each row stays on one line."""
    text = render(listing(name, small), Format.CSV, Terminal())
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == len(text.splitlines()) == 2
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in rows[1])
    assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize("name", HOSTILE)
def test_json_keeps_the_value_in_ascii(name: str, small: Catalog) -> None:
    """Programs read the value itself; a terminal gets ASCII only."""
    text = render(listing(name, small), Format.JSON, Terminal())
    assert text.isascii()
    assert json.loads(text)["certifications"][0]["name"] == name


@pytest.mark.parametrize("name", HOSTILE)
def test_markdown_shows_the_value_as_it_is(name: str, small: Catalog) -> None:
    """The value cannot add a tag, link, table cell or line."""
    text = render(listing(name, small), Format.MARKDOWN, Terminal())
    row = next(line for line in text.splitlines() if "**pmp**" in line)
    assert row.replace("\\|", "").count("|") == 7
    assert "<script" not in text.replace("\\<", "")
    assert "](" not in text.replace("\\]", "")


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_comparison_shows_only_printable_characters(
    name: str, width: int, small: Catalog
) -> None:
    """Side by side and row by row, and no line is too wide."""
    text = render(comparison(name, small), Format.TABLE, Terminal(width))
    assert all(char.isprintable() for char in text.replace("\n", ""))
    assert max(len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("name", HOSTILE)
def test_a_comparison_is_safe_in_a_page_and_in_a_spreadsheet(name: str, small: Catalog) -> None:
    """No tag but our own line break, no extra cell, no formula."""
    page = render(comparison(name, small), Format.MARKDOWN, Terminal())
    bare = page.replace("<br>", "").replace("\\<", "")
    assert "<" not in bare
    for line in page.splitlines():
        assert not line.startswith("|") or line.replace("\\|", "").count("|") == 5
    rows = csv.reader(io.StringIO(render(comparison(name, small), Format.CSV, Terminal())))
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row
    )


def test_a_number_keeps_its_hyphens_in_markdown() -> None:
    """Only a mark that would start a list is escaped."""
    assert escape("2026-11-22") == "2026-11-22"
    assert escape("- item") == "\\- item"
    assert escape("3. item") == "3\\. item"
