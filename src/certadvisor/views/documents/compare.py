"""The JSON document of `compare` for certifications: the facts of each, by name."""

from certadvisor.catalog.records import Demand
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.comparison.certifications import CertificationColumn, CertificationFacts
from certadvisor.comparison.prices import CourseCost, MembershipSaving, Prices, RenewalCost
from certadvisor.rules.verdict import Check
from certadvisor.views.json_values import Json, iso, money, number
from certadvisor.views.reports import CompareReport
from certadvisor.views.sections.judgement import leaf_parameters as parameters
from certadvisor.views.sections.judgement import shortfall_json
from certadvisor.views.words import phrases


def document(report: CompareReport) -> Json:
    """The document of `compare` for certifications."""
    comparison = report.comparison
    skills_only_here = comparison.skills.only
    return {
        "kind": "certifications",
        "currency": comparison.currency,
        "compared": [
            {**_column(column), "skills_only_here": list(skills)}
            for column, skills in zip(comparison.columns, skills_only_here, strict=True)
        ],
        "agreement": {name: one.value for name, one in comparison.agreement.items()},
        "demand_agreement": {place: one.value for place, one in comparison.demand.items()},
        "skills_of_all": list(comparison.skills.all),
    }


def _column(column: CertificationColumn) -> Json:
    certification = column.certification
    return {
        "id": certification.id,
        "abbreviation": certification.abbreviation,
        "name": certification.name,
        **_person(column.check),
        **_facts(column.facts),
        **_prices(column.prices),
        "demand": [_demand(one) for one in column.demand.values()],
    }


def _person(check: Check | None) -> Json:
    """The person's result. All values are null if no profile was given."""
    if check is None:
        return dict.fromkeys(("outcome", "held", "obtainable", "eligible_from", "missing"))
    return {
        "outcome": check.outcome.value,
        "held": check.held,
        "obtainable": check.obtainable,
        "eligible_from": iso(check.eligible_from),
        "missing": [shortfall_json(shortfall) for shortfall in check.missing],
    }


def _facts(facts: CertificationFacts) -> Json:
    return {
        **facts._asdict(),
        "levels": list(facts.levels),
        "disciplines": list(facts.disciplines),
        "entry": requirement_json(facts.entry),
        "pass_percent": number(facts.pass_percent),
        "delivery": _list(facts.delivery),
        "study_hours": _range(facts.study_hours),
        "course_hours": _range(facts.course_hours),
        "units": {"name": facts.units[0], "amount": facts.units[1]} if facts.units else None,
        "parts": _parts(facts.parts),
        "ways": _list(facts.ways),
        "skills": list(facts.skills),
        "leads_to": _list(facts.leads_to),
        "asked_by": list(facts.asked_by),
        "preferred_by": list(facts.preferred_by),
        "helpful_for": list(facts.helpful_for),
    }


def requirement_json(requirement: Requirement | None) -> Json | None:
    """An entry rule as a tree without outcomes; null if the rule is not confirmed."""
    if requirement is None:
        return None
    tag = phrases.TAGS[type(requirement)]
    if isinstance(requirement, AllOf | AnyOf):
        return {
            "requirement": tag,
            "children": [requirement_json(child) for child in requirement.children],
        }
    return {"requirement": tag, **parameters(requirement), "children": []}


def _prices(prices: Prices) -> Json:
    return {
        "place": prices.place,
        "on": iso(prices.on),
        "confidence": prices.confidence,
        "exam_price": money(prices.exam_price),
        "exam_member": money(prices.exam_member),
        "application": money(prices.application),
        "course": _course(prices.course),
        "total": money(prices.total),
        "total_high": money(prices.total_high),
        "at_least": money(prices.at_least),
        "common": money(prices.common),
        "membership_fee": money(prices.membership_fee),
        "membership": _membership(prices.membership),
        "fee": money(prices.fee),
        "fee_member": money(prices.fee_member),
        "fee_every_year": prices.fee_every_year,
        "keeping": _keeping(prices.keeping),
        "nine_years": money(prices.nine_years),
        "nine_years_high": money(prices.nine_years_high),
        "nine_years_common": money(prices.nine_years_common),
    }


def _course(course: CourseCost | None) -> Json | None:
    if course is None:
        return None
    return {
        "mandatory": course.mandatory,
        "low": money(course.low),
        "high": money(course.high),
        "exam_included": course.exam_included,
    }


def _membership(membership: MembershipSaving | None) -> Json | None:
    if membership is None:
        return None
    return {
        "issuer": membership.issuer,
        "fee": money(membership.fee),
        "saved": money(membership.saving),
        "worth": membership.pays_off,
    }


def _keeping(keeping: RenewalCost | None) -> Json | None:
    if keeping is None:
        return None
    return {
        "by": keeping.basis,
        "times": keeping.times,
        "cost": money(keeping.cost),
        "member": money(keeping.member),
    }


def _demand(demand: Demand) -> Json:
    return {"country": demand.country, "value": demand.value, "basis": demand.basis}


def _range(bounds: tuple[int, int] | None) -> Json | None:
    return {"low": bounds[0], "high": bounds[1]} if bounds else None


def _parts(parts: tuple[tuple[str, int], ...] | None) -> list[Json] | None:
    if parts is None:
        return None
    return [{"name": name, "minimum": minimum} for name, minimum in parts]


def _list(items: tuple[str, ...] | None) -> list[str] | None:
    return None if items is None else list(items)
