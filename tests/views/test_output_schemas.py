"""Schemas made from typed documents say what the hand-written ones say."""

import json
from pathlib import Path
from typing import Any

import pytest

from certadvisor.views.answers import (
    batch,
    batch_rejects,
    catalog_check,
    catalog_diff,
    catalog_stale,
    catalog_test,
    check,
    list_,
    people_check,
)
from certadvisor.views.answers.audit import document as audit
from certadvisor.views.answers.team import document as team
from certadvisor.views.json_schema import schema_of

FILES = Path(__file__).parents[2] / "schemas" / "output"
DOCUMENTS: dict[str, type] = {
    "check": check.CheckDocument,
    "list": list_.ListDocument,
    "people-check": people_check.PeopleCheckDocument,
    "audit": audit.AuditDocument,
    "catalog-check": catalog_check.CatalogCheckDocument,
    "catalog-test": catalog_test.CatalogTestDocument,
    "catalog-stale": catalog_stale.CatalogStaleDocument,
    "catalog-diff": catalog_diff.CatalogDiffDocument,
    "team": team.TeamDocument,
    "batch": batch.BatchDocument,
    "batch-rejects": batch_rejects.RejectDocument,
}


def meaning(  # noqa: C901  one case for each keyword
    schema: Any, root: dict[str, Any], seen: tuple[str, ...] = ()
) -> Any:
    """A schema in one spelling: references followed, alternatives and lists without an order."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", maxsplit=1)[1]
        if name in seen:
            return f"again {len(seen) - seen.index(name)}"
        return meaning(root["$defs"][name], root, (*seen, name))
    kinds = schema.get("type")
    if isinstance(kinds, list):
        rest = {key: value for key, value in schema.items() if key != "type"}
        schema = {"anyOf": [{**(rest if kind != "null" else {}), "type": kind} for kind in kinds]}
    if "anyOf" in schema:
        parts = [meaning(part, root, seen) for part in schema["anyOf"]]
        flat = [one for part in parts for one in (part[1] if part[0] == "any" else [part])]
        return "any", sorted(flat, key=repr)
    if "enum" in schema or "const" in schema:
        words = schema.get("enum", [schema.get("const")])
        options = [("word", word) for word in words if word is not None]
        options += [("word", None)] if None in words else []
        return ("any", sorted(options, key=repr)) if len(options) > 1 else options[0]
    if kinds == "null":
        return ("word", None)
    result: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("title", "description", "$schema", "$defs"):
            continue
        if key == "properties":
            result[key] = {name: meaning(part, root, seen) for name, part in value.items()}
        elif key in ("items", "propertyNames") or (
            key == "additionalProperties" and isinstance(value, dict)
        ):
            result[key] = meaning(value, root, seen)
        elif key == "required":
            result[key] = sorted(value)
        else:
            result[key] = value
    return "schema", sorted(result.items())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_made_of_a_typed_document_means_what_the_written_one_does(name: str) -> None:
    """Key by key, type by type; descriptions and the names of definitions may differ."""
    written = json.loads((FILES / f"{name}.schema.json").read_text("utf-8"))
    made = schema_of(DOCUMENTS[name], written["title"])
    assert dict(meaning(made, made)[1]) == dict(meaning(written, written)[1])
