"""Team reports: ids only, safe with any text, readable in colour, the same in every format."""

import copy
import json
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from sample_teams import FILE, empty_team_report, team_report
from test_hostile import HOSTILE

from certadvisor.catalog.records import Catalog
from certadvisor.team.totals import MONTHS_AHEAD
from certadvisor.views.formats import Format
from certadvisor.views.html.palette import DARK, LIGHT, contrast
from certadvisor.views.reports import TeamReport, Terminal
from certadvisor.views.words.team_terms import percent
from certadvisor.views.writers import render

PAGE = Format.HTML
FORMS = (PAGE, Format.JSON, Format.MARKDOWN, Format.TABLE)


def with_text(text: str, small: Catalog) -> TeamReport:
    """The same report with this text in every field that comes from a user."""
    catalog = copy.copy(small)
    catalog.roles = {id: role._replace(title=text) for id, role in small.roles.items()}
    catalog.certifications = {
        id: certification._replace(name=f"{text}{id}", abbreviation=text)
        for id, certification in small.certifications.items()
    }
    report = team_report(small)
    summary = report.summary._replace(
        ready=tuple(one._replace(person=text) for one in report.summary.ready),
        next_lapses=tuple(one._replace(person=text) for one in report.summary.next_lapses),
    )
    context = report.context._replace(catalog=catalog)
    return report._replace(context=context, source=text, summary=summary)


@pytest.fixture(scope="module")
def harmless_tags(small: Catalog) -> set[tuple[str, tuple[str, ...]]]:
    """The elements of the page of a team whose texts are harmless."""
    return _tags(render(team_report(small), PAGE, Terminal()))


@pytest.mark.parametrize("text", [*HOSTILE, "</style><b>", "]]>", "x" * 4000, "\ud800", "\0"])
def test_hostile_text_never_becomes_markup(
    text: str, harmless_tags: set[tuple[str, tuple[str, ...]]], small: Catalog
) -> None:
    """Hostile ids, titles, names and file names are shown verbatim or escaped."""
    page = render(with_text(text, small), PAGE, Terminal())
    assert _tags(page) == harmless_tags
    assert page.replace("\n", "").isprintable()
    page.encode("utf-8")
    screen = render(with_text(text, small), Format.TABLE, Terminal(80))
    assert all(char.isprintable() for char in screen.replace("\n", ""))
    markdown = render(with_text(text, small), Format.MARKDOWN, Terminal())
    assert "<script" not in markdown.replace("\\<", "")
    assert render(with_text(text, small), Format.JSON, Terminal()).isascii()


def _tags(text: str) -> set[tuple[str, tuple[str, ...]]]:
    """Every element that a browser parses, with the names of its attributes."""
    tags: set[tuple[str, tuple[str, ...]]] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.add((tag, tuple(sorted(name for name, _ in attrs))))

    Reader().feed(text)
    return tags


@pytest.mark.parametrize("report", [team_report, empty_team_report])
def test_team_page_loads_nothing_and_runs_no_script(
    report: Callable[[Catalog], TeamReport], small: Catalog
) -> None:
    """No script, link or remote image, and a content security policy that forbids them."""
    page = render(report(small), PAGE, Terminal())
    tags = {tag for tag, _ in _tags(page)}
    assert not tags & {"script", "img", "iframe", "object", "form", "a"}
    assert "://" not in page
    assert "url(" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("form", FORMS)
def test_people_appear_as_ids(form: Format, small: Catalog) -> None:
    """The people table has names; no format of the report shows them."""
    names = [name for line in FILE.read_text("utf-8").splitlines() if (name := _name(line))]
    text = render(team_report(small), form, Terminal(120))
    assert names
    assert not [name for name in names if name in text]
    assert "Chief of wonders" not in text
    assert "e-01" in text


def _name(line: str) -> str | None:
    name: str | None = json.loads(line).get("name")
    return name


@pytest.mark.parametrize("form", FORMS)
def test_every_format_has_the_same_figures(form: Format, small: Catalog) -> None:
    """Coverage, gaps and the twelve months, in text or as data."""
    report = team_report(small)
    text = render(report, form, Terminal(120))
    all_roles = report.summary.overall
    if form == Format.JSON:
        document = json.loads(text)
        assert document["coverage"]["gaps"]["people"] == all_roles.gaps
        assert len(document["lapses"]["months"]) == MONTHS_AHEAD
        assert sum(role["gaps"]["people"] for role in document["roles"]) == all_roles.gaps
        return
    assert percent(all_roles.share) in text
    assert f"{all_roles.gaps} people hold none of what is preferred" in text
    for month in report.summary.months:
        assert f"{month.first:%Y-%m}" in text


@pytest.mark.parametrize(
    ("share", "text"),
    [(None, "not known"), (0.0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.999, "99%"), (1.0, "100%")],
)
def test_share_reads_0_or_100_percent_only_if_exact(share: float | None, text: str) -> None:
    """One gap among a thousand people does not round to full coverage."""
    assert percent(share) == text


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("paper", "open"),
        *(("ink", ground) for ground in ("open-tint", "reachable-tint", "line", "ask-tint")),
        *(("ink", ground) for ground in ("held-tint", "card")),
        ("soft", "card"),
        ("soft", "paper"),
    ],
)
def test_chart_text_has_enough_contrast(text: str, ground: str, colours: dict[str, str]) -> None:
    """WCAG level AA (4.5:1) for every pair of text and background colours."""
    assert contrast(colours[text], colours[ground]) >= 4.5
