"""The answer of `check`: can this person take the exam on that day, and what is missing."""

from collections.abc import Iterable
from typing import Annotated, NotRequired, TypedDict

from certadvisor.catalog.records import Catalog
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check
from certadvisor.views.blocks import (
    Block,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    Title,
    Tree,
    facts,
    styled,
)
from certadvisor.views.document_types import Allowed, Day, Head, OutcomeWord, head
from certadvisor.views.json_values import Row, iso
from certadvisor.views.reports import CheckReport
from certadvisor.views.sections import judgement, judgement_blocks, lists
from certadvisor.views.sections.change_causes import (
    CauseJson,
    UntilReason,
    UpcomingJson,
    cause_json,
    upcoming_json,
)
from certadvisor.views.sections.judgement import (
    AssumptionJson,
    QuestionJson,
    RuleJson,
    ShortfallJson,
    UnsettledJson,
    VerdictJson,
)
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.sections.timeline import BreakdownJson, breakdown_json
from certadvisor.views.sections.what_if_changes import ChangeJson, change_json
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases


class CheckJson(TypedDict):
    """The check itself, apart from the certification."""

    outcome: OutcomeWord
    award: NotRequired[OutcomeWord]
    held: bool | None
    obtainable: bool | None
    eligible_from: Day | None
    eligible_until: Day | None
    until_reason: UntilReason | None
    rule: RuleJson | None
    missing: list[ShortfallJson]
    questions: list[QuestionJson]
    assumptions: list[AssumptionJson]
    tree: VerdictJson | None
    award_tree: VerdictJson | None
    announced: RuleJson | None
    from_cause: CauseJson | None
    until_cause: CauseJson | None
    coming: list[UpcomingJson]
    unsettled: list[UnsettledJson]
    reinstatable_until: Annotated[
        Day | None, Allowed(description="Of one that has lapsed: the last day to reinstate it.")
    ]


class _Award(TypedDict, total=False):
    award: str


class WhatIfJson(TypedDict):
    """With --what-if: the changes, and the check after them; the keys at the top are without."""

    changes: list[ChangeJson]
    after: Annotated[CheckJson, Allowed(may_grow=True)]


class CheckExtras(TypedDict, total=False):
    """What was asked for with --timeline and --what-if."""

    timeline: Annotated[
        list[BreakdownJson], Allowed(description="With --timeline: which months of work count.")
    ]
    what_if: WhatIfJson


class CheckDocument(Head, CheckJson, CheckExtras):
    """The document of `check`."""

    certification: str


def document(report: CheckReport) -> CheckDocument:
    """The document, with `timeline` and `what_if` if requested."""
    catalog = report.context.catalog
    extras: CheckExtras = {}
    if report.timeline:
        extras["timeline"] = [breakdown_json(one) for one in report.work]
    if report.what_if:
        extras["what_if"] = {
            "changes": [change_json(one) for one in report.what_if.changes],
            "after": check_json(report.what_if.check, catalog),
        }
    return {
        **head(report.context),
        "certification": report.check.certification.id,
        **check_json(report.check, catalog),
        **extras,
    }


def check_json(check: Check, catalog: Catalog) -> CheckJson:
    """The check itself, without the id of the certification."""
    award: _Award = {} if check.award is None else {"award": check.award.value}
    return {
        "outcome": check.outcome.value,
        **award,
        "held": check.held,
        "obtainable": check.obtainable,
        "eligible_from": iso(check.eligible_from),
        "eligible_until": iso(check.eligible_until),
        "until_reason": check.until_reason,
        "rule": judgement.rule_json(check.rule),
        "missing": [judgement.shortfall_json(shortfall) for shortfall in check.missing],
        "questions": [judgement.question_json(question, catalog) for question in check.questions],
        "assumptions": [
            judgement.assumption_json(assumption, catalog) for assumption in check.assumptions
        ],
        "tree": judgement.verdict_json(check.verdict),
        "award_tree": judgement.verdict_json(check.award_verdict),
        "announced": judgement.rule_json(check.next_rule),
        "from_cause": cause_json(check.from_cause),
        "until_cause": cause_json(check.until_cause),
        "coming": upcoming_json(check.upcoming),
        "unsettled": [judgement.unsettled_json(change) for change in check.announced],
        "reinstatable_until": iso(check.lapsed.until) if check.lapsed else None,
    }


def screen(report: CheckReport) -> Screen:
    """The whole screen, with the timeline and the what-if comparison if requested."""
    check, catalog = report.check, report.context.catalog
    record = catalog.raw_records("certifications").get(check.certification.id, {})
    return (
        *_headline(report),
        *_what_if(report),
        *_dates(report),
        *_tree(report),
        *lists.list_section(
            "What's missing (closest option)",
            (phrases.missing(one, catalog) for one in check.missing),
        ),
        *_timeline(report),
        *judgement_blocks.question_blocks(check.questions, catalog),
        *lists.list_section(
            "Good to know", (*_no_rule(record), *lists.note_texts(record, "rules", "status"))
        ),
        *lists.list_section("After the application", lists.step_sentences(record)),
        *judgement_blocks.assumption_blocks(check.assumptions, catalog),
        *_rule(report),
        *next_section(report.context, *_next_commands(check)),
        *lists.footer(report.context),
    )


