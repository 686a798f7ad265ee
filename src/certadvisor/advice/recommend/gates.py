"""Gates: which certifications are excluded before any score, and why."""

from collections.abc import Callable

from certadvisor.advice.cost import Cost, in_budget
from certadvisor.advice.recommend.factors import in_field, next_step_from
from certadvisor.advice.recommend.recommendations import Argument, Gate, Values
from certadvisor.advice.target import Target
from certadvisor.catalog.records import LEVELS, Certification
from certadvisor.catalog.requirement import OPEN
from certadvisor.profile.evidence import Evidence, Work
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome

FAR_ABOVE = 2  # levels


def gate_of(
    certification: Certification,
    timeline: Timeline,
    target: Target,
    cost: Callable[[Certification], Cost],
) -> Gate | None:
    """The first gate that excludes a certification, with its reason; None if it passes all.

    The order: already held; absorbed by a credential that the person holds, or
    at its level; not obtainable or unclear; over budget; too junior; too
    senior; another field. Whether it can be reached in time is judged later,
    from its check.
    """
    evidence = timeline.evidence
    return (
        _held(certification, evidence)
        or _outgrown(certification, evidence)
        or _not_obtainable(certification, evidence)
        or _over_budget(certification, evidence, cost)
        or _too_junior(certification, timeline)
        or _too_senior(certification, target)
        or _other_field(certification, evidence, target)
    )


def _held(certification: Certification, evidence: Evidence) -> Gate | None:
    if not evidence.credentials(certification.id):  # cheap test first: most are not held
        return None
    if holds.held(certification.id, evidence, evidence.as_of) is not Outcome.MET:
        return None
    expiry = max(
        (one.expires for one in evidence.credentials(certification.id) if one.expires), default=None
    )
    return Gate(certification, "held", Argument("held", {"until": expiry}))


def _outgrown(certification: Certification, evidence: Evidence) -> Gate | None:
    """Whether a valid credential absorbs this certification or is at its level."""
    for held in evidence.profile.certifications or ():
        other = evidence.catalog.certifications.get(held.id)
        if other is None:
            continue
        absorbed = certification.id in evidence.catalog.absorbed_by(other.id)
        beside = certification.id in other.same_level_as or other.id in certification.same_level_as
        if not (absorbed or beside):
            continue
        if holds.held(held.id, evidence, evidence.as_of) is not Outcome.MET:
            continue
        if absorbed:
            return Gate(certification, "absorbed", Argument("absorbed", {"by": other.id}))
        return Gate(certification, "same-level", Argument("same-level", {"as": other.id}))
    return None


def _not_obtainable(certification: Certification, evidence: Evidence) -> Gate | None:
    obtainable = certification.obtainable_on(evidence.as_of)
    if obtainable:
        return None
    state = certification.status_on(evidence.as_of)
    gate = "unclear" if obtainable is None else "not-obtainable"
    return Gate(certification, gate, Argument(gate, {"state": state}))


def _over_budget(
    certification: Certification, evidence: Evidence, cost_of: Callable[[Certification], Cost]
) -> Gate | None:
    budget = evidence.profile.goal.budget
    if budget is None:
        return None
    cost = cost_of(certification)
    if in_budget(cost, budget) is not False or cost.at_least is None:
        return None
    values: Values = {
        "cost": cost.at_least.amount,
        "currency": cost.at_least.currency,
        "budget": budget.amount,
        "budget_currency": budget.currency,
        "converted": cost.converted.amount if cost.converted else None,
    }
    return Gate(certification, "over-budget", Argument("over-budget", values))


def _too_junior(certification: Certification, timeline: Timeline) -> Gate | None:
    """An entry certification in a field the person leads in, or one below a rule already met."""
    evidence = timeline.evidence
    for discipline in certification.disciplines if certification.levels == ("entry",) else ():
        limits = evidence.catalog.tables.too_junior.get(discipline, {})
        for kind, limit in limits.items():
            months = evidence.worked(Work(kind)).certain.touched(None, evidence.as_of)
            if months >= limit:
                values: Values = {"months": months, "kind": kind}
                return Gate(certification, "too-junior", Argument("too-junior", values))
    for other in evidence.catalog.absorbers(certification.id):
        if not other.obtainable_on(evidence.as_of):
            continue
        rule = other.rule_on(evidence.as_of)
        asks = rule is not None and rule.sit != OPEN
        if asks and rule and timeline.judge(rule.sit).outcome is Outcome.MET:
            return Gate(certification, "too-junior", Argument("qualified-above", {"for": other.id}))
    return None


def _other_field(certification: Certification, evidence: Evidence, target: Target) -> Gate | None:
    """Whether it fits neither the person's goal nor the credentials they hold."""
    told = target.rungs or target.interests  # without a goal, no field is wrong
    if not told or not target.disciplines or in_field(certification, target):
        return None
    if next_step_from(certification, evidence.profile, evidence.catalog):
        return None
    country = evidence.profile.country or ""
    alike = {certification.id, *certification.same_level_as}
    if any(
        not alike.isdisjoint(ids)
        for role, _ in target.rungs
        for ids in (role.preferred, role.helpful, *role.local.get(country, ()))
    ):
        return None
    return Gate(certification, "other-field", Argument("other-field-gate", {}))


def _too_senior(certification: Certification, target: Target) -> Gate | None:
    lowest = min(LEVELS.index(level) for level in certification.levels)
    if target.level is None or lowest - target.level < FAR_ABOVE:
        return None
    values: Values = {"level": LEVELS[lowest], "own": LEVELS[target.level]}
    return Gate(certification, "too-senior", Argument("too-senior", values))
