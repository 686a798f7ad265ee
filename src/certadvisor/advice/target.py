"""The career target: the roles aimed at, their field, and the person's own level."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from certadvisor.advice.career.role_certifications import (
    RoleCertifications,
    certifications_for_role,
)
from certadvisor.catalog.records import LEVELS, Catalog, RawRecord, Role
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.profile.horizon import horizon_end
from certadvisor.profile.model import Profile
from certadvisor.profile.present_role import present_role, present_starting_point
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome


class CareerTarget(NamedTuple):
    """What certifications are scored against.

    `weighted_roles` are the roles aimed at, each with its closeness from 0 to
    1: the target role and the roles on the path to it, or without a target role those after the
    present one, and the present one; `expected` has for each of them, by id,
    what is preferred and helpful where the person lives. `lacking_skills` are those of the first
    of these roles that neither the profile names nor a credential proves. `disciplines` is the
    field of these roles, else of the person's own work, else of what is held, and
    `main_disciplines` that of the kind of work named first of each. `has_direction` is whether
    a role or an interest says which field counts. `level` is the person's own, an index
    into LEVELS, None where it is not known, and `levels_by_field` has that in each field that
    the person works in. `horizon_end` is the last day
    of the horizon; `has_own_horizon` is false where it is the default one.
    """

    role: str | None
    weighted_roles: tuple[tuple[Role, float], ...]
    expected: dict[str, RoleCertifications]
    lacking_skills: frozenset[str]
    disciplines: frozenset[str]
    main_disciplines: frozenset[str]
    interests: frozenset[str]
    has_direction: bool
    level: int | None
    levels_by_field: dict[str, int]
    horizon_end: date
    has_own_horizon: bool

    @property
    def named(self) -> frozenset[str]:
        """The ids that the lists of the roles aimed at name as preferred or helpful."""
        return frozenset(
            id for one in self.expected.values() for id in (*one.preferred, *one.helpful)
        )


def target_of(evidence: Evidence) -> CareerTarget:
    """The target: the goal's role, else the present job and the next, else the present field."""
    profile, catalog = evidence.profile, evidence.catalog
    present = present_role(profile, catalog, evidence.as_of)
    levels_by_kind = _levels_by_kind(evidence, present)
    level = _own_level(evidence, levels_by_kind)
    goal_role = catalog.roles[profile.goal.role] if profile.goal.role else None
    closeness = catalog.tables.values["rung_closeness"]
    own_fields: frozenset[str] = frozenset()
    if goal_role:
        on_the_way = _intermediate_roles(present, goal_role, catalog)
        weighted_roles = _weighted((goal_role,), closeness["target"])
        weighted_roles |= _weighted(on_the_way, closeness["on_the_way"])
    elif start := None if present else starting_point(evidence):
        own_fields = frozenset(start.get("fields", ()))
        first_roles = first_roles_of(start, catalog)
        stays = not own_fields.isdisjoint(profile.goal.interests)  # wants more of the present job
        weighted_roles = {} if stays else _weighted(first_roles, closeness["next"])
    else:
        present_roles = [present] if present else _roles_by_kinds(evidence, level)
        next_roles = [catalog.roles[id] for role in present_roles for id in role.next_roles]
        weighted_roles = _weighted(next_roles, closeness["next"])
        weighted_roles |= _weighted(present_roles, closeness["present"])
    roles = tuple((catalog.roles[id], weight) for id, weight in weighted_roles.items())
    disciplines = own_fields | _fields([kind for role, _ in roles for kind in role.kinds], evidence)
    main_disciplines = own_fields | _fields([role.kinds[0] for role, _ in roles], evidence)
    interests = frozenset(
        field
        for interest in profile.goal.interests
        for field in (interest, *catalog.tables.fields.get(interest, ()))
    )
    return CareerTarget(
        role=goal_role.id if goal_role else None,
        weighted_roles=roles,
        expected={role.id: certifications_for_role(role, profile.country) for role, _ in roles},
        lacking_skills=_lacking_skills(roles[0][0], evidence) if roles else frozenset(),
        disciplines=disciplines,
        main_disciplines=main_disciplines,
        interests=interests,
        has_direction=bool(roles or interests),
        level=level,
        levels_by_field=_by_field(levels_by_kind, catalog),
        horizon_end=horizon_end(profile.goal.within, evidence),
        has_own_horizon=profile.goal.within is not None,
    )


def starting_point(evidence: Evidence) -> RawRecord | None:
    """The record of the present job, where it is one outside the career ladder."""
    catalog = evidence.catalog
    start = present_starting_point(evidence.profile, catalog, evidence.as_of)
    return None if start is None else catalog.raw_records("starting_points")[start]


def first_roles_of(start: RawRecord, catalog: Catalog) -> list[Role]:
    """The roles on the ladder that a starting point leads to."""
    return [catalog.roles[one["id"]] for one in start["first_roles"]]


