"""CSV of `people check`: one line per row of the table, and one per fault."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

NAMES = (
    "line", "id", "readable", "title", "role", "level", "country", "tags", "joined", "promoted",
    "degree", "months", "certifications", "not_told", "place", "problem", "remedy", "file",
)  # fmt: skip
_FAULT = ("place", "problem", "remedy", "file")
_PROFILE_COLUMNS = NAMES[3:11]


def rows(data: Json) -> Iterable[tuple[Any, ...]]:
    """The first rows as read, each followed by its warnings, then the rejected rows."""
    for row in data["first"]:
        months = [f"{part['kind']}={part['months']}" for part in row["months"] or ()]
        values = (
            *(row[key] for key in _PROFILE_COLUMNS),
            months,
            row["certifications"],
            row["not_told"],
        )
        yield (row["line"], row["id"], True, *values, *((None,) * len(_FAULT)))
        yield from _faults(row, row["warnings"], readable=True)
    for row in data["rejects"]:
        yield from _faults(row, row["faults"], readable=False)


def _faults(row: Json, faults: list[Json], *, readable: bool) -> Iterable[tuple[Any, ...]]:
    blanks = (None,) * (len(NAMES) - len(("line", "id", "readable", *_FAULT)))
    for fault in faults:
        yield (row["line"], row["id"], readable, *blanks, *(fault[key] for key in _FAULT))
