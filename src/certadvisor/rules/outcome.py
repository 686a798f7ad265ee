"""Three-valued outcomes (met, unmet, unknown) and how they combine.

The combination rules are those of Kleene's strong three-valued logic.
"""

from collections.abc import Collection
from enum import StrEnum


class Outcome(StrEnum):
    """The decision on a requirement for one profile on one day."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"  # information is missing: ask for it, never refuse


def all_of(outcomes: Collection[Outcome]) -> Outcome:
    """Combine the outcomes of requirements that must all be met.

    Args:
        outcomes: The outcomes of the children; empty counts as met.

    Returns:
        Unmet if any child is unmet, else unknown if any is unknown, else met.
    """
    for decisive in (Outcome.UNMET, Outcome.UNKNOWN):
        if decisive in outcomes:
            return decisive
    return Outcome.MET


def any_of(outcomes: Collection[Outcome]) -> Outcome:
    """Combine the outcomes of alternatives of which one is enough.

    Args:
        outcomes: The outcomes of the children; empty counts as unmet.

    Returns:
        Met if any child is met, else unknown if any is unknown, else unmet.
    """
    for decisive in (Outcome.MET, Outcome.UNKNOWN):
        if decisive in outcomes:
            return decisive
    return Outcome.UNMET


def judge_amount(need: float, certain: float, possible: float) -> Outcome:
    """Judge whether an amount that is only known within bounds reaches `need`.

    Args:
        need: The amount required.
        certain: The amount that certainly counts (lower bound).
        possible: The most that may count (upper bound); infinity where it is not bounded.

    Returns:
        Met if even `certain` reaches `need`, unmet if not even `possible` does, else unknown.
    """
    if certain >= need:
        return Outcome.MET
    return Outcome.UNKNOWN if possible >= need else Outcome.UNMET
