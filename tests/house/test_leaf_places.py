"""A leaf is known in every place that needs it, also in those that mypy cannot name."""

import importlib
import inspect
import re
from datetime import date
from typing import get_args

import pytest

from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.definitions.requirement import NODES, LeafDefinition, Requirement
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import TAGS, AllOf, AnyOf, Leaf, LeafTag, ids_named
from certadvisor.errors import InputError
from certadvisor.linting import case_schema
from certadvisor.linting.case_schema import Missing
from certadvisor.linting.cases import missing_as_data
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, Section
from certadvisor.profile.reader import KEYS, read_profile
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.verdict import Shortfall
from certadvisor.views.sections.judgement import LeafParameters, leaf_parameters, shortfall_json
from certadvisor.views.words import leaves as words
from certadvisor.views.words.names_and_amounts import UNITS

LEAF_TAGS: dict[str, type] = {TAGS[leaf]: leaf for leaf in Leaf.__args__}
DAY = date(2026, 11, 22)


def _example(tag: str) -> Leaf:
    """The record of the example in the docstring of the leaf's module."""
    module = importlib.import_module(f"certadvisor.rules.leaves.{tag}")
    match = re.search(r"^Example: `([^`]+)`", module.__doc__ or "", re.MULTILINE)
    assert match is not None
    definition = NODES[tag].model_validate(read_bytes(match[1].encode(), "example").data)
    assert isinstance(definition, LeafDefinition)
    return definition.to_record({})


def test_every_leaf_has_its_key_and_its_definition() -> None:
    """The records, their keys, the definitions and the union of these name the same leaves."""
    assert set(TAGS) == {AllOf, AnyOf, *Leaf.__args__}
    assert set(get_args(LeafTag)) == set(LEAF_TAGS)
    assert set(NODES) == set(TAGS.values())
    union, _ = get_args(Requirement)
    assert {get_args(member)[0] for member in get_args(union)} == set(NODES.values())


def test_every_section_is_a_key_of_the_profile() -> None:
    """What a leaf looks at is read from the profile, and kept under the same name."""
    assert {*Section} <= {*KEYS["profile"]}
    assert KEYS["profile"] == Profile._fields


@pytest.mark.parametrize("key", KEYS["profile"])
def test_every_key_of_the_profile_is_read(key: str, small: Catalog) -> None:
    """A key without a value is a fault where it is read; an unread one would pass."""
    with pytest.raises(InputError, match=key):
        read_profile(read_bytes(f"{key}:".encode(), "profile"), small, DAY)


@pytest.mark.parametrize("tag", LEAF_TAGS)
def test_every_leaf_is_judged_and_documented(tag: str, small: Catalog) -> None:
    """Its example is a leaf of the kind, its module judges it, and its fields are documented."""
    leaf = _example(tag)
    assert type(leaf) is LEAF_TAGS[tag]
    assert inspect.getmodule(kind_of(leaf).judge) is kind_of(leaf)
    assert leaf_parameters(leaf).keys() <= LeafParameters.__annotations__.keys()
    assert set(type(leaf)._fields) <= LeafParameters.__annotations__.keys()
    verdict = kind_of(leaf).judge(leaf, Evidence(Profile(), small, DAY), DAY)
    shortfall = Shortfall(leaf, verdict.need or 1, verdict.unit or "")
    subject = shortfall_json(shortfall).keys() - {"requirement", "amount", "unit"}
    assert subject
    Missing.model_validate(missing_as_data(shortfall))


@pytest.mark.parametrize("tag", LEAF_TAGS)
def test_every_leaf_is_asked_for_in_words(tag: str, small: Catalog) -> None:
    """Its question is worded for an answer, for an audit, and for the interview if it asks."""
    leaf = _example(tag)
    question = kind_of(leaf).question(leaf, Evidence(Profile(), small, DAY), DAY)
    assert question.topic in words.QUESTIONS
    assert question.topic in words.QUESTION_FACTS
    assert (question.section is None) == (question.topic not in words.SHORT_QUESTIONS)
    if question.section is not None and not question.answers:
        assert ids_named([leaf], tag) == (question.subject,)


@pytest.mark.parametrize("tag", LEAF_TAGS)
def test_every_leaf_counts_in_a_unit_that_is_known(tag: str, small: Catalog) -> None:
    """To `effort_days` of data/advice.yaml, to the words, and to the case files."""
    leaf, evidence = _example(tag), Evidence(Profile(), small, DAY)
    unit = kind_of(leaf).judge(leaf, evidence, DAY).unit
    assert unit is not None
    assert kind_of(leaf).effort_days(Shortfall(leaf, 1, unit), evidence, DAY) > 0
    assert unit in UNITS
    assert unit in get_args(case_schema.Unit)
