"""Exit codes: success or yes, no, wrong usage, internal error, interrupted."""

import pytest
from running import run

from certadvisor.cli import exit_codes

LEADER = ("--degree", "bachelor", "--training", "project-management=35h", "--as-of", "2026-11-22")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "pmp", "--leading", "36m", *LEADER), exit_codes.OK),
        (("check", "pmp", "--leading", "35m", *LEADER), exit_codes.NEGATIVE),
        (("check", "pmp", "--degree", "bachelor"), exit_codes.NEGATIVE),
        (("check", "pmp", "--award", "--leading", "36m", *LEADER), exit_codes.OK),
        (("check", "prince2-6-foundation", "--as-of", "2026-11-22"), exit_codes.NEGATIVE),
        (("check", "prince2-6-foundation", "--as-of", "2025-06-30"), exit_codes.OK),
        (("check", "iapm-cpm"), exit_codes.NEGATIVE),
        (("recommend", "--role", "project-manager"), exit_codes.OK),
        (("list",), exit_codes.OK),
        (("list", "nothing-has-this-name"), exit_codes.OK),
        (("show", "pmp"), exit_codes.OK),
        (("show", "CPM"), exit_codes.OK),
        (("show", "project lead"), exit_codes.OK),
        (("roles",), exit_codes.OK),
        (("--version",), exit_codes.OK),
        (("--help",), exit_codes.OK),
        (("check", "-h"), exit_codes.OK),
        (("recommend",), exit_codes.USAGE),
        (("check", "CPM"), exit_codes.USAGE),
        (("check", "pmpp"), exit_codes.USAGE),
        (("show", "pmpp"), exit_codes.USAGE),
        (("check",), exit_codes.USAGE),
        (("chek", "pmp"), exit_codes.USAGE),
        (("list", "--format", "xml"), exit_codes.USAGE),
        (("list", "--level", "novices"), exit_codes.USAGE),
        (("list", "--issuer", "pmo"), exit_codes.USAGE),
        (("list", "--max-cost", "cheap"), exit_codes.USAGE),
        (("list", "--country", "XX"), exit_codes.USAGE),
        (("list", "--catalog", "no-such-folder"), exit_codes.USAGE),
        (("recommend", "--profile", "no-such-file"), exit_codes.USAGE),
        (("recommend", "--leading", "long"), exit_codes.USAGE),
        (("recommend", "--leading", "3y", "--weight", "demand=heavy"), exit_codes.USAGE),
        (("recommend", "--leading", "3y", "--weight", "luck=2"), exit_codes.USAGE),
        (("recommend", "--leading", "3y", "--why-not", "CPM"), exit_codes.USAGE),
        (("recommend", "--leading", "3y", "--top", "0"), exit_codes.USAGE),
    ],
)
def test_a_command_ends_with_its_exit_code(words: tuple[str, ...], code: int) -> None:
    """One meaning each; usage errors are printed to standard error alone."""
    result = run(*words)
    assert result.exit_code == code, result.output
    if code == exit_codes.USAGE:
        assert result.stdout == ""
        assert result.stderr
        assert "Traceback" not in result.stderr
    else:
        assert result.stdout


def test_without_a_command_the_help_is_shown() -> None:
    """It names the commands; it is the answer, so it goes where a pager reads it."""
    result = run()
    assert (result.exit_code, result.stderr) == (exit_codes.OK, "")
    text = result.stdout
    assert all(name in text for name in ("recommend", "check", "list", "show", "roles"))


def test_an_internal_error_exits_with_3_and_shows_no_personal_data(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The type of the error and its location, without traceback and message."""

    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the person")

    monkeypatch.setattr("certadvisor.cli.commands.list_.filter_certifications", broken)
    result = run("list")
    assert result.exit_code == exit_codes.INTERNAL_ERROR
    assert "RuntimeError" in result.stderr
    assert "certadvisor.cli.commands.list_:" in result.stderr
    assert "secret" not in result.output
    assert "Traceback" not in result.output


def test_an_interruption_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """As shells expect of Ctrl-C."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("certadvisor.cli.commands.list_.filter_certifications", interrupted)
    assert run("list").exit_code == exit_codes.INTERRUPTED
