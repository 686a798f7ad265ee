"""The screen of `recommend`: what is known, what to take next and why, and what comes later.

Short: the score, every factor, the sources and the assumptions in full stand behind --explain.
"""

from collections import Counter
from collections.abc import Iterator

from certadvisor.advice.recommend.recommendations import (
    GateKind,
    LaterCertification,
    Reachability,
)
from certadvisor.catalog.records import Catalog
from certadvisor.planner.conditional import Conditional
from certadvisor.views.answers.recommend.entry import EntryContext, entry_blocks
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Commands,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    StyledText,
    Title,
    facts,
    join,
    styled,
)
from certadvisor.views.reports import AdviceReport
from certadvisor.views.sections import lists
from certadvisor.views.words import outlook, phrases
from certadvisor.views.words import reasons as reasons_words
from certadvisor.views.words.check import assumption_text, question_text
from certadvisor.views.words.commands import command_line
from certadvisor.views.words.person import known_parts

_BRIDGES = {  # from a remark that nothing is needed, or not now, to the list after all
    "hold-all": "If you want one all the same:",
    "none-now": "Meanwhile these can help:",
}
_NEAR_GATES = (GateKind.OVER_BUDGET, GateKind.LATER)  # what a limit alone keeps out
_FEW_OPTIONS = 2  # about the person, with which two commands are still short
_FEW = 3  # recommendations, with lines between them and two reasons for the first


def screen(report: AdviceReport) -> Screen:
    """The whole screen, best recommendation first."""
    advice, catalog = report.advice, report.context.catalog
    blocks: list[Block] = [
        Title(styled("Which certification next?"), advice.as_of.isoformat()),
        _person(report),
    ]
    if report.why_not is not None:
        blocks += _why_not(report, report.why_not)
    if report.what_if is not None:  # imported here, as below: few runs need it
        from certadvisor.views.sections import what_if_changes

        blocks += what_if_changes.rank_blocks(report.what_if, catalog, scores=report.explain)
    later = [
        *(_later(one, catalog) for one in advice.later),
        *(_conditional(one, catalog) for one in advice.conditionals),
    ]
    return (
        *blocks,
        *_remarks(report),
        *_entries(report),
        *lists.list_section("Later", later),
        *_first_steps(advice.conditionals, catalog),
        *_next(report),
        *_ending(report),
    )


def _person(report: AdviceReport) -> Block:
    profile, catalog = report.profile, report.context.catalog
    goal = profile.goal
    wishes = [
        phrases.role_title(report.advice.target_role, catalog),
        phrases.money(goal.budget) if goal.budget else "",
        f"within {phrases.amount(goal.within.amount, goal.within.unit)}" if goal.within else "",
        _hours_text(goal.hours_per_week) if goal.hours_per_week else "",
        goal.prefers or "",
        *(phrases.readable(interest) for interest in goal.interests),
    ]
    known = join(styled(part) for part in known_parts(profile, catalog, report.advice.as_of))
    return facts(
        ("Based on", known or "nothing about you yet"),
        ("Goal", join(styled(wish) for wish in wishes if wish)),
    )


def _pace(report: AdviceReport) -> float | None:
    """The hours of study a week that most of the dates rest on."""
    paces = Counter(
        one.way.hours_per_week for one in report.advice.recommendations if one.way.ready_on
    )
    return next((pace for pace, _ in paces.most_common(1)), report.profile.goal.hours_per_week)


def _pace_text(hours: float, catalog: Catalog) -> str:
    usual = catalog.tables.values["plan"]["hours_per_week"]
    raised = f", not {usual:g}, to be ready in time" if hours > usual else ""
    return f"{_hours_text(hours)}{raised}"


def _hours_text(hours: float) -> str:
    return f"{phrases.amount(hours, 'hour')} of study a week"


def _remarks(report: AdviceReport) -> Iterator[Block]:
    """What to know first; after "none needed" or "not now" what the list is for all the same."""
    remarks = report.advice.remarks
    for remark in remarks:
        text = reasons_words.reason_text(remark, report.context.catalog)
        yield BlankLine()
        yield Para(styled(Fragment(text, "strong")))
    bridge = next((_BRIDGES[one.key] for one in remarks if one.key in _BRIDGES), None)
    if bridge and report.advice.recommendations:
        yield BlankLine()
        yield Para(styled(bridge))


