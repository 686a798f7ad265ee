"""The data of `plan`: dated steps with their figures, and the alternatives."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, TypedDict

from certadvisor.catalog.records import Catalog, Money
from certadvisor.planner.figures import CENTS_PER_UNIT
from certadvisor.planner.plan_request import RoleRequirements
from certadvisor.planner.plan_result import Alternative, Obstacle, PlanDrawback, PlanResult
from certadvisor.planner.ways import total_of
from certadvisor.rules.verdict import Shortfall
from certadvisor.views.answers.plan.dated_steps import (
    PlanCostJson,
    PlanJson,
    StepJson,
    cost_json,
    plan_json,
    step_json,
)
from certadvisor.views.document_types import (
    Allowed,
    Count,
    CurrencyCode,
    Day,
    HeadV2,
    MoneyJson,
    NonNegative,
    TotalJson,
    head_v2,
)
from certadvisor.views.json_values import Row, iso, money, number, total
from certadvisor.views.reports import PlanReport
from certadvisor.views.sections.conditional_section import ConditionalJson, conditional_json
from certadvisor.views.sections.judgement import (
    LEAF_TAGS,
    AssumptionJson,
    QuestionJson,
    ShortfallJson,
    assumption_json,
    question_json,
    shortfall_json,
)
from certadvisor.views.words import plan as plan_words


class PlanGoalJson(TypedDict):
    """What to reach."""

    kind: Annotated[str, Allowed(words=("certification", "role"))]
    id: str


class PlanLimitsJson(TypedDict):
    """What a plan must keep to."""

    budget: MoneyJson | None
    until: Day | None
    hours_per_week: NonNegative
    hours_per_week_given: bool


class ObstacleJson(TypedDict):
    """What prevents every plan; `suffices_alone`: removing this obstacle is enough."""

    constraint: Annotated[str, Allowed(words=(*plan_words.LIMITS, *LEAF_TAGS, "obtainable"))]
    suffices_alone: bool
    short_by: MoneyJson | None
    needed: MoneyJson | None
    days_late: Annotated[int, Allowed(minimum=1)] | None
    earliest: Day | None
    hours_per_week: Annotated[
        Annotated[int, Allowed(minimum=1)] | None,
        Allowed(description="The fewest whole hours of study a week that would be enough."),
    ]
    missing: ShortfallJson | None
    certification: str | None
    text: str


class PlanDifferenceJson(TypedDict):
    """How much more money; negative where it is less."""

    amount: float
    currency: CurrencyCode


class ExtraStepJson(TypedDict):
    """A step that the alternative has and the plan has not.

    `earn_again` is earning again what the plan reinstates.
    """

    kind: Annotated[
        str, Allowed(words=("training", "course", "earn", "membership", "reinstate", "earn_again"))
    ]
    subject: str


class AlternativeJson(TypedDict):
    """Another plan and why it loses."""

    certification: str
    finish: Day
    cost: PlanCostJson
    why_not: Annotated[str, Allowed(words=tuple(PlanDrawback))]
    extra_days: int
    extra_cost: PlanDifferenceJson
    over_budget_by: MoneyJson | None
    days_late: Count
    extra_steps: list[ExtraStepJson]
    steps: list[StepJson]
    text: str


class OutgrownJson(TypedDict):
    """A certification that the person has outgrown."""

    certification: str
    gate: Annotated[str, Allowed(words=tuple(plan_words.OUTGROWN))]


class RoleExperienceJson(TypedDict):
    """Months of work that are usually required before the role."""

    kind: str | None
    low: float | None
    high: float | None


class PlanRoleJson(TypedDict):
    """What the role requires besides the certification that is planned."""

    id: str
    certifications: list[str]
    preferred: bool
    sourced: Annotated[
        list[str], Allowed(description="Those of `certifications` for which a source says so.")
    ]
    outgrown: list[OutgrownJson]
    experience: RoleExperienceJson | None


class RemarkJson(TypedDict):
    """What else to know about the plan."""

    topic: str
    text: str


class PlanDocument(HeadV2):
    """The document of `plan`."""

    to: PlanGoalJson
    objective: Annotated[str, Allowed(words=("fastest", "cheapest"))]
    status: Annotated[
        str,
        Allowed(
            words=("found", "held", "none_required", "ask", "infeasible"),
            description="ask: it depends on unanswered questions; then, and where infeasible, "
            "`nearest` is the plan that would be possible without them.",
        ),
    ]
    limits: PlanLimitsJson
    held: str | None
    cost: MoneyJson | None
    total: TotalJson | None
    plan: PlanJson | None
    nearest: PlanJson | None
    obstacles: list[ObstacleJson]
    conditional: Annotated[
        ConditionalJson | None,
        Allowed(
            description="Where work is all that is missing: from when it would do. Then `nearest` "
            "is the plan with that work."
        ),
    ]
    assumed_shortfalls: list[ShortfallJson]
    alternatives: list[AlternativeJson]
    role: PlanRoleJson | None
    remarks: list[RemarkJson]
    questions: list[QuestionJson]
    assumptions: list[AssumptionJson]


def document(report: PlanReport) -> PlanDocument:
    """The document of `plan`: amounts in currency units, not in cents."""
    answer, catalog = report.result, report.context.catalog
    return {
        **head_v2(report.context),
        "to": {"kind": answer.request.kind, "id": answer.request.id},
        "objective": answer.request.objective,
        "status": answer.status,
        "limits": _limits(answer),
        "held": answer.held_certification,
        "cost": money(answer.price.amount) if answer.price else None,
        "total": _total(answer),
        "plan": plan_json(answer.plan, answer, catalog),
        "nearest": plan_json(answer.nearest, answer, catalog),
        "obstacles": [_obstacle(one, answer, catalog) for one in answer.obstacles],
        "conditional": answer.conditional and conditional_json(answer.conditional, catalog),
        "assumed_shortfalls": [shortfall_json(one) for one in answer.assumed_shortfalls],
        "alternatives": [_alternative(one, answer, catalog) for one in answer.alternatives],
        "role": _role(answer.role, catalog),
        "remarks": [
            {"topic": remark.key, "text": plan_words.remark_text(remark, catalog)}
            for remark in answer.remarks
        ],
        "questions": [question_json(question, catalog) for question in answer.questions],
        "assumptions": [assumption_json(assumption, catalog) for assumption in answer.assumptions],
    }


def _total(answer: PlanResult) -> TotalJson | None:
    plan, price = answer.plan or answer.nearest, answer.price
    if plan is None or price is None:
        return None
    return total(total_of(plan.cost, answer.currency), price.place, price.on)


def _limits(answer: PlanResult) -> PlanLimitsJson:
    limits = answer.limits
    return {
        "budget": money(limits.budget),
        "until": iso(limits.until),
        "hours_per_week": number(limits.hours_per_week),
        "hours_per_week_given": limits.pace_given,
    }


def _obstacle(obstacle: Obstacle, answer: PlanResult, catalog: Catalog) -> ObstacleJson:
    short_by, needed = (
        None if cents is None else money(Money(cents / CENTS_PER_UNIT, answer.currency))
        for cents in (obstacle.short_by, obstacle.needed)
    )
    until = answer.limits.until
    days = obstacle.days_late
    return {
        "constraint": obstacle.constraint,
        "suffices_alone": obstacle.suffices_alone,
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


def _alternative(alternative: Alternative, answer: PlanResult, catalog: Catalog) -> AlternativeJson:
    excess = (
        Money(alternative.over_budget / CENTS_PER_UNIT, answer.currency)
        if alternative.over_budget
        else None
    )
    return {
        "certification": alternative.plan.certification,
        "finish": iso(alternative.plan.finish),
        "cost": cost_json(alternative.plan.cost, answer),
        "why_not": alternative.drawback,
        "extra_days": alternative.extra_days,
        "extra_cost": money(Money(alternative.extra_cost / CENTS_PER_UNIT, answer.currency)),
        "over_budget_by": money(excess),
        "days_late": alternative.days_late,
        "extra_steps": [{"kind": kind, "subject": name} for kind, name in alternative.extra_steps],
        "steps": [step_json(step, answer, catalog) for step in alternative.plan.steps],
        "text": plan_words.alternative_text(alternative, answer, catalog),
    }


def _role(role: RoleRequirements | None, catalog: Catalog) -> PlanRoleJson | None:
    if role is None:
        return None
    raw_experience = catalog.raw_records("roles").get(role.id, {}).get("experience")
    experience: RoleExperienceJson | None = None
    if raw_experience is not None:
        experience = {
            "kind": raw_experience.get("kind"),
            "low": raw_experience.get("low"),
            "high": raw_experience.get("high"),
        }
    return {
        "id": role.id,
        "certifications": list(role.certifications),
        "preferred": role.preferred,
        "sourced": list(role.sourced),
        "outgrown": [{"certification": id, "gate": gate} for id, gate in role.outgrown],
        "experience": experience,
    }


COLUMNS = (
    "status", "kind", "subject", "certifications", "from", "to", "hours", "hours_estimated",
    "cost_low", "cost", "cost_high", "currency", "cost_estimated", "text",
)  # fmt: skip


def rows(data: PlanDocument) -> Iterable[Row]:
    """The steps of the plan, or of the nearest plan if none meets the limits."""
    plan = data["plan"] or data["nearest"]
    for step in plan["steps"] if plan else ():
        hours, cost = step["hours"], step["cost"]
        yield (
            data["status"],
            step["kind"],
            step["subject"],
            step["certifications"],
            step["from"],
            step["to"],
            hours and hours["likely"],
            hours and hours["estimated"],
            cost and cost["low"],
            cost and cost["likely"],
            cost and cost["high"],
            cost and cost["currency"],
            cost and cost["estimated"],
            step["text"],
        )
