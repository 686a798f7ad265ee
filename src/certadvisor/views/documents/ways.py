"""The JSON document of `roles --from`: career paths, and what each promotion adds."""

from certadvisor.advice.career.career_paths import Promotion, RoleExpectation, RoleExperience
from certadvisor.advice.career.pay import PayChange
from certadvisor.rules.verdict import Verdict
from certadvisor.views.json_values import Json, number
from certadvisor.views.reports import WaysReport
from certadvisor.views.sections.judgement import assumption_json
from certadvisor.views.sections.role_checklist import checklist_json


def document(report: WaysReport) -> Json:
    """The document of `roles --from`. Without a profile every outcome is unknown."""
    paths, catalog = report.career_paths, report.context.catalog
    return {
        "from": paths.start.id,
        "to": paths.target.id if paths.target else None,
        "title": report.title,
        "country": report.country,
        "ways": [[role.id for role in path] for path in paths.paths],
        "ways_found": paths.path_count,
        "steps": [_promotion(one) for one in paths.promotions],
        "assumptions": [assumption_json(assumption, catalog) for assumption in paths.assumptions],
        "checklist": checklist_json(report.checklist, catalog) if report.checklist else None,
    }


def _promotion(promotion: Promotion) -> Json:
    return {
        "from": promotion.before.id,
        "to": promotion.role.id,
        "level": promotion.role.level,
        "skills": [_item(skill) for skill in promotion.skills],
        "preferred": [_item(id) for id in promotion.preferred],
        "helpful": [_item(id) for id in promotion.helpful],
        "local": promotion.local,
        "experience": _experience(promotion.experience),
        "degree": _degree(promotion.degree),
        "pay": [_pay(change) for change in promotion.pay],
    }


def _item(item: RoleExpectation) -> Json:
    return {"id": item.id, "outcome": item.outcome.value, "new": item.new}


def _experience(experience: RoleExperience | None) -> Json | None:
    if experience is None:
        return None
    verdict = experience.verdict
    return {
        "kind": experience.kind,
        "low": experience.low,
        "high": experience.high,
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
