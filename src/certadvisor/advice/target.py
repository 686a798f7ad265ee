"""The career target: the roles aimed at, their field, and the person's own level."""

from datetime import date
from typing import NamedTuple

from certadvisor.advice.career.role_certifications import (
    RoleCertifications,
    certifications_for_role,
)
from certadvisor.catalog.records import LEVELS, Catalog, Role
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.profile.horizon import horizon_end
from certadvisor.profile.model import Profile
from certadvisor.profile.present_role import present_role, present_starting_point


class CareerTarget(NamedTuple):
    """What certifications are scored against.

    `weighted_roles` are the roles aimed at, each with its closeness from 0 to
    1: the target role and the roles on the path to it; `expected` has for each of them, by id,
    what is preferred and helpful where the person lives. `disciplines` is the field of
    these roles, else of the person's own work. `level` is the person's own, an
    index into LEVELS; None where it is not known. `horizon_end` is the last day
    of the horizon; `has_own_horizon` is false where it is the default one.
    """

    role: str | None
    weighted_roles: tuple[tuple[Role, float], ...]
    expected: dict[str, RoleCertifications]
    disciplines: frozenset[str]
    interests: frozenset[str]
    level: int | None
    horizon_end: date
    has_own_horizon: bool


def target_of(evidence: Evidence) -> CareerTarget:
    """The target: the goal's role, else the roles after the present job, else the present field."""
    profile, catalog = evidence.profile, evidence.catalog
    present = present_role(profile, catalog, evidence.as_of)
    goal_role = catalog.roles[profile.goal.role] if profile.goal.role else None
    closeness = catalog.tables.values["rung_closeness"]
    if goal_role:
        intermediate_roles = [
            role
            for role in _intermediate_roles(present, goal_role, catalog)
            if role is not goal_role
        ]
        weighted_roles = (
            (goal_role, closeness["target"]),
            *((role, closeness["on_the_way"]) for role in intermediate_roles),
        )
    elif present:
        next_roles = (catalog.roles[id] for id in present.next_roles)
        weighted_roles = tuple((role, closeness["next"]) for role in next_roles)
    else:
        first_roles = _first_roles(evidence)
        weighted_roles = tuple((role, closeness["next"]) for role in first_roles)
    kinds = {kind for role, _ in weighted_roles for kind in role.kinds} or _own_kinds(profile)
    fields = catalog.tables.fields
    return CareerTarget(
        role=goal_role.id if goal_role else None,
        weighted_roles=weighted_roles,
        expected={
            role.id: certifications_for_role(role, profile.country) for role, _ in weighted_roles
        },
        disciplines=frozenset(field for kind in kinds for field in fields.get(kind, ())),
        interests=frozenset(
            field
            for interest in profile.goal.interests
            for field in (interest, *fields.get(interest, ()))
        ),
        level=_own_level(evidence, present),
        horizon_end=horizon_end(profile.goal.within, evidence),
        has_own_horizon=profile.goal.within is not None,
    )


def _first_roles(evidence: Evidence) -> list[Role]:
    """The rungs of the ladder that the present job outside it usually leads to."""
    catalog = evidence.catalog
    start = present_starting_point(evidence.profile, catalog, evidence.as_of)
    if start is None:
        return []
    first_roles = catalog.raw_records("starting_points")[start]["first_roles"]
    return [catalog.roles[one["id"]] for one in first_roles]


def _intermediate_roles(present: Role | None, goal_role: Role, catalog: Catalog) -> list[Role]:
    """The shortest career path from the present role to the goal.

    Without the present role, with the goal last; empty where there is no path.
    Breadth-first, so the first path found is a shortest one.
    """
    if present is None:
        return []
    paths: dict[str, list[Role]] = {present.id: []}
    pending = [present]
    while pending:
        role = pending.pop(0)
        if role is goal_role:
            return paths[role.id]
        for id in role.next_roles:
            if id not in paths:
                paths[id] = [*paths[role.id], catalog.roles[id]]
                pending.append(catalog.roles[id])
    return []


def _own_kinds(profile: Profile) -> set[str]:
    return {
        kind
        for period in profile.work or ()
        for kind in period.kinds or ()
        if kind not in ("professional", "project")
    } or {kind for period in profile.work or () for kind in period.kinds or ()}


def _own_level(evidence: Evidence, present: Role | None) -> int | None:
    """The higher of the present role's level and the one that matches the months of work."""
    ranks = [LEVELS.index(present.level)] if present else []
    if evidence.profile.work is not None:
        ranks.append(0)
    for kind, steps in evidence.catalog.tables.level_months.items():
        if kind in evidence.catalog.kinds:
            months = evidence.count_months(WorkFilter(kind)).certain.count_in(None, evidence.as_of)
            ranks += [LEVELS.index(level) for level, need in steps.items() if months >= need]
    return max(ranks, default=None)
