"""The examples in docstrings are run, so that none of them misleads a reader."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import certadvisor

PACKAGE = Path(certadvisor.__file__).parent
MODULES = sorted(
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for file in PACKAGE.rglob("*.py")
    if ">>> " in file.read_text("utf-8")
)


def test_examples_are_found() -> None:
    """An empty list would make every other test here pass."""
    assert len(MODULES) > 20


@pytest.mark.parametrize("name", MODULES)
def test_every_example_in_a_docstring_gives_what_it_shows(name: str) -> None:
    """Run as written, without a namespace of the tests' own."""
    outcome = doctest.testmod(import_module(name))
    assert outcome.attempted > 0
    assert outcome.failed == 0
