"""The tables of a team report as rows of text, shared by the HTML page and the screen."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.team.coverage import Cover, Holding, Way
from certadvisor.team.summary import Price
from certadvisor.team.totals import AMONG
from certadvisor.views.reports import TeamReport
from certadvisor.views.words import phrases, team_terms


class Grid(NamedTuple):
    """A table as text. `numbers` holds the indexes of the columns that are right-aligned."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


def _grid(title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], left: int) -> Grid:
    """A table whose columns are right-aligned from index `left` on."""
    return Grid(title, columns, tuple(rows), frozenset(range(left, len(columns))))


def coverage(report: TeamReport) -> Grid:
    """A row per role that requires a certification, and a total."""
    columns = (
        "Role",
        "Asked",
        *(team_terms.COVERS[cover].capitalize() for cover in _ASKED),
        "Share",
    )
    rows = (
        (
            team_terms.role_of(one, report.frame),
            phrases.number(one.asked),
            *(phrases.number(one.covers[cover]) for cover in _ASKED),
            team_terms.percent(one.share),
        )
        for one in (*report.summary.asking, report.summary.all)
    )
    return _grid("Coverage by role", columns, rows, 1)


_ASKED = (Cover.COVERED, Cover.LAPSED, Cover.WITHOUT, Cover.UNKNOWN)


def held(report: TeamReport) -> Grid:
    """A row per role and certification that employers prefer or find helpful for it."""
    columns = (
        "Role", "Certification", "Wanted",
        *(team_terms.HOLDINGS[holding].capitalize() for holding in Holding),
    )  # fmt: skip
    rows = (
        (
            team_terms.role(one.role, report.frame),
            phrases.certification_name(one.certification, report.frame.catalog),
            "preferred" if one.preferred else "helpful",
            *(phrases.number(one.holdings[holding]) for holding in Holding),
        )
        for one in report.summary.held
    )
    return _grid("Certifications by role", columns, rows, 3)


def gaps(report: TeamReport) -> Grid:
    """A row per role with gaps, and a total."""
    columns = ("Role", "Gaps", *(team_terms.SHORT[way] for way in Way))
    rows = (
        (
            team_terms.role_of(one, report.frame),
            phrases.number(one.gaps),
            *(phrases.number(one.ways[way]) for way in Way),
        )
        for one in (*report.summary.roles, report.summary.all)
        if one.gaps
    )
    return _grid("Gaps by role", columns, rows, 1)


def ready(report: TeamReport) -> Grid:
    """The people who can close their gap now, by id, in the order of the people table."""
    rows = (
        (
            one.person,
            str(one.line),
            team_terms.role(one.role, report.frame),
            phrases.certification_name(one.certification, report.frame.catalog),
        )
        for one in report.summary.ready
    )
    return Grid(
        "Who may sit it now",
        ("Person", "Line", "Role", "Certification"),
        tuple(rows),
        frozenset([1]),
    )


def cost(report: TeamReport) -> Grid:
    """A row per role with gaps, one for all gaps, and one for those that can be closed now."""
    named: list[tuple[str, Price]] = [
        *((team_terms.role_of(one, report.frame), one.price) for one in report.summary.roles),
        ("All gaps", report.summary.all.price),
        ("Those closed now", report.summary.now),
    ]
    rows = (
        (
            name,
            team_terms.total(price),
            phrases.number(price.people),
            phrases.number(price.unpriced),
            team_terms.sums(price) if price.converted else "",
        )
        for name, price in named
        if price.people or price.unpriced
    )
    columns = ("Role", "Cost", "People", "Unpriced", "By currency")
    return Grid("Cost of closing the gaps", columns, tuple(rows), frozenset([1, 2, 3]))


def lapses(report: TeamReport) -> Grid:
    """A row per month."""
    rows = (
        (
            f"{month.first:%Y-%m}",
            phrases.number(month.certificates),
            team_terms.listed(month.lapses, report.frame.catalog),
        )
        for month in report.summary.months
    )
    columns = ("Month", "Certificates", "Of which")
    return Grid("Lapses by month", columns, tuple(rows), frozenset([1]))


def next_lapses(report: TeamReport) -> Grid:
    """The next certificates to lapse, with the ids of their holders."""
    rows = (
        (
            one.last_day.isoformat(),
            one.person,
            str(one.line),
            phrases.certification_name(one.certification, report.frame.catalog),
        )
        for one in report.summary.next_lapses
    )
    return Grid(
        "What lapses next",
        ("Last day", "Person", "Line", "Certification"),
        tuple(rows),
        frozenset([2]),
    )


def recommended(report: TeamReport) -> Grid:
    """A row per certification that is among a person's first recommendations."""
    columns = ("Certification", "First", "First, now", f"First {AMONG}", "Name")
    rows = (
        (
            phrases.certification_name(one.certification, report.frame.catalog),
            phrases.number(one.first),
            phrases.number(one.first_now),
            phrases.number(one.among),
            report.frame.catalog.certifications[one.certification].name,
        )
        for one in report.summary.recommended
    )
    return Grid("Top recommendations", columns, tuple(rows), frozenset([1, 2, 3]))
