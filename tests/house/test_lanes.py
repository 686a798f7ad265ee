"""Every marker names tests, and `make fast` leaves out exactly the tests that have one."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]
MARKERS = {line.partition(":")[0] for line in SETTINGS["ini_options"]["markers"]}


def test_make_fast_leaves_out_every_marker() -> None:
    """So the rest of the suite is what has a marker, and no test is in neither."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    expression = re.search(r'-m "not \((.+)\)"', makefile)
    assert expression
    assert set(expression[1].split(" or ")) == MARKERS


def test_every_marker_is_used() -> None:
    """By a decorator, by a file, or for a whole folder."""
    sources = (file.read_text("utf-8") for file in (ROOT / "tests").rglob("*.py"))
    used = {name for source in sources for name in re.findall(r"pytest\.mark\.(\w+)", source)}
    assert used >= MARKERS != set()
