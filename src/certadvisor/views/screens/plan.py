"""The screen of `plan`: the answer, the steps as a table and a Gantt chart, alternatives."""

from certadvisor.planner.plan_result import Plan, PlanResult, PlanStatus, Step, StepKind
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Fragment,
    Gantt,
    Heading,
    Para,
    Screen,
    StyledText,
    TableColumn,
    Title,
    facts,
    join,
    styled,
    table,
)
from certadvisor.views.reports import PlanReport
from certadvisor.views.screens import judged, parts
from certadvisor.views.screens.show_role import experience_text
from certadvisor.views.words import phrases
from certadvisor.views.words import plan as plan_words

_STATUS_WORDS = {
    PlanStatus.FOUND: ("Yes", "good"),
    PlanStatus.HELD: ("Done", "good"),
    PlanStatus.NONE_ASKED: ("Nothing to do", "good"),
    PlanStatus.ASK: ("Unknown", "doubt"),
    PlanStatus.INFEASIBLE: ("No", "bad"),
}
_COLUMNS = (
    TableColumn("Step", flexible=True),
    TableColumn("From"),
    TableColumn("To"),
    TableColumn("Study", right=True),
    TableColumn("Cost", right=True),
)


def screen(report: PlanReport) -> Screen:
    """The whole screen. A question stands before the plan if the answer depends on it."""
    answer, catalog = report.result, report.context.catalog
    word, style = _STATUS_WORDS[answer.status]
    return (
        Title(styled(plan_words.title(answer, catalog)), answer.request.objective),
        Para(
            styled(
                Fragment(word, style),
                ": ",
                Fragment(plan_words.headline(answer, catalog), "strong"),
            )
        ),
        BlankLine(),
        _request_facts(report),
        *parts.list_section(
            plan_words.obstacles_heading(answer),
            (plan_words.obstacle_text(one, answer, catalog) for one in answer.obstacles),
        ),
        *_plan_blocks(answer.plan, "Steps", report),
        *(
            judged.question_blocks(answer.questions, catalog)
            if answer.status is PlanStatus.ASK
            else ()
        ),
        *parts.list_section(
            "Taken for granted",
            (phrases.sentence(phrases.missing(one, catalog)) for one in answer.assumed_shortfalls),
        ),
        *_plan_blocks(answer.nearest, _nearest_title(answer), report),
        *parts.list_section(
            "Why no other plan",
            (plan_words.alternative_text(one, answer, catalog) for one in answer.alternatives),
        ),
        *parts.list_section(
            "Good to know", (plan_words.remark_text(one, catalog) for one in answer.remarks)
        ),
        *(
            judged.question_blocks(answer.questions, catalog)
            if answer.status is not PlanStatus.ASK
            else ()
        ),
        *judged.assumption_blocks(answer.assumptions, catalog),
        *_estimates(answer),
        *parts.footer(report.context),
    )


def _nearest_title(answer: PlanResult) -> str:
    return "The plan, if so" if answer.status is PlanStatus.ASK else "What it would take"


def _request_facts(report: PlanReport) -> Block:
    answer, catalog = report.result, report.context.catalog
    limit, role = answer.limits, answer.role
    pace = f"{phrases.amount(limit.hours_per_week, 'hour')} a week"
    limits = [
        phrases.money(limit.budget) if limit.budget else "",
        f"by {limit.until.isoformat()}" if limit.until else "",
        pace,
    ]
    rows: list[tuple[str, str | StyledText | None]] = []
    if role is not None:
        verb = "prefers" if role.preferred else "finds helpful"
        certifications = phrases.join_names(
            (plan_words.certification(id, catalog) for id in role.certifications), "or"
        )
        record = catalog.raw_records("roles").get(role.id, {})
        rows += [
            (
                "The role",
                f"{verb} {certifications}" if certifications else "asks for no certification",
            ),
            ("Asked before", experience_text(record.get("experience"), catalog)),
            (
                "Left out",
                "; ".join(
                    f"{plan_words.certification(id, catalog)}: {plan_words.GATES[gate]}"
                    for id, gate in role.outgrown
                ),
            ),
        ]
    return facts(*rows, ("Limits", join(styled(one) for one in limits if one)))


def _plan_blocks(plan: Plan | None, title: str, report: PlanReport) -> tuple[Block, ...]:
    """A plan as a table and as a Gantt chart."""
    if plan is None:
        return ()
    catalog = report.context.catalog
    rows = tuple(_row(step, report) for step in plan.steps)
    return (
        Heading(title),
        table(_COLUMNS, rows),
        BlankLine(),
        Gantt(plan_words.gantt_bars(plan, catalog)),
        BlankLine(),
        Para(_totals(plan, report.result)),
    )


def _row(step: Step, report: PlanReport) -> tuple[StyledText, ...]:
    currency = report.result.currency
    event = step.start == step.end
    text = plan_words.step_text(step, report.context.catalog)
    return (
        styled(Fragment(text, "strong" if step.kind in (StepKind.EXAM, StepKind.AWARD) else "")),
        styled(step.start.isoformat()),
        styled("" if event else step.end.isoformat()),
        styled(plan_words.figure_text(step.hours, lambda hours: f"{phrases.number(hours)} h")),
        styled(plan_words.figure_text(step.cost, lambda cents: plan_words.money(cents, currency))),
    )


def _totals(plan: Plan, answer: PlanResult) -> StyledText:
    """The total cost and hours of a plan, and the day on which it ends."""
    cost = plan_words.figure_text(plan.cost, lambda cents: plan_words.money(cents, answer.currency))
    cost_range = plan_words.range_text(plan.cost, answer.currency)
    hours = plan_words.figure_text(plan.hours, lambda value: phrases.amount(value, "hour"))
    figures = [f"{cost} in all{f' ({cost_range})' if cost_range else ''}"]
    figures += [f"{hours} of study and training"] if plan.hours.likely else []
    return join([styled(f"ends {plan.finish.isoformat()}"), *(styled(one) for one in figures)])


def _estimates(answer: PlanResult) -> tuple[Block, ...]:
    plan = answer.plan or answer.nearest
    if plan is None or not any(step.estimated for step in plan.steps):
        return ()
    mark = f"{plan_words.ESTIMATE} marks an estimate where no figure is known"
    return BlankLine(), Para(styled(Fragment(f"{mark}; docs/planning.md tells from what.", "dim")))
