"""The rank of a recommendation, and how far away it is: as data."""

from typing import Annotated, TypedDict

from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.views.document_types import Allowed, Day, OutcomeWord, Share
from certadvisor.views.json_values import iso

Rank = Annotated[int, Allowed(minimum=1)]
ReachWord = Annotated[str, Allowed(words=("now", "after_steps", "on_date", "ask"))]


class RankingJson(TypedDict):
    """The rank of a recommendation, its score, and how far away it is."""

    rank: Rank
    certification: str
    score: Share
    outcome: OutcomeWord
    reach: ReachWord
    eligible_from: Day | None
    equivalents: Annotated[list[str], Allowed(max_items=2)]


def ranking_json(recommendation: Recommendation) -> RankingJson:
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
