"""`roles match`: a JSON line for each job title."""

import json
from pathlib import Path

import pytest
from running import program, run

KEYS = ["title", "role", "level", "kinds", "is_project_management", "confidence"]


def test_each_title_has_its_line_in_order(tmp_path: Path) -> None:
    """Duplicates keep their lines, empty lines have none; unknown titles are null."""
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
def test_titles_are_read_from_standard_input_too(words: list[str]) -> None:
    """With a dash, and without a file."""
    done = run("roles", "match", *words, given="PM\n")
    assert json.loads(done.stdout)["role"] == "project-manager"


def test_no_titles_give_no_lines() -> None:
    """Empty input gives empty output."""
    done = run("roles", "match", given="\n \n")
    assert (done.exit_code, done.stdout) == (0, "")


def test_titles_that_are_not_utf8_are_refused_with_their_line(tmp_path: Path) -> None:
    """Nothing is printed for the lines before."""
    titles = tmp_path / "titles.txt"
    titles.write_bytes(b"Project Manager\nChef de projet \xe9\n")
    done = run("roles", "match", str(titles))
    assert done.exit_code == 2
    assert "titles.txt:2: is not UTF-8 text; save it as UTF-8 text" in done.stderr
    assert done.stdout == ""


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
    done = run("roles", "--format", "csv", "match", given="PM\n")
    assert done.exit_code == 2
    assert "write them behind `match`" in done.stderr
