"""The document of `check`: can this person take the exam on that day, and what is missing."""

from collections.abc import Iterable
from typing import Annotated, NotRequired, TypedDict

from certadvisor.catalog.records import Catalog
from certadvisor.rules.verdict import Check
from certadvisor.views.document_types import Allowed, Day, Head, OutcomeWord, head
from certadvisor.views.json_values import Row, iso
from certadvisor.views.reports import CheckReport
from certadvisor.views.sections import judgement
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
from certadvisor.views.sections.timeline import BreakdownJson, breakdown_json
from certadvisor.views.sections.what_if_changes import ChangeJson, change_json


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
