"""A leaf is known to its module, its definition and its words; everything else asks those."""

import ast
from collections.abc import Iterator
from pathlib import Path

from certadvisor.catalog.requirement import Leaf

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "certadvisor"
LEAF_CLASSES = {leaf.__name__ for leaf in Leaf.__args__}
ALLOWED = {
    "catalog/definitions/requirement.py",  # their keys
    "catalog/requirement.py",  # their records
    "views/words/leaves.py",  # their words
}
LEAVES = "rules/leaves/"


def _names_used(source: str) -> Iterator[str]:
    """Every name that a module imports, reads, or takes from another module."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import() | ast.ImportFrom():
                yield from (name.name.rpartition(".")[2] for name in node.names)
            case ast.Name():
                yield node.id
            case ast.Attribute():
                yield node.attr
            case _:
                pass


def test_a_leaf_is_named_only_where_it_is_defined_judged_and_worded() -> None:
    """What another module must know of a leaf is a member of the contract or a method."""
    named = {
        (path, name)
        for file in PACKAGE.rglob("*.py")
        if not (path := file.relative_to(PACKAGE).as_posix()).startswith(LEAVES)
        and path not in ALLOWED
        for name in _names_used(file.read_text("utf-8"))
        if name in LEAF_CLASSES
    }
    assert named == set()


def test_every_allowed_file_names_a_leaf() -> None:
    """An exception that is no longer needed is taken from the list."""
    idle = {
        path
        for path in ALLOWED
        if (PACKAGE / path).exists()
        and not LEAF_CLASSES & {*_names_used((PACKAGE / path).read_text("utf-8"))}
    }
    assert idle == set()


def test_names_are_found_in_every_form() -> None:
    """Imported, imported under another name, read, and taken from a module."""
    source = "from a import Holds as H\nx: Degree\nisinstance(y, language.Course | 'Membership')\n"
    assert LEAF_CLASSES & {*_names_used(source)} == {"Holds", "Degree", "Course"}
