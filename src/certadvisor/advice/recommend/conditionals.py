"""What employers prefer and the person's work does not lead to: from when it would, and until then.

The condition itself is the planner's. Here are the certifications that it is worth naming for,
and what to do first: what is open meanwhile, work to ask for, the nearest roles that count.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.gates import GateContext, find_gate
from certadvisor.advice.recommend.goal_limits import GoalLimits
from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.advice.target import CareerTarget, first_roles_of, starting_point
from certadvisor.catalog.records import LEVELS, Catalog, Role
from certadvisor.planner.conditional import Conditional, UntilThen, find_conditional
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.present_role import present_role
from certadvisor.rules.leaves.experience import kind_of_work

MAX_CONDITIONALS = 3
MAX_UNTIL_THEN = 2  # certifications named that are open meanwhile


def with_conditionals(advice: Recommendations, evidence: Evidence) -> Recommendations:
    """Return recommendations with what would come within reach by other work.

    Args:
        advice: What is recommended to the person.
        evidence: The person's evidence, which the advice rests on.
    """
    conditionals = (
        one._replace(until_then=until_then(one, advice, evidence))
        for one in _find_conditionals(advice, evidence)
    )
    return advice._replace(conditionals=tuple(conditionals))


def find_conditionals(evidence: Evidence) -> tuple[Conditional, ...]:
    """What would come within reach by other work, as `recommend` shows it."""
    advice = recommend(evidence, RankingOptions(complete=False))
    return with_conditionals(advice, evidence).conditionals


def until_then(conditional: Conditional, advice: Recommendations, evidence: Evidence) -> UntilThen:
    """What to do first: the best that is open before, and how to come to work that counts."""
    catalog = evidence.catalog
    certifications = (
        (one.certification.id, one.way.ready_on)
        for one in advice.recommendations
        if one.way.ready_on
        and one.way.ready_on < conditional.ready_on
        and one.certification.id != conditional.certification
    )
    present = present_role(evidence.profile, catalog, evidence.as_of)
    start = None if present else starting_point(evidence)
    kinds = _missing_kinds(conditional)
    first_roles = first_roles_of(start, catalog) if start else []
    counting = _counting_roles(kinds, present, first_roles, catalog)
    return UntilThen(
        tuple(certifications)[:MAX_UNTIL_THEN],
        tuple(step["text"] for step in start.get("steps", ()) if step["kind"] == "work")
        if start
        else (),
        ()
        if any(role in counting for role in first_roles)
        else tuple(role.id for role in first_roles),
        tuple(role.id for role in counting),
    )


def _find_conditionals(advice: Recommendations, evidence: Evidence) -> Iterator[Conditional]:
    listed = {
        *(id for one in advice.recommendations for id in one.ids),
        *(one.certification.id for one in advice.later),
    }
    checks = CandidateChecks(evidence, with_questions=False)
    context = GateContext(evidence, checks.target, GoalLimits(checks).opens_in_time)
    found = [
        conditional
        for id in _preferred(checks.target, evidence)
        if id not in listed
        and (certification := evidence.catalog.certifications.get(id))
        and not find_gate(certification, context)
        and checks.way(certification).ready_on is None
        and (conditional := find_conditional(checks.resources, id))
    ]
    # What takes the work of another one and more comes after it.
    kinds = [_missing_kinds(one) for one in found]
    nearest = (one for one in found if not any(_missing_kinds(one) > other for other in kinds))
    return islice(nearest, MAX_CONDITIONALS)


def _preferred(target: CareerTarget, evidence: Evidence) -> Iterable[str]:
    """What employers prefer for the roles aimed at; of a goal that prefers nothing, what helps.

    Without a goal the roles after those of the entry level count too: an entry role asks for no
    experience, so what does is preferred for the next.
    """
    catalog, country = evidence.catalog, evidence.profile.country
    ids: dict[str, None] = {}
    for role, _ in target.weighted_roles:
        expected = target.expected[role.id]
        helpful = expected.helpful if role.id == target.role else ()
        ids.update(dict.fromkeys(expected.preferred or helpful))
    for role, _ in target.weighted_roles if target.role is None else ():
        for next_id in role.next_roles if role.level == LEVELS[0] else ():
            expected = certifications_for_role(catalog.roles[next_id], country)
            ids.update(dict.fromkeys(expected.preferred))
    return ids


def _missing_kinds(conditional: Conditional) -> set[str]:
    return {kind for one in conditional.missing if (kind := kind_of_work(one.leaf))}


def _counting_roles(
    kinds: set[str], present: Role | None, first_roles: list[Role], catalog: Catalog
) -> list[Role]:
    """The nearest roles that give all of these kinds of work.

    They are the first ones on the ways up. Where those are a level above the present role, and
    other roles of its own level count, it is those of them with most of its kinds.
    """
    counting = _first_on_the_ways_up(kinds, [present] if present else first_roles, catalog)
    if present is None or any(role.level == present.level for role in counting):
        return counting
    own_kinds = catalog.kinds_of(present.kinds)
    beside = [
        (len(own_kinds & catalog.kinds_of(role.kinds)), role)
        for role in catalog.roles.values()
        if role.level == present.level and kinds <= catalog.kinds_of(role.kinds)
    ]
    most = max((shared for shared, _ in beside), default=0)
    return [role for shared, role in beside if shared == most] or counting


def _first_on_the_ways_up(kinds: set[str], rung: list[Role], catalog: Catalog) -> list[Role]:
    reached = {role.id for role in rung}
    while rung:
        counting = [role for role in rung if kinds <= catalog.kinds_of(role.kinds)]
        if counting:
            return counting
        next_ids = [id for role in rung for id in role.next_roles if id not in reached]
        rung = [catalog.roles[id] for id in dict.fromkeys(next_ids)]
        reached.update(next_ids)
    return []
