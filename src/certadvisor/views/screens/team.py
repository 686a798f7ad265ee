"""The screen of a team report: key figures, what to do first, and a table per question."""

from collections.abc import Iterable, Iterator, Sequence

from certadvisor.team.coverage import Cover, Way
from certadvisor.views.blocks import (
    Block,
    Column,
    Fact,
    Facts,
    Heading,
    Para,
    Part,
    Screen,
    Span,
    Table,
    Title,
    Words,
    words,
)
from certadvisor.views.reports import TeamReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases, team_sentences, team_tables, team_terms
from certadvisor.views.words.team_tables import Grid

SHOWN = 10  # recommendations listed; JSON has all of them
_OF_THEM = Column("Of them", flexible=True)
_ASKED = (Cover.COVERED, Cover.LAPSED, Cover.WITHOUT, Cover.UNKNOWN)


def build(report: TeamReport) -> Screen:
    """The whole screen. What is a chart on the HTML page is a table here."""
    return (
        Title(words(f"{team_sentences.TITLE}: {report.source}"), report.frame.as_of.isoformat()),
        _figures(report),
        *parts.listed("In short", team_sentences.in_short(report)),
        *_coverage(report),
        *_listed(team_tables.lapses(report), say=team_sentences.lapses_said(report)),
        *_gaps(report),
        *_cost(report),
        *_recommended(report),
        *_held(report),
        *_listed(team_tables.ready(report), team_sentences.ready_title(report)),
        *_listed(team_tables.next_lapses(report), team_sentences.next_title(report)),
        *parts.listed("How this is reckoned", team_sentences.reckoned(report)),
        *parts.foot(report.frame),
    )


def _figures(report: TeamReport) -> Block:
    return Facts(
        tuple(
            Fact(figure.name, words(Span(figure.value, "strong"), f" ({figure.about})"))
            for figure in team_sentences.figures(report)
        )
    )


def _coverage(report: TeamReport) -> Iterator[Block]:
    roles = report.summary.asking
    rows = [
        (
            team_terms.role_of(one, report.frame),
            phrases.number(one.asked),
            team_terms.percent(one.share),
            _counts((one.covers[cover], team_terms.COVERS[cover]) for cover in _ASKED),
        )
        for one in (*roles, *([report.summary.all] if roles else []))
    ]
    columns = (Column("Role", flexible=True), _number("Asked"), _number("Covered"), _OF_THEM)
    yield from _table("Coverage by role", columns, rows, team_sentences.spared(report))


def _gaps(report: TeamReport) -> Iterator[Block]:
    summary = report.summary
    of_roles = [
        (team_terms.role_of(one, report.frame), phrases.number(one.gaps), _ways(one.ways.items()))
        for one in (*summary.roles, summary.all)
        if one.gaps
    ]
    columns = (Column("Role", flexible=True), _number("Gaps"), _OF_THEM)
    yield from _table("Gaps by role", columns, of_roles, team_sentences.gaps_said(report))
    of_each = [
        (
            phrases.certification_name(one.certification, report.frame.catalog),
            phrases.number(one.ways.total()),
            _ways(one.ways.items()),
        )
        for one in summary.closing
    ]
    columns = (Column("Certification", flexible=True), _number("Gaps"), _OF_THEM)
    yield from _table("What would close the gaps", columns, of_each)


def _ways(ways: Iterable[tuple[Way, int]]) -> str:
    counts = dict(ways)
    return _counts((counts.get(way, 0), name.lower()) for way, name in team_terms.SHORT.items())


def _cost(report: TeamReport) -> Iterator[Block]:
    rows = [
        (
            team_terms.role_of(one, report.frame),
            team_terms.total(one.price),
            team_terms.priced(one.price),
        )
        for one in report.summary.roles
        if one.gaps
    ]
    columns = (Column("Role", flexible=True), _number("Cost"), _OF_THEM)
    yield from _table("Cost of closing the gaps", columns, rows, team_sentences.cost_said(report))


def _recommended(report: TeamReport) -> Iterator[Block]:
    rows = [
        (
            phrases.certification_name(one.certification, report.frame.catalog),
            phrases.number(one.among),
            _counts(
                ((one.first_now, team_terms.FIRST_NOW), (one.first_later, team_terms.FIRST_LATER))
            ),
        )
        for one in report.summary.recommended[:SHOWN]
    ]
    columns = (Column("Certification", flexible=True), _number("People"), _OF_THEM)
    yield from _table("Top recommendations", columns, rows, team_sentences.recommended_said(report))


def _held(report: TeamReport) -> Iterator[Block]:
    rows: dict[str, list[tuple[str, ...]]] = {}
    for one in report.summary.held:
        rows.setdefault(team_terms.role(one.role, report.frame), []).append(
            (
                phrases.certification_name(one.certification, report.frame.catalog),
                "preferred" if one.preferred else "helpful",
                _counts((one.holdings[kind], name) for kind, name in team_terms.HOLDINGS.items()),
            )
        )
    if rows:
        yield Heading("Who holds which certification")
        columns = (Column("Certification", flexible=True), Column("Wanted"), _OF_THEM)
        yield Table(columns, tuple(Part(role, _rows(of_role)) for role, of_role in rows.items()))


def _listed(grid: Grid, title: str = "", say: str = "") -> Iterator[Block]:
    columns = [
        Column(name, right=at in grid.numbers, flexible=at == len(grid.columns) - 1)
        for at, name in enumerate(grid.columns)
    ]
    yield from _table(title or grid.title, columns, grid.rows, say)


def _table(
    title: str, columns: Sequence[Column], rows: Sequence[tuple[str, ...]], say: str = ""
) -> Iterator[Block]:
    """A table under its heading; no blocks if there are neither rows nor a lead."""
    if rows or say:
        yield Heading(title)
    if say:
        yield Para(words(say))
    if rows:
        yield Table(tuple(columns), (Part("", _rows(rows)),))


def _rows(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[Words, ...], ...]:
    return tuple(
        (words(Span(row[0], "strong")), *(words(cell) for cell in row[1:])) for row in rows
    )


def _number(name: str) -> Column:
    return Column(name, right=True)


def _counts(counts: Iterable[tuple[int, str]]) -> str:
    """The counts other than zero, each with its name."""
    return "; ".join(f"{phrases.number(count)} {name}" for count, name in counts if count)
