"""CSV of `roles --from`: one row per promotion."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

PROMOTION_COLUMNS = (
    "from",
    "to",
    "level",
    "skills",
    "preferred",
    "helpful",
    "kind",
    "months_low",
    "months_high",
    "months_had",
    "degree",
    "country",
    "currency",
    "pay_before",
    "pay_after",
)


def promotion_rows(data: Json) -> Iterable[tuple[Any, ...]]:
    """One row per promotion and country for which a single source has both pay figures."""
    for step in data["steps"]:
        experience = step["experience"] or {}
        for pay in step["pay"] or [{}]:
            yield (
                step["from"],
                step["to"],
                step["level"],
                *(
                    [one["id"] for one in step[key] if one["new"]]
                    for key in ("skills", "preferred", "helpful")
                ),
                *(experience.get(key) for key in ("kind", "low", "high", "have")),
                (step["degree"] or {}).get("level"),
                pay.get("country"),
                pay.get("currency"),
                _figure(pay.get("before")),
                _figure(pay.get("after")),
            )


def _figure(numbers: list[float] | None) -> str | None:
    return " to ".join(str(number) for number in numbers) if numbers else None
