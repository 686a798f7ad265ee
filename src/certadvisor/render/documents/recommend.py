"""The document of `recommend`: what to take next, with every factor of its score."""

from certadvisor.advice.recommendation import Later, Recommendation
from certadvisor.catalog.catalog import Catalog
from certadvisor.render.arguments import argument
from certadvisor.render.documents.check import assumption, missing, question
from certadvisor.render.documents.values import Json, cost_detail, iso, money, number
from certadvisor.render.report import AdviceReport


def fill(report: AdviceReport) -> Json:
    """The document of `recommend`."""
    advice, catalog = report.advice, report.frame.catalog
    found: Json = {
        "target_role": advice.target_role,
        "recommendations": [_recommended(one, catalog) for one in advice.recommendations],
        "later": [_later(one) for one in advice.later],
        "assumptions": [assumption(made, catalog) for made in advice.assumptions],
        "questions": [question(asked, catalog) for asked in advice.questions],
        "remarks": [argument(remark, catalog) for remark in advice.remarks],
    }
    if report.why_not is not None:
        found["why_not"] = why_not(report)
    return found


def why_not(report: AdviceReport) -> Json:
    """What kept the certification asked about from being recommended, or its rank."""
    advice, catalog = report.advice, report.frame.catalog
    ranked = [one for one in advice.recommendations if one.certification.id == report.why_not]
    gates = [gate for gate in advice.gated if gate.certification.id == report.why_not]
    return {
        "certification": report.why_not,
        "gate": gates[0].gate if gates else None,
        "rank": ranked[0].rank if ranked else None,
        "reasons": [argument(gate.reason, catalog) for gate in gates],
    }


def _recommended(one: Recommendation, catalog: Catalog) -> Json:
    return {
        "rank": one.rank,
        "certification": one.certification.id,
        "score": round(one.score, 4),
        "outcome": one.outcome.value,
        "reach": one.reach,
        "eligible_from": iso(one.eligible_from),
        "equivalents": list(one.equivalents),
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
