"""Schemas made from typed documents say what the hand-written ones say."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from certadvisor.views import answers
from certadvisor.views.output_schemas import DOCUMENTS, output_schema, write_output_schemas

ANSWERS = Path(answers.__file__).parent
FILES = Path(__file__).parents[2] / "schemas" / "output"


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
            parts = sorted(value.items())
            result[key] = {name: meaning(part, root, seen) for name, part in parts}
        elif key in ("items", "propertyNames") or (
            key == "additionalProperties" and isinstance(value, dict)
        ):
            result[key] = meaning(value, root, seen)
        elif key == "required":
            result[key] = sorted(value)
        else:
            result[key] = value
    return "schema", sorted(result.items())


def test_every_document_has_a_schema() -> None:
    """A new answer's document is added to `DOCUMENTS` in `views/output_schemas.py`."""
    heads = {
        node.name
        for file in ANSWERS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and "Head" in map(ast.unparse, node.bases)
    }
    assert len(heads) > 15
    assert heads <= {document.__name__ for document in DOCUMENTS.values()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_made_of_a_typed_document_means_what_the_written_one_does(name: str) -> None:
    """Key by key, type by type; descriptions and the names of definitions may differ."""
    written = json.loads((FILES / f"{name}.schema.json").read_text("utf-8"))
    made = output_schema(name)
    assert made["title"] == written["title"]
    assert dict(meaning(made, made)[1]) == dict(meaning(written, written)[1])


def test_the_shipped_schemas_are_those_that_make_schemas_writes(tmp_path: Path) -> None:
    """Byte for byte: run it after a change of a document or of its comments."""
    write_output_schemas(tmp_path)
    written = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert sorted(written) == sorted(f"{name}.schema.json" for name in DOCUMENTS)
    assert written == {name: (FILES / name).read_text("utf-8") for name in written}
