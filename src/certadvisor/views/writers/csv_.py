"""Reports as CSV: one flat table each, with cells that are safe to open in a spreadsheet."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from certadvisor.views.documents import document
from certadvisor.views.json_values import Json
from certadvisor.views.reports import Look, Report
from certadvisor.views.words import phrases
from certadvisor.views.writers import (
    csv_audit,
    csv_compare,
    csv_evidence,
    csv_people,
    csv_plan,
    csv_renew,
    csv_ways,
)
from certadvisor.views.writers.csv_cells import table


def render(report: Report, _: Look) -> str:
    """The report's table with a header row."""
    found = document(report)
    names, rows = next(made for key, made in _TABLES.items() if key in found)
    return table([names(found) if callable(names) else names, *rows(found)])


def _money(value: Json | None) -> tuple[Any, Any]:
    return (value["amount"], value["currency"]) if value else (None, None)


def _missing(shortfalls: Iterable[Json]) -> list[str]:
    told = []
    for one in shortfalls:
        subject = [
            value if isinstance(value, str) else " or ".join(value)
            for key, value in one.items()
            if key not in ("requirement", "amount", "unit")
        ]
        told.append(f"{phrases.number(one['amount'])} {one['unit']} {' '.join(subject)}".strip())
    return told


def _check(found: Json) -> Iterable[tuple[Any, ...]]:
    rule = found["rule"] or {}
    yield (
        found["certification"],
        found["as_of"],
        found["outcome"],
        found.get("award"),
        found["held"],
        found["obtainable"],
        found["eligible_from"],
        found["eligible_until"],
        found["until_reason"],
        rule.get("from"),
        _missing(found["missing"]),
        [one["text"] for one in found["questions"]],
    )


def _advice(found: Json) -> Iterable[tuple[Any, ...]]:
    for one in found["recommendations"]:
        yield (
            one["rank"],
            one["certification"],
            one["score"],
            one["outcome"],
            one["reach"],
            one["eligible_from"],
            *_money(one["cost"]),
            one["equivalents"],
            _missing(one["missing"]),
            one["reasons"],
        )
    for one in found["later"]:
        yield (
            None,
            one["certification"],
            None,
            None,
            "later",
            one["eligible_from"],
            None,
            None,
            None,
            _missing(one["missing"]),
            None,
        )


def _list(found: Json) -> Iterable[tuple[Any, ...]]:
    for one in found["certifications"]:
        yield (
            one["id"],
            one["name"],
            one["issuer"],
            one["levels"],
            one["status"],
            *_money(one["cost"]),
        )


def _map(found: Json) -> Iterable[tuple[Any, ...]]:
    for one in found["certifications"]:
        rule = [
            link["from"]
            for link in found["links"]
            if link["kind"] == "entry_rule" and link["to"] == one["id"]
        ]
        yield (
            one["id"],
            one["name"],
            one["issuer"],
            one["field"],
            one["level"],
            one["status"],
            one["state"],
            one["reachable_from"],
            _missing(one["missing"]),
            one["preferred"],
            *_money(one["cost"]),
            rule,
        )


def _show(found: Json) -> Iterable[tuple[Any, ...]]:
    yield from _flat("", found["record"] or {"candidates": found["candidates"]})


