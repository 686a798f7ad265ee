"""Every JSON document is valid under the schema shipped for it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sample_answers import ANSWERS

from certadvisor.catalog.records import Catalog
from certadvisor.views.formats import Format
from certadvisor.views.reports import Terminal
from certadvisor.views.writers import render

SCHEMAS = Path(__file__).parents[2] / "schemas" / "output"
HEAD = ["schema_version", "certadvisor_version", "as_of", "catalog"]


def schema(name: str) -> dict[str, Any]:
    """Read a shipped schema."""
    contents: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return contents


def schema_name(answer: str) -> str:
    """The name of a sample's schema, which is that of its command."""
    if answer.startswith("people-check"):
        return "people-check"
    name = answer.split("-", maxsplit=1)[0]
    return "career-paths" if name == "ways" else name


@pytest.mark.parametrize("file", sorted(SCHEMAS.glob("*.json")), ids=lambda file: file.name)
def test_schema_file_is_valid_json_schema(file: Path) -> None:
    """Each file is valid JSON Schema 2020-12."""
    Draft202012Validator.check_schema(json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize("answer", ANSWERS)
def test_document_is_valid_under_its_schema(answer: str, small: Catalog) -> None:
    """No key is missing, and below the top level none is unknown."""
    document = json.loads(render(ANSWERS[answer](small), Format.JSON, Terminal()))
    checker = Draft202012Validator.FORMAT_CHECKER
    validator = Draft202012Validator(schema(schema_name(answer)), format_checker=checker)
    assert [error.message for error in validator.iter_errors(document)] == []
    assert list(document)[:4] == HEAD


@pytest.mark.parametrize("answer", ANSWERS)
def test_schema_lists_every_top_level_key(answer: str, small: Catalog) -> None:
    """A new key of a document must be added to its schema."""
    document = json.loads(render(ANSWERS[answer](small), Format.JSON, Terminal()))
    assert set(document) <= set(schema(schema_name(answer))["properties"])
