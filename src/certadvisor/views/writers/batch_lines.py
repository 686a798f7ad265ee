"""Results of a batch, one line per person: JSON Lines or the rows of one CSV."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from certadvisor.views.formats import Format, UnsupportedFormatError
from certadvisor.views.json_values import Json
from certadvisor.views.report_registry import document_of
from certadvisor.views.reports import RejectReport, StandingReport
from certadvisor.views.writers.csv_cells import csv_text

_NAMES = ("id", "line", "target_role", "met", "unknown", "warnings")
_RECOMMENDATION_COLUMNS = ("recommendation", "score", "reach", "eligible_from", "cost", "currency")


def csv_header(format: Format, top: int) -> str:
    """The header of a CSV with `top` recommendations per person; empty for JSON Lines."""
    if format is Format.JSONL:
        return ""
    ranked = (f"{name}_{rank}" for rank in range(1, top + 1) for name in _RECOMMENDATION_COLUMNS)
    return csv_text([(*_NAMES, *ranked)])


def render_lines(reports: Iterable[StandingReport], format: Format, top: int) -> str:
    """One line per person, as JSON Lines or CSV. Raises UnsupportedFormatError for another one."""
    documents = map(document_of, reports)
    if format is Format.JSONL:
        return "".join(map(json_line, documents))
    if format is Format.CSV:
        return csv_text(_row(data, top) for data in documents)
    raise UnsupportedFormatError(format)


def reject_line(report: RejectReport) -> str:
    """A rejected row as JSON."""
    return json_line(document_of(report))


def json_line(data: Mapping[str, Any]) -> str:
    """A document on one line, in ASCII so that no value can control a terminal."""
    return json.dumps(data, separators=(",", ":")) + "\n"


def _row(data: Json, top: int) -> list[Any]:
    outcomes = data["outcomes"].items()
    met, unknown = (
        [id for id, value in outcomes if value == outcome] for outcome in ("met", "unknown")
    )
    row = [data["id"], data["line"], data["target_role"], met, unknown, data["warnings"]]
    for entry in data["recommendations"]:
        cost = entry["cost"] or {"amount": None, "currency": None}
        row += (entry["certification"], entry["score"], entry["reach"], entry["eligible_from"])
        row += (cost["amount"], cost["currency"])
    return row + [None] * (len(_NAMES) + top * len(_RECOMMENDATION_COLUMNS) - len(row))
