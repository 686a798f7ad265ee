"""What people read is free of the first release's dialect: screens, help, errors, hints, notes."""

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from certadvisor.cli.app import app
from certadvisor.views.output_schemas import DOCUMENTS, output_schema

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "certadvisor"
EXPECTED = ROOT / "tests" / "views" / "expected"
SCREENS = sorted(
    file
    for file in EXPECTED.iterdir()
    if file.suffix in {".txt", ".md", ".html", ".svg", ".csv", ".json", ".jsonl", ".xml", ".ics"}
    or file.suffix in {".mmd", ".sarif"}
)
PAGES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md")
DATA = sorted((ROOT / "data").glob("*.yaml"))
FAULTS = sorted((ROOT / "tests" / "broken").rglob("*.yaml"))  # their first lines are the errors

# Each line is one expression: a word of the dialect, or what it says in place of a plain word.
DIALECT = re.compile(
    r"""
    \b(?:told|tell|tells|telling|untold)\b      # give, add, say
    | \b(?:sit|sits|sat)\b                      # take the exam, qualify
    | \bmay\ sit\b
    | \bhangs?\ on\b                            # depends on
    | \basks\ before\b                          # requires
    | \b(?:mend|mends|mended|mending)\b         # fix
    | \b(?:reckon|reckons|reckoned|reckoning)\b # calculate
    | \b(?:anybody|everybody|nobody|somebody)\b # anyone, everyone, no one
    | \bcounts?\ for\ nothing\b                 # is ignored
    | \bleaves?\ no\ use\ for\b                 # supersedes
    | \bfor\ sure\b | \bsurely\b
    | \bnothing\ was\ answered\b
    | \bnone\ of\ the\ words\ allowed\b         # is not a valid value
    | \bthe\ article\b                          # the guide, by its name
    | \bnearest\ way\b | \bno\ way\ to\ it\b | \bone\ of\ these\ ways\b  # option, route
    | \b(?:PMP|CAPM|CSM|PMQ|PRINCE2|PSM\ I)\ held\b  # holding a PMP
    | \b(?:[2-9]|\d\d+)\ (?:CPD\ point|CPD\ hour|fault|error)\b  # a plural without its s
    | \b1\ (?:months|hours|years|faults|errors|rows|points)\b
    | \b(?:not_told|told_in_part|hours_per_week_told|may_sit_now)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Where a word of the list is the plain one.
ALLOWED = re.compile(
    r"""
    `sit:?` | \bsit:             # a key of the requirement language
    | `mended`                   # a key of data/titles.yaml
    | \bnobody\.csv\b | \bgroups\.nobody\b | `nobody` | \ba-key-that-somebody  # names in samples
    | \bone\ sitting\b
    | \bcopies\ of\ the\ article\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def dialect_in(text: str) -> list[str]:
    """The words of the dialect in a text, each with what stands around it."""
    plain = " ".join(text.split())
    plain = ALLOWED.sub("", plain)
    return [plain[max(0, m.start() - 40) : m.end() + 20] for m in DIALECT.finditer(plain)]


def visible(file: Path) -> str:
    """The text of an output that people read: no markup, no styles, no attributes' names."""
    text = file.read_text("utf-8")
    if file.suffix in {".html", ".svg", ".xml"}:
        text = re.sub(r"<style.*?</style>", " ", text, flags=re.DOTALL)
        text = re.sub(r'\b(?:class|id|d|style|data-\w+)="[^"]*"', " ", text)
        text = html.unescape(text)
    return text


@pytest.mark.parametrize("file", SCREENS, ids=lambda file: file.name)
def test_an_expected_output_has_no_word_of_the_dialect(file: Path) -> None:
    """Screens, data, pictures and reports; JSON and CSV with their keys."""
    assert dialect_in(visible(file)) == []


def test_every_kind_of_output_is_read() -> None:
    """A new suffix in the folder of expected outputs is added to the list above."""
    assert {file.name for file in EXPECTED.iterdir()} == {file.name for file in SCREENS}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_key_and_no_comment_of_a_document_is_of_the_dialect(name: str) -> None:
    """Schemas are made from the typed documents, so this reads every key there is."""
    assert dialect_in(str(output_schema(name)).replace("_", " ")) == []


def _commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:  # Typer brings its own Click
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _commands(child, f"{path} {name}")


COMMANDS = dict(_commands(typer.main.get_command(app), "certadvisor"))


@pytest.mark.parametrize("path", COMMANDS)
def test_a_help_page_has_no_word_of_the_dialect(path: str) -> None:
    """The text of a command and of each of its options and arguments."""
    command = COMMANDS[path]
    texts = [command.help or "", *(getattr(one, "help", "") or "" for one in command.params)]
    assert dialect_in("\n".join(texts)) == []


def _texts_of(file: Path) -> Iterator[str]:
    """The strings of a source file that people may read: not docstrings, keys or lists of words."""
    tree = ast.parse(file.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            is_prose = " " in node.value and len(node.value) < 600
            if is_prose and not node.value.startswith("\n") and id(node) not in docstrings:
                yield node.value


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE))
)
def test_a_message_of_the_program_has_no_word_of_the_dialect(file: Path) -> None:
    """Errors, hints, questions, findings of `catalog check`: every string with a space in it."""
    assert [found for text in _texts_of(file) for found in dialect_in(text)] == []


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_a_page_of_the_documentation_has_no_word_of_the_dialect(file: Path) -> None:
    """The pages show the program's words, and use them."""
    assert dialect_in(file.read_text("utf-8")) == []


def _values(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for value in node.values() if isinstance(node, dict) else node:
            yield from _values(value)


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.name)
def test_a_note_of_the_catalogue_has_no_word_of_the_dialect(file: Path) -> None:
    """Notes, steps, bases and questions as screens show them."""
    if file.name == "titles.yaml":
        pytest.skip("its texts are job titles as people write them, in many languages")
    contents = yaml.safe_load(file.read_text("utf-8"))
    assert [found for text in _values(contents) for found in dialect_in(text)] == []


@pytest.mark.parametrize("file", FAULTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_an_expected_error_has_no_word_of_the_dialect(file: Path) -> None:
    """The comments in front of a faulty file are the lines that the program prints for it."""
    lines = file.read_text("utf-8").splitlines()
    printed = re.compile(r"# .*\.yaml:\d|# (?:error|warning|advice):")
    expected = [line for line in lines if printed.match(line)]
    assert dialect_in("\n".join(expected)) == []


@pytest.mark.parametrize("word", ["may sit it", "not told", "60 CPD point", "CAPM held", "1 years"])
def test_a_word_of_the_dialect_is_found(word: str) -> None:
    """The list works: a screen that said one of these would fail."""
    assert dialect_in(f"You {word} now.")


@pytest.mark.parametrize("text", ["60 CPD points", "a 10-year window", "1 month", "a `sit:` rule"])
def test_plain_english_is_not_refused(text: str) -> None:
    """Singulars before a noun, and keys of the requirement language, stay."""
    assert dialect_in(text) == []
