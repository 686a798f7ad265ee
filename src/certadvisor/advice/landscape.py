"""The certification map: level, field and state of each, and what leads to what."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.recommendations import Reachability
from certadvisor.advice.target import CareerTarget
from certadvisor.catalog.records import LEVELS, Catalog, Certification, RuleVersion
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.planner.buyer_prices import Buyer, Cost, cost_of
from certadvisor.planner.plan_request import PlanStatus
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check


class MapState(StrEnum):
    """The state of a certification for a person."""

    HELD = "held"
    OPEN = "open"  # the person qualifies, and it can be earned
    REACHABLE = "reachable"  # after steps, or on a date, within the horizon
    ASK = "ask"  # unknown: the person or the issuer has to answer first
    LOCKED = "locked"  # out of reach within the horizon, or cannot be earned


class MapNode(NamedTuple):
    """A certification on the map.

    `level` is the lowest of its levels, `field` the first of its disciplines.
    `state` and `check` are None without a person. `on` is the day on
    which the person is ready for the exam, where the state is reachable or locked and a day is
    known.
    """

    certification: Certification
    level: str
    field: str
    cost: Cost
    state: MapState | None = None
    on: date | None = None
    check: Check | None = None
    preferred: bool = False  # for the target role
    sourced: bool = False  # whether a source says so; else it is our judgement


class EdgeKind(StrEnum):
    """Why an arrow leads from one certification to another."""

    ENTRY_RULE = "entry_rule"  # the rule of the target accepts the source
    REPLACED_BY = "replaced_by"  # the target replaces the source


class MapEdge(NamedTuple):
    """An arrow between two certifications that are both shown.

    `needed` is true where the rule cannot be met
    without it; `alternatives` counts the certifications that the same leaf
    accepts.
    """

    source: str
    target: str
    kind: EdgeKind
    needed: bool
    alternatives: int


class Landscape(NamedTuple):
    """The whole map, in the catalogue's order; `until` is the last day of the horizon."""

    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
    fields: tuple[str, ...]
    role: str | None = None
    until: date | None = None


def make_landscape(
    shown: Iterable[Certification], catalog: Catalog, as_of: date, evidence: Evidence | None = None
) -> Landscape:
    """Map these certifications with their links, and judge them if there is a person."""
    certifications = tuple(shown)
    edges = tuple(_find_edges(certifications, as_of))
    if evidence is None:
        buyer = Buyer(as_of)
        nodes = tuple(
            _make_node(one, cost_of(one, buyer, catalog.tables)) for one in certifications
        )
        return Landscape(nodes, edges, _order_fields(nodes, edges))
    checks = CandidateChecks(evidence)
    target = checks.target
    preferred = _preferred_ids(target, evidence)
    nodes = tuple(
        _judge_node(one, checks)._replace(
            preferred=one.id in preferred, sourced=preferred.get(one.id, False)
        )
        for one in certifications
    )
    return Landscape(nodes, edges, _order_fields(nodes, edges), target.role, target.horizon_end)


def _make_node(certification: Certification, cost: Cost) -> MapNode:
    return MapNode(
        certification,
        min(certification.levels, key=LEVELS.index),
        certification.disciplines[0],
        cost,
    )


def _judge_node(certification: Certification, checks: CandidateChecks) -> MapNode:
    check = checks.shown_check(certification)
    state, on = _map_state(certification, check, checks)
    node = _make_node(certification, checks.cost(certification))
    return node._replace(state=state, on=on, check=check)


def _map_state(
    certification: Certification, check: Check, checks: CandidateChecks
) -> tuple[MapState, date | None]:
    """The state, and the day on which the person is ready where it is reachable or locked."""
    if check.held:
        return MapState.HELD, None
    way, reach = checks.way(certification), checks.reach(certification)
    if reach is Reachability.NOW:
        return MapState.OPEN, None
    is_doubtful = check.outcome is Outcome.UNKNOWN or (
        check.outcome is Outcome.MET and check.obtainable is None
    )
    if is_doubtful and check.obtainable is not False:
        return MapState.ASK, None
    if (
        way.status is PlanStatus.FOUND
        and way.ready_on
        and way.ready_on <= checks.target.horizon_end
    ):
        return MapState.REACHABLE, way.ready_on
    return MapState.LOCKED, way.ready_on


def _preferred_ids(target: CareerTarget, evidence: Evidence) -> dict[str, bool]:
    """The ids preferred for the target role, in general or in the person's country.

    Each with whether a source says so.
    """
    if target.role is None:
        return {}
    role, expected = evidence.catalog.roles[target.role], target.expected[target.role]
    return {id: id in expected.sourced for id in (*role.preferred, *expected.preferred)}


def _find_edges(certifications: tuple[Certification, ...], as_of: date) -> Iterator[MapEdge]:
    ids = {certification.id for certification in certifications}
    for certification in certifications:
        rule = certification.rule_on(as_of)
        prerequisites = _prerequisites(rule) if rule else {}
        for source, (needed, alternatives) in prerequisites.items():
            if source in ids and source != certification.id:
                yield MapEdge(source, certification.id, EdgeKind.ENTRY_RULE, needed, alternatives)
        for target in certification.replaced_by:
            if target in ids:
                yield MapEdge(
                    certification.id, target, EdgeKind.REPLACED_BY, needed=False, alternatives=1
                )


def _prerequisites(rule: RuleVersion) -> dict[str, tuple[bool, int]]:
    """Each certification that a rule names: whether it is needed, and its fewest alternatives."""
    prerequisites: dict[str, tuple[bool, int]] = {}
    for ids, needed in (*_prerequisite_sets(rule.sit), *_prerequisite_sets(rule.award)):
        for id in ids:
            before, fewest = prerequisites.get(id, (False, len(ids)))
            alone = needed and len(ids) == 1
            prerequisites[id] = (before or alone, min(fewest, len(ids)))
    return prerequisites


def _prerequisite_sets(
    requirement: Requirement, *, needed: bool = True
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Each set of certifications of which one must be held, and whether it has no alternative."""
    if isinstance(requirement, AllOf | AnyOf):
        has_no_alternative = isinstance(requirement, AllOf) or len(requirement.children) == 1
        for child in requirement.children:
            yield from _prerequisite_sets(child, needed=needed and has_no_alternative)
    elif ids := kind_of(requirement).certifications(requirement):
        yield ids, needed


def _order_fields(nodes: tuple[MapNode, ...], edges: tuple[MapEdge, ...]) -> tuple[str, ...]:
    """The fields in drawing order: the largest first, then by what they share with those before.

    Greedy: fields with many certifications or arrows in common end up next to
    each other. Ties break by size, then by name.
    """
    size: dict[str, int] = {}
    common: dict[tuple[str, str], int] = {}
    field_of = {node.certification.id: node.field for node in nodes}
    for node in nodes:
        size[node.field] = size.get(node.field, 0) + 1
        for other in node.certification.disciplines:
            common[node.field, other] = common.get((node.field, other), 0) + 1
    for edge in edges:
        pair = field_of[edge.source], field_of[edge.target]
        common[pair] = common.get(pair, 0) + 1
    order: list[str] = []
    while len(order) < len(size):
        nearness = {
            field: sum(
                common.get((field, other), 0) + common.get((other, field), 0) for other in order
            )
            for field in size
            if field not in order
        }
        order.append(min(nearness, key=lambda field: (-nearness[field], -size[field], field)))
    return tuple(order)
