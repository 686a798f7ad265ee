"""The factors of a score: each a value from 0 to 1 with its reason, or none without data."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, assert_never

from certadvisor.advice.career.role_certifications import RoleCertifications
from certadvisor.advice.recommend.recommendations import Factor, Reachability
from certadvisor.advice.target import CareerTarget
from certadvisor.catalog.records import LEVELS, Catalog, Certification, Demand, Money, Role
from certadvisor.planner.ways import Total, Way
from certadvisor.profile.model import Profile
from certadvisor.rules.credential_status import judge_active
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.reason import Reason, Values


class Candidate(NamedTuple):
    """A certification that passed the gates, with the inputs of its factors."""

    certification: Certification
    reach: Reachability
    way: Way


def factors_of(
    candidate: Candidate,
    profile: Profile,
    target: CareerTarget,
    catalog: Catalog,
    as_of: date,
    weights: dict[str, float],
) -> tuple[Factor, ...]:
    """Every factor that has data and a weight above 0; values are rounded to 4 digits."""
    values_by_name = {
        "role_fit": _role_fit(candidate.certification, profile, target, catalog, as_of),
        "interest": _interest(candidate.certification, target),
        "nearness": _nearness(candidate, target, catalog, as_of),
        "demand": _demand(candidate.certification, profile.country, catalog),
        "skills": _skills(candidate.certification, profile, target),
        "cost": _cost(candidate.way.total, profile),
        "effort": _effort(candidate.certification, profile, target, as_of),
        "method": _method(candidate.certification, profile, catalog),
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


def _role_fit(
    certification: Certification,
    profile: Profile,
    target: CareerTarget,
    catalog: Catalog,
    as_of: date,
) -> FactorValue:
    """The fit with the target roles: what employers expect there, else field and level."""
    table = catalog.tables.values["role_fit"]
    field = is_in_field(certification, target)
    base = table["field"] if field else table["other"]
    fits = [(base, Reason("field" if field else "other-field", {}))]
    if target.weighted_roles:
        fits = [
            _fit_for_role(
                certification, role, target.expected[role.id], closeness, table, field=field
            )
            for role, closeness in target.weighted_roles
        ]
    elif not target.disciplines:
        return None
    held_id = next_step_from(certification, profile, catalog, as_of)
    if held_id:
        level_factor = max(
            (_level_factor(certification, role, table) for role, _ in target.weighted_roles),
            default=1,
        )
        fits.append((table["next_step"] * level_factor, Reason("next-step", {"held": held_id})))
    return max(fits, key=lambda fit: fit[0])


def is_in_field(certification: Certification, target: CareerTarget) -> bool:
    """Whether it belongs to the field of the target roles or to one of the person's interests."""
    return bool((target.disciplines | target.interests) & set(certification.disciplines))


def next_step_from(
    certification: Certification, profile: Profile, catalog: Catalog, as_of: date
) -> str | None:
    """The id of a credential that leads to this certification; None where there is none.

    What has surely lapsed leads nowhere before it is reinstated.
    """
    for credential in profile.certifications or ():
        record = catalog.certifications.get(credential.id)
        leads_on = record is not None and certification.id in record.leads_to
        if leads_on and judge_active(credential, record, as_of) is not Outcome.UNMET:
            return credential.id
    return None


def _fit_for_role(
    certification: Certification,
    role: Role,
    expected: RoleCertifications,
    closeness: float,
    table: dict[str, float],
    *,
    field: bool,
) -> tuple[float, Reason]:
    basis = "" if certification.id in expected.sourced else "-judged"
    base = table["field"] if field else table["other"]
    level_factor = _level_factor(certification, role, table)
    fits = [(base * level_factor, "field" if field else "other-field")]
    if certification.id in expected.preferred:
        fits.append((table["preferred"], f"preferred{basis}"))
    elif certification.id in role.preferred:  # elsewhere: the country has a list of its own
        fits.append((table["preferred_abroad"], f"preferred{basis}"))
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


def _interest(certification: Certification, target: CareerTarget) -> FactorValue:
    if not target.interests:
        return None
    shared = sorted(target.interests & set(certification.disciplines))
    if not shared:
        return 0.0, Reason("no-interest", {})
    return 1.0, Reason("interest", {"field": shared[0]})


def _nearness(
    candidate: Candidate, target: CareerTarget, catalog: Catalog, as_of: date
) -> FactorValue:
    table, reach = catalog.tables.values["nearness"], candidate.reach
    match reach:
        case Reachability.NOW | Reachability.ASK:
            return table[reach], Reason(reach, {})
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
    return value, Reason(reach, {"on": way.ready_on, "prerequisite": prerequisite})


def _demand(certification: Certification, country: str | None, catalog: Catalog) -> FactorValue:
    entry = demand_in(certification, country, catalog)
    if entry is None:
        return None
    values: Values = {"value": entry.value, "country": entry.country, "basis": entry.basis}
    return entry.value, Reason("demand", values)


def demand_in(certification: Certification, country: str | None, catalog: Catalog) -> Demand | None:
    """The demand in a country, else in the world; None where no figure is known."""
    known = {entry.country: entry for entry in catalog.demand_for(certification.id)}
    return known.get(country or "world") or known.get("world")


def _skills(certification: Certification, profile: Profile, target: CareerTarget) -> FactorValue:
    """The share of the certification's skills that the target role needs and the person lacks."""
    if not target.weighted_roles or not certification.skills:
        return None
    role = target.weighted_roles[0][0]
    lacking = set(role.skills) - set(profile.skills or ())
    new_skills = [skill for skill in certification.skills if skill in lacking]
    value = len(new_skills) / len(certification.skills)
    return value, Reason("skills", {"count": len(new_skills), "first": ", ".join(new_skills[:3])})


def _cost(total: Total | None, profile: Profile) -> FactorValue:
    share = budget_share(total, profile.goal.budget)
    if share is None:
        return None
    return max(0.0, 1 - share), Reason("cost", {"share": round(100 * share)})


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
