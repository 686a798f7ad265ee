"""Career paths up from a role, and what each promotion adds."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from certadvisor.advice.career.pay import PayChange, pay_changes
from certadvisor.advice.career.role_certifications import wanted_in
from certadvisor.catalog.records import Catalog, Role
from certadvisor.catalog.requirement import Degree, Experience, Holds, Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Verdict

MOST_WAYS = 4  # shortest paths listed; of further ones only the number is given

Way = tuple[Role, ...]


class Wanted(NamedTuple):
    """A skill or certification expected for a role; `new` if the role before does not expect it."""

    id: str
    outcome: Outcome  # met: the person has it
    new: bool


class Asked(NamedTuple):
    """Experience expected before a role, in months of a kind.

    `verdict` judges the minimum; None where no minimum or no known kind is given.
    """

    kind: str | None
    low: int | None
    high: int | None
    verdict: Verdict | None


class Rise(NamedTuple):
    """A step from a role to the next, and what it adds."""

    before: Role
    role: Role
    skills: tuple[Wanted, ...]  # the new ones
    preferred: tuple[Wanted, ...]
    helpful: tuple[Wanted, ...]
    local: bool  # the certifications are those of the person's country
    experience: Asked | None
    degree: Verdict | None  # the degree usually expected
    pay: tuple[PayChange, ...]


class Ascent(NamedTuple):
    """The career paths up from a role.

    With a target, `paths` are the shortest paths to it, four at most; without
    one, a path per next role, each continued by the shortest path to the top.
    `path_count` includes the paths that are left out.
    """

    start: Role
    target: Role | None
    ways: tuple[Way, ...]
    found: int
    rises: tuple[Rise, ...]  # each step of the paths to a target once; else the next roles
    assumptions: tuple[Assumption, ...]


def ascent(evidence: Evidence, start: Role, target: Role | None) -> Ascent:
    """The paths up from `start`; without any where nothing leads to the target."""
    catalog = evidence.catalog
    if target is None:
        following = [catalog.roles[id] for id in start.next_roles]
        ways = tuple((start, *_on_to_the_top(role, catalog)) for role in following)
        steps = [(start, role) for role in following]
        return _told(Ascent(start, None, ways, len(ways), _rises(steps, evidence), ()), evidence)
    found = [way for way in _climb(start, catalog) if way[-1] is target and len(way) > 1]
    ways = tuple(found[:MOST_WAYS])
    taken = {(one.id, two.id): (one, two) for way in ways for one, two in pairwise(way)}
    rises = _rises(taken.values(), evidence)
    return _told(Ascent(start, target, ways, len(found), rises, ()), evidence)


def _told(found: Ascent, evidence: Evidence) -> Ascent:
    """With the assumptions about the profile that its outcomes rest on."""
    asked: list[Leaf] = []
    for rise in found.rises:
        verdicts = (rise.experience and rise.experience.verdict, rise.degree)
        asked += [one.requirement for one in verdicts if one]  # type: ignore[misc]  # of a leaf
        asked += [Holds((one.id,)) for one in (*rise.preferred, *rise.helpful)]
    return found._replace(assumptions=assumptions_of(asked, evidence, evidence.as_of))


def _climb(start: Role, catalog: Catalog) -> list[Way]:
    """All shortest paths to every reachable role, the shortest first.

    Breadth-first: `length_by_id` maps each role to the length of its shortest path,
    so equally short paths are kept and longer ones, cycles included, are not.
    """
    reached: dict[str, int] = {start.id: 0}
    found: list[Way] = [(start,)]
    for way in found:  # grows while it is iterated
        near = [id for id in way[-1].next_roles if reached.setdefault(id, len(way)) == len(way)]
        found.extend((*way, catalog.roles[id]) for id in near)
    return found


def _on_to_the_top(role: Role, catalog: Catalog) -> Way:
    """The shortest path to a role without a next one; the role alone where all paths are cycles."""
    return next((way for way in _climb(role, catalog) if not way[-1].next_roles), (role,))


def _rises(steps: Iterable[tuple[Role, Role]], evidence: Evidence) -> tuple[Rise, ...]:
    return tuple(_rise(before, role, evidence) for before, role in steps)


def _rise(before: Role, role: Role, evidence: Evidence) -> Rise:
    catalog, country = evidence.catalog, evidence.profile.country
    preferred, helpful, local = wanted_in(role, country)
    was_preferred, was_helpful, _ = wanted_in(before, country)
    asked = {*was_preferred, *was_helpful}
    pages = catalog.pages("roles")
    page, was = pages.get(role.id, {}), pages.get(before.id, {})
    degree = page.get("degree")
    return Rise(
        before=before,
        role=role,
        skills=tuple(
            Wanted(id, has_skill(id, evidence), new=True)
            for id in role.skills
            if id not in before.skills
        ),
        preferred=_certifications(preferred, set(was_preferred), evidence),
        helpful=_certifications(helpful, asked, evidence),
        local=local,
        experience=_experience(page.get("experience"), evidence),
        degree=judge_leaf(Degree(degree["level"]), evidence, evidence.as_of) if degree else None,
        pay=pay_changes(was.get("pay", ()), page.get("pay", ()), country),
    )


def _certifications(ids: Iterable[str], before: set[str], evidence: Evidence) -> tuple[Wanted, ...]:
    return tuple(
        Wanted(id, holds.held(id, evidence, evidence.as_of), id not in before) for id in ids
    )


def has_skill(id: str, evidence: Evidence) -> Outcome:
    """Whether the person has a skill; unknown where the profile lists no skills."""
    skills = evidence.profile.skills
    if skills is None:
        return Outcome.UNKNOWN
    return Outcome.MET if id in skills else Outcome.UNMET


def _experience(page: dict[str, int | str] | None, evidence: Evidence) -> Asked | None:
    if page is None:
        return None
    kind, low, high = page.get("kind"), page.get("low"), page.get("high")
    verdict = None
    if isinstance(kind, str) and isinstance(low, int) and low and kind in evidence.catalog.kinds:
        verdict = judge_leaf(Experience(kind, months=low), evidence, evidence.as_of)
    return Asked(kind, low, high, verdict)  # type: ignore[arg-type]  # the model's own types
