"""Effort: calendar time needed to close shortfalls.

The figures come from `effort_days` and `degree_days` in data/advice.yaml (our judgement).
"""

from collections.abc import Callable, Iterable
from datetime import date

from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Section
from certadvisor.rules.leaves.registry import kind_of
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
    return total_days(missing, lambda shortfall: effort_days(shortfall, evidence, day))


def total_days(missing: Iterable[Shortfall], days_for: Callable[[Shortfall], float]) -> float:
    """Add up the days of shortfalls: the longest work beside the sum of everything else.

    Args:
        missing: The shortfalls.
        days_for: The calendar days that closing one of them takes.
    """
    experience_days, sequential_days = 0.0, 0.0
    for shortfall in missing:
        days = days_for(shortfall)
        if kind_of(shortfall.leaf).SECTION is Section.WORK:
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
        Calendar days.
    """
    return kind_of(shortfall.leaf).effort_days(shortfall, evidence, day)
