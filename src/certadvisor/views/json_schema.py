"""JSON Schemas of typed documents: `TypedDict`s whose values say more with `Allowed`.

Pydantic could do this, but not for the standard library's `TypedDict` on Python 3.11, and the
documents must not load another one at every start.
"""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from certadvisor.views.document_types import Allowed

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema_of(document: type, title: str) -> Schema:
    """Return the schema of a document: new keys may be added at its top, and nowhere else."""
    definitions: dict[str, Schema] = {}
    top = _object(document, definitions)
    del top["additionalProperties"]
    top["description"] = "Keys are only ever added, and only here at the top."
    schema = {"$schema": DIALECT, "title": title, **top}
    if definitions:
        schema["$defs"] = dict(sorted(definitions.items()))
    return schema


def _object(document: type, definitions: dict[str, Schema]) -> Schema:
    """The schema of a `TypedDict`, with those that it refers to added to `definitions`."""
    hints = get_type_hints(document, include_extras=True)
    required = document.__required_keys__  # type: ignore[attr-defined]  # of a TypedDict
    text = (document.__doc__ or "").strip()
    return {
        **({"description": " ".join(text.split())} if text else {}),
        "type": "object",
        "properties": {key: _value(hint, definitions) for key, hint in hints.items()},
        "required": [key for key in hints if key in required],
        "additionalProperties": False,
    }


def _value(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        inner, *extras = arguments
        schema = _value(inner, definitions)
        for extra in extras:
            schema = _restrict(schema, extra, definitions)
        return schema
    if hint in (Any, object):
        return {}
    if hint in _TYPES:
        return {"type": _TYPES[hint]}
    if origin is Literal:
        return {"const": arguments[0]} if len(arguments) == 1 else {"enum": list(arguments)}
    if origin in (Union, UnionType):
        return _union([_value(argument, definitions) for argument in arguments])
    if origin is list:
        return {"type": "array", "items": _value(arguments[0], definitions)}
    if origin in (dict, Mapping):
        return _mapping(arguments[0], arguments[1], definitions)
    if is_typeddict(hint):
        return _reference(hint, definitions)
    return _value(getattr(hint, "__value__", None) or _unwrapped(hint), definitions)


def _restrict(schema: Schema, allowed: Allowed, definitions: dict[str, Schema]) -> Schema:
    """A schema with what `allowed` says, in JSON Schema's spelling: `min_items` is `minItems`."""
    if allowed.words is not None:
        return {"enum": [str(word) if isinstance(word, str) else word for word in allowed.words]}
    if allowed.may_grow:
        name = schema["$ref"].rsplit("/", maxsplit=1)[1]
        definitions[name].pop("additionalProperties", None)
    keywords = {**allowed._asdict(), "words": None, "may_grow": None}
    for name, value in keywords.items():
        if value is not None:
            first, *rest = name.split("_")
            keyword = first + "".join(map(str.capitalize, rest))
            schema = {**schema, keyword: list(value) if isinstance(value, tuple) else value}
    return schema


def _unwrapped(hint: Any) -> Any:
    """The type inside `NotRequired` or `Required`."""
    arguments = get_args(hint)
    if len(arguments) != 1:
        raise TypeError(f"a document cannot hold {hint!r}")
    return arguments[0]


def _union(choices: list[Schema]) -> Schema:
    """One of several schemas; null is folded into a type or an enumeration where that is exact."""
    first, *rest = choices
    if rest == [{"type": "null"}]:
        if (
            isinstance(first.get("type"), str)
            and "properties" not in first
            and "items" not in first
        ):
            return {**first, "type": [first["type"], "null"]}
        if "enum" in first:
            return {**first, "enum": [*first["enum"], None]}
        if "const" in first:
            return {"enum": [first["const"], None]}
    return {"anyOf": choices}


def _mapping(key: Any, value: Any, definitions: dict[str, Schema]) -> Schema:
    names = {} if key is str else {"propertyNames": _value(key, definitions)}
    values = _value(value, definitions)
    return {"type": "object", **names, **({"additionalProperties": values} if values else {})}


def _reference(document: type, definitions: dict[str, Schema]) -> Schema:
    name = document.__name__
    if name not in definitions:
        definitions[name] = {}  # a tree refers to itself
        definitions[name] = _object(document, definitions)
    return {"$ref": f"#/$defs/{name}"}
