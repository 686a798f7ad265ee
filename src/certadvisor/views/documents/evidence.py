"""The JSON document of `profile evidence`: the evidence for an application, and its gaps."""

from collections.abc import Callable
from typing import TypeVar

from certadvisor.rules.application import CredentialEvidence, TrainingEvidence
from certadvisor.views.json_values import Json, iso, number
from certadvisor.views.reports import EvidenceReport
from certadvisor.views.sections.judgement import (
    assumption_json,
    question_json,
    shortfall_json,
    verdict_json,
)
from certadvisor.views.sections.timeline import breakdown_json

Value = TypeVar("Value")


def document(report: EvidenceReport) -> Json:
    """The document of `profile evidence`. A list is null if the profile does not give it."""
    application, catalog = report.application, report.context.catalog
    check = application.check
    return {
        "certification": check.certification.id,
        "outcome": check.outcome.value,
        "eligible_from": iso(check.eligible_from),
        "rule_from": iso(check.rule.since) if check.rule else None,
        "work": [_work(report, index) for index in range(len(application.work))],
        "left_out": list(application.unused_work),
        "training": _list_or_null(application.training, _training),
        "credentials": _list_or_null(application.credentials, _credential),
        "education": _list_or_null(
            application.education,
            lambda entry: {
                "degree": entry.degree,
                "field": entry.field,
                "accreditation": entry.accreditation,
                "awarded": iso(entry.awarded),
            },
        ),
        "courses": _ids_or_null(report.profile.courses),
        "memberships": _ids_or_null(report.profile.memberships),
        "confirmed": list(report.profile.confirmed),
        "conditions": [verdict_json(verdict) for verdict in application.other_verdicts],
        "missing": [shortfall_json(shortfall) for shortfall in check.missing],
        "questions": [question_json(question, catalog) for question in check.questions],
        "assumptions": [assumption_json(assumption, catalog) for assumption in check.assumptions],
    }


def _work(report: EvidenceReport, index: int) -> Json:
    """The experience breakdown of a leaf, with each entry's details from the profile."""
    breakdown = report.application.work[index]
    fields: Json = dict(breakdown_json(breakdown))
    # The breakdown's own entries leave these out: `check --timeline` does not show them.
    for entry_fields, entry in zip(fields["entries"], breakdown.entries, strict=True):
        period = entry.period
        entry_fields["kinds"] = None if period.kinds is None else sorted(period.kinds)
        entry_fields["complexity"] = period.complexity
        entry_fields["responsibility"] = period.responsibility
        entry_fields["hours"] = number(period.hours)
        entry_fields["hours_per_week"] = number(period.hours_per_week)
        entry_fields["person_days"] = number(period.person_days)
        entry_fields["projects"] = period.projects
    return fields


def _training(training: TrainingEvidence) -> Json:
    record = training.record
    return {
        "topic": record.topic,
        "hours": number(record.hours),
        "completed": iso(record.completed),
        "counted": training.counted,
    }


def _credential(entry: CredentialEvidence) -> Json:
    credential = entry.credential
    return {
        "certification": credential.id,
        "earned": iso(credential.earned),
        "expires": iso(credential.expires),
        "active": entry.active,
        "asked": entry.in_rule,
    }


def _list_or_null(
    items: tuple[Value, ...] | None, to_json: Callable[[Value], Json]
) -> list[Json] | None:
    return None if items is None else [to_json(one) for one in items]


def _ids_or_null(ids: tuple[str, ...] | None) -> list[str] | None:
    return None if ids is None else list(ids)
