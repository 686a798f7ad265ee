"""The document of one of many people: every outcome, and what to take next, by the person's id."""

from certadvisor.advice.recommendation import Recommendation
from certadvisor.render.documents.check import missing
from certadvisor.render.documents.values import Json, iso, money
from certadvisor.render.report import StandingReport


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
        "rank": one.rank,
        "certification": one.certification.id,
        "score": round(one.score, 4),
        "outcome": one.outcome.value,
        "reach": one.reach,
        "eligible_from": iso(one.eligible_from),
        "equivalents": list(one.equivalents),
        "cost": money(one.cost.total),
        "missing": [missing(shortfall) for shortfall in one.missing],
    }
