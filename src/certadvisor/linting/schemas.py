"""JSON Schemas of the files that people write, for completion and checking in editors.

Generated from the definitions and then changed so that a requirement is selected by its
one key: an editor underlines a misspelt key itself, not the whole requirement as
matching none of ten alternatives.
"""

import inspect
from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

from certadvisor.catalog.definitions.policy import PolicyFile
from certadvisor.catalog.definitions.requirement import NODES
from certadvisor.catalog.overlay import FILE_MODELS
from certadvisor.linting.case_schema import CaseBlock
from certadvisor.linting.profile_schema import make_profile_schema

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAMES = ("certifications", "roles", "demand", "advice", "titles", "cases", "profile", "policy")
TITLES = {
    "certifications": "certifications.yaml of a certadvisor catalogue",
    "roles": "roles.yaml of a certadvisor catalogue",
    "demand": "demand.yaml of a certadvisor catalogue",
    "advice": "advice.yaml of a certadvisor catalogue",
    "titles": "titles.yaml of a certadvisor catalogue",
    "cases": "A file of eligibility cases, cases/*.yaml of a certadvisor catalogue",
    "profile": "A profile for certadvisor",
    "policy": "A policy for certadvisor audit",
}
_AT_LEAST, _REQUIREMENT = "#/$defs/AtLeast", "#/$defs/Requirement"
_EXACTLY_ONE = {  # checked by validators in the definitions, so Pydantic leaves it out
    "RuleVersion": (("open", "all", "any", "needs"),),
    "Renewal": (("lifetime", "cycle_years"),),
    "Certification": (("rules", "no_rule"), ("sources", "no_source")),
    "Grace": (("days", "months"),),
}


def make_schema(name: str) -> Schema:
    """The JSON Schema of one kind of file, one of `NAMES`."""
    body = (
        _SCHEMA_MAKERS[name]() if name in _SCHEMA_MAKERS else _catalog_file_schema(f"{name}.yaml")
    )
    head = {"$schema": DIALECT, "$id": f"urn:certadvisor:{name}", "title": TITLES[name]}
    return {**head, **{key: part for key, part in body.items() if key not in head}}


def _catalog_file_schema(name: str) -> Schema:
    return _tidy_schema(FILE_MODELS[name].model_json_schema(), keep_nulls=False)


def _case_file_schema() -> Schema:
    raw_schema = _tidy_schema(TypeAdapter(CaseBlock).json_schema(), keep_nulls=True)
    definitions = raw_schema.pop("$defs")
    profile = make_profile_schema()
    definitions["Case"]["properties"]["profile"] = {"$ref": "#/$defs/Profile"}
    block = {key: part for key, part in raw_schema.items() if key != "$defs"}
    return {
        "if": {"type": "array"},
        "then": {"items": {"$ref": "#/$defs/CaseBlock"}},
        "else": {"$ref": "#/$defs/CaseBlock"},
        "$defs": {"CaseBlock": block, **definitions, "Profile": profile, **profile.pop("$defs")},
    }


def _policy_schema() -> Schema:
    return _tidy_schema(PolicyFile.model_json_schema(), keep_nulls=False)


_SCHEMA_MAKERS: dict[str, Callable[[], Schema]] = {
    "cases": _case_file_schema,
    "profile": make_profile_schema,
    "policy": _policy_schema,
}


def _tidy_schema(raw_schema: Schema, *, keep_nulls: bool) -> Schema:
    """Pydantic's schema, with alternatives that an editor can distinguish."""
    definitions: Schema = raw_schema.setdefault("$defs", {})
    for name, key_groups in _EXACTLY_ONE.items():
        if name in definitions:
            definitions[name]["allOf"] = [
                {"oneOf": [{"required": [key]} for key in group]} for group in key_groups
            ]
    if all(node.__name__ in definitions for node in NODES.values()):
        definitions["Requirement"] = _requirement_schema()
    result: Schema = _tidy_part(raw_schema, keep_nulls=keep_nulls)
    return result


def _requirement_schema() -> Schema:
    """An object with exactly one of the requirement keys, and the schema for that key."""
    return {
        "title": "Requirement",
        "description": "A group (`all`, `any`) or a leaf, known by its one key.",
        "type": "object",
        "properties": {tag: {"description": inspect.getdoc(node)} for tag, node in NODES.items()},
        "oneOf": [{"required": [tag]} for tag in NODES],
        "allOf": [
            {"if": {"required": [tag]}, "then": {"$ref": f"#/$defs/{node.__name__}"}}
            for tag, node in NODES.items()
        ],
    }


def _tidy_part(part: Any, *, keep_nulls: bool, keys_are_names: bool = False) -> Any:
    """Tidy every part of a schema.

    `keys_are_names` is true for an object whose keys are names (`properties`, `$defs`) and not
    JSON Schema keywords: a property called `default` must not be dropped.
    """
    if isinstance(part, list):
        return [_tidy_part(value, keep_nulls=keep_nulls) for value in part]
    if not isinstance(part, dict):
        return part
    if keys_are_names:
        return {key: _tidy_part(value, keep_nulls=keep_nulls) for key, value in part.items()}
    entries = {key: value for key, value in part.items() if key not in ("default", "discriminator")}
    if not isinstance(entries.get("properties"), dict):
        entries = _select_alternatives(entries, keep_nulls=keep_nulls)
    if (
        isinstance(entries.get("title"), str)
        and "properties" not in entries
        and "oneOf" not in entries
    ):
        del entries["title"]  # Pydantic repeats the key as title
    return {
        key: _tidy_part(value, keep_nulls=keep_nulls, keys_are_names=key in ("properties", "$defs"))
        for key, value in entries.items()
    }


def _select_alternatives(part: Schema, *, keep_nulls: bool) -> Schema:
    """Drop null, merge integer and number, and select objects and requirements by `if`."""
    alternatives = part.get("anyOf") or part.get("oneOf")
    if (
        alternatives is None
        or "allOf" in part
        or all("required" in alternative for alternative in alternatives)
    ):
        return part
    rest = {key: value for key, value in part.items() if key not in ("anyOf", "oneOf")}
    refs = {f"#/$defs/{node.__name__}" for node in NODES.values()}
    if {alternative.get("$ref") for alternative in alternatives} == refs:
        return {**rest, "$ref": _REQUIREMENT}
    if alternatives[0].get("$ref") == _AT_LEAST:
        condition = {"required": ["at_least"]}
        return {
            **rest,
            "if": condition,
            "then": {"$ref": _AT_LEAST},
            "else": {"$ref": _REQUIREMENT},
        }
    if not keep_nulls:
        alternatives = [
            alternative for alternative in alternatives if alternative != {"type": "null"}
        ]
    if [alternative.get("type") for alternative in alternatives] == ["integer", "number"]:
        return {**rest, "type": "number"}
    if len(alternatives) == 1:
        return _select_alternatives({**rest, **alternatives[0]}, keep_nulls=keep_nulls)
    objects = [
        alternative
        for alternative in alternatives
        if "$ref" in alternative or "oneOf" in alternative
    ]
    if len(objects) == 1:
        others = [alternative for alternative in alternatives if alternative is not objects[0]]
        return {**rest, "if": {"type": "object"}, "then": objects[0], "else": _any_of(others)}
    return {**rest, "anyOf": alternatives}


def _any_of(alternatives: list[Schema]) -> Schema:
    return alternatives[0] if len(alternatives) == 1 else {"anyOf": alternatives}
