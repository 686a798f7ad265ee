"""The JSON document of `profile evidence`: the evidence for an application, and its gaps."""

from collections.abc import Callable
from typing import TypeVar

from certadvisor.rules.application import Held, Trained
from certadvisor.views.documents import dates
from certadvisor.views.documents.check import assumption, missing, node, question
from certadvisor.views.json_values import Json, iso, number
from certadvisor.views.reports import EvidenceReport

Value = TypeVar("Value")


def fill(report: EvidenceReport) -> Json:
    """The document of `profile evidence`. A list is null if the profile does not give it."""
    pack, catalog = report.pack, report.frame.catalog
    check = pack.check
    return {
        "certification": check.certification.id,
        "outcome": check.outcome.value,
        "eligible_from": iso(check.eligible_from),
        "rule_from": iso(check.rule.since) if check.rule else None,
        "work": [_work(report, index) for index in range(len(pack.work))],
        "left_out": list(pack.left_out),
        "training": _listed(pack.training, _trained),
        "credentials": _listed(pack.held, _held),
        "education": _listed(
            pack.education,
            lambda one: {
                "degree": one.degree,
                "field": one.field,
                "accreditation": one.accreditation,
                "awarded": iso(one.awarded),
            },
        ),
        "courses": _told(report.profile.courses),
        "memberships": _told(report.profile.memberships),
        "confirmed": list(report.profile.confirmed),
        "conditions": [node(verdict) for verdict in pack.conditions],
        "missing": [missing(shortfall) for shortfall in check.missing],
        "questions": [question(asked, catalog) for asked in check.questions],
        "assumptions": [assumption(made, catalog) for made in check.assumptions],
    }


def _work(report: EvidenceReport, index: int) -> Json:
    """The experience breakdown of a leaf, with each entry's details from the profile."""
    found = report.pack.work[index]
    document = dates.tally(found)
    # The breakdown's own entries leave these out: `check --timeline` does not show them.
    for told, entry in zip(document["entries"], found.entries, strict=True):
        period = entry.period
        told["kinds"] = None if period.kinds is None else sorted(period.kinds)
        told["complexity"] = period.complexity
        told["responsibility"] = period.responsibility
        told["hours"] = number(period.hours)
        told["hours_per_week"] = number(period.hours_per_week)
        told["person_days"] = number(period.person_days)
        told["projects"] = period.projects
    return document


def _trained(one: Trained) -> Json:
    record = one.record
    return {
        "topic": record.topic,
        "hours": number(record.hours),
        "completed": iso(record.completed),
        "counted": one.counted,
    }


def _held(one: Held) -> Json:
    credential = one.credential
    return {
        "certification": credential.id,
        "earned": iso(credential.earned),
        "expires": iso(credential.expires),
        "active": one.active,
        "asked": one.asked,
    }


def _listed(told: tuple[Value, ...] | None, form: Callable[[Value], Json]) -> list[Json] | None:
    return None if told is None else [form(one) for one in told]


def _told(told: tuple[str, ...] | None) -> list[str] | None:
    return None if told is None else list(told)
