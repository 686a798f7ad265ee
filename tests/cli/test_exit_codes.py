"""What the exit code says: done or yes, no, wrong usage, our own fault, interrupted."""

import pytest
from running import run

from certadvisor.cli import exits

LEADER = ("--degree", "bachelor", "--training", "project-management=35h", "--as-of", "2026-11-22")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "pmp", "--leading", "36m", *LEADER), exits.DONE),
        (("check", "pmp", "--leading", "35m", *LEADER), exits.NO),
        (("check", "pmp", "--degree", "bachelor"), exits.NO),
        (("check", "prince2-6-foundation", "--as-of", "2026-11-22"), exits.NO),
        (("check", "prince2-6-foundation", "--as-of", "2025-06-30"), exits.DONE),
        (("check", "iapm-cpm"), exits.NO),
        (("recommend", "--role", "project-manager"), exits.DONE),
        (("list",), exits.DONE),
        (("list", "nothing-has-this-name"), exits.DONE),
        (("show", "pmp"), exits.DONE),
        (("show", "CPM"), exits.DONE),
        (("show", "project lead"), exits.DONE),
        (("roles",), exits.DONE),
        (("--version",), exits.DONE),
        (("--help",), exits.DONE),
        (("check", "-h"), exits.DONE),
        (("recommend",), exits.USAGE),
        (("check", "CPM"), exits.USAGE),
        (("check", "pmpp"), exits.USAGE),
        (("show", "pmpp"), exits.USAGE),
        (("check",), exits.USAGE),
        (("chek", "pmp"), exits.USAGE),
        (("list", "--format", "xml"), exits.USAGE),
        (("list", "--level", "junior"), exits.USAGE),
        (("list", "--issuer", "pmo"), exits.USAGE),
        (("list", "--max-cost", "cheap"), exits.USAGE),
        (("list", "--country", "XX"), exits.USAGE),
        (("list", "--catalog", "no-such-folder"), exits.USAGE),
        (("recommend", "--profile", "no-such-file"), exits.USAGE),
        (("recommend", "--leading", "long"), exits.USAGE),
        (("recommend", "--leading", "3y", "--weight", "demand=heavy"), exits.USAGE),
        (("recommend", "--leading", "3y", "--weight", "luck=2"), exits.USAGE),
        (("recommend", "--leading", "3y", "--why-not", "CPM"), exits.USAGE),
        (("recommend", "--leading", "3y", "--top", "0"), exits.USAGE),
    ],
)
def test_a_run_ends_with_its_code(words: tuple[str, ...], code: int) -> None:
    """One code, one meaning; what went wrong is told on standard error alone."""
    result = run(*words)
    assert result.exit_code == code, result.output
    if code == exits.USAGE:
        assert result.stdout == ""
        assert result.stderr
        assert "Traceback" not in result.stderr
    else:
        assert result.stdout


def test_no_command_is_help() -> None:
    """Every command is named."""
    text = run().output
    assert all(name in text for name in ("recommend", "check", "list", "show", "roles"))


def test_a_fault_of_ours_is_three_and_tells_nothing_of_the_person(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No stack, no value: what went wrong and where, for the report."""

    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the person")

    monkeypatch.setattr("certadvisor.cli.commands.list_.chosen", broken)
    result = run("list")
    assert result.exit_code == exits.BUG
    assert "RuntimeError" in result.stderr
    assert "certadvisor.cli.commands.list_:" in result.stderr
    assert "secret" not in result.output
    assert "Traceback" not in result.output


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends quietly."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("certadvisor.cli.commands.list_.chosen", interrupted)
    assert run("list").exit_code == exits.INTERRUPTED
