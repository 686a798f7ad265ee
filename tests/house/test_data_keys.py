"""The YAML files that others read with tools of their own have keys that all tools read alike."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

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


class FileKeys(NamedTuple):
    """The keys of a file: those written without quotes, and all as they are read."""

    unquoted: list[str]
    read: set[Any]


@pytest.fixture(scope="module", params=FILES, ids=lambda file: str(file.relative_to(ROOT)))
def file_keys(request: pytest.FixtureRequest) -> FileKeys:
    """The keys of one file, read as by `yaml.safe_load`, which follows YAML 1.1."""
    loader = yaml.SafeLoader(request.param.read_text("utf-8"))
    root = loader.get_single_node()
    unquoted = list(_plain_keys(root))  # first, since constructing resolves merge keys
    return FileKeys(unquoted, set(_keys(loader.construct_document(root))))


def test_files_are_found() -> None:
    """An empty list would make every other test here pass."""
    assert len(FILES) > 150


def test_every_key_is_text_to_a_plain_yaml_reader(file_keys: FileKeys) -> None:
    """To PyYAML an unquoted `on` would be true."""
    assert [key for key in file_keys.read if not isinstance(key, str)] == []


def test_no_unquoted_key_is_a_word_of_another_type(file_keys: FileKeys) -> None:
    """Whichever of YAML 1.1's types a reader implements."""
    assert [key for key in file_keys.unquoted if NOT_TEXT.fullmatch(key)] == []


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
