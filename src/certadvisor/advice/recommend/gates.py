"""Gates: which certifications are excluded before any score, and why."""

from collections.abc import Callable

from certadvisor.advice.recommend.factors import demand_in, is_in_field, next_step_from
from certadvisor.advice.recommend.recommendations import Gate, GateKind
from certadvisor.advice.recommend.reinstatement_gate import find_reinstatement_gate
from certadvisor.advice.target import CareerTarget
from certadvisor.catalog.records import LEVELS, Certification
from certadvisor.catalog.requirement import OPEN
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.reason import Reason, Values

MAX_LEVELS_ABOVE = 2  # levels
MIN_DEMAND = 0.1  # from 0 to 1: from here on employers ask for it


def find_gate(
    certification: Certification,
    timeline: Timeline,
    target: CareerTarget,
    price_gate: Callable[[Certification], Gate | None],
) -> Gate | None:
    """The first gate that excludes a certification, with its reason; None if it passes all.

    The order: already held, or perhaps; absorbed by a credential that the person holds, or
    at its level; not obtainable or unclear; over budget by its price alone; too
    junior; too senior; another field, or nothing that speaks for it. Whether the
    whole way to it keeps within budget and time is judged later, from the plan.
    """
    evidence = timeline.evidence
    return (
        _held_gate(certification, evidence)
        or _superseded_gate(certification, evidence)
        or find_reinstatement_gate(certification, evidence)
        or _not_obtainable_gate(certification, evidence)
        or price_gate(certification)
        or _too_junior_gate(certification, timeline)
        or _too_senior_gate(certification, target)
        or _no_reason_gate(certification, evidence, target)
    )


def find_outgrown_gate(certification: Certification, timeline: Timeline) -> Gate | None:
    """The gate that makes a certification pointless for a person who wants it; None if none does.

    Nothing is outgrown that the person holds already, and what cannot be earned is not too junior.
    """
    evidence = timeline.evidence
    if _held_gate(certification, evidence):
        return None
    superseded = _superseded_gate(certification, evidence)
    if superseded or _not_obtainable_gate(certification, evidence):
        return superseded
    return _too_junior_gate(certification, timeline)


def _held_gate(certification: Certification, evidence: Evidence) -> Gate | None:
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


def _superseded_gate(certification: Certification, evidence: Evidence) -> Gate | None:
    """Whether a credential that is or may be valid absorbs this certification or is its equal."""
    for credential in evidence.profile.certifications or ():
        other = evidence.catalog.certifications.get(credential.id)
        if other is None:
            continue
        absorbed = certification.id in evidence.catalog.absorbed_by(other.id)
        same_level = (
            certification.id in other.same_level_as or other.id in certification.same_level_as
        )
        if not (absorbed or same_level):
            continue
        outcome = holds.judge_listed(credential.id, evidence, evidence.as_of)
        if outcome is Outcome.UNMET:
            continue
        if outcome is Outcome.UNKNOWN:
            doubt = Reason("maybe-superseded", {"by": other.id})
            return Gate(certification, GateKind.MAYBE_HELD, doubt)
        if absorbed:
            return Gate(certification, GateKind.ABSORBED, Reason("absorbed", {"by": other.id}))
        return Gate(certification, GateKind.SAME_LEVEL, Reason("same-level", {"as": other.id}))
    return None


def _not_obtainable_gate(certification: Certification, evidence: Evidence) -> Gate | None:
    obtainable = certification.obtainable_on(evidence.as_of)
    if obtainable:
        return None
    state = certification.status_on(evidence.as_of)
    kind = GateKind.UNCLEAR if obtainable is None else GateKind.NOT_OBTAINABLE
    return Gate(certification, kind, Reason(kind, {"state": state}))


def _too_junior_gate(certification: Certification, timeline: Timeline) -> Gate | None:
    """An entry certification in a field the person leads in, or one below a rule already met."""
    evidence = timeline.evidence
    for discipline in certification.disciplines if certification.levels == ("entry",) else ():
        limits = evidence.catalog.tables.too_junior.get(discipline, {})
        for kind, limit in limits.items():
            months = evidence.count_months(WorkFilter(kind)).certain.count_in(None, evidence.as_of)
            if months >= limit:
                values: Values = {"months": months, "kind": kind}
                return Gate(certification, GateKind.TOO_JUNIOR, Reason("too-junior", values))
    for other in evidence.catalog.absorbers(certification.id):
        if not other.obtainable_on(evidence.as_of):
            continue
        rule = other.rule_on(evidence.as_of)
        has_requirement = rule is not None and rule.sit != OPEN
        if has_requirement and rule and timeline.judge(rule.sit).outcome is Outcome.MET:
            return Gate(
                certification, GateKind.TOO_JUNIOR, Reason("qualified-above", {"for": other.id})
            )
    return None


def _no_reason_gate(
    certification: Certification, evidence: Evidence, target: CareerTarget
) -> Gate | None:
    """Whether nothing speaks for it: neither employers, nor what is held, nor an interest.

    What employers of the target roles prefer or find helpful speaks for it, a credential that it
    follows from, an interest of the person, and demand in the field of the target roles.
    """
    has_direction = target.weighted_roles or target.interests  # without a goal, no field is wrong
    if not has_direction or not target.disciplines:
        return None
    catalog, country = evidence.catalog, evidence.profile.country
    if target.interests & set(certification.disciplines):
        return None
    if next_step_from(certification, evidence.profile, catalog, evidence.as_of):
        return None
    equivalents = {certification.id, *certification.same_level_as}
    if any(
        not (equivalents.isdisjoint(one.preferred) and equivalents.isdisjoint(one.helpful))
        for one in target.expected.values()
    ):
        return None
    if is_in_field(certification, target):
        demand = demand_in(certification, country, catalog)
        if demand is None or demand.value >= MIN_DEMAND:
            return None  # without a figure, as in an own catalogue, nothing speaks against it
        return Gate(certification, GateKind.NO_REASON, Reason("no-reason", {}))
    return Gate(certification, GateKind.OTHER_FIELD, Reason("other-field-gate", {}))


def _too_senior_gate(certification: Certification, target: CareerTarget) -> Gate | None:
    lowest = min(LEVELS.index(level) for level in certification.levels)
    if target.level is None or lowest - target.level < MAX_LEVELS_ABOVE:
        return None
    values: Values = {"level": LEVELS[lowest], "own": LEVELS[target.level]}
    return Gate(certification, GateKind.TOO_SENIOR, Reason("too-senior", values))
