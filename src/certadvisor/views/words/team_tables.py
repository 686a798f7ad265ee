"""The tables of a team report as rows of text, shared by the HTML page and the screen."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.team.coverage import Availability, CoverageState, Holding
from certadvisor.team.summary import GapCost
from certadvisor.team.totals import TOP_RANKS
from certadvisor.views.reports import TeamReport
from certadvisor.views.words import phrases, team_terms


class ReportTable(NamedTuple):
    """A table as text. `numbers` holds the indexes of the columns that are right-aligned."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


def _make_table(
    title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers_from: int
) -> ReportTable:
    """A table whose columns are right-aligned from index `left` on."""
    return ReportTable(title, columns, tuple(rows), frozenset(range(numbers_from, len(columns))))


def coverage(report: TeamReport) -> ReportTable:
    """A row per role that requires a certification, and a total."""
    columns = (
        "Role",
        "Asked",
        *(team_terms.COVERS[cover].capitalize() for cover in _COVER_COLUMNS),
        "Share",
    )
    rows = (
        (
            team_terms.role_or_all(sums, report.context),
            phrases.number(sums.applicable),
            *(phrases.number(sums.states[cover]) for cover in _COVER_COLUMNS),
            team_terms.percent(sums.share),
        )
        for sums in (*report.summary.applicable_roles, report.summary.overall)
    )
    return _make_table("Coverage by role", columns, rows, 1)


_COVER_COLUMNS = (
    CoverageState.COVERED,
    CoverageState.LAPSED,
    CoverageState.WITHOUT,
    CoverageState.UNKNOWN,
)


def holdings(report: TeamReport) -> ReportTable:
    """A row per role and certification that employers prefer or find helpful for it."""
    columns = (
        "Role", "Certification", "Wanted",
        *(team_terms.HOLDINGS[holding].capitalize() for holding in Holding),
    )  # fmt: skip
    rows = (
        (
            team_terms.role_name(row.role, report.context),
            phrases.certification_name(row.certification, report.context.catalog),
            "preferred" if row.preferred else "helpful",
            *(phrases.number(row.counts[holding]) for holding in Holding),
        )
        for row in report.summary.holdings
    )
    return _make_table("Certifications by role", columns, rows, 3)


def gaps(report: TeamReport) -> ReportTable:
    """A row per role with gaps, and a total."""
    columns = ("Role", "Gaps", *(team_terms.GAP_LABELS[timing] for timing in Availability))
    rows = (
        (
            team_terms.role_or_all(sums, report.context),
            phrases.number(sums.gaps),
            *(phrases.number(sums.availability[timing]) for timing in Availability),
        )
        for sums in (*report.summary.roles, report.summary.overall)
        if sums.gaps
    )
    return _make_table("Gaps by role", columns, rows, 1)


def ready_people(report: TeamReport) -> ReportTable:
    """The people who can close their gap now, by id, in the order of the people table."""
    rows = (
        (
            entry.person,
            str(entry.line),
            team_terms.role_name(entry.role, report.context),
            phrases.certification_name(entry.certification, report.context.catalog),
        )
        for entry in report.summary.ready
    )
    return ReportTable(
        "Who can take the exam now",
        ("Person", "Line", "Role", "Certification"),
        tuple(rows),
        frozenset([1]),
    )


def cost(report: TeamReport) -> ReportTable:
    """A row per role with gaps, one for all gaps, and one for those that can be closed now."""
    named_prices: list[tuple[str, GapCost]] = [
        *(
            (team_terms.role_or_all(one, report.context), one.gap_cost)
            for one in report.summary.roles
        ),
        ("All gaps", report.summary.overall.gap_cost),
        ("Those closed now", report.summary.cost_now),
    ]
    rows = (
        (
            name,
            team_terms.total(price),
            phrases.number(price.people),
            phrases.number(price.unpriced),
            team_terms.sums(price) if price.converted else "",
        )
        for name, price in named_prices
        if price.people or price.unpriced
    )
    columns = ("Role", "Cost", "People", "Unpriced", "By currency")
    return ReportTable("Cost of closing the gaps", columns, tuple(rows), frozenset([1, 2, 3]))


def lapses(report: TeamReport) -> ReportTable:
    """A row per month."""
    rows = (
        (
            f"{month.first:%Y-%m}",
            phrases.number(month.certificates),
            team_terms.counts_by_name(month.lapses, report.context.catalog),
        )
        for month in report.summary.months
    )
    columns = ("Month", "Certificates", "Of which")
    return ReportTable("Lapses by month", columns, tuple(rows), frozenset([1]))


def next_lapses(report: TeamReport) -> ReportTable:
    """The next certificates to lapse, with the ids of their holders."""
    rows = (
        (
            lapse.last_day.isoformat(),
            lapse.person,
            str(lapse.line),
            phrases.certification_name(lapse.certification, report.context.catalog),
        )
        for lapse in report.summary.next_lapses
    )
    return ReportTable(
        "What lapses next",
        ("Last day", "Person", "Line", "Certification"),
        tuple(rows),
        frozenset([2]),
    )


def recommendations(report: TeamReport) -> ReportTable:
    """A row per certification that is among a person's first recommendations."""
    columns = ("Certification", "First", "First, now", f"First {TOP_RANKS}", "Name")
    rows = (
        (
            phrases.certification_name(row.certification, report.context.catalog),
            phrases.number(row.first),
            phrases.number(row.first_now),
            phrases.number(row.among),
            report.context.catalog.certifications[row.certification].name,
        )
        for row in report.summary.recommended
    )
    return ReportTable("Top recommendations", columns, tuple(rows), frozenset([1, 2, 3]))
