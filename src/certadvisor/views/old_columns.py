"""Columns of the answers that are not one file yet; goes when the last of them is."""

from collections.abc import Callable, Iterable
from typing import Any

from certadvisor.views import old_csv_compare as csv_compare
from certadvisor.views import old_csv_evidence as csv_evidence
from certadvisor.views import old_csv_plan as csv_plan
from certadvisor.views import old_csv_renew as csv_renew
from certadvisor.views import old_csv_ways as csv_ways
from certadvisor.views.json_values import Json
from certadvisor.views.words import phrases


def columns_of(data: Json) -> tuple[tuple[str, ...], Iterable[tuple[Any, ...]]]:
    """The header and the rows of a document."""
    header, rows = next(spec for key, spec in _TABLES.items() if key in data)
    return (header(data) if callable(header) else header), rows(data)


def _money(value: Json | None) -> tuple[Any, Any]:
    return (value["amount"], value["currency"]) if value else (None, None)


def _missing(shortfalls: Iterable[Json]) -> list[str]:
    texts = []
    for shortfall in shortfalls:
        subject = [
            value if isinstance(value, str) else " or ".join(value)
            for key, value in shortfall.items()
            if key not in ("requirement", "amount", "unit")
        ]
        texts.append(
            f"{phrases.number(shortfall['amount'])} {shortfall['unit']} {' '.join(subject)}".strip()
        )
    return texts


def _advice(data: Json) -> Iterable[tuple[Any, ...]]:
    for entry in data["recommendations"]:
        yield (
            entry["rank"],
            entry["certification"],
            entry["score"],
            entry["outcome"],
            entry["reach"],
            entry["eligible_from"],
            *_money(entry["cost"]),
            entry["equivalents"],
            _missing(entry["missing"]),
            entry["reasons"],
        )
    for entry in data["later"]:
        yield (
            None,
            entry["certification"],
            None,
            None,
            "later",
            entry["eligible_from"],
            None,
            None,
            None,
            _missing(entry["missing"]),
            None,
        )


def _map(data: Json) -> Iterable[tuple[Any, ...]]:
    for certification in data["certifications"]:
        rule = [
            link["from"]
            for link in data["links"]
            if link["kind"] == "entry_rule" and link["to"] == certification["id"]
        ]
        yield (
            certification["id"],
            certification["name"],
            certification["issuer"],
            certification["field"],
            certification["level"],
            certification["status"],
            certification["state"],
            certification["reachable_from"],
            _missing(certification["missing"]),
            certification["preferred"],
            *_money(certification["cost"]),
            rule,
        )


def _show(data: Json) -> Iterable[tuple[Any, ...]]:
    yield from _flat("", data["record"] or {"candidates": data["candidates"]})


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


def _roles(data: Json) -> Iterable[tuple[Any, ...]]:
    for level in data["levels"]:
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


def _profile(data: Json) -> Iterable[tuple[Any, ...]]:
    for entry in data["findings"]:
        yield entry["severity"], entry["place"], entry["problem"], entry["remedy"]
    for name in data["not_told"]:
        yield "not told", name, "", ""
    for gap in data["told_in_part"]:
        yield "told in part", gap["path"], gap["about"], ""
    for about in ("questions", "assumptions"):
        for entry in data[about]:
            yield about.removesuffix("s"), entry["subject"], entry["text"], ""


_Names = tuple[str, ...] | Callable[[Json], tuple[str, ...]]
_TABLES: dict[str, tuple[_Names, Callable[[Json], Iterable[tuple[Any, ...]]]]] = {
    "agreement": (csv_compare.header, csv_compare.rows),
    "unpriced": (csv_renew.NAMES, csv_renew.rows),
    "nearest": (csv_plan.COLUMNS, csv_plan.rows),
    "ways": (csv_ways.PROMOTION_COLUMNS, csv_ways.promotion_rows),
    "checklist": (csv_ways.CHECKLIST_COLUMNS, csv_ways.checklist_rows),
    "left_out": (csv_evidence.NAMES, csv_evidence.rows),
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
}  # keyed by a top-level key that only this document has
