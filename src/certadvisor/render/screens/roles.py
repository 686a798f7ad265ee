"""The screen of `roles`: the career ladder, level by level."""

from typing import Any

from certadvisor.catalog.catalog import LEVELS, Catalog, Role
from certadvisor.render import phrases
from certadvisor.render.blocks import (
    Block,
    Column,
    Heading,
    Para,
    Screen,
    Span,
    Title,
    Words,
    table,
    words,
)
from certadvisor.render.report import RolesReport
from certadvisor.render.screens import parts

COLUMNS = (
    Column("role", flexible=True),
    Column("id"),
    Column("certifications preferred", flexible=True),
    Column("pay a year", right=True),
)


def build(report: RolesReport) -> Screen:
    """A table of roles for each level."""
    catalog = report.frame.catalog
    blocks: list[Block] = [Title(words("The career ladder"), f"{len(catalog.roles)} roles")]
    for level in LEVELS:
        roles = [role for role in catalog.roles.values() if role.level == level]
        page = catalog.pages("levels").get(level, {})
        blocks.append(Heading(f"{phrases.LEVEL_NAMES[level]} level"))
        told = [page.get("expected", ""), *(pay_line(pay) for pay in page.get("pay", ())[:2])]
        blocks += [Para(words(Span(phrases.sentence(line), "dim"))) for line in told if line]
        if roles:
            blocks.append(table(COLUMNS, (_row(role, catalog) for role in roles)))
    return (*blocks, *parts.foot(report.frame))


def _row(role: Role, catalog: Catalog) -> tuple[Words, ...]:
    preferred = (phrases.certification_name(id, catalog) for id in role.preferred)
    pay = catalog.page("roles", role.id).get("pay", ())
    return (
        words(Span(role.title, "strong")),
        words(role.id),
        words(", ".join(preferred)),
        words(pay_short(pay[0]) if pay else ""),
    )


def pay_short(pay: dict[str, Any]) -> str:
    """Pay in a column: the range, or the middle."""
    low, high = pay.get("low"), pay.get("high")
    middle = pay.get("median") or pay.get("mean")
    if low and high:
        told = f"{phrases.number(low)} to {phrases.number(high)}"
    elif low:
        told = f"from {phrases.number(low)}"
    elif high:
        told = f"up to {phrases.number(high)}"
    else:
        told = phrases.number(middle) if middle else ""
    return f"{told} {pay['currency']}" if told else ""


def pay_lines(page: dict[str, Any]) -> list[Words]:
    """Every pay range of a record, each with where it was read."""
    return [
        words(pay_line(pay), Span(f" ({pay.get('url') or pay.get('via') or 'no source'})", "dim"))
        for pay in page.get("pay", ())
    ]


def pay_line(pay: dict[str, Any]) -> str:
    """Pay with its place, year and source."""
    told = [pay_short(pay) or phrases.NOT_KNOWN, f"in {pay['country']}"]
    if pay.get("year"):
        told.append(str(pay["year"]))
    if pay.get("median") and (pay.get("low") or pay.get("high")):
        told.append(f"median {phrases.number(pay['median'])}")
    if pay.get("article"):
        told.append("the article's own range")
    elif pay.get("basis"):
        told.append(pay["basis"])
    return ", ".join(told)
