"""Career roles side by side: level, pay, what each asks before it, and what it leads to."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from certadvisor.advice.career.role_certifications import wanted_in
from certadvisor.catalog.records import Catalog, Role
from certadvisor.comparison.agreement import Agreement, Spread, agreements, spread

Page = dict[str, Any]


class RoleFacts(NamedTuple):
    """What is known of a role; None is what nobody found.

    `experience` and `pay` are as their author wrote them, each pay with its
    place, year and source.
    """

    level: str
    kinds: tuple[str, ...]
    experience: Page | None
    degree: str | None
    pay: tuple[Page, ...] | None
    skills: tuple[str, ...]
    preferred: tuple[str, ...]
    helpful: tuple[str, ...]
    next_roles: tuple[str, ...]


class RoleColumn(NamedTuple):
    """One role of the comparison."""

    role: Role
    facts: RoleFacts


class RoleComparison(NamedTuple):
    """Columns in the order asked, how each row agrees, and which skills are whose."""

    columns: tuple[RoleColumn, ...]
    country: str | None
    agreement: dict[str, Agreement]
    skills: Spread


def compare_roles(roles: Sequence[Role], catalog: Catalog, country: str | None) -> RoleComparison:
    """Lay roles side by side; pay and certifications as in `country` where that is known."""
    columns = tuple(RoleColumn(role, _facts(role, catalog, country)) for role in roles)
    rows = [column.facts._asdict() for column in columns]
    skills = spread(column.facts.skills for column in columns)
    return RoleComparison(columns, country, agreements(rows), skills)


def _facts(role: Role, catalog: Catalog, country: str | None) -> RoleFacts:
    page = catalog.page("roles", role.id)
    preferred, helpful, _ = wanted_in(role, country)
    pay = tuple(page.get("pay", ()))
    there = tuple(one for one in pay if one["country"] == country)
    return RoleFacts(
        level=role.level,
        kinds=role.kinds,
        experience=page.get("experience"),
        degree=page["degree"]["level"] if "degree" in page else None,
        pay=there or pay or None,
        skills=role.skills,
        preferred=preferred,
        helpful=helpful,
        next_roles=role.next_roles,
    )
