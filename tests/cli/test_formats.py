"""`--format`: each command takes its own formats, and no other."""

import pytest
from running import run

COMMON = "table, json, csv, markdown"


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (("list",), COMMON),
        (("roles",), COMMON),
        (("profile", "evidence", "pmp"), COMMON),
        (("plan",), f"{COMMON}, mermaid, ics, svg"),
        (("renew",), f"{COMMON}, ics"),
        (("map",), f"{COMMON}, svg, html"),
        (("audit", "people.csv", "--policy", "policy.yaml"), f"{COMMON}, junit, github"),
        (("catalog", "check"), f"{COMMON}, sarif, github"),
        (("catalog", "test"), COMMON),
        (("batch", "people.csv"), "jsonl, csv"),
    ],
)
def test_a_command_takes_its_own_formats(words: tuple[str, ...], choices: str) -> None:
    """The message lists them, in the order of the help."""
    result = run(*words, "--format", "pdf")
    assert result.exit_code == 2
    problem = "error: --format: `pdf` isn't a valid value"
    assert result.stderr.startswith(f"{problem}; choose from: {choices}\n")


def test_a_format_of_another_command_is_refused() -> None:
    """`list` draws no pictures, and a report of a team is not a CSV."""
    problem = (
        "`svg` isn't a valid value; did you mean `csv`? choose from: table, json, csv, markdown"
    )
    assert f"error: --format: {problem}\n" in run("list", "--format", "svg").stderr
    problem = "`csv` isn't a valid value; choose from: table, json, markdown, html"
    assert f"error: --report: {problem}\n" in run("batch", "x.csv", "--report", "csv").stderr


@pytest.mark.parametrize(
    ("words", "format", "problem"),
    [
        (
            ("check", "pmp", "--leading", "30m", "--timeline"),
            "csv",
            "cannot show --timeline; use table, json or markdown",
        ),
        (
            ("check", "pmp", "--leading", "30m", "--what-if", "holds capm"),
            "csv",
            "cannot show --what-if; use table, json or markdown",
        ),
        (
            ("recommend", "--leading", "30m", "--why-not", "capm"),
            "csv",
            "cannot show --why-not; use table, json or markdown",
        ),
        (
            ("recommend", "--leading", "30m", "--what-if", "holds capm"),
            "csv",
            "cannot show --what-if; use table, json or markdown",
        ),
        (
            ("roles", "--title", "PM"),
            "csv",
            "cannot show your present role or the pay in your country; use table or markdown",
        ),
        (
            ("roles", "--country", "GB"),
            "csv",
            "cannot show your present role or the pay in your country; use table or markdown",
        ),
        (
            ("roles", "--title", "PM"),
            "json",
            "cannot show your present role or the pay in your country; use table or markdown",
        ),
        (
            ("audit", "people.csv", "--policy", "policy.yaml", "--matrix"),
            "junit",
            "cannot show --matrix; use table, json, csv or markdown",
        ),
        (
            ("audit", "people.csv", "--policy", "policy.yaml", "--matrix"),
            "github",
            "cannot show --matrix; use table, json, csv or markdown",
        ),
    ],
)
def test_an_option_that_the_format_cannot_show_is_an_error(
    words: tuple[str, ...], format: str, problem: str
) -> None:
    """It was dropped without a word; the message names the formats that show it."""
    result = run(*words, "--format", format)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error: --format {format}: {problem}\n" in result.stderr
    assert "1 error" not in result.stderr, "one line is enough for one error"


def test_every_option_that_the_format_cannot_show_is_reported() -> None:
    """A line each, before anything is read."""
    words = ("--timeline", "--what-if", "holds capm", "--profile", "no-such-file", "-f", "csv")
    result = run("check", "pmp", *words)
    assert result.stderr.splitlines() == [
        "error: --format csv: cannot show --timeline; use table, json or markdown",
        "error: --format csv: cannot show --what-if; use table, json or markdown",
        "2 errors.",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("check", "pmp", "--leading", "30m", "--timeline", "--what-if", "holds capm"),
        ("recommend", "--leading", "30m", "--why-not", "capm", "--what-if", "holds capm"),
    ],
)
@pytest.mark.parametrize("format", ["table", "json", "markdown"])
def test_the_formats_that_an_error_names_show_the_option(
    words: tuple[str, ...], format: str
) -> None:
    """And they differ from the answer without it."""
    result = run(*words, "--format", format)
    assert result.stderr == ""
    assert result.stdout != run(*words[: words.index("30m") + 1], "--format", format).stdout


def test_the_ladder_as_json_has_the_pay_of_every_country() -> None:
    """So a country is not dropped there."""
    result = run("roles", "--country", "GB", "--format", "json")
    assert result.exit_code == 0
    assert result.stdout == run("roles", "--format", "json").stdout


@pytest.mark.parametrize("format", ["json", "csv", "junit", "github"])
def test_a_limit_of_rows_does_not_go_with_a_format_that_lists_all(format: str) -> None:
    """Only tables and Markdown have a limit."""
    words = ("audit", "people.csv", "--policy", "policy.yaml", "--rows", "5", "--format", format)
    problem = f"--rows: does not go with --format {format}, which lists all findings; leave it out"
    result = run(*words)
    assert result.exit_code == 2
    assert f"error: {problem}\n" in result.stderr
