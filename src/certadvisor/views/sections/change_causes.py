"""Why eligibility begins or ends, and what is known to change: as data."""

from collections.abc import Iterable
from typing import Annotated, TypedDict

from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.verdict import Cause, UpcomingChange
from certadvisor.views.document_types import Allowed, Day, Month, OutcomeWord, StatusWord
from certadvisor.views.json_values import iso
from certadvisor.views.sections.judgement import LeafJson, leaf_json
from certadvisor.views.words.dates import month

UntilReason = Annotated[str, Allowed(words=("window", "lapse", "rule", "retirement"))]


class MonthSpan(TypedDict):
    """The first and the last of some months."""

    first: Month
    last: Month


class PeriodJson(TypedDict):
    """A work entry by its title and days."""

    title: str | None
    start: Day | None
    end: Day | None


class CauseJson(TypedDict):
    """Why eligibility begins or ends on a day: the requirement gained or lost, and by what."""

    reason: Annotated[
        str,
        Allowed(
            words=(
                "experience",
                "training",
                "degree",
                "holds",
                "rule",
                "opening",
                "window",
                "lapse",
                "retirement",
            )
        ),
    ]
    on: Day
    requirement: LeafJson | None
    months: MonthSpan | None
    work: list[PeriodJson]
    certification: str | None
    last_day: Day | None
    state: StatusWord | None


class UpcomingJson(TypedDict):
    """A rule version known to come, with its outcome if nothing changes but time; or a status."""

    on: Day
    event: Annotated[str, Allowed(words=("rule", "status"))]
    outcome: OutcomeWord | None
    state: StatusWord | None


def cause_json(cause: Cause | None) -> CauseJson | None:
    """Why eligibility starts or ends, and the evidence that causes it."""
    if cause is None:
        return None
    return {
        "reason": cause.reason,
        "on": iso(cause.on),
        "requirement": leaf_json(cause.leaf) if cause.leaf else None,
        "months": (
            {"first": month(cause.days.first), "last": month(cause.days.last)}
            if cause.days
            else None
        ),
        "work": [period_json(period) for period in cause.work],
        "certification": cause.certification,
        "last_day": iso(cause.last_day),
        "state": cause.state,
    }


def upcoming_json(upcoming: Iterable[UpcomingChange]) -> list[UpcomingJson]:
    """Upcoming changes of the rule or of the status, in the order given."""
    return [
        {
            "on": iso(change.on),
            "event": change.event,
            "outcome": change.outcome.value if change.outcome else None,
            "state": change.state,
        }
        for change in upcoming
    ]


def period_json(period: WorkPeriod) -> PeriodJson:
    """A work entry by its title and days."""
    return {"title": period.title, "start": iso(period.start), "end": iso(period.end)}
