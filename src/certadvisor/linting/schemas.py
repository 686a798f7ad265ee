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
from certadvisor.catalog.overlay import FORMS
from certadvisor.linting.case_schema import CaseBlock
from certadvisor.linting.profile_schema import profile_schema

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAMES = ("certifications", "roles", "advice", "titles", "cases", "profile", "policy")
TITLES = {
    "certifications": "certifications.yaml of a certadvisor catalogue",
    "roles": "roles.yaml of a certadvisor catalogue",
    "advice": "advice.yaml of a certadvisor catalogue",
    "titles": "titles.yaml of a certadvisor catalogue",
    "cases": "A file of eligibility cases, cases/*.yaml of a certadvisor catalogue",
    "profile": "A profile for certadvisor",
    "policy": "A policy for certadvisor audit",
}
_SO_MANY, _REQUIREMENT = "#/$defs/AtLeast", "#/$defs/Requirement"
_EXACTLY_ONE = {  # checked by validators in the definitions, so Pydantic leaves it out
    "RuleVersion": (("open", "all", "any", "needs"),),
    "Renewal": (("lifetime", "cycle_years"),),
    "Certification": (("rules", "no_rule"), ("sources", "no_source")),
    "Grace": (("days", "months"),),
}


def schema(name: str) -> Schema:
    """The JSON Schema of one kind of file, one of `NAMES`."""
    found = _MAKERS[name]() if name in _MAKERS else _of_file(f"{name}.yaml")
    head = {"$schema": DIALECT, "$id": f"urn:certadvisor:{name}", "title": TITLES[name]}
    return {**head, **{key: part for key, part in found.items() if key not in head}}


def _of_file(name: str) -> Schema:
    return _tidy(FORMS[name].model_json_schema(), nulls=False)


def _cases() -> Schema:
    made = _tidy(TypeAdapter(CaseBlock).json_schema(), nulls=True)
    forms = made.pop("$defs")
    person = profile_schema()
    forms["Case"]["properties"]["profile"] = {"$ref": "#/$defs/Profile"}
    block = {key: part for key, part in made.items() if key != "$defs"}
    return {
        "if": {"type": "array"},
        "then": {"items": {"$ref": "#/$defs/CaseBlock"}},
        "else": {"$ref": "#/$defs/CaseBlock"},
        "$defs": {"CaseBlock": block, **forms, "Profile": person, **person.pop("$defs")},
    }


def _policy() -> Schema:
    return _tidy(PolicyFile.model_json_schema(), nulls=False)


_MAKERS: dict[str, Callable[[], Schema]] = {
    "cases": _cases,
    "profile": profile_schema,
    "policy": _policy,
}


def _tidy(made: Schema, *, nulls: bool) -> Schema:
    """Pydantic's schema, with alternatives that an editor can distinguish."""
    forms: Schema = made.setdefault("$defs", {})
    for name, keys in _EXACTLY_ONE.items():
        if name in forms:
            forms[name]["allOf"] = [
                {"oneOf": [{"required": [key]} for key in each]} for each in keys
            ]
    if all(node.__name__ in forms for node in NODES.values()):
        forms["Requirement"] = _requirement()
    tidied: Schema = _walk(made, nulls=nulls)
    return tidied


def _requirement() -> Schema:
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


def _walk(part: Any, *, nulls: bool, names: bool = False) -> Any:
    """Tidy every part of a schema.

    `keys_are_names` is true for an object whose keys are names (`properties`, `$defs`) and not
    JSON Schema keywords: a property called `default` must not be dropped.
    """
    if isinstance(part, list):
        return [_walk(one, nulls=nulls) for one in part]
    if not isinstance(part, dict):
        return part
    if names:
        return {key: _walk(one, nulls=nulls) for key, one in part.items()}
    kept = {key: one for key, one in part.items() if key not in ("default", "discriminator")}
    if not isinstance(kept.get("properties"), dict):
        kept = _told_apart(kept, nulls=nulls)
    if isinstance(kept.get("title"), str) and "properties" not in kept and "oneOf" not in kept:
        del kept["title"]  # Pydantic repeats the key as title
    return {
        key: _walk(one, nulls=nulls, names=key in ("properties", "$defs"))
        for key, one in kept.items()
    }


def _told_apart(part: Schema, *, nulls: bool) -> Schema:
    """Drop null, merge integer and number, and select objects and requirements by `if`."""
    ways = part.get("anyOf") or part.get("oneOf")
    if ways is None or "allOf" in part or all("required" in way for way in ways):
        return part
    rest = {key: one for key, one in part.items() if key not in ("anyOf", "oneOf")}
    refs = {f"#/$defs/{node.__name__}" for node in NODES.values()}
    if {way.get("$ref") for way in ways} == refs:
        return {**rest, "$ref": _REQUIREMENT}
    if ways[0].get("$ref") == _SO_MANY:
        some = {"required": ["at_least"]}
        return {**rest, "if": some, "then": {"$ref": _SO_MANY}, "else": {"$ref": _REQUIREMENT}}
    if not nulls:
        ways = [way for way in ways if way != {"type": "null"}]
    if [way.get("type") for way in ways] == ["integer", "number"]:
        return {**rest, "type": "number"}
    if len(ways) == 1:
        return _told_apart({**rest, **ways[0]}, nulls=nulls)
    forms = [way for way in ways if "$ref" in way or "oneOf" in way]
    if len(forms) == 1:
        others = [way for way in ways if way is not forms[0]]
        return {**rest, "if": {"type": "object"}, "then": forms[0], "else": _one_of(others)}
    return {**rest, "anyOf": ways}


def _one_of(ways: list[Schema]) -> Schema:
    return ways[0] if len(ways) == 1 else {"anyOf": ways}
