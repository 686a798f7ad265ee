"""The factors of a score: each a value from 0 to 1 with its reason, or none without data."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from certadvisor.advice.cost import Cost
from certadvisor.advice.recommend.reachability import Reach
from certadvisor.advice.recommend.recommendations import Argument, Factor, Values
from certadvisor.advice.target import Target
from certadvisor.catalog.records import LEVELS, Catalog, Certification, Role
from certadvisor.profile.model import Profile


class Candidate(NamedTuple):
    """A certification that passed the gates, with the inputs of its factors."""

    certification: Certification
    reach: Reach
    cost: Cost


def factors_of(
    candidate: Candidate,
    profile: Profile,
    target: Target,
    catalog: Catalog,
    as_of: date,
    weights: dict[str, float],
) -> tuple[Factor, ...]:
    """Every factor that has data and a weight above 0; values are rounded to 4 digits."""
    found = {
        "role_fit": _role_fit(candidate.certification, profile, target, catalog),
        "interest": _interest(candidate.certification, target),
        "nearness": _nearness(candidate.reach, target, catalog, as_of),
        "demand": _demand(candidate.certification, profile.country, catalog),
        "skills": _skills(candidate.certification, profile, target),
        "cost": _cost(candidate.cost, profile),
        "effort": _effort(candidate.certification, profile, target, as_of),
        "method": _method(candidate.certification, profile, catalog),
    }
    return tuple(
        Factor(name, round(value[0], 4), weights[name], value[1])
        for name, value in found.items()
        if value is not None and weights.get(name)
    )


def score_of(factors: Iterable[Factor]) -> float:
    """The weighted mean of the factors, from 0 to 1; 0 without any factor."""
    counted = tuple(factors)
    total = sum(factor.weight for factor in counted)
    value = sum(factor.weight * factor.value for factor in counted)
    return round(value / total, 4) if total else 0.0


Valued = tuple[float, Argument] | None


def _role_fit(
    certification: Certification, profile: Profile, target: Target, catalog: Catalog
) -> Valued:
    """The fit with the target roles: what employers expect there, else field and level."""
    table = catalog.tables.values["role_fit"]
    field = in_field(certification, target)
    base = table["field"] if field else table["other"]
    fits = [(base, Argument("field" if field else "other-field", {}))]
    if target.rungs:
        fits = [
            _fit(certification, role, closeness, profile.country, table, field=field)
            for role, closeness in target.rungs
        ]
    elif not target.disciplines:
        return None
    held = next_step_from(certification, profile, catalog)
    if held:
        by_level = max(
            (_by_level(certification, role, table) for role, _ in target.rungs), default=1
        )
        fits.append((table["next_step"] * by_level, Argument("next-step", {"held": held})))
    return max(fits, key=lambda fit: fit[0])


def in_field(certification: Certification, target: Target) -> bool:
    """Whether it belongs to the field of the target roles or to one of the person's interests."""
    return bool((target.disciplines | target.interests) & set(certification.disciplines))


def next_step_from(certification: Certification, profile: Profile, catalog: Catalog) -> str | None:
    """The id of a credential that leads to this certification; None where there is none."""
    for held in profile.certifications or ():
        record = catalog.certifications.get(held.id)
        if record and certification.id in record.leads_to:
            return held.id
    return None


def _fit(
    certification: Certification,
    role: Role,
    closeness: float,
    country: str | None,
    table: dict[str, float],
    *,
    field: bool,
) -> tuple[float, Argument]:
    preferred_there, helpful_there = role.local.get(country or "", ((), ()))
    base = table["field"] if field else table["other"]
    by_level = _by_level(certification, role, table)
    fits = [(base * by_level, "field" if field else "other-field")]
    if certification.id in preferred_there:
        fits.append((table["preferred"], "preferred"))
    if certification.id in role.preferred:
        abroad = bool(preferred_there) and certification.id not in preferred_there
        fits.append((table["preferred_abroad" if abroad else "preferred"], "preferred"))
    if certification.id in (*role.helpful, *helpful_there):
        fits.append((table["helpful" if field else "helpful_other_field"], "helpful"))
    value, reason = max(fits)
    return value * closeness, Argument(reason, {"role": role.id})