def _fields(kinds: list[str], evidence: Evidence) -> frozenset[str]:
    """The fields of these kinds of work, else of the person's own work, else of what is held."""
    fields = evidence.catalog.tables.fields
    found = frozenset(
        field for kind in kinds or _own_kinds(evidence.profile) for field in fields.get(kind, ())
    )
    return found or _held_fields(evidence)


def _held_fields(evidence: Evidence) -> frozenset[str]:
    """The main disciplines of what is or may be active."""
    records = (
        evidence.catalog.certifications.get(credential.id)
        for credential in evidence.profile.certifications or ()
    )
    return frozenset(
        record.disciplines[0]
        for record in records
        if record and holds.judge_listed(record.id, evidence, evidence.as_of) is not Outcome.UNMET
    )


def _weighted(roles: Iterable[Role], closeness: float) -> dict[str, float]:
    return {role.id: closeness for role in roles}


def _lacking_skills(role: Role, evidence: Evidence) -> frozenset[str]:
    """The skills of a role that the person neither names nor proves with an active credential."""
    catalog, profile = evidence.catalog, evidence.profile
    proved = {
        skill
        for credential in profile.certifications or ()
        if (record := catalog.certifications.get(credential.id))
        and holds.judge_listed(record.id, evidence, evidence.as_of) is Outcome.MET
        for skill in record.skills
    }
    return frozenset(role.skills).difference(profile.skills or (), proved)


def _roles_by_kinds(evidence: Evidence, level: int | None) -> list[Role]:
    """The roles whose kinds of work the person does now: the closest ones, nearest their level."""
    stated = _specific(_present_kinds(evidence))
    known = evidence.catalog.kinds_of(stated)
    ranked = [
        (-len(stated.intersection(role.kinds)), abs(LEVELS.index(role.level) - (level or 0)), role)
        for role in evidence.catalog.roles.values()
        if known.issuperset(role.kinds) and not stated.isdisjoint(role.kinds)
    ]
    best = min((one[:2] for one in ranked), default=None)
    return [role for *rank, role in ranked if tuple(rank) == best]


def _present_kinds(evidence: Evidence) -> set[str]:
    """The kinds of the jobs still going on; of all where none is."""
    work = evidence.profile.work or ()
    present = [one for one in work if one.end is None or one.end >= evidence.as_of] or work
    return {kind for one in present for kind in one.kinds or ()}


def _intermediate_roles(present: Role | None, goal_role: Role, catalog: Catalog) -> list[Role]:
    """The shortest career path from the present role to the goal.

    Without either of them; empty where there is no path.
    Breadth-first, so the first path found is a shortest one.
    """
    if present is None:
        return []
    paths: dict[str, list[Role]] = {present.id: []}
    pending = [present]
    while pending:
        role = pending.pop(0)
        if role is goal_role:
            return paths[role.id][:-1]
        for id in role.next_roles:
            if id not in paths:
                paths[id] = [*paths[role.id], catalog.roles[id]]
                pending.append(catalog.roles[id])
    return []


# Kinds that say little of the field: most people have done one of them beside their own.
_WIDE_KINDS = ("professional", "project", "technical", "managerial")


def _own_kinds(profile: Profile) -> set[str]:
    """The kinds of work that say most of the person's field: the specific ones, else the wide."""
    return _specific({kind for period in profile.work or () for kind in period.kinds or ()})


def _specific(kinds: set[str]) -> set[str]:
    return kinds.difference(_WIDE_KINDS) or kinds


def _levels_by_kind(evidence: Evidence, present: Role | None) -> dict[str, int]:
    """The level by the months of each kind of work, and by the present role's."""
    levels = dict.fromkeys(present.kinds, LEVELS.index(present.level)) if present else {}
    for kind, steps in evidence.catalog.tables.level_months.items():
        if kind in evidence.catalog.kinds:
            months = evidence.count_months(WorkFilter(kind)).certain.count_in(None, evidence.as_of)
            ranks = [LEVELS.index(level) for level, need in steps.items() if months >= need]
            if ranks:
                levels[kind] = max(levels.get(kind, 0), *ranks)
    return levels


def _own_level(evidence: Evidence, levels_by_kind: dict[str, int]) -> int | None:
    """The highest level of any kind of work; entry for who works otherwise."""
    ranks = [*levels_by_kind.values(), *([] if evidence.profile.work is None else [0])]
    return max(ranks, default=None)


def _by_field(levels_by_kind: dict[str, int], catalog: Catalog) -> dict[str, int]:
    levels: dict[str, int] = {}
    for kind, level in levels_by_kind.items():
        for field in catalog.tables.fields.get(kind, ()):
            levels[field] = max(level, levels.get(field, level))
    return levels
