"""The factors of a score: each a value from 0 to 1 with its reason, or none without data."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, assert_never

from certadvisor.advice.career.role_certifications import RoleCertifications
from certadvisor.advice.recommend.reachability import asks_work
from certadvisor.advice.recommend.recommendations import Factor, Reachability
from certadvisor.advice.target import CareerTarget
from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import LEVELS, Catalog, Certification, Demand, Money, Role
from certadvisor.catalog.requirement import ids_named, leaves
from certadvisor.planner.ways import Total, Way
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.reason import Reason, Values


class Candidate(NamedTuple):
    """A certification that passed the gates, with the inputs of its factors."""

    certification: Certification
    reach: Reachability
    way: Way


def factors_of(
    candidate: Candidate, evidence: Evidence, target: CareerTarget, weights: dict[str, float]
) -> tuple[Factor, ...]:
    """Every factor that has data and a weight above 0; values are rounded to 4 digits."""
    certification, profile = candidate.certification, evidence.profile
    values_by_name = {
        "role_fit": _role_fit(candidate, evidence, target),
        "interest": _interest(certification, target, evidence.catalog.tables.values["interest"]),
        "nearness": _nearness(candidate, target, evidence),
        "demand": _demand(certification, evidence),
        "skills": _skills(certification, target),
        "cost": _cost(candidate.way.total, profile),
        "effort": _effort(certification, profile, target, evidence.as_of),
        "method": _method(certification, profile, evidence.catalog),
    }
    return tuple(
        Factor(name, round(value[0], 4), weights[name], value[1])
        for name, value in values_by_name.items()
        if value is not None and weights.get(name)
    )


def score_of(factors: Iterable[Factor]) -> float:
    """The weighted mean of the factors, from 0 to 1; 0 without any factor."""
    known_factors = tuple(factors)
    total = sum(factor.weight for factor in known_factors)
    value = sum(factor.weight * factor.value for factor in known_factors)
    return round(value / total, 4) if total else 0.0


FactorValue = tuple[float, Reason] | None


def _role_fit(candidate: Candidate, evidence: Evidence, target: CareerTarget) -> FactorValue:
    """The fit with the target roles: what employers expect there, else field and level."""
    certification, table = candidate.certification, evidence.catalog.tables.values["role_fit"]
    field = is_in_field(certification, target)
    base = _field_fit(certification, target, table)
    level = target.levels_by_field.get(certification.disciplines[0], target.level)
    level_factor = _own_level_factor(certification, level, table)
    fits = [(base * level_factor, Reason("field" if field else "other-field", {}))]
    if target.weighted_roles:
        fits = [
            _fit_for_role(
                certification, role, target.expected[role.id], closeness, table, base, field=field
            )
            for role, closeness in target.weighted_roles
        ]
    elif not target.disciplines:
        return None
    level_factor = max(
        (_level_factor(certification, role, table) for role, _ in target.weighted_roles),
        default=level_factor,
    )
    if is_of_employer(certification, evidence):
        fits.append((table["preferred"] * level_factor, Reason("own-employer", {})))
    held_id = next_step_from(certification, evidence)
    if held_id and not candidate.way.prerequisites:  # else another step comes before it
        value = table["next_step" if _is_in_scope(certification, target) else "next_step_elsewhere"]
        fits.append((value * level_factor, Reason("next-step", {"held": held_id})))
    return max(fits, key=lambda fit: fit[0])


def _is_in_scope(certification: Certification, target: CareerTarget) -> bool:
    """Whether its main discipline is of the target's field or of an interest."""
    fields = target.disciplines | target.interests
    return not fields or certification.disciplines[0] in fields


def _field_fit(
    certification: Certification, target: CareerTarget, table: dict[str, float]
) -> float:
    if not target.main_disciplines.isdisjoint(certification.disciplines):
        return table["field"]
    return table["field_aside" if is_in_field(certification, target) else "other"]


def is_in_field(certification: Certification, target: CareerTarget) -> bool:
    """Whether one of its disciplines belongs to the field of the target roles."""
    return not target.disciplines.isdisjoint(certification.disciplines)


def is_of_employer(certification: Certification, evidence: Evidence) -> bool:
    """Whether it is reserved for the people of the person's own kind of employer."""
    rule, employer = certification.rule_on(evidence.as_of), evidence.profile.employer
    return rule is not None and employer in ids_named(leaves(rule.award), "employer")


def next_step_from(certification: Certification, evidence: Evidence) -> str | None:
    """The id of a credential that this certification is the next step after; None without one.

    The credential is active, or may be, or the certification's rule lets it count when lapsed.
    """
    catalog = evidence.catalog
    for credential in evidence.profile.certifications or ():
        record = catalog.certifications.get(credential.id)
        if not record or certification.id not in record.next:
            continue
        lapsed = ladders_of(catalog).takes_lapsed(certification.id, record.id)
        outcome = holds.judge_listed(record.id, evidence, evidence.as_of, lapsed=lapsed)
        if outcome is not Outcome.UNMET:
            return credential.id
    return None


def _fit_for_role(
    certification: Certification,
    role: Role,
    expected: RoleCertifications,
    closeness: float,
    table: dict[str, float],
    base: float,
    *,
    field: bool,
) -> tuple[float, Reason]:
    basis = "" if certification.id in expected.sourced else "-judged"
    level_factor = _level_factor(certification, role, table)
    fits = [(base * level_factor, "field" if field else "other-field")]
    if certification.id in expected.preferred:
        fits.append((table["preferred"], f"preferred{basis}"))
    elif certification.id in role.preferred:  # elsewhere: the country has a list of its own
        fits.append((table["preferred_abroad"], f"helpful{basis}"))
    if certification.id in expected.helpful:
        fits.append((table["helpful" if field else "helpful_other_field"], f"helpful{basis}"))
    value, reason = max(fits)
    if reason.startswith("preferred") and role.level == LEVELS[0]:
        reason = f"helpful{basis}"  # a role on the entry level asks for none, as is said first
    return value * closeness, Reason(reason, {"role": role.id})


