"""The JSON document of `plan`: dated steps with their figures, and the alternatives."""

from datetime import timedelta

from certadvisor.catalog.records import Catalog, Money
from certadvisor.planner.figures import CENTS, Amount
from certadvisor.planner.plan_result import Alternative, Answer, Obstacle, Plan, RoleAsks, Step
from certadvisor.rules.verdict import Shortfall
from certadvisor.views.documents.check import assumption, missing, question
from certadvisor.views.json_values import Json, iso, money, number
from certadvisor.views.reports import PlanReport
from certadvisor.views.words import plan as plan_words


def fill(report: PlanReport) -> Json:
    """The document of `plan`: amounts in currency units, not in cents."""
    answer, catalog = report.answer, report.frame.catalog
    limit = answer.limit
    return {
        "to": {"kind": answer.wish.kind, "id": answer.wish.id},
        "by": answer.wish.by,
        "status": answer.status,
        "limits": {
            "budget": money(limit.budget),
            "until": iso(limit.until),
            "hours_per_week": number(limit.hours_per_week),
            "hours_per_week_told": limit.pace_told,
        },
        "held": answer.held,
        "plan": _plan(answer.plan, answer, catalog),
        "nearest": _plan(answer.nearest, answer, catalog),
        "obstacles": [_obstacle(one, answer, catalog) for one in answer.obstacles],
        "granted": [missing(one) for one in answer.granted],
        "alternatives": [_alternative(one, answer, catalog) for one in answer.alternatives],
        "role": _role(answer.role, catalog),
        "remarks": [
            {"topic": said.key, "text": plan_words.remark(said, catalog)} for said in answer.remarks
        ],
        "questions": [question(asked, catalog) for asked in answer.questions],
        "assumptions": [assumption(made, catalog) for made in answer.assumptions],
    }


def _plan(plan: Plan | None, answer: Answer, catalog: Catalog) -> Json | None:
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


def _step(step: Step, answer: Answer, catalog: Catalog) -> Json:
    return {
        "kind": step.kind,
        "subject": step.subject,
        "serves": list(step.serves),
        "from": iso(step.start),
        "to": iso(step.end),
        "hours": _hours(step.hours),
        "cost": _cost(step.cost, answer),
        "text": plan_words.step(step, catalog),
    }


def _cost(amount: Amount | None, answer: Answer) -> Json | None:
    if amount is None:
        return None
    low, likely, high = (number(end / CENTS) for end in amount[:3])
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


def _obstacle(one: Obstacle, answer: Answer, catalog: Catalog) -> Json:
    short, needed = (
        None if cents is None else money(Money(cents / CENTS, answer.currency))
        for cents in (one.cost, one.needed)
    )
    until = answer.limit.until
    days = one.days
    return {
        "constraint": one.constraint,
        "alone": one.alone,
        "short_by": short,
        "needed": needed,
        "days_late": days,
        "earliest": iso(until + timedelta(days=days)) if until and days is not None else None,
        "hours_per_week": one.hours,
        "missing": missing(Shortfall(one.leaf, one.amount or 1, one.unit or ""))
        if one.leaf is not None
        else None,
        "certification": one.certification,
        "text": plan_words.obstacle(one, answer, catalog),
    }


def _alternative(one: Alternative, answer: Answer, catalog: Catalog) -> Json:
    over = Money(one.over_budget / CENTS, answer.currency) if one.over_budget else None
    return {
        "certification": one.plan.certification,
        "finish": iso(one.plan.finish),
        "cost": _cost(one.plan.cost, answer),
        "why_not": one.why,
        "later_by_days": one.by_days,
        "dearer_by": money(Money(one.by_cost / CENTS, answer.currency)),
        "over_budget_by": money(over),
        "days_late": one.days_late,
        "differs": [{"kind": sort, "subject": name} for sort, name in one.differs],
        "steps": [_step(step, answer, catalog) for step in one.plan.steps],
        "text": plan_words.alternative(one, answer, catalog),
    }


def _role(role: RoleAsks | None, catalog: Catalog) -> Json | None:
    if role is None:
        return None
    asked = catalog.pages("roles").get(role.id, {}).get("experience")
    return {
        "id": role.id,
        "wanted": list(role.wanted),
        "preferred": role.preferred,
        "passed_over": [{"certification": id, "gate": gate} for id, gate in role.passed_over],
        "experience": None
        if asked is None
        else {key: asked.get(key) for key in ("kind", "low", "high")},
    }
