"""JSON for dates: causes of change, upcoming changes and months of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from certadvisor.base.months import month_span
from certadvisor.views.json_values import Json, iso, number
from certadvisor.views.words import phrases
from certadvisor.views.words.dates import month

if TYPE_CHECKING:  # imported for types only: most answers have no months to show
    from collections.abc import Iterable

    from certadvisor.catalog.requirement import Leaf
    from certadvisor.profile.model import WorkPeriod
    from certadvisor.rules.experience_breakdown import ExperienceBreakdown, MonthRun, WorkEntry
    from certadvisor.rules.verdict import Cause, UpcomingChange


def cause_json(cause: Cause | None) -> Json | None:
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
        "work": [_period(period) for period in cause.work],
        "certification": cause.certification,
        "last_day": iso(cause.last_day),
        "state": cause.state,
    }


def upcoming_json(upcoming: Iterable[UpcomingChange]) -> list[Json]:
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


def leaf_json(leaf: Leaf) -> Json:
    """A leaf with its parameters, in the same form as in the tree."""
    return {"requirement": phrases.TAGS[type(leaf)], **parameters(leaf)}


def parameters(leaf: Leaf) -> Json:
    """The parameters of a leaf under the keys of the requirement language; no defaults."""
    fields = {key: value for key, value in leaf._asdict().items() if value not in (None, False, ())}
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()
    }


def breakdown_json(breakdown: ExperienceBreakdown) -> Json:
    """How each work entry counts towards a leaf, month by month."""
    return {
        **leaf_json(breakdown.leaf),
        "window": {"from": iso(breakdown.since), "to": iso(breakdown.day)},
        "need": breakdown.need,
        "have": breakdown.have,
        "entries": [_entry(entry) for entry in breakdown.entries],
    }


def _entry(entry: WorkEntry) -> Json:
    return {
        "place": entry.work_index,
        **_period(entry.period),
        "certain": entry.certain,
        "amounts": {unit: number(amount) for unit, amount in entry.amounts.items()},
        "months": [_month_run(run) for run in entry.months],
    }


def _period(period: WorkPeriod) -> Json:
    return {"title": period.title, "start": iso(period.start), "end": iso(period.end)}


def _month_run(run: MonthRun) -> Json:
    return {
        "state": run.state,
        "first": month(month_span(run.first).first),
        "last": month(month_span(run.last).first),
        "count": run.length,
        "under": run.counted_under,
    }
