"""The screen of `plan`: the answer, the steps as a table and a Gantt chart, alternatives."""

from certadvisor.planner.plan_result import Answer, Plan, Step
from certadvisor.views.blocks import (
    Block,
    Column,
    Course,
    Gap,
    Heading,
    Para,
    Screen,
    Span,
    Title,
    Words,
    facts,
    joined,
    table,
    words,
)
from certadvisor.views.reports import PlanReport
from certadvisor.views.screens import judged, parts
from certadvisor.views.screens.show_role import experience
from certadvisor.views.words import phrases
from certadvisor.views.words import plan as plan_words

_WORDS = {
    "found": ("Yes", "good"),
    "held": ("Done", "good"),
    "none_asked": ("Nothing to do", "good"),
    "ask": ("Unknown", "doubt"),
    "infeasible": ("No", "bad"),
}
_COLUMNS = (
    Column("Step", flexible=True),
    Column("From"),
    Column("To"),
    Column("Study", right=True),
    Column("Cost", right=True),
)


def build(report: PlanReport) -> Screen:
    """The whole screen. A question stands before the plan if the answer depends on it."""
    answer, catalog = report.answer, report.frame.catalog
    word, style = _WORDS[answer.status]
    return (
        Title(words(plan_words.title(answer, catalog)), answer.wish.by),
        Para(words(Span(word, style), ": ", Span(plan_words.headline(answer, catalog), "strong"))),
        Gap(),
        _about(report),
        *parts.listed(
            plan_words.against(answer),
            (plan_words.obstacle(one, answer, catalog) for one in answer.obstacles),
        ),
        *_planned(answer.plan, "Steps", report),
        *(judged.asked(answer.questions, catalog) if answer.status == "ask" else ()),
        *parts.listed(
            "Taken for granted",
            (phrases.sentence(phrases.missing(one, catalog)) for one in answer.granted),
        ),
        *_planned(answer.nearest, _nearest_title(answer), report),
        *parts.listed(
            "Why no other plan",
            (plan_words.alternative(one, answer, catalog) for one in answer.alternatives),
        ),
        *parts.listed("Good to know", (plan_words.remark(one, catalog) for one in answer.remarks)),
        *(judged.asked(answer.questions, catalog) if answer.status != "ask" else ()),
        *judged.assumed(answer.assumptions, catalog),
        *_estimates(answer),
        *parts.foot(report.frame),
    )


def _nearest_title(answer: Answer) -> str:
    return "The plan, if so" if answer.status == "ask" else "What it would take"


def _about(report: PlanReport) -> Block:
    answer, catalog = report.answer, report.frame.catalog
    limit, role = answer.limit, answer.role
    pace = f"{phrases.amount(limit.hours_per_week, 'hour')} a week"
    limits = [
        phrases.money(limit.budget) if limit.budget else "",
        f"by {limit.until.isoformat()}" if limit.until else "",
        pace,
    ]
    rows: list[tuple[str, str | Words | None]] = []
    if role is not None:
        verb = "prefers" if role.preferred else "finds helpful"
        wanted = phrases.several(
            (plan_words.certification(id, catalog) for id in role.wanted), "or"
        )
        page = catalog.pages("roles").get(role.id, {})
        rows += [
            ("The role", f"{verb} {wanted}" if wanted else "asks for no certification"),
            ("Asked before", experience(page.get("experience"), catalog)),
            (
                "Left out",
                "; ".join(
                    f"{plan_words.certification(id, catalog)}: {plan_words.GATES[gate]}"
                    for id, gate in role.passed_over
                ),
            ),
        ]
    return facts(*rows, ("Limits", joined(words(one) for one in limits if one)))


def _planned(plan: Plan | None, title: str, report: PlanReport) -> tuple[Block, ...]:
    """A plan as a table and as a Gantt chart."""
    if plan is None:
        return ()
    catalog = report.frame.catalog
    rows = tuple(_row(step, report) for step in plan.steps)
    return (
        Heading(title),
        table(_COLUMNS, rows),
        Gap(),
        Course(plan_words.lanes(plan, catalog)),
        Gap(),
        Para(_sum(plan, report.answer)),
    )


def _row(step: Step, report: PlanReport) -> tuple[Words, ...]:
    currency = report.answer.currency
    event = step.start == step.end
    text = plan_words.step(step, report.frame.catalog)
    return (
        words(Span(text, "strong" if step.kind in ("exam", "award") else "")),
        words(step.start.isoformat()),
        words("" if event else step.end.isoformat()),
        words(plan_words.figure(step.hours, lambda hours: f"{phrases.number(hours)} h")),
        words(plan_words.figure(step.cost, lambda cents: plan_words.money(cents, currency))),
    )


def _sum(plan: Plan, answer: Answer) -> Words:
    """The total cost and hours of a plan, and the day on which it ends."""
    cost = plan_words.figure(plan.cost, lambda cents: plan_words.money(cents, answer.currency))
    wide = plan_words.span(plan.cost, answer.currency)
    hours = plan_words.figure(plan.hours, lambda value: phrases.amount(value, "hour"))
    told = [f"{cost} in all{f' ({wide})' if wide else ''}"]
    told += [f"{hours} of study and training"] if plan.hours.likely else []
    return joined([words(f"ends {plan.finish.isoformat()}"), *(words(one) for one in told)])


def _estimates(answer: Answer) -> tuple[Block, ...]:
    plan = answer.plan or answer.nearest
    if plan is None or not any(step.estimated for step in plan.steps):
        return ()
    mark = f"{plan_words.ESTIMATE} marks an estimate where no figure is known"
    return Gap(), Para(words(Span(f"{mark}; docs/planning.md tells from what.", "dim")))
