"""What the documentation site is built from: every page, the reference, and links that work there.

`make site` builds it with Sphinx and checks each link; that needs the extra `docs`.
"""

import json
import re
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from certadvisor.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
START = (ROOT / "docs" / "index.md").read_text("utf-8")


@pytest.fixture(scope="module")
def tools() -> Iterator[dict[str, Any]]:
    """The names of the scripts, which import each other from their folder."""
    names: dict[str, Any] = {}
    sys.path.insert(0, str(ROOT / "tools"))
    for script in ("site_pages", "site_commands", "site_schemas", "site_links", "build_site"):
        names |= runpy.run_path(str(ROOT / "tools" / f"{script}.py"))
    yield names
    sys.path.remove(str(ROOT / "tools"))


@pytest.fixture(scope="module")
def source(tools: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that Sphinx reads."""
    folder = tmp_path_factory.mktemp("site") / "source"
    tools["write_source"](folder)
    return folder


def test_every_page_is_linked_from_the_start_page() -> None:
    """And stands in the contents at the side, which are made from those links."""
    linked = set(re.findall(r"\]\(([^)#]+)\)", START))
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert pages - linked == set()
    assert {"../CONTRIBUTING.md", "../CHANGELOG.md", "../SECURITY.md"} <= linked


def test_the_start_page_has_a_part_for_each_reader() -> None:
    """In the order of the help."""
    titles = ["For you", "For teams", "For catalogue keepers", "For developers"]
    assert re.findall(r"^## (.+)", START, re.MULTILINE) == titles


def test_the_contents_are_the_links_of_the_start_page(tools: dict[str, Any]) -> None:
    """A part for each heading; a link to a place in a page is left out."""
    page = "# Title\n\n## For you\n\n- [A](start.md)\n- [B](start.md#x)\n- [C](../CHANGELOG.md)\n"
    assert tools["contents"](page).split() == [
        "```{toctree}", ":caption:", "For", "you", ":hidden:", "start", "changelog", "```",
    ]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_page_with_its_options(command: str, source: Path) -> None:
    """Made from the help."""
    page = (source / "reference" / "commands" / f"{command}.md").read_text("utf-8")
    assert page.startswith(f"# certadvisor {command}\n")
    assert "--help" in page
    listed = (source / "commands.md").read_text("utf-8")
    assert f"\nreference/commands/{command}\n" in listed


def test_every_schema_has_a_page_that_names_its_keys(source: Path) -> None:
    """And lies beside it."""
    files = [*(ROOT / "schemas").rglob("*.json")]
    assert len(files) > 20
    for file in files:
        copy = source / "reference" / "schemas" / file.relative_to(ROOT / "schemas")
        page = copy.with_suffix(".md").read_text("utf-8")
        keys = json.loads(file.read_text("utf-8")).get("properties", {})
        assert [key for key in keys if f"| `{key}` | " not in page] == []
        assert copy.read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"type": ["string", "null"], "format": "date"}, "date or null"),
        ({"enum": ["met", None]}, '`"met"`, `null`'),
        ({"type": "array", "items": {"$ref": "#/$defs/Rule"}}, "list of: [Rule](#rule)"),
        ({"anyOf": [{"type": "integer", "minimum": 0, "maximum": 9}, {"type": "null"}]},
         "integer (0 to 9) or null"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "mapping to: string"),
    ],
)  # fmt: skip
def test_a_value_of_a_schema_is_said_in_words(
    form: dict[str, Any], words: str, tools: dict[str, Any]
) -> None:
    """As the pages of the schemas show it."""
    assert tools["value_in_words"](form) == words


def test_text_of_the_help_is_shown_as_it_is(tools: dict[str, Any]) -> None:
    """Markdown reads brackets and stars; code stays code."""
    assert tools["escaped"]("[required] a*b `x|[y]`") == r"\[required\] a\*b `x\|[y]`"


def test_links_between_pages_lead_to_pages_and_other_files_are_copied(source: Path) -> None:
    """A link in a block of code stays as it is."""
    readme = (source / "example-diving.md").read_text("utf-8")
    assert readme.startswith("# ")
    architecture = (source / "architecture.md").read_text("utf-8")
    assert "](contributing.md#recipes)" in architecture
    assert "](../" not in (source / "hr.md").read_text("utf-8")
    copied = source / "files" / "examples" / "hr" / "team.csv"
    assert copied.read_bytes() == (ROOT / "examples" / "hr" / "team.csv").read_bytes()


def test_a_link_that_leads_nowhere_is_found(tools: dict[str, Any], tmp_path: Path) -> None:
    """To a file or to an anchor; addresses outside the site are not opened."""
    (tmp_path / "a.html").write_text(
        '<a href="b.html#here">1</a> <a href="b.html#gone">2</a> <a href="c.html">3</a>'
        '<a href="#own" id="own">4</a> <a href="https://example.org/none">5</a>'
    )
    (tmp_path / "b.html").write_text('<p id="here">')
    assert [*tools["broken_links"](tmp_path)] == [
        "a.html: b.html#gone: no such anchor",
        "a.html: c.html: no such file",
    ]


def test_what_is_loaded_from_elsewhere_is_found(tools: dict[str, Any], tmp_path: Path) -> None:
    """Scripts, styles, pictures and fonts; a link that is followed loads nothing."""
    (tmp_path / "a.html").write_text(
        '<script src="//cdn.example/x.js"></script> <img src="own.png">'
        '<link rel="stylesheet" href="https://fonts.example/f.css"> <a href="https://example.org">'
    )
    (tmp_path / "a.css").write_text("@font-face { src: url('https://fonts.example/f.woff2') }")
    assert [*tools["loaded_from_elsewhere"](tmp_path)] == [
        "a.html: //cdn.example/x.js",
        "a.html: https://fonts.example/f.css",
        "a.css: https://fonts.example/f.woff2",
    ]
