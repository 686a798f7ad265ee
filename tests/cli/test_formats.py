"""`--format`: each command takes its own formats, and no other."""

import pytest
from running import run

COMMON = "'table', 'json', 'csv', 'markdown'"


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (("list",), COMMON),
        (("roles",), COMMON),
        (("profile", "evidence", "pmp"), COMMON),
        (("plan",), f"{COMMON}, 'mermaid', 'ics'"),
        (("renew",), f"{COMMON}, 'ics'"),
        (("map",), f"{COMMON}, 'svg', 'html'"),
        (("audit", "people.csv", "--policy", "policy.yaml"), f"{COMMON}, 'junit', 'github'"),
        (("catalog", "check"), f"{COMMON}, 'sarif', 'github'"),
        (("catalog", "test"), COMMON),
        (("batch", "people.csv"), "'jsonl', 'csv'"),
    ],
)
def test_a_command_takes_its_own_formats(words: tuple[str, ...], choices: str) -> None:
    """The message lists them, in the order of the help."""
    result = run(*words, "--format", "pdf")
    assert result.exit_code == 2
    assert f"'pdf' is not one of {choices}." in result.stderr


def test_a_format_of_another_command_is_refused() -> None:
    """`list` draws no pictures, and a report of a team is no CSV."""
    assert "'svg' is not one of" in run("list", "--format", "svg").stderr
    assert "'csv' is not one of" in run("batch", "people.csv", "--report", "csv").stderr
