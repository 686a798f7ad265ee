"""The HTML page of a team report: key figures, then a chart and its table per question."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from certadvisor.team.coverage import Availability, CoverageState
from certadvisor.team.summary import LapseMonth
from certadvisor.team.totals import MONTHS_AHEAD
from certadvisor.views.html import page
from certadvisor.views.html.elements import element, sub_element
from certadvisor.views.html.team.charts import (
    BarSegment,
    ChartColumn,
    StackedBar,
    bar_chart,
    column_chart,
    legend,
)
from certadvisor.views.html.team.team_styles import SHEET
from certadvisor.views.reports import TeamReport
from certadvisor.views.sections.table_notes import TITLE, note_lines
from certadvisor.views.words import phrases, team_sentences, team_tables, team_terms
from certadvisor.views.words.team_tables import ReportTable

CHART_LIMIT = 10  # certifications in a chart; the table has them all
_COVER_CLASSES = {
    CoverageState.COVERED: "solid",
    CoverageState.LAPSED: "striped",
    CoverageState.WITHOUT: "bare",
    CoverageState.UNKNOWN: "dotted",
}
_GAP_CLASSES = {
    Availability.NOW: "solid",
    Availability.ASK: "dotted",
    Availability.LATER: "striped",
}


def render(report: TeamReport) -> str:
    """The whole page as HTML."""
    return page.html_page(
        team_sentences.TITLE, team_sentences.lead(report), _content(report), report.context, SHEET
    )


def _content(report: TeamReport) -> Iterator[Element]:
    yield _figures(report)
    for make_section in (
        _in_short,
        _coverage,
        _lapses,
        _gaps,
        _cost,
        _recommendations,
        _ignored,
        _calculation,
    ):
        section = make_section(report)
        if section is not None:
            yield section


def _section(title: str, lead: str, content: Iterable[Element]) -> Element:
    section = element("section")
    sub_element(section, "h2", title)
    if lead:
        sub_element(section, "p", lead, class_="say")
    section.extend(list(content))
    return section


def _figures(report: TeamReport) -> Element:
    figure_list = element("dl", class_="figures")
    for figure in team_sentences.figures(report):
        card = sub_element(figure_list, "div")
        sub_element(card, "dt", figure.name)
        sub_element(card, "dd", figure.value, class_="value")
        sub_element(card, "dd", figure.about, class_="about")
    return figure_list


def _details(summary: str, table: ReportTable) -> Element:
    return page.collapsed_section(
        summary, [page.plain_table(table.title, table.columns, table.rows, table.numbers)]
    )


def _bullet_list(lines: Iterable[str]) -> Element:
    bullets = element("ul", class_="told")
    for text in lines:
        sub_element(bullets, "li", text)
    return bullets


def _in_short(report: TeamReport) -> Element | None:
    lines = team_sentences.in_short(report)
    return _section("In short", "", [_bullet_list(lines)]) if lines else None


def _ignored(report: TeamReport) -> Element | None:
    lines = note_lines(report.notes, limit=None)
    lead = "What the table holds and the figures leave out."
    return _section(TITLE, lead, [_bullet_list(lines)]) if lines else None


def _coverage(report: TeamReport) -> Element:
    roles = report.summary.applicable_roles
    bars = [
        StackedBar(
            team_terms.role_or_all(sums, report.context),
            tuple(
                BarSegment(css_class, sums.states[cover], team_terms.COVERS[cover])
                for cover, css_class in _COVER_CLASSES.items()
            ),
            1.0,
            team_terms.percent(sums.share),
            team_terms.covered_of_known(sums),
        )
        for sums in roles
    ]
    lead = "Who holds what is preferred for the role. "
    return _section(
        "Coverage by role",
        lead + team_sentences.exempt_roles_sentence(report),
        [
            legend(
                (css_class, team_terms.COVERS[cover]) for cover, css_class in _COVER_CLASSES.items()
            ),
            bar_chart("Coverage by role", bars),
            _details("The same as a table", team_tables.coverage(report)),
            _details("Who holds which certification, by role", team_tables.holdings(report)),
        ],
    )


def _gaps(report: TeamReport) -> Element | None:
    summary = report.summary
    if not summary.overall.gaps:
        return None
    longest = summary.closing[0].availability.total() if summary.closing else 1
    bars = [
        StackedBar(
            phrases.certification_name(row.certification, report.context.catalog),
            tuple(
                BarSegment(css_class, row.availability[timing], team_terms.GAP_PHRASES[timing])
                for timing, css_class in _GAP_CLASSES.items()
            ),
            row.availability.total() / longest,
            team_terms.people_count(row.availability.total()),
            subtitle=_full_name(row.certification, report),
        )
        for row in summary.closing[:CHART_LIMIT]
    ]
    content = [
        legend(
            (css_class, team_terms.GAP_PHRASES[timing])
            for timing, css_class in _GAP_CLASSES.items()
            if summary.overall.availability[timing]
        ),
        bar_chart("What would close the gaps", bars),
        _details("The same as a table, by role", team_tables.gaps(report)),
    ]
    if summary.ready:
        title = team_sentences.ready_title(report)
        content.append(_details(title, team_tables.ready_people(report)))
    return _section("What would close the gaps", team_sentences.gaps_sentence(report), content)


def _cost(report: TeamReport) -> Element | None:
    roles = [sums for sums in report.summary.roles if sums.gap_cost.sums]
    if not roles:
        return None
    amounts = [sums.gap_cost.total.amount if sums.gap_cost.total else 0.0 for sums in roles]
    highest = max(amounts) or 1.0  # all of them may be free
    bars = [
        StackedBar(
            team_terms.role_or_all(sums, report.context),
            (BarSegment("cost", sums.gap_cost.people, "people", hide_number=True),),
            amount / highest,
            team_terms.total(sums.gap_cost),
            team_terms.people_priced(sums.gap_cost),
        )
        for sums, amount in zip(roles, amounts, strict=True)
    ]
    chart = bar_chart("Cost by role", bars)
    content = [chart, _details("The same as a table, by currency", team_tables.cost(report))]
    return _section("Cost of closing the gaps", team_sentences.cost_sentence(report), content)


def _lapses(report: TeamReport) -> Element:
    summary = report.summary
    chart = column_chart(
        f"Certificates that lapse in the next {MONTHS_AHEAD} months",
        team_sentences.lapse_months(summary.months),
        [_month_column(month, first=index == 0) for index, month in enumerate(summary.months)],
    )
    content = [chart, _details("The same as a table", team_tables.lapses(report))]
    if summary.next_lapses:
        content.append(_details(team_sentences.next_title(report), team_tables.next_lapses(report)))
    return _section("Upcoming lapses", team_sentences.lapses_sentence(report), content)


def _month_column(month: LapseMonth, *, first: bool) -> ChartColumn:
    second_line = str(month.first.year) if first or month.first.month == 1 else ""
    return ChartColumn(month.certificates, team_terms.month_name(month), second_line)


def _recommendations(report: TeamReport) -> Element | None:
    counts = report.summary.recommended
    if not counts:
        return None
    longest = max(row.among for row in counts[:CHART_LIMIT])
    bars = [
        StackedBar(
            phrases.certification_name(row.certification, report.context.catalog),
            (
                BarSegment("solid", row.first_now, team_terms.FIRST_NOW),
                BarSegment("pale", row.first_later, team_terms.FIRST_LATER),
                BarSegment("bare", row.among - row.first, team_terms.AMONG_FIRST),
            ),
            row.among / longest,
            team_terms.people_count(row.among),
            subtitle=_full_name(row.certification, report),
        )
        for row in counts[:CHART_LIMIT]
    ]
    legend_items = (
        ("solid", team_terms.FIRST_NOW),
        ("pale", team_terms.FIRST_LATER),
        ("bare", team_terms.AMONG_FIRST),
    )
    return _section(
        "Top recommendations",
        team_sentences.recommendations_sentence(report),
        [
            legend(legend_items),
            bar_chart("Top recommendations", bars),
            _details("The same as a table", team_tables.recommendations(report)),
        ],
    )


def _full_name(id: str, report: TeamReport) -> str:
    certification = report.context.catalog.certifications[id]
    return "" if certification.name == certification.abbreviation else certification.name


def _calculation(report: TeamReport) -> Element:
    return _section(
        "How this is calculated", "", [_bullet_list(team_sentences.calculation_notes(report))]
    )
