"""The JSON document of `recommend`: ranked certifications with every factor of their scores."""

from certadvisor.advice.recommend.recommendations import Advice, Dated, Later, Recommendation
from certadvisor.catalog.records import Catalog
from certadvisor.views.documents.check import assumption, missing, question
from certadvisor.views.documents.dates import cause
from certadvisor.views.json_values import Json, cost_detail, iso, money, number
from certadvisor.views.reports import AdviceReport
from certadvisor.views.words.reasons import argument


def fill(report: AdviceReport) -> Json:
    """The document, with `why_not` and `what_if` if requested."""
    advice, catalog = report.advice, report.frame.catalog
    found: Json = {
        "target_role": advice.target_role,
        "recommendations": recommendations(advice, catalog),
        "later": [_later(one) for one in advice.later],
        "assumptions": [assumption(made, catalog) for made in advice.assumptions],
        "questions": [question(asked, catalog) for asked in advice.questions],
        "remarks": [argument(remark, catalog) for remark in advice.remarks],
        "dates": [_dated(one) for one in advice.dates],
    }
    if report.why_not is not None:
        found["why_not"] = why_not(report)
    if report.what_if is not None:
        # Imported here: that module imports this one.
        from certadvisor.views.documents.what_if import advised

        found["what_if"] = advised(report)
    return found


def recommendations(advice: Advice, catalog: Catalog) -> list[Json]:
    """The recommendations, best first."""
    return [_recommended(one, catalog) for one in advice.recommendations]


def _dated(one: Dated) -> Json:
    return {
        "certification": one.certification,
        "eligible_from": iso(one.eligible_from),
        "eligible_until": iso(one.eligible_until),
        "until_reason": one.until_cause.reason if one.until_cause else None,
        "from_cause": cause(one.from_cause),
        "until_cause": cause(one.until_cause),
    }


def why_not(report: AdviceReport) -> Json:
    """Why the certification in question is not recommended, or its rank if it is."""
    advice, catalog = report.advice, report.frame.catalog
    ranked = [one for one in advice.recommendations if one.certification.id == report.why_not]
    gates = [gate for gate in advice.gated if gate.certification.id == report.why_not]
    return {
        "certification": report.why_not,
        "gate": gates[0].gate if gates else None,
        "rank": ranked[0].rank if ranked else None,
        "reasons": [argument(gate.reason, catalog) for gate in gates],
    }


def ranked(one: Recommendation) -> Json:
    """The rank of a recommendation, its score, and how far away it is."""
    return {
        "rank": one.rank,
        "certification": one.certification.id,
        "score": round(one.score, 4),
        "outcome": one.outcome.value,
        "reach": one.reach,
        "eligible_from": iso(one.eligible_from),
        "equivalents": list(one.equivalents),
    }


def _recommended(one: Recommendation, catalog: Catalog) -> Json:
    return {
        **ranked(one),
        "beside": [
            {
                "certification": other.certification.id,
                "reach": other.reach,
                "cost": money(other.cost.total),
            }
            for other in one.beside
        ],
        "cost": money(one.cost.total),
        "factors": [
            {
                "name": factor.name,
                "value": round(factor.value, 4),
                "weight": number(factor.weight),
                "reason": argument(factor.reason, catalog),
            }
            for factor in one.factors
        ],
        "missing": [missing(shortfall) for shortfall in one.missing],
        "reasons": [argument(reason, catalog) for reason in one.reasons],
        "against": argument(one.against, catalog) if one.against else None,
        "cost_detail": cost_detail(one.cost),
    }


def _later(one: Later) -> Json:
    return {
        "certification": one.certification.id,
        "eligible_from": iso(one.eligible_from),
        "missing": [missing(shortfall) for shortfall in one.missing],
    }
