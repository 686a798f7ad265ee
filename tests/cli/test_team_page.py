"""docs/team-report.md: its screens are what the commands print."""

import os
import re
from pathlib import Path

import pytest
from test_hr_page import matches, place, shell  # noqa: F401  a fixture

PAGE = (Path(__file__).parents[2] / "docs" / "team-report.md").read_text("utf-8")
SCREENS = re.findall(r"```console\n\$ (.*?)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.skipif(os.name == "nt", reason="the page is for a shell")
@pytest.mark.parametrize(("asked", "expected"), SCREENS)
def test_a_screen_of_the_team_report_page_is_what_its_command_prints(
    asked: str, expected: str, request: pytest.FixtureRequest
) -> None:
    """Every line, in this order."""
    done = shell(asked, request.getfixturevalue("place"))
    assert done.returncode == 1  # a row is rejected
    assert matches(expected, done.stdout)