def _entries(report: AdviceReport) -> Iterator[Block]:
    """The recommendations; more than a few stand close, so that five fit on a screen."""
    dates = {one.certification: one for one in report.advice.dates}
    pace, are_few = _pace(report), len(report.advice.recommendations) <= _FEW
    for one in report.advice.recommendations:
        id = one.certification.id
        is_first = one.rank == 1
        context = EntryContext(
            report.context.catalog,
            report.profile.country,
            pace,
            report.own_questions.get(id),
            dates.get(id),
            is_first and are_few,
            report.explain,
        )
        if is_first or are_few or report.explain:
            yield BlankLine()
        yield from entry_blocks(one, context)
        if report.explain:
            from certadvisor.views.answers.recommend.explained import explanation_blocks

            yield from explanation_blocks(one, report.advice.as_of, report.context.catalog)


def _later(candidate: LaterCertification, catalog: Catalog) -> StyledText:
    name = styled(Fragment(candidate.certification.abbreviation, "strong"))
    if candidate.way.ready_on:
        name = styled(*name, f" from {candidate.way.ready_on.isoformat()}")
    steps = phrases.join_names(
        outlook.steps_left(candidate.certification.id, candidate.way, candidate.missing, catalog)
    )
    return styled(*name, f", after {steps}" if steps else "")


def _conditional(conditional: Conditional, catalog: Catalog) -> StyledText:
    # Loaded where it is needed: most answers have no condition.
    from certadvisor.views.sections import conditional_section

    missing = phrases.missing_all(conditional.missing, catalog)
    return conditional_section.conditional_item(conditional, catalog, f": {missing}")


def _first_steps(found: tuple[Conditional, ...], catalog: Catalog) -> tuple[Block, ...]:
    """How to get the work that is missing; the certificates are the list above."""
    if not found:
        return ()
    from certadvisor.views.sections import conditional_section

    return (
        *conditional_section.question_items(found, catalog),
        *conditional_section.first_steps("What to do first", found, catalog, certifications=False),
    )


def _next(report: AdviceReport) -> Iterator[Block]:
    """The question worth answering, and what to ask the program next."""
    questions = [question_text(one, report.context.catalog) for one in report.advice.questions]
    yield Heading("Next")
    yield from (Item(styled(text), Fragment("?", "doubt")) for text in questions)
    yield Commands(tuple(_commands(report)))


def _commands(report: AdviceReport) -> list[tuple[str, ...]]:
    """About the first certification named: what it takes, and the plan; one where both are long."""
    advice, context = report.advice, report.context
    found = [one.certification.id for one in advice.recommendations]
    found += [one.certification.id for one in advice.later]
    found += [one.certification for one in advice.conditionals]
    if not found:
        near = [one for one in advice.gates if one.kind in _NEAR_GATES] or advice.gates
        ids = [one.certification.id for one in near[:1]]
        return [command_line(context, "recommend", "--why-not", id) for id in ids]
    check = command_line(context, "check", found[0])
    plan = command_line(context, "plan", "--to", found[0])
    if len(context.given.person) <= _FEW_OPTIONS:
        return [check, plan]
    is_doubtful = any(one.reach is Reachability.ASK for one in advice.recommendations[:1])
    return [check if is_doubtful else plan]


def _ending(report: AdviceReport) -> Iterator[Block]:
    """What is assumed, and the catalogue; in short only what the first answer rests on."""
    advice, catalog, pace = report.advice, report.context.catalog, _pace(report)
    is_usual_pace = pace is not None and report.profile.goal.hours_per_week is None
    if report.explain:
        assumed_pace = (
            [phrases.sentence(_pace_text(pace, catalog))] if pace and is_usual_pace else []
        )
        texts = [assumption_text(one, catalog) for one in advice.assumptions]
        yield from lists.list_section("Assumed", [*assumed_pace, *texts])
        yield from lists.footer(report.context)
        return
    named = [one for one in advice.assumptions if one in report.assumptions_of_first]
    others = len(advice.assumptions) - len(named)
    texts = [
        *([phrases.sentence(_pace_text(pace, catalog))] if pace and is_usual_pace else []),
        *(assumption_text(one, catalog) for one in named),
        *([f"{others} more with --explain."] if others else []),
    ]
    assumed = f"Assumed: {' '.join(texts)} " if texts else ""
    yield BlankLine()
    yield Para(styled(Fragment(f"{assumed}{lists.catalog_text(report.context)}", "dim")))


def _why_not(report: AdviceReport, id: str) -> tuple[Block, ...]:
    from certadvisor.views.answers.recommend.document import why_not_json

    answer = why_not_json(report, id)
    name = phrases.certification_name(id, report.context.catalog)
    if answer["rank"]:
        lines = [f"{name} is recommendation {answer['rank']} below."]
    else:
        lines = answer["reasons"] or ["No reason was found."]
    return (Heading(f"Why not {name}?"), *(Item(styled(text)) for text in lines))
