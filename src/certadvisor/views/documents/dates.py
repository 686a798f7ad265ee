"""JSON for dates: causes of change, upcoming changes and months of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from certadvisor.base.months import month_of
from certadvisor.views.json_values import Json, iso, number
from certadvisor.views.words import phrases
from certadvisor.views.words.dates import month

if TYPE_CHECKING:  # imported for types only: most answers have no months to show
    from collections.abc import Iterable

    from certadvisor.catalog.requirement import Leaf
    from certadvisor.profile.model import WorkPeriod
    from certadvisor.rules.experience_breakdown import Entry, Months, Tally
    from certadvisor.rules.verdict import Cause, Coming


def cause(found: Cause | None) -> Json | None:
    """Why eligibility starts or ends, and the evidence that causes it."""
    if found is None:
        return None
    return {
        "reason": found.reason,
        "on": iso(found.on),
        "requirement": requirement(found.leaf) if found.leaf else None,
        "months": (
            {"first": month(found.days.first), "last": month(found.days.last)}
            if found.days
            else None
        ),
        "work": [_named(period) for period in found.work],
        "certification": found.certification,
        "last_day": iso(found.last_day),
        "state": found.state,
    }


def coming(found: Iterable[Coming]) -> list[Json]:
    """Upcoming changes of the rule or of the status, in the order given."""
    return [
        {
            "on": iso(one.on),
            "event": one.event,
            "outcome": one.outcome.value if one.outcome else None,
            "state": one.state,
        }
        for one in found
    ]


def requirement(leaf: Leaf) -> Json:
    """A leaf with its parameters, in the same form as in the tree."""
    return {"requirement": phrases.TAGS[type(leaf)], **parameters(leaf)}


def parameters(leaf: Leaf) -> Json:
    """The parameters of a leaf under the keys of the requirement language; no defaults."""
    given = {key: value for key, value in leaf._asdict().items() if value not in (None, False, ())}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in given.items()}


def tally(found: Tally) -> Json:
    """How each work entry counts towards a leaf, month by month."""
    return {
        **requirement(found.leaf),
        "window": {"from": iso(found.since), "to": iso(found.day)},
        "need": found.need,
        "have": found.have,
        "entries": [_entry(entry) for entry in found.entries],
    }


def _entry(entry: Entry) -> Json:
    return {
        "place": entry.place,
        **_named(entry.period),
        "certain": entry.certain,
        "amounts": {unit: number(amount) for unit, amount in entry.amounts.items()},
        "months": [_months(run) for run in entry.months],
    }


def _named(period: WorkPeriod) -> Json:
    return {"title": period.title, "start": iso(period.start), "end": iso(period.end)}


def _months(run: Months) -> Json:
    return {
        "state": run.state,
        "first": month(month_of(run.first).first),
        "last": month(month_of(run.last).first),
        "count": run.length,
        "under": run.under,
    }
