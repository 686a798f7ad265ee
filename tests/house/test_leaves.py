"""A leaf is known to its module, its definition and its words; everything else asks those.

What no type checker asks for is asked for here, of the example in each leaf's module.
"""

import ast
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import TypeAdapter

from certadvisor.catalog.definitions.requirement import NODES, Requirement
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import TAGS, Leaf, tag_of
from certadvisor.linting import case_schema
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.verdict import Shortfall
from certadvisor.views.words import leaves as words
from certadvisor.views.words.names_and_amounts import UNITS

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "certadvisor"
LEAF_CLASSES = {leaf.__name__ for leaf in Leaf.__args__}
ALLOWED = {
    "catalog/definitions/requirement.py",  # their keys
    "catalog/requirement.py",  # their records
    "views/words/leaves.py",  # their words
}
LEAVES = "rules/leaves/"
TAGS_OF_LEAVES = [TAGS[leaf] for leaf in Leaf.__args__]
AS_OF = date(2026, 11, 30)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The built-in catalogue, with its table of efforts."""
    return load_catalog()


def _example(tag: str) -> Any:
    """The record of the first example in the docstring of the leaf's module."""
    module = import_module(f"certadvisor.rules.leaves.{tag}")
    found = re.search(r"^Example: `(\{.+?\})`", module.__doc__ or "", re.MULTILINE)
    assert found, f"rules/leaves/{tag}.py: no line `Example: `{{{tag}: …}}`` in the docstring"
    definition: Any = TypeAdapter(Requirement).validate_python(yaml.safe_load(found[1]))
    return definition.to_record({})


def test_a_definition_exists_of_every_leaf_and_of_no_other() -> None:
    """The same tags, in the same order, as definition and as record."""
    assert [tag for tag in NODES if tag not in ("all", "any")] == TAGS_OF_LEAVES


@pytest.mark.parametrize("tag", TAGS_OF_LEAVES)
def test_the_example_of_a_leaf_is_one(tag: str) -> None:
    """It stands in the reference of docs/catalogue.md too."""
    leaf = _example(tag)
    assert tag_of(leaf) == tag
    assert kind_of(leaf) is import_module(f"certadvisor.rules.leaves.{tag}")


@pytest.mark.parametrize("tag", TAGS_OF_LEAVES)
def test_what_a_leaf_asks_can_be_put_into_words(tag: str, catalog: Catalog) -> None:
    """As a question to the person, and in an audit as a fact that is not known."""
    evidence = Evidence(Profile(), catalog, AS_OF)
    topic = kind_of(leaf := _example(tag)).question(leaf, evidence, AS_OF).topic
    assert topic in words.QUESTIONS
    assert topic in words.QUESTION_FACTS


@pytest.mark.parametrize("tag", TAGS_OF_LEAVES)
def test_the_unit_of_a_leaf_is_known_wherever_it_counts(tag: str, catalog: Catalog) -> None:
    """To `effort_days` of data/advice.yaml, to the words, and to the cases."""
    leaf, evidence = _example(tag), Evidence(Profile(), catalog, AS_OF)
    unit = kind_of(leaf).judge(leaf, evidence, AS_OF).unit
    assert unit is not None
    assert kind_of(leaf).effort_days(Shortfall(leaf, 1, unit), evidence, AS_OF) > 0
    assert unit in UNITS
    assert unit in get_args(case_schema.Unit)


def test_a_case_can_expect_every_leaf_to_be_missing() -> None:
    """`linting/case_schema.py` writes the tags out, for the schema that editors read."""
    assert set(get_args(case_schema.LeafName)) == set(TAGS_OF_LEAVES)


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
