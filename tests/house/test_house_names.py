"""Names of the house: one name, one thing, in words of the field."""

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "certadvisor"
SOURCES = sorted(PACKAGE.rglob("*.py"))
CODE = [
    *SOURCES,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted((ROOT / "benchmarks").glob("*.py")),
]

# Folders whose files are named after the answers and records they belong to, on purpose alike.
MIRRORS = (
    "cli/commands", "catalog/definitions", "views/answers", "views/words", "views/writers",
    "views/html",
)  # fmt: skip
DEFINITIONS = "catalog/definitions/"

# Words of the first release's dialect. "Say" and "take the exam" are plain English and stay.
DIALECT = frozenset(
    """
    told tell tells telling untold meant wanted hang hangs mend mends mended mending reckon reckons
    reckoned reckoning everybody anybody nobody somebody supposing supposed begun
    """.split()  # noqa: SIM905  a block of words, not a column
)
# Names that others choose: a method of file objects, a key of data/titles.yaml, keys of documents.
GIVEN_NAMES = {
    "profile/importers/linkedin_archive.py": {"tell"},
    "catalog/definitions/titles.py": {"mended"},
}


def _folder(file: Path) -> str:
    return file.relative_to(PACKAGE).parent.as_posix()


def test_no_class_name_stands_for_two_things() -> None:
    """Only a definition may carry the name of the record that is made from it."""
    names = Counter(
        node.name
        for file in SOURCES
        if not file.relative_to(PACKAGE).as_posix().startswith(DEFINITIONS)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_no_module_name_stands_for_two_things() -> None:
    """A file is found by its name, apart from folders that mirror each other."""
    names = Counter(
        file.stem
        for file in SOURCES
        if file.stem != "__init__" and not _folder(file).startswith(MIRRORS)
    )
    assert [name for name, count in names.items() if count > 1] == []


def _identifiers(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr


def _prose(tree: ast.Module, text: str, *, with_functions: bool) -> Iterator[tuple[int, str]]:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef) if with_functions else ast.Module
    for node in ast.walk(tree):
        if isinstance(node, documented):
            yield getattr(node, "lineno", 1), ast.get_docstring(node) or ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(ROOT)))
def test_identifiers_docstrings_and_comments_are_free_of_the_old_dialect(file: Path) -> None:
    """Words that a newcomer would have to decode; texts for users (strings) are not checked."""
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    relative = file.relative_to(ROOT).as_posix().removeprefix("src/certadvisor/")
    allowed = GIVEN_NAMES.get(relative, set())
    # The docstring of a command's function is its help, which is a text for users.
    prose = _prose(tree, text, with_functions=not relative.startswith("cli/commands/"))
    words = [
        (line, word)
        for line, source in [*_identifiers(tree), *prose]
        for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", source)
        if word.lower() in DIALECT and source not in allowed
    ]
    assert words == []
