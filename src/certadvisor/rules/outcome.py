"""Met, unmet, unknown, and how they combine (Kleene's strong logic)."""

from collections.abc import Collection
from enum import StrEnum


class Outcome(StrEnum):
    """What is decided of a requirement for a profile on a day."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"  # nobody has told us: ask, never refuse


def all_of(outcomes: Collection[Outcome]) -> Outcome:
    """Fold the outcomes of every child: one refusal settles it, then one doubt."""
    for decisive in (Outcome.UNMET, Outcome.UNKNOWN):
        if decisive in outcomes:
            return decisive
    return Outcome.MET


def any_of(outcomes: Collection[Outcome]) -> Outcome:
    """Fold the outcomes of the ways to qualify: one met settles it, then one doubt."""
    for decisive in (Outcome.MET, Outcome.UNKNOWN):
        if decisive in outcomes:
            return decisive
    return Outcome.UNMET


def reached(need: float, certain: float, possible: float) -> Outcome:
    """Whether a number that is somewhere from `certain` to `possible` comes to `need`."""
    if certain >= need:
        return Outcome.MET
    return Outcome.UNKNOWN if possible >= need else Outcome.UNMET
