"""The data of `profile evidence`: the evidence for an application, and its gaps."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, TypedDict

from certadvisor.base.partial_date import as_given
from certadvisor.base.scalars import UNKNOWN_DATE
from certadvisor.profile.model import Education
from certadvisor.rules.application import CredentialEvidence, TrainingEvidence
from certadvisor.rules.leaves.experience_breakdown import ExperienceBreakdown, MonthState, WorkEntry
from certadvisor.views.document_types import (
    Allowed,
    Count,
    Day,
    GivenDayOrUnknown,
    HeadV2,
    NonNegative,
    OutcomeWord,
    head_v2,
)
from certadvisor.views.json_values import Row, iso, number
from certadvisor.views.reports import EvidenceReport
from certadvisor.views.sections.judgement import (
    AssumptionJson,
    DegreeWord,
    QuestionJson,
    ShortfallJson,
    VerdictJson,
    assumption_json,
    node_json,
    question_json,
    shortfall_json,
)
from certadvisor.views.sections.timeline import (
    BreakdownTotals,
    WorkEntryJson,
    breakdown_totals,
    work_entry_json,
)


class DetailedEntryJson(WorkEntryJson):
    """A work entry, what becomes of its months, and its other details in the profile."""

    kinds: list[str] | None
    complexity: str | None
    responsibility: str | None
    hours: NonNegative | None
    hours_per_week: NonNegative | None
    person_days: NonNegative | None
    projects: Count | None


class RequiredWorkJson(BreakdownTotals):
    """The work that a requirement counts, entry by entry; `have` are the judge's own totals."""

    entries: list[DetailedEntryJson]


class TrainingJson(TypedDict):
    """A training record, and whether it counts towards a training requirement of the rule."""

    topic: str
    hours: NonNegative | None
    completed: GivenDayOrUnknown | None
    counted: bool


class CredentialJson(TypedDict):
    """A credential, whether it is active, and whether the rule names it (`in_rule`)."""

    certification: str
    earned: GivenDayOrUnknown | None
    expires: GivenDayOrUnknown | None
    active: bool | None
    in_rule: bool


class EducationJson(TypedDict):
    """A degree or school-leaving certificate."""

    degree: DegreeWord
    field: str | None
    accreditation: str | None
    awarded: GivenDayOrUnknown | None


class EvidenceDocument(HeadV2):
    """The document of `profile evidence`."""

    certification: str
    outcome: OutcomeWord
    eligible_from: Day | None
    rule_from: Day | None
    work: list[RequiredWorkJson]
    unused_work: Annotated[
        list[Count], Allowed(description="The positions of the work entries that do not count.")
    ]
    training: list[TrainingJson] | None
    credentials: list[CredentialJson] | None
    education: list[EducationJson] | None
    courses: list[str] | None
    memberships: list[str] | None
    confirmed: list[str]
    other_requirements: list[VerdictJson]
    missing: list[ShortfallJson]
    questions: list[QuestionJson]
    assumptions: list[AssumptionJson]


def document(report: EvidenceReport) -> EvidenceDocument:
    """The document of `profile evidence`. A list is null if the profile does not give it."""
    application, profile, catalog = report.application, report.profile, report.context.catalog
    check = application.check
    training, credentials = application.training, application.credentials
    education = application.education
    return {
        **head_v2(report.context),
        "certification": check.certification.id,
        "outcome": check.outcome.value,
        "eligible_from": iso(check.eligible_from),
        "rule_from": iso(check.rule.since) if check.rule else None,
        "work": [_work(breakdown) for breakdown in application.work],
        "unused_work": list(application.unused_work),
        "training": None if training is None else [_training(one) for one in training],
        "credentials": None if credentials is None else [_credential(one) for one in credentials],
        "education": None if education is None else [_education(one) for one in education],
        "courses": _ids_or_null(profile.courses),
        "memberships": _ids_or_null(profile.memberships),
        "confirmed": list(profile.confirmed),
        "other_requirements": [node_json(verdict) for verdict in application.other_verdicts],
        "missing": [shortfall_json(shortfall) for shortfall in check.missing],
        "questions": [question_json(question, catalog) for question in check.questions],
        "assumptions": [assumption_json(assumption, catalog) for assumption in check.assumptions],
    }


def _work(breakdown: ExperienceBreakdown) -> RequiredWorkJson:
    return {
        **breakdown_totals(breakdown),
        "entries": [_entry(entry) for entry in breakdown.entries],
    }


def _entry(entry: WorkEntry) -> DetailedEntryJson:
    """A work entry with the details that `check --timeline` does not show."""
    period = entry.period
    return {
        **work_entry_json(entry),
        "kinds": None if period.kinds is None else sorted(period.kinds),
        "complexity": period.complexity,
        "responsibility": period.responsibility,
        "hours": number(period.hours),
        "hours_per_week": number(period.hours_per_week),
        "person_days": number(period.person_days),
        "projects": period.projects,
    }


def _training(training: TrainingEvidence) -> TrainingJson:
    record = training.record
    return {
        "topic": record.topic,
        "hours": number(record.hours),
        "completed": _given(record.completed, in_doubt=record.completed_unknown),
        "counted": training.counted,
    }


def _credential(entry: CredentialEvidence) -> CredentialJson:
    credential = entry.credential
    return {
        "certification": credential.id,
        "earned": _given(credential.earned, in_doubt=credential.earned_unknown),
        "expires": _given(credential.expires, in_doubt=credential.expires_unknown),
        "active": entry.active,
        "in_rule": entry.in_rule,
    }


def _education(entry: Education) -> EducationJson:
    return {
        "degree": entry.degree,
        "field": entry.field,
        "accreditation": entry.accreditation,
        "awarded": _given(entry.awarded, in_doubt=entry.awarded_unknown),
    }


def _given(day: date | None, *, in_doubt: bool = False) -> str | None:
    return UNKNOWN_DATE if in_doubt else None if day is None else as_given(day)


def _ids_or_null(ids: tuple[str, ...] | None) -> list[str] | None:
    return None if ids is None else list(ids)


COLUMNS = (
    "required_kind", "number", "title", "kinds", "start", "end", "months", "hours", "person_days",
    "projects", "complexity", "responsibility", "months_overlapping", "months_outside",
    "months_uncertain",
)  # fmt: skip


def rows(data: EvidenceDocument) -> Iterable[Row]:
    """One row per work entry and required kind of work, in the order of the document."""
    for work in data["work"]:
        for entry in work["entries"]:
            amounts = entry["amounts"]
            yield (
                work["kind"],
                entry["place"] + 1,
                entry["title"],
                entry["kinds"],
                entry["start"],
                entry["end"],
                *(amounts.get(unit) for unit in ("month", "hour", "person_day", "project")),
                entry["complexity"],
                entry["responsibility"],
                *(
                    sum(run["count"] for run in entry["months"] if run["state"] == state)
                    for state in (MonthState.OVERLAPPING, MonthState.OUTSIDE, MonthState.UNCERTAIN)
                ),
            )
