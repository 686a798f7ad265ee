"""Gates: which certifications are excluded before any score, and why."""

from collections.abc import Callable
from typing import NamedTuple

from certadvisor.advice.recommend.factors import demand_in, is_of_employer, next_step_from
from certadvisor.advice.recommend.reachability import asks_work
from certadvisor.advice.recommend.recommendations import Gate, GateKind
from certadvisor.advice.recommend.reinstatement_gate import find_reinstatement_gate
from certadvisor.advice.target import CareerTarget, starting_point
from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import LEVELS, Certification
from certadvisor.catalog.requirement import leaves
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.reason import Reason, Values

MAX_LEVELS_APART = 2  # levels from which a certification is too far above or below a person
MIN_DEMAND = 0.1  # from 0 to 1: from here on employers ask for it


class GateContext(NamedTuple):
    """What the gates know of the person besides the certification.

    `opens_in_time(above, other)` says whether the one above is within reach by the end of the
    horizon without the other.
    """

    evidence: Evidence
    target: CareerTarget
    opens_in_time: Callable[[Certification, Certification], bool]


def find_gate(certification: Certification, context: GateContext) -> Gate | None:
    """The first of the gates that excludes a certification, with its reason; None without one.

    Whether the whole way to it keeps within budget and time is judged later, from the plan.
    """
    found = (gate(certification, context) for gate in GATES.values())
    return next(filter(None, found), None)


def find_outgrown_gate(
    certification: Certification, timeline: Timeline, target: CareerTarget
) -> Gate | None:
    """The gate that makes a certification pointless for a person who wants it; None if none does.

    Nothing is outgrown that the person holds already, and what cannot be earned is not too junior.
    """

    def is_open(above: Certification, _: Certification) -> bool:
        rule = above.rule_on(timeline.evidence.as_of)
        return rule is not None and timeline.judge(rule.sit).outcome is Outcome.MET

    context = GateContext(timeline.evidence, target, is_open)
    if _held_gate(certification, context):
        return None
    superseded = _superseded_gate(certification, context)
    if superseded or _not_obtainable_gate(certification, context):
        return superseded
    return _too_junior_gate(certification, context) or find_opens_above_gate(certification, context)


def _held_gate(certification: Certification, context: GateContext) -> Gate | None:
    evidence = context.evidence
    if not evidence.credentials(certification.id):  # cheap test first: most are not held
        return None
    outcome = holds.judge_listed(certification.id, evidence, evidence.as_of)
    if outcome is Outcome.UNMET:
        return None
    if outcome is Outcome.UNKNOWN:
        return Gate(certification, GateKind.MAYBE_HELD, Reason("maybe-held", {}))
    expiry = max(
        (one.expires for one in evidence.credentials(certification.id) if one.expires), default=None
    )
    return Gate(certification, GateKind.HELD, Reason("held", {"until": expiry}))


def _superseded_gate(certification: Certification, context: GateContext) -> Gate | None:
    """Whether a credential leaves no use for this certification: one above it, or its equal.

    One that has lapsed still proves what it attested; its equal may be earned in its place.
    """
    evidence = context.evidence
    ladders, id = ladders_of(evidence.catalog), certification.id
    for credential in evidence.profile.certifications or ():
        other = evidence.catalog.certifications.get(credential.id)
        if other is None:
            continue
        is_below = id in ladders.superseded_by(other.id) or (
            id in ladders.below(other.id) and not ladders.is_only_first_rung(id, evidence.as_of)
        )
        if not is_below and id not in ladders.equals(other.id):
            continue
        outcome = holds.judge_listed(credential.id, evidence, evidence.as_of)
        if outcome is Outcome.UNMET:
            if is_below:
                reason = Reason("once-above", {"by": other.id})
                return Gate(certification, GateKind.TOO_JUNIOR, reason)
            continue
        if outcome is Outcome.UNKNOWN:
            doubt = Reason("maybe-superseded", {"by": other.id})
            return Gate(certification, GateKind.MAYBE_HELD, doubt)
        if is_below:
            return Gate(certification, GateKind.ABSORBED, Reason("absorbed", {"by": other.id}))
        return Gate(certification, GateKind.SAME_LEVEL, Reason("same-level", {"as": other.id}))
    return None