def _flat(path: str, value: Any) -> Iterable[tuple[str, Any]]:
    """Every leaf value of a record with its path: `exam.minutes`, `costs[0].currency`."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _flat(f"{path}.{key}" if path else key, part)
    elif isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
        for index, part in enumerate(value):
            yield from _flat(f"{path}[{index}]", part)
    else:
        yield path, value


def _roles(found: Json) -> Iterable[tuple[Any, ...]]:
    for level in found["levels"]:
        for role in level["roles"]:
            pay: Json = next(iter(role["pay"]), {})
            yield (
                level["id"],
                role["id"],
                role["title"],
                role["kinds"],
                pay.get("country"),
                pay.get("currency"),
                pay.get("low"),
                pay.get("median"),
                pay.get("high"),
                role["preferred"],
                role["helpful"],
                role["next_roles"],
            )


def _findings(found: Json) -> Iterable[tuple[Any, ...]]:
    for one in found["findings"]:
        yield tuple(one.values())


def _profile(found: Json) -> Iterable[tuple[Any, ...]]:
    for one in found["findings"]:
        yield one["severity"], one["place"], one["problem"], one["remedy"]
    for name in found["not_told"]:
        yield "not told", name, "", ""
    for gap in found["told_in_part"]:
        yield "told in part", gap["path"], gap["about"], ""
    for about in ("questions", "assumptions"):
        for one in found[about]:
            yield about.removesuffix("s"), one["subject"], one["text"], ""


def _failures(found: Json) -> Iterable[tuple[Any, ...]]:
    for one in found["failures"]:
        for part in one["differences"]:
            said = json.dumps(part["expected"]), json.dumps(part["judged"])
            yield one["file"], one["line"], one["certification"], one["id"], part["key"], *said


def _stale(found: Json) -> Iterable[tuple[Any, ...]]:
    for one in found["stale"]:
        yield tuple(one.values())


def _changes(found: Json) -> Iterable[tuple[Any, ...]]:
    for one in found["changes"]:
        yield one["collection"], one["id"], one["what"], one["on"], one["text"]


_Names = tuple[str, ...] | Callable[[Json], tuple[str, ...]]
_TABLES: dict[str, tuple[_Names, Callable[[Json], Iterable[tuple[Any, ...]]]]] = {
    "agreement": (csv_compare.names, csv_compare.rows),
    "fail_on": (csv_audit.names, csv_audit.rows),
    "rejects": (csv_people.NAMES, csv_people.rows),
    "unpriced": (csv_renew.NAMES, csv_renew.rows),
    "nearest": (csv_plan.COLUMNS, csv_plan.rows),
    "ways": (csv_ways.WAYS, csv_ways.rows_of_ways),
    "checklist": (csv_ways.STEPS, csv_ways.rows_of_steps),
    "left_out": (csv_evidence.NAMES, csv_evidence.rows),
    "outcome": (
        (
            "certification",
            "as_of",
            "outcome",
            "award",
            "held",
            "obtainable",
            "eligible_from",
            "eligible_until",
            "until_reason",
            "rule_from",
            "missing",
            "questions",
        ),
        _check,
    ),
    "recommendations": (
        (
            "rank",
            "certification",
            "score",
            "outcome",
            "reach",
            "eligible_from",
            "cost",
            "currency",
            "equivalents",
            "missing",
            "reasons",
        ),
        _advice,
    ),
    "links": (
        (
            "id",
            "name",
            "issuer",
            "field",
            "level",
            "status",
            "state",
            "reachable_from",
            "missing",
            "preferred",
            "cost",
            "currency",
            "asks_for",
        ),
        _map,
    ),
    "certifications": (
        ("id", "name", "issuer", "levels", "status", "cost", "currency"),
        _list,
    ),
    "record": (("path", "value"), _show),
    "levels": (
        (
            "level",
            "id",
            "title",
            "kinds",
            "country",
            "currency",
            "low",
            "median",
            "high",
            "preferred",
            "helpful",
            "next_roles",
        ),
        _roles,
    ),
    "not_told": (("about", "place", "text", "remedy"), _profile),
    "failures": (
        ("file", "line", "certification", "id", "key", "expected", "judged"),
        _failures,
    ),
    "stale": (
        ("reason", "collection", "id", "what", "on", "confidence", "sources"),
        _stale,
    ),
    "changes": (("collection", "id", "what", "on", "text"), _changes),
    "severities": (
        ("severity", "code", "file", "line", "place", "problem", "remedy"),
        _findings,
    ),
}  # keyed by a top-level key that only this document has
