"""CSV of `compare`: one row per figure, one column per item compared."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json


def header(data: Json) -> tuple[str, ...]:
    """The header row."""
    return ("fact", "agreement", *(one["id"] for one in data["compared"]))


def rows(data: Json) -> Iterable[tuple[Any, ...]]:
    """Every figure that at least one item has, with its path in the document."""
    columns = [dict(_figures("", one)) for one in data["compared"]]
    paths = dict.fromkeys(path for column in columns for path in column if path != "id")
    groups = {path[:index] for path in paths for index, char in enumerate(path) if char == "."}
    for path in paths:
        if path not in groups:  # null for one item, where another one has figures below it
            yield path, _agreement(path, data), *(column.get(path) for column in columns)


def _agreement(path: str, data: Json) -> str | None:
    head, _, rest = path.partition(".")
    if head == "demand":
        value: str | None = data["demand_agreement"][rest]
        return value
    agrees: str | None = data["agreement"].get(head)
    return agrees


def _figures(path: str, value: Any) -> Iterable[tuple[str, Any]]:
    if path == "demand":
        for one in value:
            yield f"demand.{one['country']}", one["value"]
    elif path in ("entry", "pay", "missing"):
        yield path, _lines(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _figures(f"{path}.{key}" if path else key, part)
    elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
        yield path, [" ".join(str(part) for part in one.values()) for one in value]
    else:
        yield path, value


def _lines(value: Any) -> Any:
    """A tree or a list of records as a single cell of JSON."""
    import json

    return None if value is None else json.dumps(value)