def _next_commands(check: Check) -> tuple[tuple[str, ...], ...]:
    """The plan, and other certifications unless the answer is yes; renewals of one that is held."""
    if check.held:
        return (("renew",),)
    if check.obtainable is False:
        return (("recommend",),)
    plan = ("plan", "--to", check.lapsed.id if check.lapsed else check.certification.id)
    return (plan,) if check.outcome is Outcome.MET else (plan, ("recommend",))


def _headline(report: CheckReport) -> tuple[Block, ...]:
    check, catalog = report.check, report.context.catalog
    certification = check.certification
    issuer = phrases.issuer_name(certification.issuer, catalog)
    word, style = check_words.verdict_word(check)
    remarks = [
        "You already hold it." if check.held else None,
        check_words.reinstatement_text(check),
        check_words.award_text(check, catalog),
        check_words.announced_text(check),
    ]
    return (
        Title(styled(f"{certification.name} · {issuer}"), certification.id),
        Para(styled(Fragment(word, style), ": ", Fragment(check_words.headline(report), "strong"))),
        *(Para(styled(text)) for text in remarks if text),
        *(
            Item(styled(check_words.unsettled_text(change)), Fragment("!", "doubt"))
            for change in check.announced
        ),
    )


def _what_if(report: CheckReport) -> tuple[Block, ...]:
    if report.what_if is None:
        return ()
    # This and the imports below are local: few checks need them, and they cost start-up time.
    from certadvisor.views.sections import what_if_changes

    return what_if_changes.check_blocks(report.check, report.what_if, report.context.catalog)


def _dates(report: CheckReport) -> tuple[Block, ...]:
    """When eligibility starts and ends, and upcoming changes, each with its cause."""
    check = report.check
    if not (check.from_cause or check.until_cause or check.upcoming):
        return ()
    from certadvisor.views.words.dates import dates_that_matter

    dates = dates_that_matter(check, report.context.catalog)
    return Heading("Dates that matter"), facts(*((day.isoformat(), text) for day, text in dates))


def _timeline(report: CheckReport) -> tuple[Block, ...]:
    if not report.work and not report.timeline:
        return ()
    from certadvisor.views.sections import timeline

    return timeline.section(report.work, report.context.catalog)


def _tree(report: CheckReport) -> tuple[Block, ...]:
    check, catalog = report.check, report.context.catalog
    blocks: list[Block] = []
    if check.verdict:
        title = "Requirements to take the exam" if check.award_verdict else "Requirements"
        blocks += [Heading(title), Tree(judgement_blocks.verdict_branch(check.verdict, catalog))]
    if check.award_verdict:
        blocks += [
            Heading("Requirements to be certified"),
            Tree(judgement_blocks.verdict_branch(check.award_verdict, catalog)),
        ]
    return tuple(blocks)


def _no_rule(record: dict[str, str]) -> tuple[str, ...]:
    return (record["no_rule"],) if "no_rule" in record else ()


def _rule(report: CheckReport) -> tuple[Block, ...]:
    """The rule version used, with its sources, and the announced one."""
    rule, announced = report.check.rule, report.check.next_rule
    if rule is None and announced is None:
        return ()
    blocks: list[Block] = [Heading("The rule")]
    if rule:
        since = f"In force since {rule.since.isoformat()}" if rule.since else "In force"
        blocks.append(Para(styled(f"{since}; confidence {rule.confidence}.")))
        blocks += [Item(styled(source)) for source in rule.sources]
        page = lists.issuer_page(report.check.certification.id, report.context.catalog)
        if page and page not in rule.sources:
            blocks.append(Item(styled(f"Check the issuer's page: {page}")))
    if announced and announced.since:
        change = f"From {announced.since.isoformat()} a new rule is announced:"
        blocks.append(Para(styled(Fragment(change, "doubt"))))
        blocks.append(Tree(lists.requirement_branch(announced.sit, report.context.catalog)))
    return tuple(blocks)


COLUMNS = (
    "certification", "as_of", "outcome", "award", "held", "obtainable", "eligible_from",
    "eligible_until", "until_reason", "rule_from", "missing", "questions",
)  # fmt: skip


def rows(data: CheckDocument) -> Iterable[Row]:
    """One row."""
    yield (
        data["certification"],
        data["as_of"],
        data["outcome"],
        data.get("award"),
        data["held"],
        data["obtainable"],
        data["eligible_from"],
        data["eligible_until"],
        data["until_reason"],
        data["rule"] and data["rule"]["from"],
        judgement.missing_cells(data["missing"]),
        [question["text"] for question in data["questions"]],
    )
