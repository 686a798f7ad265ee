"""The screen of `plan`: the answer, the steps as a table and a Gantt chart, alternatives."""

from typing import assert_never

from certadvisor.catalog.records import Catalog
from certadvisor.planner.plan_request import PlanStatus
from certadvisor.planner.plan_result import PlanResult
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.views.answers.plan.dated_steps import plan_blocks
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Fragment,
    Para,
    Screen,
    StyledText,
    Title,
    facts,
    join,
    styled,
)
from certadvisor.views.reports import PlanReport
from certadvisor.views.sections import conditional_section, judgement_blocks, lists
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.words import phrases
from certadvisor.views.words import plan as plan_words
from certadvisor.views.words.roles import OUR_JUDGEMENT, experience_text

_STATUS_WORDS = {
    PlanStatus.FOUND: ("Yes", "good"),
    PlanStatus.HELD: ("Done", "good"),
    PlanStatus.NONE_REQUIRED: ("Nothing to do", "good"),
    PlanStatus.ASK: ("Unknown", "doubt"),
    PlanStatus.INFEASIBLE: ("No", "bad"),
}


def screen(report: PlanReport) -> Screen:
    """The whole screen. A question stands before the plan if the answer depends on it."""
    answer, catalog = report.result, report.context.catalog
    depends_on_answers = _status(answer) is PlanStatus.ASK
    questions = judgement_blocks.question_blocks(answer.questions, catalog)
    return (
        Title(styled(plan_words.title(answer, catalog)), answer.request.objective),
        Para(
            styled(
                *_answer_word(answer),
                Fragment(plan_words.headline(answer, catalog), "strong"),
            )
        ),
        BlankLine(),
        _request_facts(report),
        *lists.list_section(
            plan_words.obstacles_heading(answer),
            (plan_words.obstacle_text(one, answer, catalog) for one in answer.obstacles),
        ),
        *_until_then(answer, catalog),
        *plan_blocks(answer.plan, "Steps", report),
        *(questions if depends_on_answers else ()),
        *lists.list_section(
            "Assuming",
            (phrases.sentence(phrases.missing(one, catalog)) for one in answer.assumed_shortfalls),
        ),
        *plan_blocks(answer.nearest, _nearest_title(answer), report),
        *lists.list_section(
            "Other options",
            (plan_words.alternative_text(one, answer, catalog) for one in answer.alternatives),
        ),
        *lists.list_section(
            "Good to know", (plan_words.remark_text(one, catalog) for one in answer.remarks)
        ),
        *(() if depends_on_answers else questions),
        *judgement_blocks.assumption_blocks(answer.assumptions, catalog),
        *_estimates(answer),
        *next_section(report.context, *_next_commands(report)),
        *lists.footer(report.context),
    )


def _next_commands(report: PlanReport) -> tuple[tuple[str, ...], ...]:
    """Of a plan its calendar file and the check; otherwise what leads on without one."""
    answer = report.result
    goal = answer.request
    match answer.status:
        case PlanStatus.HELD:
            return (("renew",),)
        case PlanStatus.NONE_REQUIRED:
            return (("recommend",),)
        case PlanStatus.FOUND:
            calendar = ("plan", "--to", goal.id, *report.options, "--output", f"{goal.id}.ics")
            ids = [answer.plan.certification] if answer.plan else []
            return (calendar, *(("check", id) for id in ids))
        case PlanStatus.ASK | PlanStatus.INFEASIBLE if goal.kind is GoalKind.ROLE:
            return (("recommend", "--role", goal.id),)
        case PlanStatus.ASK | PlanStatus.INFEASIBLE:
            return ("check", goal.id), ("recommend",)
        case _:
            assert_never(answer.status)


def _status(answer: PlanResult) -> PlanStatus:
    """The status that the screen shows: that of the conditional plan, if there is one."""
    return answer.conditional.status if answer.conditional else answer.status


def _answer_word(answer: PlanResult) -> StyledText:
    """The answer in a word; "yes, if" where other work would lead there."""
    word, style = _STATUS_WORDS[_status(answer)]
    if answer.conditional and answer.conditional.status is PlanStatus.FOUND:
        return styled(Fragment(word, "doubt"), ", ")
    return styled(Fragment(word, style), ": ")


def _until_then(answer: PlanResult, catalog: Catalog) -> tuple[Block, ...]:
    if answer.conditional is None:
        return ()
    return conditional_section.first_steps(
        "What to do first", (answer.conditional,), catalog, certifications=True
    )


def _nearest_title(answer: PlanResult) -> str:
    return (
        "Plan if that holds" if _status(answer) is PlanStatus.ASK else "What it would take instead"
    )


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
        judgement = "" if role.sourced else f" ({OUR_JUDGEMENT})"
        certifications = phrases.join_names(
            (plan_words.certification(id, catalog) for id in role.certifications), "or"
        )
        record = catalog.raw_records("roles").get(role.id, {})
        rows += [
            (
                "The role",
                f"{verb} {certifications}{judgement}"
                if certifications
                else "requires no certification",
            ),
            ("Experience needed", experience_text(record.get("experience"), catalog)),
            (
                "Left out",
                "; ".join(
                    f"{plan_words.certification(id, catalog)}: {plan_words.OUTGROWN[gate]}"
                    for id, gate in role.outgrown
                ),
            ),
        ]
    return facts(*rows, ("Limits", join(styled(one) for one in limits if one)))


def _estimates(answer: PlanResult) -> tuple[Block, ...]:
    plan = answer.plan or answer.nearest
    if plan is None or not any(step.estimated for step in plan.steps):
        return ()
    mark = f"{plan_words.ESTIMATE} = our estimate, where no figure is known"
    return BlankLine(), Para(styled(Fragment(f"{mark} (see docs/planning.md).", "dim")))
