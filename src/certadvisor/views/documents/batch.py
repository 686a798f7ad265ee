"""The JSON document of one person in a batch: outcomes and recommendations."""

from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.views.json_values import Json, money
from certadvisor.views.reports import StandingReport
from certadvisor.views.sections.judgement import shortfall_json
from certadvisor.views.sections.rank_and_reach import ranking_json


def document(report: StandingReport) -> Json:
    """The document. It identifies the person by id and line and repeats nothing of the profile."""
    person, outcomes, advice = report.result
    return {
        "id": person.id,
        "line": person.line,
        "target_role": advice.target_role,
        "outcomes": {id: outcome.value for id, outcome in outcomes.items()},
        "recommendations": [_recommendation(one) for one in advice.recommendations],
        "warnings": len(person.warnings),
    }


def _recommendation(recommendation: Recommendation) -> Json:
    return {
        **ranking_json(recommendation),
        "cost": money(recommendation.cost.total),
        "missing": [shortfall_json(shortfall) for shortfall in recommendation.missing],
    }