def _level_factor(certification: Certification, role: Role, table: dict[str, float]) -> float:
    """The factor, 0 to 1, by which each level between certification and role reduces a fit."""
    level = LEVELS.index(role.level)
    gap = min(abs(LEVELS.index(one) - level) for one in certification.levels)
    return max(0.0, 1 - table["level_gap"] * gap)


def _own_level_factor(
    certification: Certification, level: int | None, table: dict[str, float]
) -> float:
    """The factor for the levels between a certification and the person's own one or the next."""
    if level is None:
        return 1.0
    offered = [LEVELS.index(one) for one in certification.levels]
    gap = min(abs(one - near) for one in offered for near in (level, level + 1))
    return max(0.0, 1 - table["level_gap"] * gap)


def _interest(
    certification: Certification, target: CareerTarget, table: dict[str, float]
) -> FactorValue:
    """Whether it is about what interests the person, in the first place or among other things."""
    if not target.interests:
        return None
    shared = [field for field in certification.disciplines if field in target.interests]
    if not shared:
        return 0.0, Reason("no-interest", {})
    value = table["main" if shared[0] == certification.disciplines[0] else "aside"]
    return value, Reason("interest", {"field": shared[0]})


def _nearness(candidate: Candidate, target: CareerTarget, evidence: Evidence) -> FactorValue:
    """How near being certified is; what asks for no work opens fewer doors than what work earns."""
    table, reach, as_of = (
        evidence.catalog.tables.values["nearness"],
        candidate.reach,
        evidence.as_of,
    )
    rule = candidate.certification.rule_on(as_of)
    share_kept = 1 if rule and asks_work(rule) else table["open"]
    match reach:
        case Reachability.NOW | Reachability.ASK:
            return table[reach] * share_kept, Reason(reach, {})
        case Reachability.NEVER:
            return 0.0, Reason(reach, {})
        case Reachability.AFTER_STEPS | Reachability.ON_DATE:
            pass
        case _:
            assert_never(reach)
    way = candidate.way
    on = way.ready_on or target.horizon_end
    days, horizon = (on - as_of).days, (target.horizon_end - as_of).days
    prerequisite = next(iter(way.prerequisites), None)
    share = min(1.0, days / horizon) if horizon else 1.0
    start_value = table["after_prerequisite" if prerequisite else reach]
    value = start_value - (start_value - table["end_of_horizon"]) * share
    return value * share_kept, Reason(reach, {"on": way.ready_on, "prerequisite": prerequisite})


def _demand(certification: Certification, evidence: Evidence) -> FactorValue:
    """How much employers ask for it; a person's own asks for what it reserves for its people."""
    catalog = evidence.catalog
    if is_of_employer(certification, evidence):
        return 1.0, Reason("own-employer", {})
    entry = demand_in(certification, evidence.profile.country, catalog)
    if entry is None:
        return catalog.tables.values["demand"]["unknown"], Reason("demand-unknown", {})
    values: Values = {"value": entry.value, "country": entry.country, "basis": entry.basis}
    return entry.value, Reason("demand", values)


def demand_in(certification: Certification, country: str | None, catalog: Catalog) -> Demand | None:
    """The demand in a country, else in the world; None where no figure is known."""
    known = {entry.country: entry for entry in catalog.demand_for(certification.id)}
    return known.get(country or "world") or known.get("world")


def _skills(certification: Certification, target: CareerTarget) -> FactorValue:
    """The share of the skills that the target role asks and the person lacks that it proves."""
    if not target.lacking_skills or not certification.skills:
        return None
    added = [skill for skill in certification.skills if skill in target.lacking_skills]
    value = len(added) / len(target.lacking_skills)
    return value, Reason("skills", {"count": len(added), "first": ", ".join(added[:3])})


def _cost(total: Total | None, profile: Profile) -> FactorValue:
    share = budget_share(total, profile.goal.budget)
    if share is None:
        return None
    key = "cost-estimated" if total and total.estimated else "cost"
    return max(0.0, 1 - share), Reason(key, {"share": round(100 * share)})


def budget_share(total: Total | None, budget: Money | None) -> float | None:
    """The share of the budget that the whole way takes; None where they cannot be compared.

    A budget of nothing counts as one unit of its currency.
    """
    if total is None or budget is None or total.likely.currency != budget.currency:
        return None
    return total.likely.amount / max(budget.amount, 1)


def _effort(
    certification: Certification, profile: Profile, target: CareerTarget, as_of: date
) -> FactorValue:
    weekly = profile.goal.hours_per_week
    if weekly is None or certification.study_hours is None or not target.has_own_horizon:
        return None
    available = weekly * (target.horizon_end - as_of).days / 7
    hours = sum(certification.study_hours) / 2
    value = max(0.0, 1 - hours / available) if available else 0.0
    return value, Reason("effort", {"hours": round(hours), "weeks": round(hours / weekly)})


def _method(certification: Certification, profile: Profile, catalog: Catalog) -> FactorValue:
    prefers, approach = profile.goal.prefers, certification.approach
    if prefers is None or approach is None:
        return None
    table = catalog.tables.values["method"]
    if prefers == approach:
        return table["same"], Reason("method", {"approach": approach})
    value = table["hybrid"] if "hybrid" in (prefers, approach) else table["other"]
    return value, Reason("other-method", {"approach": approach, "prefers": prefers})
