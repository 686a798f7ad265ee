"""CSV of `people check`: one line per row of the table, and one per fault."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

NAMES = (
    "line", "id", "readable", "title", "role", "level", "country", "tags", "joined", "promoted",
    "degree", "months", "certifications", "not_told", "place", "problem", "remedy", "file",
)  # fmt: skip
_FAULT = ("place", "problem", "remedy", "file")
_TOLD = NAMES[3:11]


def rows(found: Json) -> Iterable[tuple[Any, ...]]:
    """The first rows as read, each followed by its warnings, then the rejected rows."""
    for one in found["first"]:
        months = [f"{part['kind']}={part['months']}" for part in one["months"] or ()]
        told = (*(one[key] for key in _TOLD), months, one["certifications"], one["not_told"])
        yield (one["line"], one["id"], True, *told, *((None,) * len(_FAULT)))
        yield from _faults(one, one["warnings"], readable=True)
    for one in found["rejects"]:
        yield from _faults(one, one["faults"], readable=False)


def _faults(one: Json, faults: list[Json], *, readable: bool) -> Iterable[tuple[Any, ...]]:
    untold = (None,) * (len(NAMES) - len(("line", "id", "readable", *_FAULT)))
    for fault in faults:
        yield (one["line"], one["id"], readable, *untold, *(fault[key] for key in _FAULT))
