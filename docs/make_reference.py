"""Write the reference of the requirement language into docs/catalogue.md, from the code.

Run it from any directory: `python docs/make_reference.py`. The section between the
two markers comes from the docstrings of `rules/leaves/*.py` and the definitions in
`catalog/definitions/requirement.py`; a test fails when the page is out of date.
"""
# ruff: noqa: INP001  a script next to the pages that it writes

import inspect
import re
import runpy
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from certadvisor.catalog.definitions.base import Definition
from certadvisor.catalog.definitions.requirement import NODES

PAGE = Path(__file__).parent / "catalogue.md"
BEGIN, END = "<!-- reference: begin -->", "<!-- reference: end -->"
WRAP = runpy.run_path(str(Path(__file__).parents[1] / "tools" / "wrap_prose.py"))["wrap"]
GROUPS = ("all", "any")
HEADING = re.compile(r"^(?:Asks for|Counts|Leaves out|Unknown|Example): ")


def reference() -> str:
    """The section between the markers: the groups, then each leaf."""
    text: str = WRAP("\n\n".join(["", *_groups(), *_leaves(), ""]))
    return text


def refreshed(page: str) -> str:
    """The page with its reference section generated from the current code."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}{reference()}{END}{after}"


def _groups() -> Iterator[str]:
    yield "### all, any"
    yield "\n".join(f"- `{tag}`: {_sentence(NODES[tag])}" for tag in GROUPS)


def _leaves() -> Iterator[str]:
    """Each leaf of the language; its module is named after its tag."""
    for tag, definition in NODES.items():
        if tag not in GROUPS:
            yield _leaf(tag, definition, import_module(f"certadvisor.rules.leaves.{tag}"))


def _leaf(tag: str, definition: type[Definition], module: ModuleType) -> str:
    summary, headings = _split_headings(inspect.getdoc(module) or "")
    lines = "\n".join(f"- {_bold(line)}" for line in headings)
    description = f"`{tag}`: {_sentence(definition)}"
    return "\n\n".join([f"### {tag}", summary, lines, description, _keys(definition)])


def _split_headings(doc: str) -> tuple[str, list[str]]:
    """The first sentence, and each heading with its text as one line."""
    summary, _, body = doc.partition("\n\n")
    lines: list[str] = []
    for line in body.splitlines():
        if HEADING.match(line):
            lines.append(line)
        elif line.strip():
            lines[-1] += f" {line.strip()}"
    return _one_line(summary), lines


def _bold(line: str) -> str:
    head, _, text = line.partition(": ")
    return f"**{head}:** {text}"


def _sentence(node: type[Definition]) -> str:
    return _one_line(inspect.getdoc(node) or "")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _keys(node: type[Definition]) -> str:
    schema = node.model_json_schema()
    required = set(schema.get("required", ()))
    rows = ["| key | value | must |", "|---|---|---|"]
    for name, form in schema["properties"].items():
        rows.append(f"| `{name}` | {_value(form)} | {'yes' if name in required else ''} |")
    return "\n".join(rows)


def _value(form: dict[str, Any]) -> str:
    """A key's value in words, from its JSON Schema."""
    if "anyOf" in form:
        choices = [_value(one) for one in form["anyOf"] if one.get("type") != "null"]
        return ", or ".join(choices)
    if "enum" in form:
        return ", ".join(f"`{word}`" for word in form["enum"])
    if "const" in form:
        return f"`{form['const']}`"
    if form.get("type") == "array":
        return f"a list: {_value(form['items'])}"
    if form.get("type") == "integer":
        return f"a whole number, {form['minimum']} to {form['maximum']:,}"
    return "an id" if "pattern" in form else "text"


if __name__ == "__main__":
    old = PAGE.read_text("utf-8")
    new = refreshed(old)
    PAGE.write_text(new, "utf-8")
    sys.stdout.write("rewritten\n" if new != old else "fresh already\n")
