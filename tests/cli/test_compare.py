"""`certadvisor compare`: exit codes, names, and when there is an outcome for the person."""

import csv
import io
import json

import pytest
from running import program, run

DAY = ("--as-of", "2026-11-22")


def test_a_comparison_exits_with_0() -> None:
    """Names are accepted as well as ids."""
    result = run("compare", "PMP", "Certified ScrumMaster", *DAY)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "pmp, csm" in result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "NAME...: is missing"),
        (("pmp",), "1 named; name 2 to 6"),
        (("pmp", "PMI-PMP"), "names pmp again"),
        (("pmp", "capm", "csm", "psm-i", "a-csm", "cbap", "iapm-cpm"), "7 named; name 2 to 6"),
        (("pmpp", "csm"), "did you mean `pmp`"),
        (("cpm", "csm"), "iapm-cpm"),
        (("scrum-mastr", "project-manager"), "scrum-master"),
        (("pmp", "scrum-master"), "compare like with like"),
        (("pmp", "\x1b[31mred"), "\\x1b[31mred"),
    ],
)
def test_wrong_usage_of_compare_exits_with_2(words: tuple[str, ...], message: str) -> None:
    """With the word to use instead, and nothing on standard output."""
    result = run("compare", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "\x1b" not in result.stderr


def test_all_unknown_names_are_reported() -> None:
    """Not only the first."""
    result = run("compare", "pmpp", "csmm", "psm-i")
    assert "pmpp" in result.stderr
    assert "csmm" in result.stderr


@pytest.mark.parametrize(
    ("options", "has_outcome"),
    [
        ((), False),
        (("--country", "US", "--budget", "900 USD", "--within", "1y"), False),
        (("--degree", "bachelor"), True),
        (("--profile", "-"), True),
    ],
)
def test_outcomes_are_shown_where_facts_about_the_person_are_given(
    options: tuple[str, ...],
    has_outcome: bool,  # noqa: FBT001
) -> None:
    """A country and a budget are preferences: they select prices and are not judged."""
    result = run("compare", "pmp", "csm", *options, *DAY, "--format", "json", stdin="work: []")
    assert (json.loads(result.stdout)["compared"][0]["outcome"] is not None) is has_outcome


def test_the_csv_has_a_column_for_each_certification() -> None:
    """And a row for each figure, with whether they agree."""
    result = run("compare", "pmp", "csm", *DAY, "--format", "csv")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows[0] == ["fact", "agreement", "pmp", "csm"]
    assert ["total.amount", "differs", "675", "400"] in rows
    assert all(len(row) == 4 for row in rows)


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_the_example_of_the_help_fits_the_width(columns: str) -> None:
    """Three certifications are side by side from 80 columns on, else one below the other."""
    result = program("compare", "pmp", "prince2-7-practitioner", "ipma-c", *DAY, COLUMNS=columns)
    assert result.returncode == 0
    assert max(len(line) for line in result.stdout.splitlines()) <= int(columns)
    split_lines = (line.split() for line in result.stdout.splitlines())
    side_by_side = ["PMP", "PRINCE2", "Practitioner", "IPMA", "Level", "C"] in split_lines
    assert side_by_side is (columns != "60")
