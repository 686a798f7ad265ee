"""`certadvisor compare`: exit codes, names, and when there is an outcome for the person."""

import csv
import io
import json

import pytest
from running import program, run

DAY = ("--as-of", "2026-11-22")


def test_a_comparison_exits_with_0() -> None:
    """Names are accepted as well as ids."""
    done = run("compare", "PMP", "Certified ScrumMaster", *DAY)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "pmp, csm" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Missing argument"),
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
def test_wrong_usage_of_compare_exits_with_2(words: tuple[str, ...], told: str) -> None:
    """With the word to use instead, and nothing on standard output."""
    done = run("compare", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert "\x1b" not in done.stderr


def test_all_unknown_names_are_reported() -> None:
    """Not only the first."""
    done = run("compare", "pmpp", "csmm", "psm-i")
    assert "pmpp" in done.stderr
    assert "csmm" in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), False),
        (("--country", "US", "--budget", "900 USD", "--within", "1y"), False),
        (("--degree", "bachelor"), True),
        (("--profile", "-"), True),
    ],
)
def test_outcomes_are_shown_where_facts_about_the_person_are_given(
    options: tuple[str, ...],
    told: bool,  # noqa: FBT001
) -> None:
    """A country and a budget are preferences: they select prices and are not judged."""
    done = run("compare", "pmp", "csm", *options, *DAY, "--format", "json", given="work: []")
    assert (json.loads(done.stdout)["compared"][0]["outcome"] is not None) is told


def test_the_csv_has_a_column_for_each_certification() -> None:
    """And a row for each figure, with whether they agree."""
    done = run("compare", "pmp", "csm", *DAY, "--format", "csv")
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert rows[0] == ["fact", "agreement", "pmp", "csm"]
    assert ["total.amount", "differs", "675", "400"] in rows
    assert all(len(row) == 4 for row in rows)


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_the_example_of_the_help_fits_the_width(columns: str) -> None:
    """Three certifications are side by side from 80 columns on, else one below the other."""
    done = program("compare", "pmp", "prince2-7-practitioner", "ipma-c", *DAY, COLUMNS=columns)
    assert done.returncode == 0
    assert max(len(line) for line in done.stdout.splitlines()) <= int(columns)
    heads = (line.split() for line in done.stdout.splitlines())
    beside = ["PMP", "PRINCE2", "Practitioner", "IPMA", "Level", "C"] in heads
    assert beside is (columns != "60")
