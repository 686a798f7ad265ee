"""Results of a batch, one line per person: JSON Lines or the rows of one CSV."""

import json
from collections.abc import Iterable
from typing import Any

from certadvisor.views.documents import document
from certadvisor.views.formats import BatchFormat
from certadvisor.views.json_values import Json
from certadvisor.views.reports import RejectReport, StandingReport
from certadvisor.views.writers.csv_cells import table

_NAMES = ("id", "line", "target_role", "met", "unknown", "warnings")
_OF_EACH = ("recommendation", "score", "reach", "eligible_from", "cost", "currency")


def heading(format: str, top: int) -> str:
    """The header of a CSV with `top` recommendations per person; empty for JSON Lines."""
    if format == BatchFormat.JSONL:
        return ""
    ranked = (f"{name}_{rank}" for rank in range(1, top + 1) for name in _OF_EACH)
    return table([(*_NAMES, *ranked)])


def lines(reports: Iterable[StandingReport], format: str, top: int) -> str:
    """One line per person."""
    found = map(document, reports)
    if format == BatchFormat.JSONL:
        return "".join(map(json_line, found))
    return table(_row(one, top) for one in found)


def reject_line(report: RejectReport) -> str:
    """A rejected row as JSON."""
    return json_line(document(report))


def json_line(found: Json) -> str:
    """A document on one line, in ASCII so that no value can control a terminal."""
    return json.dumps(found, separators=(",", ":")) + "\n"


def _row(found: Json, top: int) -> list[Any]:
    outcomes = found["outcomes"].items()
    met, unknown = ([id for id, got in outcomes if got == one] for one in ("met", "unknown"))
    row = [found["id"], found["line"], found["target_role"], met, unknown, found["warnings"]]
    for one in found["recommendations"]:
        cost = one["cost"] or {"amount": None, "currency": None}
        row += (one["certification"], one["score"], one["reach"], one["eligible_from"])
        row += (cost["amount"], cost["currency"])
    return row + [None] * (len(_NAMES) + top * len(_OF_EACH) - len(row))
