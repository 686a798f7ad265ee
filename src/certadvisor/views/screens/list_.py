"""The screen of `list`: certifications by level."""

from certadvisor.catalog.records import LEVELS, Certification
from certadvisor.views.blocks import (
    DataTable,
    Fragment,
    Para,
    Screen,
    StyledText,
    TableColumn,
    TableSection,
    Title,
    styled,
)
from certadvisor.views.reports import ListReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases
from certadvisor.views.words.reasons import short_cost

COLUMNS = (
    TableColumn("id"),
    TableColumn("name", flexible=True),
    TableColumn("issuer"),
    TableColumn("levels"),
    TableColumn("status"),
    TableColumn("cost", right=True),
)


def screen(report: ListReport) -> Screen:
    """A table with a part per level. A certification is listed at its lowest level."""
    certifications = report.certifications
    title = Title(styled("Certifications"), phrases.amount(len(certifications), "certification"))
    if not certifications:
        return (title, Para(styled("None fits.")), *parts.footer(report.context))
    rows = tuple(
        TableSection(
            f"{phrases.LEVEL_NAMES[level]} level",
            tuple(_row(one, report) for one in certifications if _lowest_level(one) == level),
        )
        for level in LEVELS
    )
    table = DataTable(COLUMNS, tuple(part for part in rows if part.rows))
    return (title, table, *parts.footer(report.context))


def _lowest_level(certification: Certification) -> str:
    return min(certification.levels, key=LEVELS.index)


def _row(certification: Certification, report: ListReport) -> tuple[StyledText, ...]:
    state = certification.status_on(report.context.as_of)
    style = {"active": "", "retiring": "doubt", "unclear": "doubt"}.get(state, "bad")
    return (
        styled(Fragment(certification.id, "strong")),
        styled(certification.name),
        styled(certification.issuer),
        styled(", ".join(certification.levels)),
        styled(Fragment(state, style)),
        styled(short_cost(report.costs.get(certification.id)) or Fragment("-", "dim")),
    )
