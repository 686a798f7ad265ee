"""The screen of `plan`: the answer, its steps as a list and as a picture, what else there is."""

from certadvisor.planner.planned import Answer, Plan, Step
from certadvisor.render import phrases, plans
from certadvisor.render.blocks import (
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
from certadvisor.render.report import PlanReport
from certadvisor.render.screens import judged, parts
from certadvisor.render.screens.show_role import experience

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
    """The whole screen."""
    answer, catalog = report.answer, report.frame.catalog
    word, style = _WORDS[answer.status]
    return (
        Title(words(plans.title(answer, catalog)), answer.wish.by),
        Para(words(Span(word, style), ": ", Span(plans.headline(answer, catalog), "strong"))),
        Gap(),
        _about(report),
        *parts.listed(
            plans.against(answer),
            (plans.obstacle(one, answer, catalog) for one in answer.obstacles),
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
            (plans.alternative(one, answer, catalog) for one in answer.alternatives),
        ),
        *parts.listed("Good to know", (plans.remark(one, catalog) for one in answer.remarks)),
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
        wanted = phrases.several((plans.certification(id, catalog) for id in role.wanted), "or")
        page = catalog.pages("roles").get(role.id, {})
        rows += [
            ("The role", f"{verb} {wanted}" if wanted else "asks for no certification"),
            ("Asked before", experience(page.get("experience"), catalog)),
            (
                "Left out",
                "; ".join(
                    f"{plans.certification(id, catalog)}: {plans.GATES[gate]}"
                    for id, gate in role.passed_over
                ),
            ),
        ]
    return facts(*rows, ("Limits", joined(words(one) for one in limits if one)))


def _planned(plan: Plan | None, title: str, report: PlanReport) -> tuple[Block, ...]:
    """A plan as a list and as a picture."""
    if plan is None:
        return ()
    catalog = report.frame.catalog
    rows = tuple(_row(step, report) for step in plan.steps)
    return (
        Heading(title),
        table(_COLUMNS, rows),
        Gap(),
        Course(plans.lanes(plan, catalog)),
        Gap(),
        Para(_sum(plan, report.answer)),
    )


def _row(step: Step, report: PlanReport) -> tuple[Words, ...]:
    currency = report.answer.currency
    event = step.start == step.end
    text = plans.step(step, report.frame.catalog)
    return (
        words(Span(text, "strong" if step.kind in ("exam", "award") else "")),
        words(step.start.isoformat()),
        words("" if event else step.end.isoformat()),
        words(plans.figure(step.hours, lambda hours: f"{phrases.number(hours)} h")),
        words(plans.figure(step.cost, lambda cents: plans.money(cents, currency))),
    )


def _sum(plan: Plan, answer: Answer) -> Words:
    """What it all comes to."""
    cost = plans.figure(plan.cost, lambda cents: plans.money(cents, answer.currency))
    wide = plans.span(plan.cost, answer.currency)
    hours = plans.figure(plan.hours, lambda value: phrases.amount(value, "hour"))
    told = [f"{cost} in all{f' ({wide})' if wide else ''}"]
    told += [f"{hours} of study and training"] if plan.hours.likely else []
    return joined([words(f"ends {plan.finish.isoformat()}"), *(words(one) for one in told)])


def _estimates(answer: Answer) -> tuple[Block, ...]:
    plan = answer.plan or answer.nearest
    if plan is None or not any(step.estimated for step in plan.steps):
        return ()
    mark = f"{plans.ESTIMATE} marks an estimate where no figure is known"
    return Gap(), Para(words(Span(f"{mark}; docs/planning.md tells from what.", "dim")))
