"""`roles match`: a JSON line for each job title."""

import json
from pathlib import Path

import pytest
from running import program, run

KEYS = ["title", "role", "starting_point", "level", "kinds", "is_project_management", "confidence"]


def test_each_title_has_its_line_in_order(tmp_path: Path) -> None:
    """Duplicates keep their lines, empty lines have none; unknown titles are null."""
    titles = tmp_path / "titles.txt"
    titles.write_bytes("\ufeffChef de projet\r\n\r\nChief Wizard\nChef de projet".encode())
    result = program("roles", "match", str(titles))
    matches = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(one) for one in matches] == [KEYS] * 3
    assert [(one["title"], one["role"]) for one in matches] == [
        ("Chef de projet", "project-manager"),
        ("Chief Wizard", None),
        ("Chef de projet", "project-manager"),
    ]
    assert result.stdout.isascii()
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("words", [[], ["-"]])
def test_titles_are_read_from_standard_input_too(words: list[str]) -> None:
    """With a dash, and without a file."""
    result = run("roles", "match", *words, stdin="PM\n")
    assert json.loads(result.stdout)["role"] == "project-manager"


def test_no_titles_give_no_lines() -> None:
    """Empty input gives empty output."""
    result = run("roles", "match", stdin="\n \n")
    assert (result.exit_code, result.stdout) == (0, "")


def test_titles_that_are_not_utf8_are_refused_with_their_line(tmp_path: Path) -> None:
    """Nothing is printed for the lines before."""
    titles = tmp_path / "titles.txt"
    titles.write_bytes(b"Project Manager\nChef de projet \xe9\n")
    result = run("roles", "match", str(titles))
    assert result.exit_code == 2
    assert "titles.txt:2: is not UTF-8 text; save it as UTF-8 text" in result.stderr
    assert result.stdout == ""


def test_a_file_of_titles_that_is_too_large_or_missing_is_refused(tmp_path: Path) -> None:
    """With a clear message."""
    titles = tmp_path / "titles.txt"
    titles.write_bytes(b"x\n" * (4 * 2**20 + 1))
    assert "is larger than 8 MB; split the file" in run("roles", "match", str(titles)).stderr
    assert "no such file" in run("roles", "match", str(tmp_path / "none")).stderr


def test_roles_without_a_subcommand_shows_the_ladder() -> None:
    """`roles` is a command as well as a group."""
    assert run("roles").stdout.startswith("The career ladder")
    assert json.loads(run("roles", "--format", "json").stdout)["schema_version"] == 1


def test_options_before_a_subcommand_are_refused() -> None:
    """They would apply to the ladder and be dropped silently."""
    result = run("roles", "--format", "csv", "match", stdin="PM\n")
    assert result.exit_code == 2
    assert "write them behind `match`" in result.stderr
