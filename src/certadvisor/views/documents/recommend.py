"""The JSON document of `recommend`: ranked certifications with every factor of their scores."""

from certadvisor.advice.recommend.recommendations import (
    EligibilityDates,
    LaterCertification,
    Recommendation,
    Recommendations,
)
from certadvisor.catalog.records import Catalog
from certadvisor.views.json_values import Json, cost_detail, iso, money, number
from certadvisor.views.reports import AdviceReport, WhatIfAdvice
from certadvisor.views.sections.change_causes import cause_json
from certadvisor.views.sections.judgement import assumption_json, question_json, shortfall_json
from certadvisor.views.sections.what_if_changes import change_json
from certadvisor.views.words.reasons import reason_text


def document(report: AdviceReport) -> Json:
    """The document, with `why_not` and `what_if` if requested."""
    advice, catalog = report.advice, report.context.catalog
    fields: Json = {
        "target_role": advice.target_role,
        "recommendations": recommendations_json(advice, catalog),
        "later": [_later(one) for one in advice.later],
        "assumptions": [assumption_json(assumption, catalog) for assumption in advice.assumptions],
        "questions": [question_json(question, catalog) for question in advice.questions],
        "remarks": [reason_text(remark, catalog) for remark in advice.remarks],
        "dates": [_dates(one) for one in advice.dates],
    }
    if report.why_not is not None:
        fields["why_not"] = why_not_json(report)
    if report.what_if is not None:
        after = recommendations_json(report.what_if.advice, catalog)
        fields["what_if"] = what_if_advice_json(report.what_if, after, catalog)
    return fields


def recommendations_json(advice: Recommendations, catalog: Catalog) -> list[Json]:
    """The recommendations, best first."""
    return [_recommendation(one, catalog) for one in advice.recommendations]


def _dates(dates: EligibilityDates) -> Json:
    return {
        "certification": dates.certification,
        "eligible_from": iso(dates.eligible_from),
        "eligible_until": iso(dates.eligible_until),
        "until_reason": dates.until_cause.reason if dates.until_cause else None,
        "from_cause": cause_json(dates.from_cause),
        "until_cause": cause_json(dates.until_cause),
    }


def why_not_json(report: AdviceReport) -> Json:
    """Why the certification in question is not recommended, or its rank if it is."""
    advice, catalog = report.advice, report.context.catalog
    matches = [one for one in advice.recommendations if one.certification.id == report.why_not]
    gates = [gate for gate in advice.gates if gate.certification.id == report.why_not]
    return {
        "certification": report.why_not,
        "gate": gates[0].kind if gates else None,
        "rank": matches[0].rank if matches else None,
        "reasons": [reason_text(gate.reason, catalog) for gate in gates],
    }


def ranking_json(recommendation: Recommendation) -> Json:
    """The rank of a recommendation, its score, and how far away it is."""
    return {
        "rank": recommendation.rank,
        "certification": recommendation.certification.id,
        "score": round(recommendation.score, 4),
        "outcome": recommendation.outcome.value,
        "reach": recommendation.reach,
        "eligible_from": iso(recommendation.eligible_from),
        "equivalents": list(recommendation.equivalent_ids),
    }


def _recommendation(recommendation: Recommendation, catalog: Catalog) -> Json:
    return {
        **ranking_json(recommendation),
        "beside": [
            {
                "certification": other.certification.id,
                "reach": other.reach,
                "cost": money(other.cost.total),
            }
            for other in recommendation.equivalents
        ],
        "cost": money(recommendation.cost.total),
        "factors": [
            {
                "name": factor.name,
                "value": round(factor.value, 4),
                "weight": number(factor.weight),
                "reason": reason_text(factor.reason, catalog),
            }
            for factor in recommendation.factors
        ],
        "missing": [shortfall_json(shortfall) for shortfall in recommendation.missing],
        "reasons": [reason_text(reason, catalog) for reason in recommendation.reasons],
        "against": reason_text(recommendation.drawback, catalog)
        if recommendation.drawback
        else None,
        "cost_detail": cost_detail(recommendation.cost),
    }


def _later(candidate: LaterCertification) -> Json:
    return {
        "certification": candidate.certification.id,
        "eligible_from": iso(candidate.eligible_from),
        "missing": [shortfall_json(shortfall) for shortfall in candidate.missing],
    }


def what_if_advice_json(
    what_if: WhatIfAdvice, recommendations: list[Json], catalog: Catalog
) -> Json:
    """The changes, the recommendations after them, and the changes of rank."""
    return {
        "changes": [change_json(one) for one in what_if.changes],
        "recommendations": recommendations,
        "moves": [
            {
                "certification": rank_change.certification,
                "change": rank_change.change,
                "rank_before": rank_change.rank_before,
                "rank_after": rank_change.rank_after,
                "score_before": _score(rank_change.score_before),
                "score_after": _score(rank_change.score_after),
                "reason": reason_text(rank_change.reason, catalog) if rank_change.reason else None,
            }
            for rank_change in what_if.rank_changes
        ],
    }


def _score(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
