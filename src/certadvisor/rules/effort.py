"""Effort: calendar time needed to close shortfalls.

The figures come from `effort_days` and `degree_days` in data/advice.yaml (our judgement).
"""

from collections.abc import Iterable
from datetime import date

from certadvisor.catalog.requirement import DEGREES, Degree, Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves.degree import highest_level
from certadvisor.rules.verdict import Shortfall


def total_effort_days(missing: Iterable[Shortfall], evidence: Evidence, day: date) -> float:
    """Estimate the calendar days needed to close all shortfalls.

    Experience accumulates at work, in parallel with everything else; the rest is done one
    thing after another.

    Args:
        missing: The shortfalls.
        evidence: The person's evidence.
        day: The day that the shortfalls were judged for.

    Returns:
        Calendar days; 0 where nothing is missing.
    """
    experience_days, sequential_days = 0.0, 0.0
    for shortfall in missing:
        days = effort_days(shortfall, evidence, day)
        if isinstance(shortfall.leaf, Experience):
            experience_days = max(experience_days, days)
        else:
            sequential_days += days
    return max(experience_days, sequential_days)


def effort_days(shortfall: Shortfall, evidence: Evidence, day: date) -> float:
    """Estimate the calendar days needed to close one shortfall while working in a job.

    Args:
        shortfall: The shortfall.
        evidence: The person's evidence.
        day: The day that the shortfall was judged for.

    Returns:
        Calendar days. A degree takes the difference between the level required and the
        highest one the person has; where the level itself is high enough (the field or the
        accreditation is wrong), it takes the flat figure for a degree.
    """
    table = evidence.catalog.tables.effort_days
    leaf = shortfall.leaf
    if isinstance(leaf, Degree):
        degree_days = evidence.catalog.tables.degree_days
        current, required = DEGREES.index(highest_level(evidence, day)), DEGREES.index(leaf.degree)
        return (
            degree_days[required] - degree_days[current] if required > current else table["degree"]
        )
    unit = f"experience_{shortfall.unit}" if isinstance(leaf, Experience) else shortfall.unit
    return shortfall.amount * table[unit]
