"""The screen of `roles`: the career ladder, level by level."""

from typing import Any

from certadvisor.advice.career.pay import representative_pay
from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.catalog.records import LEVELS, Role
from certadvisor.views.blocks import (
    Block,
    DataTable,
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
from certadvisor.views.reports import RolesReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases

COLUMNS = (
    TableColumn("role"),
    TableColumn("id"),
    TableColumn("certifications", flexible=True),
    TableColumn("gives experience in", flexible=True),
    TableColumn("pay read at", flexible=True),
    TableColumn("pay a year", right=True),
)


def screen(report: RolesReport) -> Screen:
    """A section per level: its pay in the article, and its roles with pay from other sources."""
    catalog = report.context.catalog
    blocks: list[Block] = [Title(styled("The career ladder"), f"{len(catalog.roles)} roles")]
    for level in LEVELS:
        roles = [role for role in catalog.roles.values() if role.level == level]
        record = catalog.raw_records("levels").get(level, {})
        intro = [record.get("expected", ""), *(pay_text(pay) for pay in record.get("pay", ()))]
        if not (roles or any(intro)):
            continue
        blocks.append(Heading(f"{phrases.LEVEL_NAMES[level]} level"))
        blocks += [Para(styled(Fragment(phrases.sentence(text), "dim"))) for text in intro if text]
        if roles:
            rows = tuple(_row(role, report) for role in roles)
            blocks.append(DataTable(COLUMNS, (TableSection("", rows),), as_cards=True))
    blocks += lists.list_section("More", _MORE)
    return (*blocks, *lists.footer(report.context))


_MORE = (
    "certadvisor show ROLE: every pay figure with its source, skills, duties, codes.",
    "certadvisor roles --from ROLE: the ways up, and what each step adds.",
    "certadvisor roles --steps: the steps to a role as a checklist.",
)


def _row(role: Role, report: RolesReport) -> tuple[StyledText, ...]:
    catalog = report.context.catalog
    pay = representative_pay(catalog.raw_record("roles", role.id).get("pay", ()), report.country)
    marker = Fragment(" ← you", "good") if role.id == report.present_role else Fragment("")
    return (
        styled(Fragment(role.title, "strong"), marker),
        styled(role.id),
        styled(_certifications(role, report)),
        styled(
            "gives ", phrases.join_names(phrases.kind_name(kind, catalog) for kind in role.kinds)
        ),
        styled(
            Fragment(_pay_source(pay), "dim")
            if pay
            else Fragment("no pay known but the article's", "dim")
        ),
        styled(pay_range(pay) if pay else ""),
    )


def _certifications(role: Role, report: RolesReport) -> str:
    preferred, helpful, _ = certifications_for_role(role, report.country)
    word, ids = ("prefers", preferred) if preferred else ("helped by", helpful)
    names = [phrases.certification_name(id, report.context.catalog) for id in ids]
    return f"{word} {phrases.join_names(names)}" if names else ""


def _pay_source(pay: dict[str, Any]) -> str:
    """The country, year and source of a pay figure."""
    country = f"{pay['country']} {pay['year']}" if pay.get("year") else f"{pay['country']}, no year"
    return ", ".join(
        part for part in (country, pay.get("via") or host_name(pay.get("url"))) if part
    )


def host_name(url: str | None) -> str:
    """The host of a URL, without `www.`."""
    return (url or "").partition("://")[2].partition("/")[0].removeprefix("www.")


def pay_range(pay: dict[str, Any]) -> str:
    """Pay as a range, or its median or mean; empty if there is no figure."""
    low, high = pay.get("low"), pay.get("high")
    middle = pay.get("median") or pay.get("mean")
    if low and high:
        text = f"{phrases.number(low)} to {phrases.number(high)}"
    elif low:
        text = f"from {phrases.number(low)}"
    elif high:
        text = f"up to {phrases.number(high)}"
    else:
        text = phrases.number(middle) if middle else ""
    return f"{text} {pay['currency']}" if text else ""


def pay_texts(record: dict[str, Any]) -> list[StyledText]:
    """Every pay range of a record, each with its source."""
    return [
        styled(
            pay_text(pay), Fragment(f" ({pay.get('url') or pay.get('via') or 'no source'})", "dim")
        )
        for pay in record.get("pay", ())
    ]


def pay_text(pay: dict[str, Any]) -> str:
    """Pay with its country, year and basis."""
    details = [pay_range(pay) or phrases.NOT_KNOWN, f"in {pay['country']}"]
    if pay.get("year"):
        details.append(str(pay["year"]))
    if pay.get("median") and (pay.get("low") or pay.get("high")):
        details.append(f"median {phrases.number(pay['median'])}")
    if pay.get("article"):
        details.append("the article's own figure")
    elif pay.get("basis"):
        details.append(pay["basis"])
    return ", ".join(details)
