"""The JSON document of `plan`: dated steps with their figures, and the alternatives."""

from datetime import timedelta

from certadvisor.catalog.records import Catalog, Money
from certadvisor.planner.figures import CENTS_PER_UNIT, Amount
from certadvisor.planner.plan_result import (
    Alternative,
    Obstacle,
    Plan,
    PlanResult,
    RoleRequirements,
    Step,
)
from certadvisor.rules.verdict import Shortfall
from certadvisor.views.json_values import Json, iso, money, number
from certadvisor.views.reports import PlanReport
from certadvisor.views.sections.judgement import assumption_json, question_json, shortfall_json
from certadvisor.views.words import plan as plan_words


def document(report: PlanReport) -> Json:
    """The document of `plan`: amounts in currency units, not in cents."""
    answer, catalog = report.result, report.context.catalog
    limit = answer.limits
    return {
        "to": {"kind": answer.request.kind, "id": answer.request.id},
        "by": answer.request.objective,
        "status": answer.status,
        "limits": {
            "budget": money(limit.budget),
            "until": iso(limit.until),
            "hours_per_week": number(limit.hours_per_week),
            "hours_per_week_told": limit.pace_given,
        },
        "held": answer.held_certification,
        "plan": _plan(answer.plan, answer, catalog),
        "nearest": _plan(answer.nearest, answer, catalog),
        "obstacles": [_obstacle(one, answer, catalog) for one in answer.obstacles],
        "granted": [shortfall_json(one) for one in answer.assumed_shortfalls],
        "alternatives": [_alternative(one, answer, catalog) for one in answer.alternatives],
        "role": _role(answer.role, catalog),
        "remarks": [
            {"topic": remark.key, "text": plan_words.remark_text(remark, catalog)}
            for remark in answer.remarks
        ],
        "questions": [question_json(question, catalog) for question in answer.questions],
        "assumptions": [assumption_json(assumption, catalog) for assumption in answer.assumptions],
    }


def _plan(plan: Plan | None, answer: PlanResult, catalog: Catalog) -> Json | None:
    if plan is None:
        return None
    return {
        "certification": plan.certification,
        "finish": iso(plan.finish),
        "cost": _cost(plan.cost, answer),
        "hours": _hours(plan.hours),
        "steps": [_step(step, answer, catalog) for step in plan.steps],
        "renewals": [{"certification": id, "until": iso(day)} for id, day in plan.renewals],
    }


def _step(step: Step, answer: PlanResult, catalog: Catalog) -> Json:
    return {
        "kind": step.kind,
        "subject": step.subject,
        "serves": list(step.serves),
        "from": iso(step.start),
        "to": iso(step.end),
        "hours": _hours(step.hours),
        "cost": _cost(step.cost, answer),
        "text": plan_words.step_text(step, catalog),
    }


def _cost(amount: Amount | None, answer: PlanResult) -> Json | None:
    if amount is None:
        return None
    low, likely, high = (number(end / CENTS_PER_UNIT) for end in amount[:3])
    return {
        "low": low,
        "likely": likely,
        "high": high,
        "currency": answer.currency,
        "estimated": amount.estimated,
    }


def _hours(amount: Amount | None) -> Json | None:
    if amount is None:
        return None
    return {
        "low": amount.low,
        "likely": amount.likely,
        "high": amount.high,
        "estimated": amount.estimated,
    }


def _obstacle(obstacle: Obstacle, answer: PlanResult, catalog: Catalog) -> Json:
    short_by, needed = (
        None if cents is None else money(Money(cents / CENTS_PER_UNIT, answer.currency))
        for cents in (obstacle.short_by, obstacle.needed)
    )
    until = answer.limits.until
    days = obstacle.days_late
    return {
        "constraint": obstacle.constraint,
        "alone": obstacle.suffices_alone,
        "short_by": short_by,
        "needed": needed,
        "days_late": days,
        "earliest": iso(until + timedelta(days=days)) if until and days is not None else None,
        "hours_per_week": obstacle.hours_per_week,
        "missing": shortfall_json(
            Shortfall(obstacle.leaf, obstacle.amount or 1, obstacle.unit or "")
        )
        if obstacle.leaf is not None
        else None,
        "certification": obstacle.certification,
        "text": plan_words.obstacle_text(obstacle, answer, catalog),
    }


def _alternative(alternative: Alternative, answer: PlanResult, catalog: Catalog) -> Json:
    excess = (
        Money(alternative.over_budget / CENTS_PER_UNIT, answer.currency)
        if alternative.over_budget
        else None
    )
    return {
        "certification": alternative.plan.certification,
        "finish": iso(alternative.plan.finish),
        "cost": _cost(alternative.plan.cost, answer),
        "why_not": alternative.drawback,
        "later_by_days": alternative.extra_days,
        "dearer_by": money(Money(alternative.extra_cost / CENTS_PER_UNIT, answer.currency)),
        "over_budget_by": money(excess),
        "days_late": alternative.days_late,
        "differs": [{"kind": kind, "subject": name} for kind, name in alternative.extra_steps],
        "steps": [_step(step, answer, catalog) for step in alternative.plan.steps],
        "text": plan_words.alternative_text(alternative, answer, catalog),
    }


def _role(role: RoleRequirements | None, catalog: Catalog) -> Json | None:
    if role is None:
        return None
    experience = catalog.raw_records("roles").get(role.id, {}).get("experience")
    return {
        "id": role.id,
        "wanted": list(role.certifications),
        "preferred": role.preferred,
        "passed_over": [{"certification": id, "gate": gate} for id, gate in role.outgrown],
        "experience": None
        if experience is None
        else {key: experience.get(key) for key in ("kind", "low", "high")},
    }
