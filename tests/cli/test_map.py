"""`map`: the landscape as a list, as data, and as a picture in a file."""

import json
from pathlib import Path

import pytest
from running import run

from certadvisor.cli import completion, exit_codes

YOU = ("--degree", "bachelor", "--leading", "30m", "--holds", "capm")


def test_without_a_person_there_are_no_states() -> None:
    """The landscape itself, by field and level."""
    result = run("map")
    assert result.exit_code == exit_codes.DONE
    assert "Entry" in result.stdout
    assert "✓" not in result.stdout


def test_a_person_sees_what_is_held_and_open() -> None:
    """Options are enough; the marks are explained above the picture."""
    result = run("map", *YOU)
    assert result.exit_code == exit_codes.DONE
    assert "✓ held: you hold it" in result.stdout
    assert "✓ CAPM" in result.stdout


def test_the_filters_are_those_of_list() -> None:
    """Level, issuer, discipline, approach and status; retired ones on request."""
    shown = json.loads(run("map", "--issuer", "pmi", "--format", "json").stdout)
    assert {one["issuer"] for one in shown["certifications"]} == {"pmi"}
    usual = json.loads(run("map", "--format", "json").stdout)["certifications"]
    every = json.loads(run("map", "--status", "any", "--format", "json").stdout)["certifications"]
    assert {one["status"] for one in usual} <= {"active", "retiring"}
    assert len(every) > len(usual)


def test_nothing_fits() -> None:
    """An empty landscape is no fault."""
    result = run("map", "--issuer", "pmi", "--approach", "agile", "--level", "executive")
    assert result.exit_code == exit_codes.DONE
    assert "None fits." in result.stdout


@pytest.mark.parametrize("format", ["svg", "html"])
def test_a_picture_goes_to_a_file(format: str, tmp_path: Path) -> None:
    """The same bytes as on standard output, and nothing said."""
    file = tmp_path / f"map.{format}"
    result = run("map", *YOU, "--format", format, "--output", str(file), "--as-of", "2026-11-22")
    assert (result.exit_code, result.output) == (exit_codes.DONE, "")
    again = run("map", *YOU, "--format", format, "--as-of", "2026-11-22")
    assert again.stdout == file.read_text("utf-8")
    assert "<svg" in again.stdout


@pytest.mark.parametrize(
    "words",
    [("--discipline", "cooking"), ("--format", "pdf"), ("--profile", "nowhere.yaml"), ("pmp",)],
)
def test_wrong_words_are_told(words: tuple[str, ...]) -> None:
    """Exit 2, nothing on standard output."""
    result = run("map", *words)
    assert (result.exit_code, result.stdout) == (exit_codes.USAGE, "")
    assert result.stderr


def test_fields_complete_in_the_shell() -> None:
    """As they do for `list`."""
    from certadvisor.cli.commands.map_ import app
    from certadvisor.cli.map_filters import Sorts

    assert app.registered_commands
    assert Sorts.__annotations__["discipline"].__metadata__[0].autocompletion is (
        completion.disciplines
    )
