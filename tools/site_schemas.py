"""Writes a page for each JSON Schema in schemas/, for the documentation site."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from site_commands import escaped

Form = dict[str, Any]


def schema_pages(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each schema's file, relative to the folder, with its page."""
    for file in sorted(folder.rglob("*.json")):
        schema = json.loads(file.read_text("utf-8"))
        yield file.relative_to(folder), "\n".join(_page(schema, file.name))


def _page(schema: Form, name: str) -> Iterator[str]:
    yield f"# {escaped(schema['title'])}\n"
    yield f"Generated from [{name}]({name}), the JSON Schema itself.\n"
    yield from _form(schema)
    for title, form in schema.get("$defs", {}).items():
        yield f"## {title}\n"
        yield from _form(form)


def _form(form: Form) -> Iterator[str]:
    """What one part of a schema says: its description, then its keys or its value."""
    if text := form.get("description"):
        yield f"{escaped(text)}\n"
    if "properties" not in form:
        if value := value_in_words(form):
            yield f"Value: {value}.\n"
        return
    required = set(form.get("required", ()))
    yield "| key | value | must | meaning |"
    yield "|---|---|---|---|"
    for key, part in form["properties"].items():
        must = "yes" if key in required else ""
        text = escaped(" ".join(part.get("description", "").split()))
        yield f"| `{key}` | {value_in_words(part)} | {must} | {text} |"
    yield ""


def value_in_words(form: Form) -> str:
    """What a value may be, in Markdown; empty where the schema says nothing of it."""
    for choice in ("anyOf", "oneOf"):
        if choice in form:
            parts = [value_in_words(one) for one in form[choice]]
            return " or ".join(dict.fromkeys(part for part in parts if part))
    if "$ref" in form:
        title = form["$ref"].rpartition("/")[2]
        return f"[{title}](#{title.lower()})"
    if "enum" in form or "const" in form:
        words = form.get("enum", [form.get("const")])
        return ", ".join(f"`{json.dumps(word, ensure_ascii=False)}`" for word in words)
    return _typed(form)


def _typed(form: Form) -> str:
    types = form.get("type", [])
    names = [types] if isinstance(types, str) else types
    return " or ".join(_type(name, form) for name in names)


def _type(name: str, form: Form) -> str:
    if name == "array":
        items = value_in_words(form["items"]) if isinstance(form.get("items"), dict) else ""
        return f"list of: {items}" if items else "list"
    if name == "object":
        values = form.get("additionalProperties")
        inner = value_in_words(values) if isinstance(values, dict) else ""
        return f"mapping to: {inner}" if inner else "mapping"
    if name == "string" and form.get("format") == "date":
        return "date"
    bounds = [str(form[key]) for key in ("minimum", "maximum") if key in form]
    return f"{name} ({' to '.join(bounds)})" if len(bounds) == len(("from", "to")) else name
