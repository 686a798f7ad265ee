"""docs/checking.md: every command on it prints the lines shown."""

import re
import shlex
from pathlib import Path

import pytest
from running import program

PAGE = (Path(__file__).parents[2] / "docs" / "checking.md").read_text("utf-8")
PROFILE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
BLOCKS = re.findall(r"```console\n\$ certadvisor (.*?)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("command", "expected"), BLOCKS, ids=[block[0][:60] for block in BLOCKS])
def test_a_command_of_the_checking_page_prints_what_the_page_shows(
    command: str, expected: str, tmp_path: Path
) -> None:
    """The lines are in its output in this order; there may be others between them."""
    profile = tmp_path / "me.yaml"
    profile.write_text(PROFILE, "utf-8")
    words = [str(profile) if word == "me.yaml" else word for word in shlex.split(command)]
    printed = iter(program(*words, COLUMNS="80").stdout.splitlines())
    missing = [line for line in expected.splitlines() if line and line not in printed]
    assert missing == []


def test_the_checking_page_has_six_commands() -> None:
    """Without commands the test above would check nothing."""
    assert len(BLOCKS) == 6


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--award",), 1)])
def test_with_award_the_exit_code_follows_being_certified(
    options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """The exam of the CISM is open to all, the certificate is not."""
    profile = tmp_path / "me.yaml"
    profile.write_text(PROFILE, "utf-8")
    checked = program("check", "cism", "--profile", str(profile), *options)
    assert checked.returncode == code
    assert "To be certified you also need 60 months of" in checked.stdout
