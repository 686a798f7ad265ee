"""A pager shows an answer that is longer than the terminal, and nothing else."""

import sys
from pathlib import Path

import pytest
from running import program
from terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal needs a pty")

LINES = 50  # of the terminals of the tests
LONG, SHORT = ("show", "pmp", "--sources"), ("check", "capm")


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that marks what it shows."""
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\necho PAGED $#\ncat\n")
    script.chmod(0o755)
    return str(script)


def shown(*words: str, pager: str, term: str = "xterm") -> str:
    """What the terminal shows."""
    with Terminal(*words, PAGER=pager, TERM=term) as terminal:
        return terminal.finish()[1]


def test_a_long_answer_is_shown_in_the_pager(pager: str) -> None:
    """PAGER may have arguments; the exit code stays that of the answer."""
    output = shown(*LONG, pager=f"{pager} -a 'b c'")
    assert output.startswith("PAGED 2\n")
    assert output.count("\n") > LINES
    with Terminal("check", "pmp", "--notes", "--degree", "none", PAGER=pager) as terminal:
        code, output = terminal.finish()
    assert (code, output[:5]) == (1, "PAGED")


def test_an_answer_that_fits_needs_no_pager(pager: str) -> None:
    """It stays on the screen."""
    output = shown(*SHORT, pager=pager)
    assert "PAGED" not in output
    assert output.count("\n") < LINES


@pytest.mark.parametrize("command", ["", "cat", "no-such-program", "'"])
def test_the_pager_can_be_switched_off_by_its_variable(command: str) -> None:
    """And one that is not there, or cannot be read, takes nothing away."""
    assert shown(*LONG, pager=command).count("\n") > LINES


def test_an_option_and_a_dumb_terminal_switch_the_pager_off(pager: str) -> None:
    """The whole answer is printed."""
    for output in (
        shown(*LONG, "--no-pager", pager=pager),
        shown(*LONG, pager=pager, term="dumb"),
    ):
        assert "PAGED" not in output
        assert output.count("\n") > LINES


def test_a_pipe_and_a_file_have_no_pager(pager: str, tmp_path: Path) -> None:
    """A script gets the answer as it is."""
    assert "PAGED" not in program(*LONG, PAGER=pager).stdout
    file = tmp_path / "pmp.txt"
    assert shown(*LONG, "-o", str(file), pager=pager) == ""
    assert "PAGED" not in file.read_text("utf-8")


def test_data_has_no_pager(pager: str) -> None:
    """JSON on a terminal is for a program, or for copying."""
    assert "PAGED" not in shown(*LONG, "--json", pager=pager)


def test_a_pager_left_early_is_no_error(tmp_path: Path) -> None:
    """Most people leave it before the end."""
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\nhead -1\n")
    script.chmod(0o755)
    with Terminal("list", PAGER=str(script)) as terminal:
        code, output = terminal.finish()
    assert code == 0
    assert output.count("\n") == 1
