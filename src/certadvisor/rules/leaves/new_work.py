"""Work that a person does not do yet: what a profile would be if they started it."""

from collections.abc import Iterable
from datetime import date

from certadvisor.base.months import months_after
from certadvisor.catalog.requirement import COMPLEXITIES, Experience, Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.leaves.experience_sums import least_if_given

FULL_TIME_HOURS = 40  # hours a week of work that has not started yet


def next_month(day: date) -> date:
    """Return the first day of the month after a day's."""
    return months_after(day.replace(day=1), 1)


def with_new_work(evidence: Evidence, leaves: Iterable[Leaf], start: date) -> Evidence | None:
    """Return the evidence as if one job that counts for all these leaves started on a day.

    Args:
        evidence: The person's evidence.
        leaves: What the job is to count for.
        start: The first day of the job.

    Returns:
        The evidence with the job: full time where hours of one of the leaves are judged, of the
        highest complexity and responsibility that any of them asks for. None if one of them is
        a leaf that no work meets, or if there is none.
    """
    required = tuple(leaves)
    asked = [leaf for leaf in required if isinstance(leaf, Experience)]
    if not asked or len(asked) < len(required):
        return None
    responsibilities = evidence.catalog.responsibilities
    asks_hours = any(_asks_hours(leaf, evidence) for leaf in asked)
    work = WorkPeriod(
        evidence.catalog.kinds_of(sorted({leaf.kind for leaf in asked})),
        start=start,
        hours_per_week=FULL_TIME_HOURS if asks_hours else None,
        complexity=_highest((leaf.complexity for leaf in asked), COMPLEXITIES),
        responsibility=_highest((leaf.responsibility for leaf in asked), responsibilities),
    )
    profile = evidence.profile
    return Evidence(
        profile._replace(work=(*(profile.work or ()), work)), evidence.catalog, evidence.as_of
    )


def _asks_hours(leaf: Experience, evidence: Evidence) -> bool:
    """Return whether hours are judged: they stand alone, or beside months and work gives them."""
    if leaf.months is None:
        return True
    is_given = least_if_given(leaf, "hour", evidence, evidence.as_of) is not None
    return leaf.hours is not None and is_given


def _highest(grades: Iterable[str | None], scale: tuple[str, ...]) -> str | None:
    """Return the last of some grades on a scale; one that is not on it comes before all others."""
    given = [grade for grade in grades if grade is not None]
    return max(given, key=lambda grade: scale.index(grade) if grade in scale else -1, default=None)
