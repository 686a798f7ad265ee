"""The JSON document of `roles --from`: career paths, and what each promotion adds."""

from certadvisor.advice.career.career_paths import Asked, Rise, Wanted
from certadvisor.advice.career.pay import PayChange
from certadvisor.rules.verdict import Verdict
from certadvisor.views.documents.check import assumption
from certadvisor.views.documents.steps import checklist
from certadvisor.views.json_values import Json, number
from certadvisor.views.reports import WaysReport


def fill(report: WaysReport) -> Json:
    """The document of `roles --from`. Without a profile every outcome is unknown."""
    found, catalog = report.ascent, report.frame.catalog
    return {
        "from": found.start.id,
        "to": found.target.id if found.target else None,
        "title": report.title,
        "country": report.country,
        "ways": [[role.id for role in way] for way in found.ways],
        "ways_found": found.found,
        "steps": [_rise(one) for one in found.rises],
        "assumptions": [assumption(made, catalog) for made in found.assumptions],
        "checklist": checklist(report.steps, catalog) if report.steps else None,
    }


def _rise(one: Rise) -> Json:
    return {
        "from": one.before.id,
        "to": one.role.id,
        "level": one.role.level,
        "skills": [_wanted(skill) for skill in one.skills],
        "preferred": [_wanted(id) for id in one.preferred],
        "helpful": [_wanted(id) for id in one.helpful],
        "local": one.local,
        "experience": _experience(one.experience),
        "degree": _degree(one.degree),
        "pay": [_pay(change) for change in one.pay],
    }


def _wanted(one: Wanted) -> Json:
    return {"id": one.id, "outcome": one.outcome.value, "new": one.new}


def _experience(asked: Asked | None) -> Json | None:
    if asked is None:
        return None
    verdict = asked.verdict
    return {
        "kind": asked.kind,
        "low": asked.low,
        "high": asked.high,
        "have": number(verdict.have) if verdict else None,
        "outcome": verdict.outcome.value if verdict else None,
    }


def _degree(verdict: Verdict | None) -> Json | None:
    if verdict is None:
        return None
    level = verdict.requirement.degree  # type: ignore[union-attr]  # the leaf is a degree
    return {"level": level, "outcome": verdict.outcome.value}


def _pay(change: PayChange) -> Json:
    return {
        "country": change.country,
        "currency": change.currency,
        "year": change.year,
        "before": [number(value) for value in change.before],
        "after": [number(value) for value in change.after],
        "article": change.article,
        "url": change.url,
        "via": change.via,
    }
