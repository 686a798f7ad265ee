"""Leaves that look up one id in a list of the profile: what they have in common."""

from math import inf

from certadvisor.catalog.requirement import Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Section
from certadvisor.rules.outcome import Outcome, judge_amount
from certadvisor.rules.verdict import Verdict


def judge_listed(
    leaf: Leaf, id: str, ids: tuple[str, ...] | None, section: Section, evidence: Evidence
) -> Verdict:
    """Judge whether an id is on a list of the profile.

    Args:
        leaf: The requirement.
        id: The id to look up.
        ids: The list; None where the profile does not give it.
        section: The section that the list is.
        evidence: The person's evidence.

    Returns:
        The verdict, the same on every day; unknown where the id is not on a list that may lack
        it.
    """
    unit = _UNITS[section]
    count, possible = count_listed(id, ids, section, evidence)
    outcome = judge_amount(1, count, possible)
    return Verdict(leaf, outcome, None if outcome is Outcome.UNKNOWN else int(count), 1, unit)


_UNITS = {Section.COURSES: "course", Section.MEMBERSHIPS: "membership"}


def count_listed(
    id: str, ids: tuple[str, ...] | None, section: Section, evidence: Evidence
) -> tuple[float, float]:
    """Count an id on such a list: once or not at all; perhaps, where the list may lack it."""
    if ids is not None and id in ids:
        return 1, 1
    return 0, 0 if evidence.is_complete(section) else inf


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
