"""Changes of rank between two recommendations: new, up, down, same or removed."""

from enum import StrEnum
from typing import NamedTuple

from certadvisor.advice.recommend.recommendations import Recommendation, Recommendations
from certadvisor.rules.reason import Reason


class RankChangeKind(StrEnum):
    """How a certification's rank changes."""

    NEW = "new"
    UP = "up"
    DOWN = "down"
    SAME = "same"
    REMOVED = "gone"


class RankChange(NamedTuple):
    """A certification's rank and score before and after; `reason` is why it was removed."""

    certification: str
    change: RankChangeKind
    rank_before: int | None
    rank_after: int | None
    score_before: float | None
    score_after: float | None
    reason: Reason | None = None


def compare_rankings(before: Recommendations, after: Recommendations) -> tuple[RankChange, ...]:
    """Every certification recommended before or after: in the new order, removed ones last."""
    before_by_id = {one.certification.id: one for one in before.recommendations}
    after_by_id = {one.certification.id: one for one in after.recommendations}
    current = tuple(_rank_change(id, before_by_id.get(id), one) for id, one in after_by_id.items())
    removed = tuple(
        RankChange(
            id, RankChangeKind.REMOVED, one.rank, None, one.score, None, _gate_reason(id, after)
        )
        for id, one in before_by_id.items()
        if id not in after_by_id
    )
    return current + removed


def _rank_change(id: str, before: Recommendation | None, after: Recommendation) -> RankChange:
    if before is None:
        return RankChange(id, RankChangeKind.NEW, None, after.rank, None, after.score)
    if before.rank == after.rank:
        change = RankChangeKind.SAME
    else:
        change = RankChangeKind.UP if after.rank < before.rank else RankChangeKind.DOWN
    return RankChange(id, change, before.rank, after.rank, before.score, after.score)


def _gate_reason(id: str, after: Recommendations) -> Reason | None:
    gates = (gate.reason for gate in after.gates if gate.certification.id == id)
    return next(gates, None)
