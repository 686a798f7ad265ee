"""CSV of `audit`: the findings, or a matrix of people by rules."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

FINDINGS = (
    "person", "line", "rule", "severity", "state", "fails", "last_day", "due", "met_from", "text",
)  # fmt: skip
_REJECTED = ("error", "rejected", True)


def names(found: Json) -> tuple[str, ...]:
    """The header row."""
    if "matrix" in found:
        return ("person", *(rule["id"] for rule in found["rules"]))
    return FINDINGS


def rows(found: Json) -> Iterable[tuple[Any, ...]]:
    """One row per finding, expired waiver and rejected row, or in a matrix one per person."""
    if "matrix" in found:
        yield from ((row["person"], *row["states"]) for row in found["matrix"])
        return
    for one in found["findings"]:
        yield tuple(one[name] for name in FINDINGS)
    severities = {rule["id"]: rule["severity"] for rule in found["rules"]}
    for one in found["waivers_ended"]:
        text = f"{one['by']}: {one['reason']}"
        severity = severities[one["rule"]]
        yield (
            one["person"], None, one["rule"], severity, "waiver-ended", None, one["until"],
            None, None, text,
        )  # fmt: skip
    for one in found["rejects"]:
        for fault in one["faults"]:
            text = ": ".join(part for part in (fault["place"], fault["problem"]) if part)
            told = (None, *_REJECTED, None, None, None, text)
            yield one["id"], one["line"], *told
