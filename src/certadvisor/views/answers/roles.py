"""The answer of `roles`: the career ladder, level by level."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypedDict

from certadvisor.advice.career.pay import representative_pay
from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.catalog.records import LEVELS, Catalog, Role
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
from certadvisor.views.document_types import Allowed, Head, LevelWord, head
from certadvisor.views.json_values import Row
from certadvisor.views.reports import RolesReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases
from certadvisor.views.words.roles import (
    OUR_JUDGEMENT,
    host_name,
    names_with_basis,
    pay_range,
    pay_text,
)

RawPay = Annotated[
    Mapping[str, object],
    Allowed(
        required=("country", "currency"),
        description="A pay range as the catalogue has it; see roles.schema.json.",
    ),
]


class RoleJson(TypedDict):
    """A role, with its pay and the certifications that employers ask for."""

    id: str
    title: str
    kinds: list[str]
    pay: list[RawPay]
    preferred: list[str]
    helpful: list[str]
    sourced: Annotated[list[str], Allowed(description="Those of both for which a source says so.")]
    next_roles: list[str]


class LadderLevel(TypedDict):
    """A level of the career ladder, with its roles."""

    id: LevelWord
    pay: list[RawPay]
    roles: list[RoleJson]


class RolesDocument(Head):
    """The document of `roles`."""

    levels: list[LadderLevel]


def document(report: RolesReport) -> RolesDocument:
    """The document: every level in order, with its roles."""
    catalog = report.context.catalog
    return {
        **head(report.context),
        "levels": [
            {
                "id": level,
                "pay": catalog.raw_records("levels").get(level, {}).get("pay", []),
                "roles": [
                    _role_json(role, catalog)
                    for role in catalog.roles.values()
                    if role.level == level
                ],
            }
            for level in LEVELS
        ],
    }


def _role_json(role: Role, catalog: Catalog) -> RoleJson:
    return {
        "id": role.id,
        "title": role.title,
        "kinds": list(role.kinds),
        "pay": catalog.raw_record("roles", role.id).get("pay", []),
        "preferred": list(role.preferred),
        "helpful": list(role.helpful),
        "sourced": list(role.sourced),
        "next_roles": list(role.next_roles),
    }


_SCREEN_COLUMNS = (
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
    blocks: list[Block] = [
        Title(styled("The career ladder"), f"{len(catalog.roles)} roles"),
        *_no_local_list(report),
    ]
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
            blocks.append(DataTable(_SCREEN_COLUMNS, (TableSection("", rows),), as_cards=True))
    blocks += lists.list_section("More", _MORE)
    return (*blocks, *lists.footer(report.context))


def _no_local_list(report: RolesReport) -> Iterable[Block]:
    """That no list of the person's own country was found, and when one was looked for."""
    for one in report.context.catalog.raw_records("about").get("local_none", {}).get("items", ()):
        if one["country"] == report.country:
            note = f" ({one['note']})" if "note" in one else ""
            text = f"No list of its own was found for {one['country']} on {one['searched']}{note}."
            yield Para(styled(Fragment(text, "doubt")))


_MORE = (
    "certadvisor show ROLE: every pay figure with its source, skills, duties, codes.",
    "certadvisor roles --from ROLE: the paths up, and what each step adds.",
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
            else Fragment("no salary data except Sprintzeal's guide (2024)", "dim")
        ),
        styled(pay_range(pay) if pay else ""),
    )


def _certifications(role: Role, report: RolesReport) -> str:
    expected = certifications_for_role(role, report.country)
    word, ids = (
        ("prefers", expected.preferred) if expected.preferred else ("helped by", expected.helpful)
    )
    sourced = [id for id in ids if id in expected.sourced]
    names = [phrases.certification_name(id, report.context.catalog) for id in ids]
    if not names:
        return ""
    note = "" if len(sourced) == len(ids) else f" ({OUR_JUDGEMENT})"
    if sourced and note:
        return f"{word} {names_with_basis(ids, expected.sourced, report.context.catalog)}"
    return f"{word} {phrases.join_names(names)}{note}"


def _pay_source(pay: dict[str, Any]) -> str:
    """The country, year and source of a pay figure."""
    country = f"{pay['country']} {pay['year']}" if pay.get("year") else f"{pay['country']}, no year"
    return ", ".join(
        part for part in (country, pay.get("via") or host_name(pay.get("url"))) if part
    )


COLUMNS = (
    "level", "id", "title", "kinds", "country", "currency", "low", "median", "high", "preferred",
    "helpful", "next_roles",
)  # fmt: skip


def rows(data: RolesDocument) -> Iterable[Row]:
    """One row per role, with the first of its pay ranges."""
    for level in data["levels"]:
        for role in level["roles"]:
            pay: RawPay = next(iter(role["pay"]), {})
            yield (
                level["id"],
                role["id"],
                role["title"],
                role["kinds"],
                *(pay.get(key) for key in ("country", "currency", "low", "median", "high")),
                role["preferred"],
                role["helpful"],
                role["next_roles"],
            )
