"""What employers prefer and the person's work does not lead to: from when it would, and until then.

The condition itself is the planner's. Here are the certifications that it is worth naming for,
and what to do first: what is open meanwhile, work to ask for, the nearest roles that count.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from certadvisor.advice.recommend.gates import find_gate
from certadvisor.advice.recommend.goal_limits import no_gate
from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import Recommendations
from certadvisor.advice.target import CareerTarget, target_of
from certadvisor.catalog.records import Catalog, Role
from certadvisor.planner.conditional import Conditional, UntilThen, find_conditional
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.ways import find_way
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.present_role import present_role, present_starting_point
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
    start = present_starting_point(evidence.profile, catalog, evidence.as_of)
    present = present_role(evidence.profile, catalog, evidence.as_of)
    steps = (
        catalog.raw_records("starting_points")[start].get("steps", ())
        if start and not present
        else ()
    )
    kinds = {kind for one in conditional.missing if (kind := kind_of_work(one.leaf))}
    return UntilThen(
        tuple(certifications)[:MAX_UNTIL_THEN],
        tuple(step["text"] for step in steps if step["kind"] == "work"),
        tuple(_roles_that_count(kinds, _nearest_roles(present, start, catalog), catalog)),
    )


def _find_conditionals(advice: Recommendations, evidence: Evidence) -> Iterator[Conditional]:
    listed = {
        *(
            id
            for one in advice.recommendations
            for id in (one.certification.id, *one.equivalent_ids)
        ),
        *(one.certification.id for one in advice.later),
    }
    resources, target = PlanningResources(evidence), target_of(evidence)
    found = (
        find_conditional(resources, id)
        for id in _preferred(target)
        if id not in listed
        and (certification := evidence.catalog.certifications.get(id))
        and not find_gate(certification, resources.timeline, target, no_gate)
        and find_way(resources, id).ready_on is None
    )
    return islice(filter(None, found), MAX_CONDITIONALS)


def _preferred(target: CareerTarget) -> Iterable[str]:
    """What employers prefer for the roles aimed at; of a goal that prefers nothing, what helps."""
    ids: dict[str, None] = {}
    for role, _ in target.weighted_roles:
        expected = target.expected[role.id]
        helpful = expected.helpful if role.id == target.role else ()
        ids.update(dict.fromkeys(expected.preferred or helpful))
    return ids


def _nearest_roles(present: Role | None, start: str | None, catalog: Catalog) -> list[Role]:
    """The present role, else the roles that a job outside the ladder usually leads to."""
    if present or start is None:
        return [present] if present else []
    first_roles = catalog.raw_records("starting_points")[start]["first_roles"]
    return [catalog.roles[one["id"]] for one in first_roles]


def _roles_that_count(kinds: set[str], nearest: list[Role], catalog: Catalog) -> Iterator[str]:
    """The first roles on the ways up that give all of these kinds, all of them as near."""
    reached, rung = {role.id for role in nearest}, nearest
    while rung:
        counting = [role.id for role in rung if kinds <= catalog.kinds_of(role.kinds)]
        if counting:
            yield from counting
            return
        next_ids = [id for role in rung for id in role.next_roles if id not in reached]
        rung = [catalog.roles[id] for id in dict.fromkeys(next_ids)]
        reached.update(next_ids)
