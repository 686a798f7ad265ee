"""Leaves that look up one id in a list of the profile: what they have in common."""

from math import inf

from certadvisor.catalog.requirement import Leaf
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Verdict


def judge_listed(leaf: Leaf, id: str, ids: tuple[str, ...] | None, unit: str) -> Verdict:
    """Judge whether an id is on a list that is complete where it is given.

    Args:
        leaf: The requirement.
        id: The id to look up.
        ids: The list; None where the profile does not give it.
        unit: The unit of the verdict.

    Returns:
        The verdict, the same on every day.
    """
    if ids is None:
        return Verdict(leaf, Outcome.UNKNOWN, None, 1, unit)
    outcome = Outcome.MET if id in ids else Outcome.UNMET
    return Verdict(leaf, outcome, int(id in ids), 1, unit)


def count_listed(id: str, ids: tuple[str, ...] | None) -> tuple[float, float]:
    """Count an id on such a list: once or not at all; perhaps, where the list is not given."""
    if ids is None:
        return 0, inf
    count = int(id in ids)
    return count, count


def judge_confirmed(leaf: Leaf, id: str, confirmed: tuple[str, ...]) -> Verdict:
    """Judge a condition that only the person can confirm: unknown until then, never unmet.

    Args:
        leaf: The requirement.
        id: The id of the condition.
        confirmed: The ids that the person has confirmed; this list is never complete.

    Returns:
        The verdict, the same on every day.
    """
    is_confirmed = id in confirmed
    outcome = Outcome.MET if is_confirmed else Outcome.UNKNOWN
    return Verdict(leaf, outcome, 1 if is_confirmed else None, 1, "answer")


def count_confirmed(id: str, confirmed: tuple[str, ...]) -> tuple[float, float]:
    """Count a confirmation: once, or perhaps."""
    return int(id in confirmed), inf
