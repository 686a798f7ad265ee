"""The YAML files that others read with tools of their own have keys that all tools read alike."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    file
    for folder in ("data", "examples")
    for pattern in ("*.yaml", "*.yml")
    for file in (ROOT / folder).rglob(pattern)
)
# Plain words that YAML 1.1 (yaml.org/type) takes for a boolean, null, number, date or merge key.
# PyYAML leaves some of them text (`y`, `1e3`), other readers do not.
NOT_TEXT = re.compile(
    r"""(?ix)
    y | yes | n | no | true | false | on | off
    | ~ | null | << | =
    | [-+]? (?: 0b[01_]+ | 0x[0-9a-f_]+ | [0-9][0-9_]* (?: : [0-5]?[0-9] )* (?: \.[0-9_]* )? )
    | [-+]? [0-9]* \.? [0-9]+ (?: e [-+]? [0-9]+ )?
    | [-+]? \. inf | \. nan
    | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} .*
    """
)


def _plain_keys(node: yaml.Node | None) -> Iterator[str]:
    """The keys that are written without quotes."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.style is None:
                yield key.value
            yield from _plain_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _plain_keys(item)


def _keys(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        yield from data
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _keys(item)


def test_files_are_found() -> None:
    """An empty list would make every other test here pass."""
    assert len(FILES) > 150


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_key_is_text_to_a_plain_yaml_reader(file: Path) -> None:
    """As `yaml.safe_load` reads it, which follows YAML 1.1: `on` would be true."""
    keys = set(_keys(yaml.safe_load(file.read_text("utf-8"))))
    assert [key for key in keys if not isinstance(key, str)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_unquoted_key_is_a_word_of_another_type(file: Path) -> None:
    """Whichever of YAML 1.1's types a reader implements."""
    root = yaml.compose(file.read_text("utf-8"), yaml.SafeLoader)
    assert [key for key in _plain_keys(root) if NOT_TEXT.fullmatch(key)] == []


@pytest.mark.parametrize(
    "key", ["on", "No", "y", "~", "12", "1_000", "12:30", "0x1F", "1e3", ".5", "2026-11-22", "<<"]
)
def test_the_words_of_another_type_are_known(key: str) -> None:
    """Or the test above would pass whatever the files hold."""
    assert NOT_TEXT.fullmatch(key)


@pytest.mark.parametrize("key", ["date", "one", "csm", "d-1", "six-sigma", "iapm-cpm"])
def test_ordinary_keys_are_text(key: str) -> None:
    """Ids and words."""
    assert not NOT_TEXT.fullmatch(key)
