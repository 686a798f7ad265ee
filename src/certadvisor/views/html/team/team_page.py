"""The HTML page of a team report: key figures, then a chart and its table per question."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from certadvisor.team.coverage import Cover, Way
from certadvisor.team.summary import Month
from certadvisor.team.totals import MONTHS
from certadvisor.views.html import page
from certadvisor.views.html.elements import added, made
from certadvisor.views.html.team.charts import Bar, Column, Part, bars, columns, keys
from certadvisor.views.html.team.team_styles import SHEET
from certadvisor.views.reports import Look, Report, TeamReport
from certadvisor.views.words import phrases, team_sentences, team_tables, team_terms
from certadvisor.views.words.team_tables import Grid

SHOWN = 10  # certifications in a chart; the table has them all
_COVERS = {
    Cover.COVERED: "solid",
    Cover.LAPSED: "striped",
    Cover.WITHOUT: "bare",
    Cover.UNKNOWN: "dotted",
}
_WAYS = {Way.NOW: "solid", Way.ASK: "dotted", Way.LATER: "striped"}


def render(report: Report, _: Look) -> str:
    """The whole page as HTML."""
    assert isinstance(report, TeamReport)  # noqa: S101  the format is offered for team reports only
    return page.page(
        team_sentences.TITLE, team_sentences.lead(report), _content(report), report.frame, SHEET
    )


def _content(report: TeamReport) -> Iterator[Element]:
    yield _figures(report)
    for part in (_in_short, _coverage, _lapses, _gaps, _cost, _recommended, _reckoned):
        found = part(report)
        if found is not None:
            yield found


def _section(title: str, say: str, content: Iterable[Element]) -> Element:
    part = made("section")
    added(part, "h2", title)
    if say:
        added(part, "p", say, class_="say")
    part.extend(list(content))
    return part


def _figures(report: TeamReport) -> Element:
    found = made("dl", class_="figures")
    for figure in team_sentences.figures(report):
        card = added(found, "div")
        added(card, "dt", figure.name)
        added(card, "dd", figure.value, class_="value")
        added(card, "dd", figure.about, class_="about")
    return found


def _folded(summary: str, grid: Grid) -> Element:
    return page.folded(summary, [page.grid(grid.title, grid.columns, grid.rows, grid.numbers)])


def _told(lines: Iterable[str]) -> Element:
    found = made("ul", class_="told")
    for line in lines:
        added(found, "li", line)
    return found


def _in_short(report: TeamReport) -> Element | None:
    told = team_sentences.in_short(report)
    return _section("In short", "", [_told(told)]) if told else None


def _coverage(report: TeamReport) -> Element:
    roles = report.summary.asking
    lines = [
        Bar(
            team_terms.role_of(one, report.frame),
            tuple(
                Part(look, one.covers[cover], team_terms.COVERS[cover])
                for cover, look in _COVERS.items()
            ),
            1.0,
            team_terms.percent(one.share),
            team_terms.covered(one),
        )
        for one in roles
    ]
    say = "Who holds what employers prefer for the role. "
    return _section(
        "Coverage by role",
        say + team_sentences.spared(report),
        [
            keys((look, team_terms.COVERS[cover]) for cover, look in _COVERS.items()),
            bars("Coverage by role", lines),
            _folded("The same as a table", team_tables.coverage(report)),
            _folded("Who holds which certification, by role", team_tables.held(report)),
        ],
    )


def _gaps(report: TeamReport) -> Element | None:
    summary = report.summary
    if not summary.all.gaps:
        return None
    most = summary.closing[0].ways.total() if summary.closing else 1
    lines = [
        Bar(
            phrases.certification_name(one.certification, report.frame.catalog),
            tuple(Part(look, one.ways[way], team_terms.WAYS[way]) for way, look in _WAYS.items()),
            one.ways.total() / most,
            team_terms.people_of(one.ways.total()),
            about=_full_name(one.certification, report),
        )
        for one in summary.closing[:SHOWN]
    ]
    content = [
        keys((look, team_terms.WAYS[way]) for way, look in _WAYS.items() if summary.all.ways[way]),
        bars("What would close the gaps", lines),
        _folded("The same as a table, by role", team_tables.gaps(report)),
    ]
    if summary.ready:
        about = team_sentences.ready_title(report)
        content.append(_folded(about, team_tables.ready(report)))
    return _section("What would close the gaps", team_sentences.gaps_said(report), content)


def _cost(report: TeamReport) -> Element | None:
    roles = [one for one in report.summary.roles if one.price.sums]
    if not roles:
        return None
    amounts = [one.price.total.amount if one.price.total else 0.0 for one in roles]
    most = max(amounts) or 1.0  # all of them may be free
    lines = [
        Bar(
            team_terms.role_of(one, report.frame),
            (Part("cost", one.price.people, "people", silent=True),),
            amount / most,
            team_terms.total(one.price),
            team_terms.priced(one.price),
        )
        for one, amount in zip(roles, amounts, strict=True)
    ]
    drawn = bars("Cost by role", lines)
    content = [drawn, _folded("The same as a table, by currency", team_tables.cost(report))]
    return _section("Cost of closing the gaps", team_sentences.cost_said(report), content)


def _lapses(report: TeamReport) -> Element:
    summary = report.summary
    drawn = columns(
        f"Certificates that lapse in the next {MONTHS} months",
        team_sentences.lapses_told(summary.months),
        [_column(month, first=at == 0) for at, month in enumerate(summary.months)],
    )
    content = [drawn, _folded("The same as a table", team_tables.lapses(report))]
    if summary.next_lapses:
        content.append(_folded(team_sentences.next_title(report), team_tables.next_lapses(report)))
    return _section("Upcoming lapses", team_sentences.lapses_said(report), content)


def _column(month: Month, *, first: bool) -> Column:
    below = str(month.first.year) if first or month.first.month == 1 else ""
    return Column(month.certificates, team_terms.month_name(month), below)


def _recommended(report: TeamReport) -> Element | None:
    found = report.summary.recommended
    if not found:
        return None
    most = max(one.among for one in found[:SHOWN])
    lines = [
        Bar(
            phrases.certification_name(one.certification, report.frame.catalog),
            (
                Part("solid", one.first_now, team_terms.FIRST_NOW),
                Part("pale", one.first_later, team_terms.FIRST_LATER),
                Part("bare", one.among - one.first, team_terms.AMONG_FIVE),
            ),
            one.among / most,
            team_terms.people_of(one.among),
            about=_full_name(one.certification, report),
        )
        for one in found[:SHOWN]
    ]
    looks = (
        ("solid", team_terms.FIRST_NOW),
        ("pale", team_terms.FIRST_LATER),
        ("bare", team_terms.AMONG_FIVE),
    )
    return _section(
        "Top recommendations",
        team_sentences.recommended_said(report),
        [
            keys(looks),
            bars("Top recommendations", lines),
            _folded("The same as a table", team_tables.recommended(report)),
        ],
    )


def _full_name(id: str, report: TeamReport) -> str:
    one = report.frame.catalog.certifications[id]
    return "" if one.name == one.abbreviation else one.name


def _reckoned(report: TeamReport) -> Element:
    return _section("How this is reckoned", "", [_told(team_sentences.reckoned(report))])
