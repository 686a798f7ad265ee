"""What is said before the list: nothing asked, nothing known, or something to renew first."""

from collections.abc import Iterable, Iterator
from datetime import date

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.recommendations import (
    Gate,
    GateKind,
    LaterCertification,
    Recommendation,
)
from certadvisor.advice.recommend.renewal_remarks import (
    to_let_go,
    to_reinstate_first,
    to_renew_first,
)
from certadvisor.advice.renewals.renewal_outlook import RenewalOutlook
from certadvisor.advice.target import CareerTarget
from certadvisor.catalog.records import LEVELS, Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.present_role import present_role
from certadvisor.rules.reason import Reason, Values

# Reasons of a role fit other than the field; of those "-judged" no source says so.
EMPLOYER_REASONS = (
    "preferred",
    "preferred-judged",
    "helpful",
    "helpful-judged",
    "next-step",
)

_RATES_BASE = "USD"  # exchange rates are to this currency

_HELD = (GateKind.HELD, GateKind.ABSORBED, GateKind.SAME_LEVEL)


def is_little_known(evidence: Evidence) -> bool:
    """Whether neither education, work, training, courses nor certifications are given."""
    profile = evidence.profile
    sections = (
        profile.education,
        profile.work,
        profile.training,
        profile.courses,
        profile.certifications,
    )
    return all(part is None for part in sections)


def opening_remarks(
    checks: CandidateChecks,
    recommendations: tuple[Recommendation, ...],
    later: tuple[LaterCertification, ...],
    gates: tuple[Gate, ...],
) -> tuple[Reason, ...]:
    """What to say before the list of recommendations, the most important first."""
    evidence, target = checks.evidence, checks.target
    said = tuple(_nothing_to_take(target, evidence.catalog, recommendations, later, gates))
    outlook = RenewalOutlook(checks.timeline, checks.way)
    remarks = [
        *_budget_not_compared(evidence, recommendations),
        *to_reinstate_first(outlook, gates),
        *said,
    ]
    goal_role = evidence.catalog.roles[target.role] if target.role else None
    if goal_role and goal_role.level == "entry":
        remarks.append(Reason("entry-asks-none", {"role": goal_role.id, **_adverts(evidence)}))
    role = goal_role or present_role(evidence.profile, evidence.catalog, evidence.as_of)
    remarks += [*to_renew_first(outlook, evidence), *to_let_go(outlook)]
    if is_little_known(evidence):
        remarks.append(Reason("little-known", {}))
    elif role and recommendations and not (goal_role and goal_role.level == "entry"):
        employers_expect = any(
            factor.name == "role_fit" and factor.reason.key in EMPLOYER_REASONS
            for one in recommendations
            for factor in one.factors
        )
        if not employers_expect and not said:
            remarks.append(Reason("none-asked", {"role": role.id, **_adverts(evidence)}))
    if not recommendations:
        remarks.append(Reason("none", {"until": target.horizon_end}))
    return tuple(remarks)


def _budget_not_compared(
    evidence: Evidence, recommendations: tuple[Recommendation, ...]
) -> Iterator[Reason]:
    """A budget in a currency without an exchange rate: no limit is kept, and no share is known."""
    budget, per_usd = evidence.profile.goal.budget, evidence.catalog.tables.per_usd
    if budget is None or budget.currency in (_RATES_BASE, *per_usd):
        return
    totals = (one.way.total for one in recommendations)
    prices = next((total.likely.currency for total in totals if total), _RATES_BASE)
    yield Reason("budget-not-compared", {"currency": budget.currency, "prices": prices})


def _nothing_to_take(
    target: CareerTarget,
    catalog: Catalog,
    recommendations: tuple[Recommendation, ...],
    later: tuple[LaterCertification, ...],
    gates: Iterable[Gate],
) -> Iterator[Reason]:
    """Whether all that the goal's role prefers is held, or out of reach for now.

    Of a role for which nothing is preferred, what is helpful counts.
    """
    if target.role is None:
        return
    expected = target.expected[target.role]
    ids = expected.preferred or expected.helpful
    kinds = {gate.certification.id: gate.kind for gate in gates}
    lacking = [id for id in ids if kinds.get(id) not in _HELD]
    if ids and not lacking:
        yield Reason("hold-all", {"role": target.role})
        return
    listed = {id for one in recommendations for id in one.ids}
    is_entry = catalog.roles[target.role].level == LEVELS[0]  # it requires none, as is said
    if is_entry or not lacking or not listed.isdisjoint(lacking):
        return
    awaited = [one for one in later if one.certification.id in lacking and one.way.ready_on]
    first = min(awaited, key=lambda one: one.way.ready_on or date.max, default=None)
    if first:
        values: Values = {"certification": first.certification.id, "on": first.way.ready_on}
        yield Reason("none-now", {"role": target.role, **values})
    else:
        yield Reason("none-now", {"role": target.role})


def _adverts(evidence: Evidence) -> Values:
    """How many adverts name no certification where the person lives; no other place's count."""
    country = evidence.profile.country
    count = evidence.catalog.adverts_in(country)
    if count is None or count.country != (country or "world"):
        return {}
    return {
        "none_named": count.none_named,
        "adverts": count.adverts,
        "what": count.what,
        "place": count.country,
        "period": count.period,
    }
