"""The eligibility dates of the recommended certifications, with their causes."""

from collections.abc import Iterable
from datetime import date

from certadvisor.advice.recommend.recommendations import (
    EligibilityDates,
    Reachability,
    Recommendation,
)
from certadvisor.rules.eligibility import Timeline


def eligibility_dates(
    recommendations: Iterable[Recommendation], timeline: Timeline, until: date
) -> tuple[EligibilityDates, ...]:
    """The dates of those whose eligibility starts or ends by time alone.

    `soon` is true where eligibility ends on or before `until`.
    """
    dates = []
    for recommendation in recommendations:
        if recommendation.reach not in (Reachability.NOW, Reachability.ON_DATE):
            continue
        eligible = timeline.eligibility(recommendation.certification)
        if eligible.since is None or (eligible.until is None and eligible.from_cause is None):
            continue
        soon = eligible.until is not None and eligible.until <= until
        dates.append(
            EligibilityDates(
                recommendation.certification.id,
                eligible.since,
                eligible.until,
                eligible.from_cause,
                eligible.until_cause,
                soon,
            )
        )
    return tuple(dates)
