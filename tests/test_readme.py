"""The screens in the README are what the commands print."""

import re
import shlex
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "cli"))

from running import program

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
SCREENS = re.findall(
    r"```console\n\$ (certadvisor (?:[^\n]*\\\n)*[^\n]*)\n(.*?)```", README, re.DOTALL
)


@pytest.mark.parametrize(("command", "screen"), SCREENS, ids=[c.split()[1] for c, _ in SCREENS])
def test_a_screen_of_the_readme_is_what_the_command_prints(command: str, screen: str) -> None:
    """From the first line on, at a width of 80 columns."""
    words = shlex.split(command.replace("\\\n", " "))[1:]
    result = program(*words, COLUMNS="80")
    assert result.stdout.startswith(screen.rstrip("\n")), result.stdout + result.stderr