def _not_obtainable_gate(certification: Certification, context: GateContext) -> Gate | None:
    evidence = context.evidence
    obtainable = certification.obtainable_on(evidence.as_of)
    if obtainable:
        return None
    state = certification.status_on(evidence.as_of)
    kind = GateKind.UNCLEAR if obtainable is None else GateKind.NOT_OBTAINABLE
    return Gate(certification, kind, Reason(kind, {"state": state}))


def _too_junior_gate(certification: Certification, context: GateContext) -> Gate | None:
    """Whether it attests less of the same competence than the person has proved.

    What proves more is a credential above it, what takes a lapsed one as it is, the months in its
    field, and the person's level. For the last two a first rung that leads up by no other way is
    not too junior, as it attests what the person has not practised, and neither is a next step.
    """
    evidence, target = context.evidence, context.target
    reason = _overtaken(certification, evidence) or _below_held(certification, context)
    if reason is None and not (
        ladders_of(evidence.catalog).is_only_first_rung(certification.id, evidence.as_of)
        or next_step_from(certification, evidence)
    ):
        reason = _practised(certification, evidence, target) or _far_below(certification, target)
    return reason and Gate(certification, GateKind.TOO_JUNIOR, reason)


def find_opens_above_gate(certification: Certification, context: GateContext) -> Gate | None:
    """Whether work opens a rule above it within the horizon; no only first rung is left out so.

    It plans ways, so it is for those alone that pass the gates and come up to be listed.
    """
    evidence, ladders = context.evidence, ladders_of(context.evidence.catalog)
    if ladders.is_only_first_rung(certification.id, evidence.as_of):
        return None
    for other in ladders.above(certification.id):
        is_earned = _asks_work(other, evidence) and other.obtainable_on(evidence.as_of)
        if is_earned and context.opens_in_time(other, certification):
            reason = Reason("qualified-above", {"for": other.id})
            return Gate(certification, GateKind.TOO_JUNIOR, reason)
    return None


def _overtaken(certification: Certification, evidence: Evidence) -> Reason | None:
    """What comes after a certification that lapsed, and takes it as it is."""
    catalog, id = evidence.catalog, certification.id
    if not evidence.credentials(id):
        return None
    for other in certification.next:
        record = catalog.certifications.get(other)
        is_obtainable = record and record.obtainable_on(evidence.as_of)
        if is_obtainable and ladders_of(catalog).takes_lapsed(other, id):
            return Reason("overtaken", {"for": other})
    return None


def _practised(
    certification: Certification, evidence: Evidence, target: CareerTarget
) -> Reason | None:
    """The months of work that outgrow an entry certification.

    What it attests is its main discipline; of one that the person names as an interest, the
    disciplines named.
    """
    if LEVELS[0] not in certification.levels:
        return None
    named = target.interests.intersection(certification.disciplines)
    fields = sorted(named) or certification.disciplines[:1]
    reasons = [_outgrown(field, evidence) for field in fields]
    return None if None in reasons else reasons[0]


def _outgrown(field: str, evidence: Evidence) -> Reason | None:
    for kind, limit in evidence.catalog.tables.too_junior.get(field, {}).items():
        months = evidence.count_months(WorkFilter(kind)).certain.count_in(None, evidence.as_of)
        if months >= limit:
            return Reason("too-junior", {"months": months, "kind": kind})
    return None


def _far_below(certification: Certification, target: CareerTarget) -> Reason | None:
    """A person's level in its field that lies two above it."""
    highest = _highest_level(certification)
    own = target.levels_by_field.get(certification.disciplines[0])
    is_of_interest = bool(target.interests & set(certification.disciplines))
    if is_of_interest or own is None or own - highest < MAX_LEVELS_APART:
        return None
    return Reason("far-below", {"level": LEVELS[highest], "own": LEVELS[own]})