def _by_level(certification: Certification, role: Role, table: dict[str, float]) -> float:
    """The factor, 0 to 1, by which each level between certification and role reduces a fit."""
    level = LEVELS.index(role.level)
    gap = min(abs(LEVELS.index(one) - level) for one in certification.levels)
    return max(0.0, 1 - table["level_gap"] * gap)


def _interest(certification: Certification, target: Target) -> Valued:
    if not target.interests:
        return None
    shared = sorted(target.interests & set(certification.disciplines))
    if not shared:
        return 0.0, Argument("no-interest", {})
    return 1.0, Argument("interest", {"field": shared[0]})


def _nearness(reach: Reach, target: Target, catalog: Catalog, as_of: date) -> Valued:
    table = catalog.tables.values["nearness"]
    if reach.way == "now":
        return table["now"], Argument("now", {})
    if reach.way == "ask":
        return table["ask"], Argument("ask", {})
    if reach.way == "never":
        return 0.0, Argument("never", {})
    days, horizon = ((reach.on or target.until) - as_of).days, (target.until - as_of).days
    share = min(1.0, days / horizon) if horizon else 1.0
    begin = table["after_prerequisite" if reach.prerequisite else reach.way]
    value = begin - (begin - table["end_of_horizon"]) * share
    return value, Argument(reach.way, {"on": reach.on, "prerequisite": reach.prerequisite})


def _demand(certification: Certification, country: str | None, catalog: Catalog) -> Valued:
    known = {entry.country: entry for entry in catalog.demand_for(certification.id)}
    entry = known.get(country or "world") or known.get("world")
    if entry is None:
        return None
    told: Values = {"value": entry.value, "country": entry.country, "basis": entry.basis}
    return entry.value, Argument("demand", told)


def _skills(certification: Certification, profile: Profile, target: Target) -> Valued:
    """The share of the certification's skills that the target role needs and the person lacks."""
    if not target.rungs or not certification.skills:
        return None
    role = target.rungs[0][0]
    lacking = set(role.skills) - set(profile.skills or ())
    added = [skill for skill in certification.skills if skill in lacking]
    value = len(added) / len(certification.skills)
    return value, Argument("skills", {"count": len(added), "first": ", ".join(added[:3])})


def _cost(cost: Cost, profile: Profile) -> Valued:
    budget = profile.goal.budget
    amount = cost.converted or cost.total
    if budget is None or cost.total is None or amount is None or amount.currency != budget.currency:
        return None
    value = max(0.0, 1 - amount.amount / budget.amount) if budget.amount else 0.0
    return value, Argument("cost", {"share": round(100 * amount.amount / max(budget.amount, 1))})


def _effort(certification: Certification, profile: Profile, target: Target, as_of: date) -> Valued:
    weekly = profile.goal.hours_per_week
    if weekly is None or certification.study_hours is None or not target.named_horizon:
        return None
    available = weekly * (target.until - as_of).days / 7
    hours = sum(certification.study_hours) / 2
    value = max(0.0, 1 - hours / available) if available else 0.0
    return value, Argument("effort", {"hours": round(hours), "weeks": round(hours / weekly)})


def _method(certification: Certification, profile: Profile, catalog: Catalog) -> Valued:
    prefers, has = profile.goal.prefers, certification.approach
    if prefers is None or has is None:
        return None
    table = catalog.tables.values["method"]
    if prefers == has:
        return table["same"], Argument("method", {"approach": has})
    value = table["hybrid"] if "hybrid" in (prefers, has) else table["other"]
    return value, Argument("other-method", {"approach": has, "prefers": prefers})
