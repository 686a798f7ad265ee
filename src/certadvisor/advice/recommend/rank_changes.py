"""Changes of rank between two recommendations: new, up, down, same or removed."""

from typing import NamedTuple

from certadvisor.advice.recommend.recommendations import Advice, Argument, Recommendation

NEW, UP, DOWN, SAME, GONE = "new", "up", "down", "same", "gone"


class Move(NamedTuple):
    """A certification's rank and score before and after; `reason` is why it was removed."""

    certification: str
    change: str  # new, up, down, same or gone
    rank_before: int | None
    rank_after: int | None
    score_before: float | None
    score_after: float | None
    reason: Argument | None = None


def moves(before: Advice, after: Advice) -> tuple[Move, ...]:
    """Every certification recommended before or after: in the new order, removed ones last."""
    was = {one.certification.id: one for one in before.recommendations}
    now = {one.certification.id: one for one in after.recommendations}
    stayed = tuple(_moved(id, was.get(id), one) for id, one in now.items())
    gone = tuple(
        Move(id, GONE, one.rank, None, one.score, None, _why(id, after))
        for id, one in was.items()
        if id not in now
    )
    return stayed + gone


def _moved(id: str, was: Recommendation | None, now: Recommendation) -> Move:
    if was is None:
        return Move(id, NEW, None, now.rank, None, now.score)
    change = SAME if was.rank == now.rank else UP if now.rank < was.rank else DOWN
    return Move(id, change, was.rank, now.rank, was.score, now.score)


def _why(id: str, after: Advice) -> Argument | None:
    gates = (gate.reason for gate in after.gated if gate.certification.id == id)
    return next(gates, None)
