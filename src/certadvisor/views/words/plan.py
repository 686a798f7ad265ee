"""A plan in words: steps, limits, obstacles and alternatives; shared by all formats."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import assert_never

from certadvisor.catalog.records import Catalog, Money
from certadvisor.planner.actions import ActionKind
from certadvisor.planner.conditional import Conditional
from certadvisor.planner.figures import CENTS_PER_UNIT, Amount
from certadvisor.planner.plan_request import Outgrown, PlanStatus
from certadvisor.planner.plan_result import (
    Alternative,
    Obstacle,
    Plan,
    PlanDrawback,
    PlanResult,
    Step,
    StepKind,
)
from certadvisor.planner.ways import Total
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.rules.reason import Reason
from certadvisor.rules.verdict import Shortfall
from certadvisor.views.blocks import GanttBar
from certadvisor.views.words import conditional as conditional_words
from certadvisor.views.words import phrases, prices
from certadvisor.views.words import reasons as reasons_words

ESTIMATE = "~"

REMARKS = {
    "unproven": "There are too many options to compare them all: a better plan may exist.",
    "reinstatable": (
        "Your {certification} expired on {expired}. Until {until} it can be reinstated, "
        "without the exam."
    ),
    "units-not-given": (
        "All {count} units of the {certification} count as still to earn; "
        "give those that you have earned under `units:`."
    ),
    "replaced": "{successor} took the place of {certification}: certadvisor plan --to {id}",
    "begun": "Dates assume that you start this kind of work next month: {kind}.",
    "unclear-state": "We could not confirm whether the {certification} can still be earned.",
    "keep-alive": "Keep your {certification} alive: it expires on {until}, before it is needed.",
    "high-end": "The upper end of the range is over your budget by {amount} {currency}.",
    "likely-over-budget": (
        "Only the lower end of the range is within your budget; "
        "the likely cost is over it by {amount} {currency}."
    ),
    "membership-again": (
        "Exams for which you join {issuer} lie more than a year apart: put the earlier ones off, "
        "or pay {amount} {currency} more for the membership."
    ),
    "sit-sooner": "You can take the {certification} exam sooner than on the day shown.",
    "going-on": "Assumed: work that you gave as a total continues from next month.",
    "budget-currency": "No exchange rate of {currency} is known, so the budget is ignored.",
    "raised-pace": "Assumes {hours} study hours a week, not {usual}, to be ready in time (change "
    "with --hours-per-week).",
    "usual-pace": "Assumes {hours} study hours a week (change with --hours-per-week).",
}

LIMITS = ("budget", "until", "hours_per_week")

OUTGROWN = {
    Outgrown.ABSORBED: "superseded by what you hold",
    Outgrown.SAME_LEVEL: "you hold one of its level",
    Outgrown.TOO_JUNIOR: "too junior for you",
}


def certification(id: str, catalog: Catalog) -> str:
    """The short name of a certification."""
    return phrases.certification_name(id, catalog)


def title(answer: PlanResult, catalog: Catalog) -> str:
    """The title of a plan: its target."""
    wish = answer.request
    if wish.kind is GoalKind.ROLE:
        return f"Plan to {phrases.role_title(wish.id, catalog)}"
    return f"Plan to {certification(wish.id, catalog)}"


def step_text(step: Step, catalog: Catalog) -> str:
    """What to do in a step."""
    text = _step_text(step, catalog)
    if step.kind in _SHARED and len(step.serves) > 1:
        text += f", for {phrases.join_names(certification(id, catalog) for id in step.serves)}"
    return text


_SHARED = (StepKind.TRAINING, StepKind.COURSE, StepKind.MEMBERSHIP)


# Each in full, and short for a chart; {name} is the certification.
_STEPS_TO_A_CERTIFICATION = {
    StepKind.STUDY: ("Study for the {name}", "Study for {name}"),
    StepKind.UNITS: ("Earn the units that the {name} lacks", "Units for {name}"),
    StepKind.APPLICATION: ("Apply for the {name}", "Apply for {name}"),
    StepKind.EXAM: ("Take the {name} exam", "{name} exam"),
    StepKind.AWARD: ("Receive the {name}", "{name} certified"),
    StepKind.REINSTATE: ("Reinstate the {name}", "{name} reinstated"),
}


def _step_text(step: Step, catalog: Catalog) -> str:
    match step.kind:
        case StepKind.TRAINING:
            return _training(step)
        case StepKind.COURSE:
            return _capital(phrases.course_name(step.subject, catalog))
        case StepKind.WAIT:
            return _wait(step, catalog)
        case StepKind.MEMBERSHIP:
            return f"Join {phrases.issuer_name(step.subject, catalog)}"
        case StepKind.ASSESSMENT:
            name = certification(step.subject, catalog)
            return f"{_capital(_assessments(step, catalog))} for the {name}"
        case (
            StepKind.STUDY
            | StepKind.UNITS
            | StepKind.APPLICATION
            | StepKind.EXAM
            | StepKind.AWARD
            | StepKind.REINSTATE
        ):
            text, _short = _STEPS_TO_A_CERTIFICATION[step.kind]
            return text.format(name=certification(step.subject, catalog))
        case _:
            assert_never(step.kind)


_ASSESSMENTS = {
    "references": "references",
    "report": "report",
    "panel": "panel review",
    "interview": "interview",
    "assessment": "assessment",
}


def _assessments(step: Step, catalog: Catalog) -> str:
    record = catalog.raw_records("certifications").get(step.subject, {})
    names = (_ASSESSMENTS.get(one["step"]) for one in record.get("steps", ()))
    return phrases.join_names(name for name in names if name)


def _wait(step: Step, catalog: Catalog) -> str:
    if step.leaf is None:
        return f"Wait until the {certification(step.subject, catalog)} can be earned"
    return f"Wait until you have {phrases.requirement(step.leaf, catalog)}"


def _training(step: Step) -> str:
    hours = phrases.amount(step.hours.likely if step.hours else 0, "hour")
    return f"{hours} of training in {phrases.readable(step.subject)}"


def _short_step_text(step: Step, catalog: Catalog) -> str:
    match step.kind:
        case StepKind.TRAINING:
            hours = step.hours
            return f"Training, {phrases.amount(hours.likely, 'hour')}" if hours else "Training"
        case StepKind.COURSE:
            return f"Course for {certification(step.serves[0], catalog)}"
        case StepKind.WAIT:
            return f"Wait for {certification(step.subject, catalog)}"
        case StepKind.MEMBERSHIP:
            return f"Join {phrases.issuer_name(step.subject, catalog)}"
        case StepKind.ASSESSMENT:
            return f"Assessment for {certification(step.subject, catalog)}"
        case (
            StepKind.STUDY
            | StepKind.UNITS
            | StepKind.APPLICATION
            | StepKind.EXAM
            | StepKind.AWARD
            | StepKind.REINSTATE
        ):
            _text, short = _STEPS_TO_A_CERTIFICATION[step.kind]
            return short.format(name=certification(step.subject, catalog))
        case _:
            assert_never(step.kind)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def gantt_bars(plan: Plan, catalog: Catalog) -> tuple[GanttBar, ...]:
    """The steps as the bars of a Gantt chart."""
    return tuple(
        GanttBar(
            _short_step_text(step, catalog),
            step.start.toordinal(),
            step.end.toordinal(),
            step.kind,
        )
        for step in plan.steps
    )


def money(cents: int, currency: str) -> str:
    """An amount of cents as money; estimates are rounded to whole units of the currency."""
    value = cents / CENTS_PER_UNIT
    return phrases.money(Money(value if cents % CENTS_PER_UNIT == 0 else round(value), currency))


def figure_text(amount: Amount | None, format_value: Callable[[int], str]) -> str:
    """The likely value of an amount, marked if it is an estimate; empty for None."""
    if amount is None:
        return ""
    return f"{ESTIMATE if amount.estimated else ''}{format_value(amount.likely)}"


def headline(answer: PlanResult, catalog: Catalog) -> str:
    """The answer in one sentence."""
    plan = answer.plan
    if plan is not None:
        return f"{_day_and_cost(plan, plan.finish.isoformat(), answer, catalog)}."
    if answer.conditional is not None and answer.nearest is not None:
        return _conditional_headline(answer.conditional, answer.nearest, answer, catalog)
    name = _target_name(answer, catalog)
    match answer.status:
        case PlanStatus.HELD:
            held = certification(answer.held_certification or "", catalog)
            return f"you hold the {held} already."
        case PlanStatus.NONE_REQUIRED:
            return f"no certification is left to plan for {name}."
        case PlanStatus.ASK:
            return f"whether you can reach {name} depends on something you have not given."
        case PlanStatus.INFEASIBLE | PlanStatus.FOUND:  # one that is found has a plan
            return f"{name} is not achievable within these limits."
        case _:
            assert_never(answer.status)


def _day_and_cost(plan: Plan, day: str, answer: PlanResult, catalog: Catalog) -> str:
    cost = total_text(plan.cost, answer.currency)
    return f"{certification(plan.certification, catalog)} on {day}, for {cost}"


def total_text(cost: Amount, currency: str) -> str:
    """What a plan costs, in the words of `recommend`."""
    likely, low, high = (
        Money(cents / CENTS_PER_UNIT, currency) for cents in (cost.likely, cost.low, cost.high)
    )
    return prices.total_text(Total(likely, low, high, cost.estimated))


def _conditional_headline(
    conditional: Conditional, plan: Plan, answer: PlanResult, catalog: Catalog
) -> str:
    """The day and the cost if work starts that is missing; what stands against it comes first."""
    start = conditional_words.start_text(conditional, catalog)
    then = _day_and_cost(plan, conditional_words.day_text(conditional), answer, catalog)
    match conditional.status:
        case PlanStatus.FOUND:
            return f"if {start}: {then}."
        case PlanStatus.ASK:
            return f"that depends on your answers. If {start}: {then}."
        case _:
            name = _target_name(answer, catalog)
            return f"{name} is not achievable within these limits. If {start}: {then}."


def _target_name(answer: PlanResult, catalog: Catalog) -> str:
    if answer.request.kind is GoalKind.ROLE:
        return f"the role {phrases.role_title(answer.request.id, catalog)}"
    return f"the {certification(answer.request.id, catalog)}"


def obstacle_text(obstacle: Obstacle, answer: PlanResult, catalog: Catalog) -> str:
    """What prevents the plan, and by how much."""
    if obstacle.short_by is not None and obstacle.needed is not None:
        short, needed = (
            money(cents, answer.currency) for cents in (obstacle.short_by, obstacle.needed)
        )
        return f"The budget is short by {short}: even at the lowest prices it takes {needed}."
    if obstacle.days_late is not None and answer.limits.until is not None:
        earliest = (answer.limits.until + timedelta(days=obstacle.days_late)).isoformat()
        days = phrases.amount(obstacle.days_late, "day")
        return f"The deadline is missed by {days}: the earliest is {earliest}."
    if obstacle.hours_per_week is not None:
        hours_text = phrases.amount(answer.limits.hours_per_week, "hour")
        return f"{hours_text} of study a week are too few: {obstacle.hours_per_week} would do."
    if obstacle.leaf is None:
        return (
            f"The {certification(obstacle.certification or '', catalog)} cannot be earned any more."
        )
    missing = phrases.missing(
        Shortfall(obstacle.leaf, obstacle.amount or 1, obstacle.unit or ""), catalog
    )
    note = (
        ", and none of your current jobs adds to it" if obstacle.constraint == "experience" else ""
    )
    verb = "is" if (obstacle.amount or 1) == 1 else "are"
    return f"{_capital(missing)} {verb} missing{note}."


def obstacles_heading(answer: PlanResult) -> str:
    """The heading of the obstacles: whether one or all of the limits must be relaxed."""
    count = len(answer.obstacles)
    if count <= 1 or not all(obstacle.constraint in LIMITS for obstacle in answer.obstacles):
        return "What's blocking it"
    if not all(obstacle.suffices_alone for obstacle in answer.obstacles):
        return "What's blocking it (both have to change)"
    word = "either" if count == len(("one", "other")) else "any one"
    return f"What's blocking it (changing {word} is enough)"


def alternative_text(alternative: Alternative, answer: PlanResult, catalog: Catalog) -> str:
    """An alternative plan: how it differs, and why it ranks lower."""
    plan = alternative.plan
    cost = money(plan.cost.likely, answer.currency)
    how = phrases.join_names(_difference(*action, catalog) for action in alternative.extra_steps)
    name = certification(plan.certification, catalog)
    start = f"{name} on {plan.finish.isoformat()} for {cost}{f', {how}' if how else ''}"
    return f"{start}: {phrases.join_names(_losses(alternative, answer.currency))}."


def _difference(kind: ActionKind, name: str, catalog: Catalog) -> str:
    match kind:
        case ActionKind.TRAINING:
            return f"with training in {phrases.readable(name)}"
        case ActionKind.COURSE:
            return f"with {phrases.course_name(name, catalog)}"
        case ActionKind.MEMBERSHIP:
            return f"as a member of {phrases.issuer_name(name, catalog)}"
        case ActionKind.EARN:
            return f"through the {certification(name, catalog)}"
        case ActionKind.REINSTATE:
            return f"reinstating the {certification(name, catalog)}"
        case ActionKind.ANEW:
            return f"earning the {certification(name, catalog)} again"
        case ActionKind.ASK | ActionKind.LACK:
            raise ValueError(f"{kind} is not a step")
        case _:
            assert_never(kind)


def _losses(alternative: Alternative, currency: str) -> list[str]:
    texts = []
    if alternative.over_budget:
        texts.append(f"over the budget by {money(alternative.over_budget, currency)}")
    if alternative.days_late:
        texts.append(f"{phrases.amount(alternative.days_late, 'day')} too late")
    if alternative.extra_days:
        word = "later" if alternative.extra_days > 0 else "sooner"
        texts.append(f"{phrases.amount(abs(alternative.extra_days), 'day')} {word}")
    if alternative.extra_cost:
        word = "more" if alternative.extra_cost > 0 else "less"
        texts.append(f"{money(abs(alternative.extra_cost), currency)} {word}")
    if alternative.drawback is PlanDrawback.ANEW:
        texts.append("paid for although yours can be reinstated")
    return texts or ["same date and cost, with more steps"]


def remark_text(remark: Reason, catalog: Catalog) -> str:
    """A remark in full."""
    values = {
        key: value.isoformat()
        if isinstance(value, date)
        else phrases.number(value)
        if isinstance(value, int | float)
        else value
        for key, value in remark.values.items()
    }
    names: dict[str, Callable[[str, Catalog], str]] = {
        "certification": certification,
        "successor": certification,
        "issuer": phrases.issuer_name,
        "kind": phrases.kind_name,
    }
    named_values = {
        key: names[key](str(value), catalog) if key in names else value
        for key, value in values.items()
    }
    template = REMARKS.get(remark.key)
    if template is None:
        return reasons_words.reason_text(remark, catalog)
    return template.format(id=remark.values.get("successor", ""), **named_values)
