"""The JSON document of one person in a batch: outcomes and recommendations."""

from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.views.documents.check import missing
from certadvisor.views.documents.recommend import ranked
from certadvisor.views.json_values import Json, money
from certadvisor.views.reports import StandingReport


def fill(report: StandingReport) -> Json:
    """The document. It identifies the person by id and line and repeats nothing of the profile."""
    person, outcomes, advice = report.standing
    return {
        "id": person.id,
        "line": person.line,
        "target_role": advice.target_role,
        "outcomes": {id: outcome.value for id, outcome in outcomes.items()},
        "recommendations": [_recommended(one) for one in advice.recommendations],
        "warnings": len(person.warnings),
    }


def _recommended(one: Recommendation) -> Json:
    return {
        **ranked(one),
        "cost": money(one.cost.total),
        "missing": [missing(shortfall) for shortfall in one.missing],
    }
