"""`roles match`: titles in, a line of JSON for each out."""

import json
from pathlib import Path

import pytest
from running import program, run

KEYS = ["title", "role", "level", "kinds", "is_project_management", "confidence"]


def test_each_title_has_its_line_in_order(tmp_path: Path) -> None:
    """Twins keep their lines and empty lines have none; the built-in words read the rest."""
    titles = tmp_path / "titles.txt"
    titles.write_bytes("\ufeffChef de projet\r\n\r\nChief Wizard\nChef de projet".encode())
    done = program("roles", "match", str(titles))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [list(one) for one in found] == [KEYS] * 3
    assert [(one["title"], one["role"]) for one in found] == [
        ("Chef de projet", "project-manager"),
        ("Chief Wizard", None),
        ("Chef de projet", "project-manager"),
    ]
    assert done.stdout.isascii()
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [[], ["-"]])
def test_titles_come_from_standard_input_too(words: list[str]) -> None:
    """With a dash, and where nothing is named."""
    done = run("roles", "match", *words, given="PM\n")
    assert json.loads(done.stdout)["role"] == "project-manager"


def test_no_title_is_no_line() -> None:
    """An empty list is answered with an empty one."""
    done = run("roles", "match", given="\n \n")
    assert (done.exit_code, done.stdout) == (0, "")


def test_what_is_no_text_is_refused_with_its_line(tmp_path: Path) -> None:
    """Nothing is half-read."""
    titles = tmp_path / "titles.txt"
    titles.write_bytes(b"Project Manager\nChef de projet \xe9\n")
    done = run("roles", "match", str(titles))
    assert done.exit_code == 2
    assert "titles.txt:2: is not UTF-8 text; save it as UTF-8 text" in done.stderr
    assert done.stdout == ""


def test_a_file_that_is_too_large_or_away_is_refused(tmp_path: Path) -> None:
    """Bounded input, and a clear line."""
    titles = tmp_path / "titles.txt"
    titles.write_bytes(b"x\n" * (4 * 2**20 + 1))
    assert "is larger than 8 MB; split the file" in run("roles", "match", str(titles)).stderr
    assert "no such file" in run("roles", "match", str(tmp_path / "none")).stderr


def test_the_bare_name_still_shows_the_ladder() -> None:
    """`roles` is a command and the name of others."""
    assert run("roles").stdout.startswith("The career ladder")
    assert json.loads(run("roles", "--format", "json").stdout)["schema_version"] == 1


def test_options_before_the_name_are_not_dropped_in_silence() -> None:
    """They would be the ladder's."""
    done = run("roles", "--format", "csv", "match", given="PM\n")
    assert done.exit_code == 2
    assert "write them behind `match`" in done.stderr