def _below_held(certification: Certification, context: GateContext) -> Reason | None:
    """What is held and stands above it in its field, unless employers ask for it by name.

    Above stands what begins at a higher level, or at its own and asks for work where it asks none.
    """
    evidence, field = context.evidence, certification.disciplines[0]
    if certification.id in context.target.named:
        return None
    for credential in evidence.profile.certifications or ():
        other = evidence.catalog.certifications.get(credential.id)
        if other is None or other.disciplines[0] != field:
            continue
        lead = min(map(LEVELS.index, other.levels)) - _highest_level(certification)
        is_earned = _asks_work(other, evidence) and not _asks_work(certification, evidence)
        is_above = lead > 0 or (lead == 0 and is_earned)
        if is_above and holds.judge_listed(other.id, evidence, evidence.as_of) is Outcome.MET:
            return Reason("below-held", {"by": other.id})
    return None


def _asks_work(certification: Certification, evidence: Evidence) -> bool:
    rule = certification.rule_on(evidence.as_of)
    return rule is not None and asks_work(rule)


def _highest_level(certification: Certification) -> int:
    return max(LEVELS.index(level) for level in certification.levels)


def _no_reason_gate(certification: Certification, context: GateContext) -> Gate | None:
    """Whether nothing speaks for it: neither employers, nor what is held, nor an interest.

    What employers of the target roles prefer or find helpful speaks for it, a credential that it
    follows from, an interest of the person, and demand in the field of the target roles.
    """
    evidence, target = context.evidence, context.target
    if not target.has_direction:  # then no field is wrong
        return None
    catalog, country = evidence.catalog, evidence.profile.country
    if certification.disciplines[0] in target.interests:
        return None
    if next_step_from(certification, evidence) or is_of_employer(certification, evidence):
        return None
    if not target.named.isdisjoint((certification.id, *certification.same_level_as)):
        return None
    if certification.disciplines[0] in target.disciplines:
        demand = demand_in(certification, country, catalog)
        if demand is None or demand.value >= MIN_DEMAND:
            return None  # without a figure, as in an own catalogue, nothing speaks against it
        return Gate(certification, GateKind.NO_REASON, Reason("no-reason", {}))
    return Gate(certification, GateKind.OTHER_FIELD, Reason("other-field-gate", {}))


def _too_senior_gate(certification: Certification, context: GateContext) -> Gate | None:
    """Whether it lies two levels above the person, or attests practice that they have none of."""
    target = context.target
    lowest = min(LEVELS.index(level) for level in certification.levels)
    if target.level is not None and lowest - target.level >= MAX_LEVELS_APART:
        values: Values = {"level": LEVELS[lowest], "own": LEVELS[target.level]}
        return Gate(certification, GateKind.TOO_SENIOR, Reason("too-senior", values))
    if lowest > 0 and _is_unpractised(certification, context.evidence):
        return Gate(certification, GateKind.TOO_SENIOR, Reason("not-practised", {}))
    return None


def _is_unpractised(certification: Certification, evidence: Evidence) -> bool:
    """Whether all may take its exam, and a person outside the career ladder never did its work."""
    rule = certification.rule_on(evidence.as_of)
    if rule is None or list(leaves(rule.award)) or starting_point(evidence) is None:
        return False
    kinds = (
        kind
        for kind, fields in evidence.catalog.tables.fields.items()
        if not set(fields).isdisjoint(certification.disciplines)
    )
    months = [evidence.count_months(WorkFilter(kind)).possible for kind in kinds]
    return bool(months) and not any(one.count_in(None, evidence.as_of) for one in months)


def _reinstatement_gate(certification: Certification, context: GateContext) -> Gate | None:
    return find_reinstatement_gate(certification, context.evidence)


# In this order: the first that excludes a certification is the reason that is given.
GATES: dict[str, Callable[[Certification, GateContext], Gate | None]] = {
    "held": _held_gate,
    "reinstate-first": _reinstatement_gate,
    "superseded": _superseded_gate,
    "not-obtainable": _not_obtainable_gate,
    "too-junior": _too_junior_gate,
    "too-senior": _too_senior_gate,
    "no-reason": _no_reason_gate,
}
