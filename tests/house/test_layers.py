"""CONTRIBUTING names the layers that the import contract holds."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_contributing_lists_the_layers_of_the_contract() -> None:
    """The same layers in the same order, or a newcomer puts a file where CI refuses it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    listed = re.search(r"imports downward only: `([^`]+)`", text)
    assert listed
    assert " ".join(listed[1].split()).split(" > ") == layers
