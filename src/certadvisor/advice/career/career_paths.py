"""Career paths up from a role, and what each promotion adds."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from certadvisor.advice.career.pay import PayChange, compare_pay
from certadvisor.advice.career.role_certifications import (
    RoleCertifications,
    certifications_for_role,
)
from certadvisor.catalog.records import Catalog, Role
from certadvisor.catalog.requirement import Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves import degree as degrees
from certadvisor.rules.leaves import experience, holds
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Verdict

MAX_PATHS = 4  # shortest paths listed; of further ones only the number is given

RolePath = tuple[Role, ...]


class RoleExpectation(NamedTuple):
    """A skill or certification expected for a role; `new` if the role before does not expect it."""

    id: str
    outcome: Outcome  # met: the person has it
    new: bool
    sourced: bool  # whether a source says so; else it is our judgement


class RoleExperience(NamedTuple):
    """Experience expected before a role, in months of a kind.

    `verdict` judges the minimum; None where no minimum or no known kind is given.
    """

    kind: str | None
    low: int | None
    high: int | None
    verdict: Verdict | None


class Promotion(NamedTuple):
    """A step from a role to the next, and what it adds."""

    before: Role
    role: Role
    skills: tuple[RoleExpectation, ...]  # the new ones
    preferred: tuple[RoleExpectation, ...]
    helpful: tuple[RoleExpectation, ...]
    local: bool  # the certifications are those of the person's country
    experience: RoleExperience | None
    degree: Verdict | None  # the degree usually expected
    pay: tuple[PayChange, ...]


class CareerPaths(NamedTuple):
    """The career paths up from a role.

    With a target, `paths` are the shortest paths to it, four at most; without
    one, a path per next role, each continued by the shortest path to the top.
    `path_count` includes the paths that are left out.
    """

    start: Role
    target: Role | None
    paths: tuple[RolePath, ...]
    path_count: int
    promotions: tuple[
        Promotion, ...
    ]  # each step of the paths to a target once; else the next roles
    assumptions: tuple[Assumption, ...]


def find_career_paths(evidence: Evidence, start: Role, target: Role | None) -> CareerPaths:
    """The paths up from `start`; without any where nothing leads to the target."""
    catalog = evidence.catalog
    if target is None:
        next_roles = [catalog.roles[id] for id in start.next_roles]
        paths = tuple((start, *_path_to_top(role, catalog)) for role in next_roles)
        steps = [(start, role) for role in next_roles]
        return _with_assumptions(
            CareerPaths(start, None, paths, len(paths), _promotions(steps, evidence), ()), evidence
        )
    all_paths = [
        path for path in _shortest_paths(start, catalog) if path[-1] is target and len(path) > 1
    ]
    paths = tuple(all_paths[:MAX_PATHS])
    steps_by_ids = {(one.id, two.id): (one, two) for path in paths for one, two in pairwise(path)}
    promotions = _promotions(steps_by_ids.values(), evidence)
    return _with_assumptions(
        CareerPaths(start, target, paths, len(all_paths), promotions, ()), evidence
    )


def _with_assumptions(career_paths: CareerPaths, evidence: Evidence) -> CareerPaths:
    """With the assumptions about the profile that its outcomes rest on."""
    requirements: list[Leaf] = []
    for promotion in career_paths.promotions:
        verdicts = (promotion.experience and promotion.experience.verdict, promotion.degree)
        requirements += [one.requirement for one in verdicts if one]  # type: ignore[misc]  # of a leaf
        requirements += [
            holds.one_of((one.id,)) for one in (*promotion.preferred, *promotion.helpful)
        ]
    return career_paths._replace(assumptions=assumptions_of(requirements, evidence, evidence.as_of))


def _shortest_paths(start: Role, catalog: Catalog) -> list[RolePath]:
    """All shortest paths to every reachable role, the shortest first.

    Breadth-first: `length_by_id` maps each role to the length of its shortest path,
    so equally short paths are kept and longer ones, cycles included, are not.
    """
    length_by_id: dict[str, int] = {start.id: 0}
    paths: list[RolePath] = [(start,)]
    for path in paths:  # grows while it is iterated
        next_ids = [
            id for id in path[-1].next_roles if length_by_id.setdefault(id, len(path)) == len(path)
        ]
        paths.extend((*path, catalog.roles[id]) for id in next_ids)
    return paths


def _path_to_top(role: Role, catalog: Catalog) -> RolePath:
    """The shortest path to a role without a next one; the role alone where all paths are cycles."""
    return next(
        (path for path in _shortest_paths(role, catalog) if not path[-1].next_roles), (role,)
    )


def _promotions(steps: Iterable[tuple[Role, Role]], evidence: Evidence) -> tuple[Promotion, ...]:
    return tuple(_promotion(before, role, evidence) for before, role in steps)


def _promotion(before: Role, role: Role, evidence: Evidence) -> Promotion:
    catalog, country = evidence.catalog, evidence.profile.country
    expected = certifications_for_role(role, country)
    expected_before = certifications_for_role(before, country)
    listed_before = {*expected_before.preferred, *expected_before.helpful}
    raw_records = catalog.raw_records("roles")
    raw_record, raw_before = raw_records.get(role.id, {}), raw_records.get(before.id, {})
    degree = raw_record.get("degree")
    return Promotion(
        before=before,
        role=role,
        skills=tuple(
            RoleExpectation(id, has_skill(id, evidence), new=True, sourced=False)
            for id in role.skills
            if id not in before.skills
        ),
        preferred=_certification_expectations(
            expected.preferred, expected, set(expected_before.preferred), evidence
        ),
        helpful=_certification_expectations(expected.helpful, expected, listed_before, evidence),
        local=expected.is_local,
        experience=_role_experience(raw_record.get("experience"), evidence),
        degree=judge_leaf(degrees.at_least(degree["level"]), evidence, evidence.as_of)
        if degree
        else None,
        pay=compare_pay(raw_before.get("pay", ()), raw_record.get("pay", ()), country),
    )


def _certification_expectations(
    ids: Iterable[str], expected: RoleCertifications, before: set[str], evidence: Evidence
) -> tuple[RoleExpectation, ...]:
    return tuple(
        RoleExpectation(
            id,
            holds.judge_certification(id, evidence, evidence.as_of),
            id not in before,
            id in expected.sourced,
        )
        for id in ids
    )


def has_skill(id: str, evidence: Evidence) -> Outcome:
    """Whether the person has a skill; unknown where the profile lists no skills."""
    skills = evidence.profile.skills
    if skills is None:
        return Outcome.UNKNOWN
    return Outcome.MET if id in skills else Outcome.UNMET


def _role_experience(
    raw_experience: dict[str, int | str] | None, evidence: Evidence
) -> RoleExperience | None:
    if raw_experience is None:
        return None
    kind, low, high = (
        raw_experience.get("kind"),
        raw_experience.get("low"),
        raw_experience.get("high"),
    )
    verdict = None
    if isinstance(kind, str) and isinstance(low, int) and low and kind in evidence.catalog.kinds:
        verdict = judge_leaf(experience.months_of(kind, low), evidence, evidence.as_of)
    return RoleExperience(kind, low, high, verdict)  # type: ignore[arg-type]  # the model's own types
