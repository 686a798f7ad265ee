"""Comparing career roles: level, pay, expected experience, and next roles."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.catalog.records import Catalog, Role
from certadvisor.comparison.agreement import Agreement, ListOverlap, agreements, overlap

RawRecord = dict[str, Any]


class RoleFacts(NamedTuple):
    """The facts of a role; None is not known.

    The field names are keys of the agreement in the JSON output. `experience`
    and `pay` are raw records, each pay figure with its country, year and source.
    """

    level: str
    kinds: tuple[str, ...]
    experience: RawRecord | None
    degree: str | None
    pay: tuple[RawRecord, ...] | None
    skills: tuple[str, ...]
    preferred: tuple[str, ...]
    helpful: tuple[str, ...]
    sourced: tuple[str, ...]  # of both: those for which a source says so
    next_roles: tuple[str, ...]


class RoleColumn(NamedTuple):
    """One role of the comparison."""

    role: Role
    facts: RoleFacts


class RoleComparison(NamedTuple):
    """Columns in the order requested, the agreement of each row, and the overlap of skills."""

    columns: tuple[RoleColumn, ...]
    country: str | None
    agreement: dict[str, Agreement]
    skills: ListOverlap


def compare_roles(roles: Sequence[Role], catalog: Catalog, country: str | None) -> RoleComparison:
    """Compare roles; pay and certifications are those of `country` where they are known."""
    columns = tuple(RoleColumn(role, _role_facts(role, catalog, country)) for role in roles)
    rows = [column.facts._asdict() for column in columns]
    skills = overlap(column.facts.skills for column in columns)
    return RoleComparison(columns, country, agreements(rows), skills)


def _role_facts(role: Role, catalog: Catalog, country: str | None) -> RoleFacts:
    raw_record = catalog.raw_record("roles", role.id)
    expected = certifications_for_role(role, country)
    pay = tuple(raw_record.get("pay", ()))
    local_pay = tuple(one for one in pay if one["country"] == country)
    return RoleFacts(
        level=role.level,
        kinds=role.kinds,
        experience=raw_record.get("experience"),
        degree=raw_record["degree"]["level"] if "degree" in raw_record else None,
        pay=local_pay or pay or None,
        skills=role.skills,
        preferred=expected.preferred,
        helpful=expected.helpful,
        sourced=tuple(
            id for id in (*expected.preferred, *expected.helpful) if id in expected.sourced
        ),
        next_roles=role.next_roles,
    )
