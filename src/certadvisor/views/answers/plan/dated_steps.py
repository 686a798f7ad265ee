"""One plan, as data and as blocks: its steps by date, with cost and hours."""

from typing import Annotated, TypedDict

from certadvisor.catalog.records import Catalog
from certadvisor.planner.figures import CENTS_PER_UNIT, Amount
from certadvisor.planner.plan_result import ENDINGS, Plan, PlanResult, Step
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Fragment,
    Gantt,
    Heading,
    Para,
    StyledText,
    TableColumn,
    join,
    styled,
    table,
)
from certadvisor.views.document_types import Allowed, CurrencyCode, Day, NonNegative
from certadvisor.views.json_values import iso, number
from certadvisor.views.reports import PlanReport
from certadvisor.views.words import phrases
from certadvisor.views.words import plan as plan_words


class PlanCostJson(TypedDict):
    """A range of money; `likely` is the low end of a known range, the middle of an estimate."""

    low: NonNegative
    likely: NonNegative
    high: NonNegative
    currency: CurrencyCode
    estimated: bool


class PlanHoursJson(TypedDict):
    """A range of hours, and the figure in it that plans use."""

    low: NonNegative
    likely: NonNegative
    high: NonNegative
    estimated: bool


StepKindWord = Annotated[
    str,
    Allowed(
        words=(
            "training", "course", "study", "units", "wait", "membership", "application",
            "assessment", "exam", "award", "reinstate",
        )
    ),
]  # fmt: skip
StepJson = TypedDict(
    "StepJson",
    {
        "kind": StepKindWord,
        "subject": str,
        "certifications": list[str],
        "from": Day,
        "to": Day,
        "hours": PlanHoursJson | None,
        "cost": PlanCostJson | None,
        "text": str,
    },
)
StepJson.__doc__ = "A step; its subject is a topic, a course, an issuer or a certification."


class LastDayJson(TypedDict):
    """The last day of a certification that lapses."""

    certification: str
    until: Day


class PlanJson(TypedDict):
    """Steps by date, up to the day on which the certification is earned."""

    certification: str
    finish: Day
    cost: PlanCostJson
    hours: PlanHoursJson
    steps: list[StepJson]
    renewals: list[LastDayJson]


def plan_json(plan: Plan | None, answer: PlanResult, catalog: Catalog) -> PlanJson | None:
    """A plan, as data; None stays None."""
    if plan is None:
        return None
    return {
        "certification": plan.certification,
        "finish": iso(plan.finish),
        "cost": cost_json(plan.cost, answer),
        "hours": _hours(plan.hours),
        "steps": [step_json(step, answer, catalog) for step in plan.steps],
        "renewals": [{"certification": id, "until": iso(day)} for id, day in plan.renewals],
    }


def step_json(step: Step, answer: PlanResult, catalog: Catalog) -> StepJson:
    """A step with its text, as data."""
    return {
        "kind": step.kind,
        "subject": step.subject,
        "certifications": list(step.serves),
        "from": iso(step.start),
        "to": iso(step.end),
        "hours": _hours(step.hours) if step.hours else None,
        "cost": cost_json(step.cost, answer) if step.cost else None,
        "text": plan_words.step_text(step, catalog),
    }


def cost_json(amount: Amount, answer: PlanResult) -> PlanCostJson:
    """A range of money in currency units, not in cents."""
    low, likely, high = (number(end / CENTS_PER_UNIT) for end in amount[:3])
    return {
        "low": low,
        "likely": likely,
        "high": high,
        "currency": answer.currency,
        "estimated": amount.estimated,
    }


def _hours(amount: Amount) -> PlanHoursJson:
    return {
        "low": amount.low,
        "likely": amount.likely,
        "high": amount.high,
        "estimated": amount.estimated,
    }


_COLUMNS = (
    TableColumn("Step", flexible=True),
    TableColumn("From"),
    TableColumn("To"),
    TableColumn("Study", right=True),
    TableColumn("Cost", right=True),
)


def plan_blocks(plan: Plan | None, title: str, report: PlanReport) -> tuple[Block, ...]:
    """A plan as a table and as a Gantt chart."""
    if plan is None:
        return ()
    catalog = report.context.catalog
    rows = tuple(_step_row(step, report) for step in plan.steps)
    return (
        Heading(title),
        table(_COLUMNS, rows),
        BlankLine(),
        Gantt(plan_words.gantt_bars(plan, catalog)),
        BlankLine(),
        Para(_totals(plan, report.result)),
    )


def _step_row(step: Step, report: PlanReport) -> tuple[StyledText, ...]:
    currency = report.result.currency
    event = step.start == step.end
    text = plan_words.step_text(step, report.context.catalog)
    return (
        styled(Fragment(text, "strong" if step.kind in ENDINGS else "")),
        styled(step.start.isoformat()),
        styled("" if event else step.end.isoformat()),
        styled(plan_words.figure_text(step.hours, lambda hours: f"{phrases.number(hours)} h")),
        styled(plan_words.figure_text(step.cost, lambda cents: plan_words.money(cents, currency))),
    )


def _totals(plan: Plan, answer: PlanResult) -> StyledText:
    """The total cost and hours of a plan, and the day on which it ends."""
    cost = plan_words.total_text(plan.cost, answer.currency)
    hours = plan_words.figure_text(plan.hours, lambda value: phrases.amount(value, "hour"))
    figures = [f"{cost} in all"]
    figures += [f"{hours} of study and training"] if plan.hours.likely else []
    return join([styled(f"ends {plan.finish.isoformat()}"), *(styled(one) for one in figures)])
