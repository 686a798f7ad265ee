"""The screen of a team report: key figures, what to do first, and a table per question."""

from collections.abc import Iterable, Iterator, Sequence

from certadvisor.team.coverage import Availability, CoverageState
from certadvisor.views.blocks import (
    Block,
    DataTable,
    Fact,
    FactList,
    Fragment,
    Heading,
    Para,
    Screen,
    StyledText,
    TableColumn,
    TableSection,
    Title,
    styled,
)
from certadvisor.views.reports import TeamReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.table_notes import note_blocks
from certadvisor.views.words import phrases, team_sentences, team_tables, team_terms
from certadvisor.views.words.team_tables import ReportTable

RECOMMENDATION_LIMIT = 10  # recommendations listed; JSON has all of them
_BREAKDOWN = TableColumn("Of them", flexible=True)
_COVER_COLUMNS = (
    CoverageState.COVERED,
    CoverageState.LAPSED,
    CoverageState.WITHOUT,
    CoverageState.UNKNOWN,
)


def screen(report: TeamReport) -> Screen:
    """The whole screen. What is a chart on the HTML page is a table here."""
    return (
        Title(styled(f"{team_sentences.TITLE}: {report.source}"), report.context.as_of.isoformat()),
        _figures(report),
        *lists.list_section("In short", team_sentences.in_short(report)),
        *_coverage(report),
        *_report_table(team_tables.lapses(report), lead=team_sentences.lapses_sentence(report)),
        *_gaps(report),
        *_cost(report),
        *_recommendations(report),
        *_holdings(report),
        *_report_table(team_tables.ready_people(report), team_sentences.ready_title(report)),
        *_report_table(team_tables.next_lapses(report), team_sentences.next_title(report)),
        *note_blocks(report.notes),
        *lists.list_section("How this is calculated", team_sentences.calculation_notes(report)),
        *lists.footer(report.context),
    )


def _figures(report: TeamReport) -> Block:
    return FactList(
        tuple(
            Fact(figure.name, styled(Fragment(figure.value, "strong"), f" ({figure.about})"))
            for figure in team_sentences.figures(report)
        )
    )


def _coverage(report: TeamReport) -> Iterator[Block]:
    roles = report.summary.applicable_roles
    rows = [
        (
            team_terms.role_or_all(sums, report.context),
            phrases.number(sums.applicable),
            team_terms.percent(sums.share),
            _counts((sums.states[cover], team_terms.COVERS[cover]) for cover in _COVER_COLUMNS),
        )
        for sums in (*roles, *([report.summary.overall] if roles else []))
    ]
    columns = (
        TableColumn("Role", flexible=True),
        _number_column("Asked"),
        _number_column("Covered"),
        _BREAKDOWN,
    )
    yield from _table(
        "Coverage by role", columns, rows, team_sentences.exempt_roles_sentence(report)
    )


def _gaps(report: TeamReport) -> Iterator[Block]:
    summary = report.summary
    of_roles = [
        (
            team_terms.role_or_all(sums, report.context),
            phrases.number(sums.gaps),
            _gap_counts(sums.availability.items()),
        )
        for sums in (*summary.roles, summary.overall)
        if sums.gaps
    ]
    columns = (TableColumn("Role", flexible=True), _number_column("Gaps"), _BREAKDOWN)
    yield from _table("Gaps by role", columns, of_roles, team_sentences.gaps_sentence(report))
    of_each = [
        (
            phrases.certification_name(row.certification, report.context.catalog),
            phrases.number(row.availability.total()),
            _gap_counts(row.availability.items()),
        )
        for row in summary.closing
    ]
    columns = (TableColumn("Certification", flexible=True), _number_column("Gaps"), _BREAKDOWN)
    yield from _table("What would close the gaps", columns, of_each)


def _gap_counts(items: Iterable[tuple[Availability, int]]) -> str:
    counts = dict(items)
    return _counts(
        (counts.get(timing, 0), name.lower()) for timing, name in team_terms.GAP_LABELS.items()
    )


def _cost(report: TeamReport) -> Iterator[Block]:
    rows = [
        (
            team_terms.role_or_all(sums, report.context),
            team_terms.total(sums.gap_cost),
            team_terms.people_priced(sums.gap_cost),
        )
        for sums in report.summary.roles
        if sums.gaps
    ]
    columns = (TableColumn("Role", flexible=True), _number_column("Cost"), _BREAKDOWN)
    yield from _table(
        "Cost of closing the gaps", columns, rows, team_sentences.cost_sentence(report)
    )


def _recommendations(report: TeamReport) -> Iterator[Block]:
    rows = [
        (
            phrases.certification_name(row.certification, report.context.catalog),
            phrases.number(row.among),
            _counts(
                ((row.first_now, team_terms.FIRST_NOW), (row.first_later, team_terms.FIRST_LATER))
            ),
        )
        for row in report.summary.recommended[:RECOMMENDATION_LIMIT]
    ]
    columns = (TableColumn("Certification", flexible=True), _number_column("People"), _BREAKDOWN)
    yield from _table(
        "Top recommendations", columns, rows, team_sentences.recommendations_sentence(report)
    )


def _holdings(report: TeamReport) -> Iterator[Block]:
    rows: dict[str, list[tuple[str, ...]]] = {}
    for row in report.summary.holdings:
        rows.setdefault(team_terms.role_name(row.role, report.context), []).append(
            (
                phrases.certification_name(row.certification, report.context.catalog),
                "preferred" if row.preferred else "helpful",
                _counts(
                    (row.counts[holding], name) for holding, name in team_terms.HOLDINGS.items()
                ),
            )
        )
    if rows:
        yield Heading("Who holds which certification")
        columns = (TableColumn("Certification", flexible=True), TableColumn("Wanted"), _BREAKDOWN)
        yield DataTable(
            columns, tuple(TableSection(role, _rows(of_role)) for role, of_role in rows.items())
        )


def _report_table(report_table: ReportTable, title: str = "", lead: str = "") -> Iterator[Block]:
    columns = [
        TableColumn(
            name,
            right=index in report_table.numbers,
            flexible=index == len(report_table.columns) - 1,
        )
        for index, name in enumerate(report_table.columns)
    ]
    yield from _table(title or report_table.title, columns, report_table.rows, lead)


def _table(
    title: str, columns: Sequence[TableColumn], rows: Sequence[tuple[str, ...]], lead: str = ""
) -> Iterator[Block]:
    """A table under its heading; no blocks if there are neither rows nor a lead."""
    if rows or lead:
        yield Heading(title)
    if lead:
        yield Para(styled(lead))
    if rows:
        yield DataTable(tuple(columns), (TableSection("", _rows(rows)),))


def _rows(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[StyledText, ...], ...]:
    return tuple(
        (styled(Fragment(row[0], "strong")), *(styled(cell) for cell in row[1:])) for row in rows
    )


def _number_column(name: str) -> TableColumn:
    return TableColumn(name, right=True)


def _counts(counts: Iterable[tuple[int, str]]) -> str:
    """The counts other than zero, each with its name."""
    return "; ".join(f"{phrases.number(count)} {name}" for count, name in counts if count)
