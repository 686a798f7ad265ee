"""The pages for contributors name files that exist, and docs/commands.md every command."""

import re
import tomllib
from pathlib import Path

import pytest

from certadvisor.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "certadvisor"
PAGES = ("CONTRIBUTING.md", "docs/architecture.md")
PATH = re.compile(r"[\w.-]*(?:/[\w.-]+)*(?:/|\.(?:py|md|toml|yaml|yml|txt|json))")
LINKING_PAGES = [
    page.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/*.md", "examples/**/*.md")
    for page in sorted(ROOT.glob(pattern))
]
NAME = "NAME"  # stands for the name of the new file in a recipe


def _paths(page: str) -> list[str]:
    """The texts in backticks that are paths."""
    return [text for text in re.findall(r"`([^`\n]+)`", page) if PATH.fullmatch(text)]


def _exists(path: str) -> bool:
    """Whether it is in the repository or the package; `NAME` stands for any name there."""
    return any([*folder.glob(path.rstrip("/").replace(NAME, "*"))] for folder in (ROOT, PACKAGE))


@pytest.mark.parametrize("name", PAGES)
def test_every_path_on_a_page_for_contributors_exists(name: str) -> None:
    """Relative to the repository or to the package."""
    paths = _paths((ROOT / name).read_text("utf-8"))
    assert len(paths) > 30
    assert [path for path in paths if not _exists(path)] == []


def test_paths_are_distinguished_from_other_code() -> None:
    """Or the test above would pass whatever the pages say."""
    code = (
        "`views/gone.py` `data/` `.[dev]` `make check` `rules` `api | cli` `rules/leaves/NAME.py`"
    )
    assert _paths(code) == ["views/gone.py", "data/", "rules/leaves/NAME.py"]
    assert [path for path in _paths(code) if not _exists(path)] == ["views/gone.py"]


@pytest.mark.parametrize("name", LINKING_PAGES)
def test_every_link_to_a_file_leads_to_one(name: str) -> None:
    """Relative to the page; anchors and addresses are left to others."""
    page = ROOT / name
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def _anchors(page: str) -> set[str]:
    """The anchors that code hosts give the headings of a page."""
    prose = re.sub(r"^( *)```.*?^\1```$", "", page, flags=re.DOTALL | re.MULTILINE)
    titles = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", LINKING_PAGES)
def test_every_link_to_a_heading_leads_to_one(name: str) -> None:
    """On the page itself or on another, as code hosts find it."""
    page = ROOT / name
    links = re.findall(r"\]\(([^)#:]*)#([^)]+)\)", page.read_text("utf-8"))
    targets = [(page.parent / file if file else page, anchor) for file, anchor in links]
    assert [
        (file.name, anchor)
        for file, anchor in targets
        if anchor not in _anchors(file.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("README.md", "CONTRIBUTING.md"),
        ("README.md", "docs/architecture.md"),
        ("CONTRIBUTING.md", "README.md"),
        ("CONTRIBUTING.md", "docs/architecture.md"),
        ("docs/architecture.md", "../CONTRIBUTING.md"),
    ],
)
def test_the_pages_for_contributors_are_linked(name: str, other: str) -> None:
    """From each a reader finds the others."""
    assert f"]({other}" in (ROOT / name).read_text("utf-8")


def test_the_table_of_layers_is_the_contract() -> None:
    """The rows of docs/architecture.md, from the top layer down."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    section = page.partition("## The layers")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]+`) \|", section, re.MULTILINE)
    assert [" | ".join(re.findall(r"`([^`]+)`", row)) for row in rows] == layers


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_row_on_the_page_of_commands(command: str) -> None:
    """A new command is found by those who read the table."""
    assert f"| `certadvisor {command}" in (ROOT / "docs" / "commands.md").read_text("utf-8")
