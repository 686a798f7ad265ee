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


def rows(data: Json) -> Iterable[tuple[Any, ...]]:
    """The rows, in the order of the document."""
    for work in data["work"]:
        for entry in work["entries"]:
            amounts = entry["amounts"]
            yield (
                work["kind"],
                entry["place"] + 1,
                entry["title"],
                entry["kinds"],
                entry["start"],
                entry["end"],
                *(amounts.get(unit) for unit in ("month", "hour", "person_day", "project")),
                entry["complexity"],
                entry["responsibility"],
                *(
                    sum(run["count"] for run in entry["months"] if run["state"] == state)
                    for state in ("overlapping", "outside", "uncertain")
                ),
            )
