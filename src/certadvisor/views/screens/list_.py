"""The screen of `list`: certifications by level."""

from certadvisor.catalog.records import LEVELS, Certification
from certadvisor.views.blocks import Column, Para, Part, Screen, Span, Table, Title, Words, words
from certadvisor.views.reports import ListReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases
from certadvisor.views.words.reasons import short_cost

COLUMNS = (
    Column("id"),
    Column("name", flexible=True),
    Column("issuer"),
    Column("levels"),
    Column("status"),
    Column("cost", right=True),
)


def build(report: ListReport) -> Screen:
    """A table with a part per level. A certification is listed at its lowest level."""
    found = report.certifications
    title = Title(words("Certifications"), phrases.amount(len(found), "certification"))
    if not found:
        return (title, Para(words("None fits.")), *parts.foot(report.frame))
    rows = tuple(
        Part(
            f"{phrases.LEVEL_NAMES[level]} level",
            tuple(_row(one, report) for one in found if _lowest(one) == level),
        )
        for level in LEVELS
    )
    table = Table(COLUMNS, tuple(part for part in rows if part.rows))
    return (title, table, *parts.foot(report.frame))


def _lowest(certification: Certification) -> str:
    return min(certification.levels, key=LEVELS.index)


def _row(one: Certification, report: ListReport) -> tuple[Words, ...]:
    state = one.status_on(report.frame.as_of)
    style = {"active": "", "retiring": "doubt", "unclear": "doubt"}.get(state, "bad")
    return (
        words(Span(one.id, "strong")),
        words(one.name),
        words(one.issuer),
        words(", ".join(one.levels)),
        words(Span(state, style)),
        words(short_cost(report.costs.get(one.id)) or Span("-", "dim")),
    )
