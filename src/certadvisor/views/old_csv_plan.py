"""CSV of `plan`: one row per step."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

COLUMNS = (
    "status",
    "kind",
    "subject",
    "serves",
    "from",
    "to",
    "hours",
    "hours_estimated",
    "cost_low",
    "cost",
    "cost_high",
    "currency",
    "cost_estimated",
    "text",
)


def rows(data: Json) -> Iterable[tuple[Any, ...]]:
    """The steps of the plan, or of the nearest plan if none meets the limits."""
    for step in (data["plan"] or data["nearest"] or {"steps": ()})["steps"]:
        hours, cost = step["hours"] or {}, step["cost"] or {}
        yield (
            data["status"],
            step["kind"],
            step["subject"],
            step["serves"],
            step["from"],
            step["to"],
            hours.get("likely"),
            hours.get("estimated"),
            *(cost.get(key) for key in ("low", "likely", "high", "currency", "estimated")),
            step["text"],
        )
