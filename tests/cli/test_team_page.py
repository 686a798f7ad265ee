"""docs/team-report.md: its screens are what the commands print."""

import os
import re
from pathlib import Path

import pytest
from test_hr_page import hr_folder, matches, run_script  # noqa: F401  a fixture

PAGE = (Path(__file__).parents[2] / "docs" / "team-report.md").read_text("utf-8")
SCREENS = re.findall(r"```console\n\$ (.*?)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.skipif(os.name == "nt", reason="the page is for a shell")
@pytest.mark.parametrize(("command", "expected"), SCREENS)
def test_a_screen_of_the_team_report_page_is_what_its_command_prints(
    command: str, expected: str, request: pytest.FixtureRequest
) -> None:
    """Every line, in this order."""
    result = run_script(command, request.getfixturevalue("hr_folder"))
    assert result.returncode == 1  # a row is rejected
    assert matches(expected, result.stdout)
