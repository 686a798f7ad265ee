"""The screen of `roles`: the career ladder, level by level."""

from typing import Any

from certadvisor.advice.career.pay import told_pay
from certadvisor.advice.career.role_certifications import wanted_in
from certadvisor.catalog.records import LEVELS, Role
from certadvisor.views.blocks import (
    Block,
    Column,
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
from certadvisor.views.reports import RolesReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases

COLUMNS = (
    Column("role"),
    Column("id"),
    Column("certifications", flexible=True),
    Column("gives experience in", flexible=True),
    Column("pay read at", flexible=True),
    Column("pay a year", right=True),
)


def build(report: RolesReport) -> Screen:
    """A section per level: its pay in the article, and its roles with pay from other sources."""
    catalog = report.frame.catalog
    blocks: list[Block] = [Title(words("The career ladder"), f"{len(catalog.roles)} roles")]
    for level in LEVELS:
        roles = [role for role in catalog.roles.values() if role.level == level]
        page = catalog.pages("levels").get(level, {})
        told = [page.get("expected", ""), *(pay_line(pay) for pay in page.get("pay", ()))]
        if not (roles or any(told)):
            continue
        blocks.append(Heading(f"{phrases.LEVEL_NAMES[level]} level"))
        blocks += [Para(words(Span(phrases.sentence(line), "dim"))) for line in told if line]
        if roles:
            rows = tuple(_row(role, report) for role in roles)
            blocks.append(Table(COLUMNS, (Part("", rows),), cards=True))
    blocks += parts.listed("More", _MORE)
    return (*blocks, *parts.foot(report.frame))


_MORE = (
    "certadvisor show ROLE: every pay figure with its source, skills, duties, codes.",
    "certadvisor roles --from ROLE: the ways up, and what each step adds.",
    "certadvisor roles --steps: the steps to a role as a checklist.",
)


def _row(role: Role, report: RolesReport) -> tuple[Words, ...]:
    catalog = report.frame.catalog
    pay = told_pay(catalog.page("roles", role.id).get("pay", ()), report.country)
    here = Span(" ← you", "good") if role.id == report.present else Span("")
    return (
        words(Span(role.title, "strong"), here),
        words(role.id),
        words(_asked(role, report)),
        words("gives ", phrases.several(phrases.kind_name(kind, catalog) for kind in role.kinds)),
        words(Span(_read_at(pay), "dim") if pay else Span("no pay known but the article's", "dim")),
        words(pay_short(pay) if pay else ""),
    )


def _asked(role: Role, report: RolesReport) -> str:
    preferred, helpful, _ = wanted_in(role, report.country)
    word, ids = ("prefers", preferred) if preferred else ("helped by", helpful)
    names = [phrases.certification_name(id, report.frame.catalog) for id in ids]
    return f"{word} {phrases.several(names)}" if names else ""


def _read_at(pay: dict[str, Any]) -> str:
    """The country, year and source of a pay figure."""
    place = f"{pay['country']} {pay['year']}" if pay.get("year") else f"{pay['country']}, no year"
    return ", ".join(part for part in (place, pay.get("via") or site(pay.get("url"))) if part)


def site(url: str | None) -> str:
    """The host of a URL, without `www.`."""
    return (url or "").partition("://")[2].partition("/")[0].removeprefix("www.")


def pay_short(pay: dict[str, Any]) -> str:
    """Pay as a range, or its median or mean; empty if there is no figure."""
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
    """Every pay range of a record, each with its source."""
    return [
        words(pay_line(pay), Span(f" ({pay.get('url') or pay.get('via') or 'no source'})", "dim"))
        for pay in page.get("pay", ())
    ]


def pay_line(pay: dict[str, Any]) -> str:
    """Pay with its country, year and basis."""
    told = [pay_short(pay) or phrases.NOT_KNOWN, f"in {pay['country']}"]
    if pay.get("year"):
        told.append(str(pay["year"]))
    if pay.get("median") and (pay.get("low") or pay.get("high")):
        told.append(f"median {phrases.number(pay['median'])}")
    if pay.get("article"):
        told.append("the article's own figure")
    elif pay.get("basis"):
        told.append(pay["basis"])
    return ", ".join(told)
