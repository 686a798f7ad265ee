"""CSV of `profile evidence`: one row per work entry and required kind of work."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

NAMES = (
    "asked",
    "number",
    "title",
    "kinds",
    "start",
    "end",
    "months",
    "hours",
    "person_days",
    "projects",
    "complexity",
    "responsibility",
    "months_overlapping",
    "months_outside",
    "months_uncertain",
)


def rows(found: Json) -> Iterable[tuple[Any, ...]]:
    """The rows, in the order of the document."""
    for work in found["work"]:
        for one in work["entries"]:
            amounts = one["amounts"]
            yield (
                work["kind"],
                one["place"] + 1,
                one["title"],
                one["kinds"],
                one["start"],
                one["end"],
                *(amounts.get(unit) for unit in ("month", "hour", "person_day", "project")),
                one["complexity"],
                one["responsibility"],
                *(
                    sum(run["count"] for run in one["months"] if run["state"] == state)
                    for state in ("overlapping", "outside", "uncertain")
                ),
            )
