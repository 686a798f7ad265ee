"""The commands at the end of `recommend` run as they are pasted, about the same person."""

import re
import shlex
from pathlib import Path

import pytest
from running import run

OPTIONS = ("--title", "IT project manager", "--degree", "bachelor", "--country", "US")
DAY = ("--as-of", "2026-11-22")


def commands_of(screen: str) -> list[list[str]]:
    """The words of each command on a screen."""
    lines = screen.replace("\\\n", "").splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith("  certadvisor ")]


def test_a_command_to_paste_runs_with_the_same_options(tmp_path: Path) -> None:
    """With options, with a file whose name has spaces, and with both."""
    profile = tmp_path / "my profile.yaml"
    profile.write_text("country: US\neducation: [{degree: bachelor}]\n", "utf-8")
    own_file = ("-p", str(profile))
    for given, names in (
        (OPTIONS, [["check"], ["plan"]]),  # one where two would be long
        (own_file, [["check", "plan"]]),
        ((*own_file, *OPTIONS), [["check"], ["plan"]]),
    ):
        commands = commands_of(run("recommend", *given, *DAY).stdout)
        assert [words[0] for words in commands] in names
        for words in commands:
            assert set(given[1::2]) <= set(words)
            assert words[-2:] == list(DAY)
            again = run(*words)
            assert again.exit_code in (0, 1), again.output


def test_a_profile_of_standard_input_has_a_placeholder() -> None:
    """The shell that pastes the command has nothing to give there."""
    screen = run("recommend", "-p", "-", *DAY, stdin="country: US\n").stdout
    assert all("-p FILE" in " ".join(words) for words in commands_of(screen))
    assert commands_of(screen)


@pytest.mark.parametrize("format", ["json", "csv"])
def test_explain_is_of_the_screen(format: str) -> None:
    """JSON has all of it anyway; a CSV has no room for it."""
    result = run("recommend", *OPTIONS, *DAY, "--explain", "--format", format)
    assert result.exit_code == (0 if format == "json" else 2)
    assert format == "json" or re.search("csv.*--explain", result.stderr)
