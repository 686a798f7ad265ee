"""The rank of a recommendation, and how far away it is: as data."""

from typing import Annotated, TypedDict

from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.views.document_types import (
    Allowed,
    Day,
    NonNegative,
    OutcomeWord,
    Share,
    TotalJson,
)
from certadvisor.views.json_values import iso, number, total

Rank = Annotated[int, Allowed(minimum=1)]
ReachWord = Annotated[str, Allowed(words=("now", "after_steps", "on_date", "ask"))]


class RankingJson(TypedDict):
    """The rank of a recommendation, its score, and how far away it is."""

    rank: Rank
    certification: str
    score: Share
    outcome: OutcomeWord
    award: OutcomeWord
    reach: ReachWord
    eligible_from: Day | None
    ready_on: Day | None
    hours_per_week: NonNegative | None
    total: TotalJson | None
    equivalents: Annotated[list[str], Allowed(max_items=2)]


def ranking_json(recommendation: Recommendation) -> RankingJson:
    """The rank of a recommendation, its score, and how far away it is."""
    return {
        "rank": recommendation.rank,
        "certification": recommendation.certification.id,
        "score": round(recommendation.score, 4),
        "outcome": recommendation.outcome.value,
        "award": recommendation.award.value,
        "reach": recommendation.reach,
        "eligible_from": iso(recommendation.eligible_from),
        "ready_on": iso(recommendation.way.ready_on),
        "hours_per_week": number(recommendation.way.hours_per_week),
        "total": total(recommendation.way.total, recommendation.cost.place, recommendation.cost.on),
        "equivalents": list(recommendation.equivalent_ids),
    }
