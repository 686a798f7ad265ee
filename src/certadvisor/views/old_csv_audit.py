"""CSV of `audit`: the findings, or a matrix of people by rules."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

FINDINGS = (
    "person", "line", "rule", "severity", "state", "fails", "last_day", "due", "met_from", "text",
)  # fmt: skip
_REJECTED = ("error", "rejected", True)


def header(data: Json) -> tuple[str, ...]:
    """The header row."""
    if "matrix" in data:
        return ("person", *(rule["id"] for rule in data["rules"]))
    return FINDINGS


def rows(data: Json) -> Iterable[tuple[Any, ...]]:
    """One row per finding, expired waiver and rejected row, or in a matrix one per person."""
    if "matrix" in data:
        yield from ((row["person"], *row["states"]) for row in data["matrix"])
        return
    for entry in data["findings"]:
        yield tuple(entry[name] for name in FINDINGS)
    severities = {rule["id"]: rule["severity"] for rule in data["rules"]}
    for entry in data["waivers_ended"]:
        text = f"{entry['by']}: {entry['reason']}"
        severity = severities[entry["rule"]]
        yield (
            entry["person"], None, entry["rule"], severity, "waiver-ended", None, entry["until"],
            None, None, text,
        )  # fmt: skip
    for entry in data["rejects"]:
        for fault in entry["faults"]:
            text = ": ".join(part for part in (fault["place"], fault["problem"]) if part)
            values = (None, *_REJECTED, None, None, None, text)
            yield entry["id"], entry["line"], *values
