"""The README fits on a few screens, which are what the commands print, as are those in docs/.

`CERTADVISOR_REWRITE=1` writes what the commands print now into the pages; read the difference.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "cli"))

from running import program

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
# Pages whose screens begin as the commands print; other pages have tests of their own.
PAGES = ("README.md", "docs/start.md", "docs/roles.md")
SCREEN = re.compile(r"```console\n\$ (certadvisor (?:[^\n]*\\\n)*[^\n]*)\n(.*?)```", re.DOTALL)
SCREENS = [
    (page, *found) for page in PAGES for found in SCREEN.findall((ROOT / page).read_text("utf-8"))
]
IDS = [f"{page}: {shlex.split(command)[1]}" for page, command, _ in SCREENS]
READERS = ("For you", "For teams", "For catalogue keepers")


@pytest.mark.parametrize(("page", "command", "screen"), SCREENS, ids=IDS)
def test_a_screen_on_a_page_is_what_the_command_prints(
    page: str, command: str, screen: str
) -> None:
    """From the first line on, at a width of 80 columns; the page may leave out the end."""
    words = shlex.split(command.replace("\\\n", " "))[1:]
    result = program(*words, COLUMNS="80")
    if os.environ.get("CERTADVISOR_REWRITE"):
        _rewrite(ROOT / page, screen, result.stdout)
    else:
        assert result.stdout.startswith(screen.rstrip("\n")), result.stdout + result.stderr


def _rewrite(page: Path, screen: str, output: str) -> None:
    """Put the output in place of the screen, up to the same last line or else as many lines."""
    old, new = screen.splitlines(), output.splitlines()
    count = new.index(old[-1]) + 1 if old[-1] in new else len(old)
    text = page.read_text("utf-8").replace(screen, "\n".join(new[:count]) + "\n")
    page.write_text(text, "utf-8")


@pytest.mark.parametrize(("page", "command", "screen"), SCREENS, ids=IDS)
def test_a_screen_on_a_page_holds_on_any_day_and_with_any_catalogue(
    page: str, command: str, screen: str
) -> None:
    """It names its day, and not the catalogue's digest, which changes with every fact."""
    assert "--as-of" in command, page
    assert re.findall(r"\([0-9a-f]{8}\)", screen) == []


def test_the_readme_is_short_and_has_a_screen_for_each_reader() -> None:
    """The rest is in docs/."""
    assert len(README.splitlines()) <= 120
    for reader in READERS:
        section = README.partition(f"\n## {reader}\n")[2].partition("\n## ")[0]
        assert len(SCREEN.findall(section)) == 1, reader


def test_ci_finds_the_two_commands_that_need_only_python() -> None:
    """One installs the program and asks it, the other runs the tests."""
    script = [sys.executable, str(ROOT / ".ci" / "readme_commands.py"), str(ROOT / "README.md")]
    result = subprocess.run(script, check=True, capture_output=True, text=True)
    first, second = result.stdout.splitlines()
    assert first.startswith("python3 -m venv --upgrade-deps .venv && ")
    assert ".venv/bin/certadvisor recommend " in first
    assert second.startswith("python3 -m venv --upgrade-deps .venv && ")
    assert " .venv/bin/python -m pytest " in second


def test_the_profile_in_the_first_hour_is_the_example() -> None:
    """The screens of the page are about it."""
    example = (ROOT / "examples" / "me.yaml").read_text("utf-8")
    assert f"```yaml\n{example}```" in (ROOT / "docs" / "start.md").read_text("utf-8")
