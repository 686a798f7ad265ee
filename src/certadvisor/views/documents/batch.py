"""The document of one of many people: every outcome, and what to take next, by the person's id."""

from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.views.documents.check import missing
from certadvisor.views.documents.recommend import ranked
from certadvisor.views.json_values import Json, money
from certadvisor.views.reports import StandingReport


def fill(report: StandingReport) -> Json:
    """The document; of the person it holds the id and the line, and nothing that was told."""
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
