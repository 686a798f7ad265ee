"""The certification map: level, field and state of each, and what leads to what."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.advice.cost import Cost, cost_of
from certadvisor.advice.recommend.candidate_checks import Judging
from certadvisor.advice.target import Target
from certadvisor.catalog.records import LEVELS, Catalog, Certification, RuleVersion
from certadvisor.catalog.requirement import AllOf, AnyOf, Holds, Requirement
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check


class State(StrEnum):
    """The state of a certification for a person."""

    HELD = "held"
    OPEN = "open"  # the person qualifies, and it can be earned
    REACHABLE = "reachable"  # after steps, or on a date, within the horizon
    ASK = "ask"  # unknown: the person or the issuer has to answer first
    LOCKED = "locked"  # out of reach within the horizon, or cannot be earned


class Place(NamedTuple):
    """A certification on the map.

    `level` is the lowest of its levels, `field` the first of its disciplines.
    `state` and `check` are None without a person. `on` is the first day of
    eligibility, where the state is reachable or locked and a day is known.
    """

    certification: Certification
    level: str
    field: str
    cost: Cost
    state: State | None = None
    on: date | None = None
    check: Check | None = None
    preferred: bool = False


class Link(NamedTuple):
    """An arrow between two certifications that are both shown.

    `kind` is entry_rule (the rule of `target` accepts `source`) or replaced_by
    (`target` replaces `source`). `needed` is true where the rule cannot be met
    without it; `alternatives` counts the certifications that the same leaf
    accepts.
    """

    source: str
    target: str
    kind: str
    needed: bool
    alternatives: int


class Landscape(NamedTuple):
    """The whole map, in the catalogue's order; `until` is the last day of the horizon."""

    places: tuple[Place, ...]
    links: tuple[Link, ...]
    fields: tuple[str, ...]
    role: str | None = None
    until: date | None = None


def landscape(
    shown: Iterable[Certification], catalog: Catalog, as_of: date, evidence: Evidence | None = None
) -> Landscape:
    """Map these certifications with their links, and judge them if there is a person."""
    listed = tuple(shown)
    links = tuple(_links(listed, as_of))
    if evidence is None:
        places = tuple(_placed(one, cost_of(one, None, catalog.tables, None)) for one in listed)
        return Landscape(places, links, _fields(places, links))
    judging = Judging(evidence)
    target = judging.target
    wanted = _wanted(target, evidence)
    places = tuple(_judged(one, judging, one.id in wanted) for one in listed)
    return Landscape(places, links, _fields(places, links), target.role, target.until)


def _placed(one: Certification, cost: Cost) -> Place:
    return Place(one, min(one.levels, key=LEVELS.index), one.disciplines[0], cost)


def _judged(one: Certification, judging: Judging, preferred: bool) -> Place:  # noqa: FBT001  a field of the node
    found = judging.check(one)
    state, on = _state(one, found, judging)
    placed = _placed(one, judging.cost(one))
    return placed._replace(state=state, on=on, check=found, preferred=preferred)


def _state(one: Certification, found: Check, judging: Judging) -> tuple[State, date | None]:
    """The state, and the first day of eligibility where the state is reachable or locked."""
    if found.held:
        return State.HELD, None
    reach = judging.reach(one)
    if reach.way == "now":
        return State.OPEN, None
    doubtful = found.outcome is Outcome.UNKNOWN or (
        found.outcome is Outcome.MET and found.obtainable is None
    )
    if doubtful and found.obtainable is not False:
        return State.ASK, None
    if reach.way in ("after_steps", "on_date") and reach.on and reach.on <= judging.target.until:
        return State.REACHABLE, reach.on
    return State.LOCKED, reach.on


def _wanted(target: Target, evidence: Evidence) -> frozenset[str]:
    """The ids that employers prefer for the target role, in general or in the person's country."""
    if target.role is None:
        return frozenset()
    role = evidence.catalog.roles[target.role]
    local, _ = role.local.get(evidence.profile.country or "", ((), ()))
    return frozenset((*role.preferred, *local))


def _links(listed: tuple[Certification, ...], as_of: date) -> Iterator[Link]:
    ids = {one.id for one in listed}
    for one in listed:
        rule = one.rule_on(as_of)
        asked = _asked(rule) if rule else {}
        for source, (needed, alternatives) in asked.items():
            if source in ids and source != one.id:
                yield Link(source, one.id, "entry_rule", needed, alternatives)
        for target in one.replaced_by:
            if target in ids:
                yield Link(one.id, target, "replaced_by", needed=False, alternatives=1)


def _asked(rule: RuleVersion) -> dict[str, tuple[bool, int]]:
    """Each certification that a rule names: whether it is needed, and its fewest alternatives."""
    found: dict[str, tuple[bool, int]] = {}
    for leaf, needed in (*_holds(rule.sit), *_holds(rule.award)):
        for id in leaf.certifications:
            before, fewest = found.get(id, (False, len(leaf.certifications)))
            alone = needed and len(leaf.certifications) == 1
            found[id] = (before or alone, min(fewest, len(leaf.certifications)))
    return found


def _holds(asked: Requirement, *, needed: bool = True) -> Iterator[tuple[Holds, bool]]:
    if isinstance(asked, Holds):
        yield asked, needed
    elif isinstance(asked, AllOf | AnyOf):
        only = isinstance(asked, AllOf) or len(asked.children) == 1
        for child in asked.children:
            yield from _holds(child, needed=needed and only)


def _fields(places: tuple[Place, ...], links: tuple[Link, ...]) -> tuple[str, ...]:
    """The fields in drawing order: the largest first, then by what they share with those before.

    Greedy: fields with many certifications or arrows in common end up next to
    each other. Ties break by size, then by name.
    """
    size: dict[str, int] = {}
    common: dict[tuple[str, str], int] = {}
    field_of = {place.certification.id: place.field for place in places}
    for place in places:
        size[place.field] = size.get(place.field, 0) + 1
        for other in place.certification.disciplines:
            common[place.field, other] = common.get((place.field, other), 0) + 1
    for link in links:
        pair = field_of[link.source], field_of[link.target]
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
