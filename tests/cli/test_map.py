"""`map`: the certification landscape as a list, as data, and as a picture."""

import json
from pathlib import Path

import pytest
from running import run

from certadvisor.cli import completion, exit_codes

YOU = ("--degree", "bachelor", "--leading", "30m", "--holds", "capm")


def test_a_map_without_a_profile_has_no_states() -> None:
    """Only the certifications, by field and level."""
    result = run("map")
    assert result.exit_code == exit_codes.OK
    assert "Entry" in result.stdout
    assert "✓" not in result.stdout


def test_a_map_with_a_profile_marks_what_is_held() -> None:
    """Options are enough; a legend explains the marks."""
    result = run("map", *YOU)
    assert result.exit_code == exit_codes.OK
    assert "✓ held: you hold it" in result.stdout
    assert "✓ CAPM" in result.stdout


def test_the_filters_of_map_are_those_of_list() -> None:
    """Retired certifications are shown on request."""
    of_issuer = json.loads(run("map", "--issuer", "pmi", "--format", "json").stdout)
    assert {one["issuer"] for one in of_issuer["certifications"]} == {"pmi"}
    default = json.loads(run("map", "--format", "json").stdout)["certifications"]
    every = json.loads(run("map", "--status", "any", "--format", "json").stdout)["certifications"]
    assert {one["status"] for one in default} <= {"active", "retiring"}
    assert len(every) > len(default)


def test_an_empty_map_is_no_error() -> None:
    """It says that nothing matches."""
    result = run("map", "--issuer", "pmi", "--approach", "agile", "--level", "executive")
    assert result.exit_code == exit_codes.OK
    assert "None fits." in result.stdout


@pytest.mark.parametrize("format", ["svg", "html"])
def test_a_map_picture_goes_to_a_file(format: str, tmp_path: Path) -> None:
    """The same bytes as on standard output, and nothing is printed."""
    file = tmp_path / f"map.{format}"
    result = run("map", *YOU, "--format", format, "--output", str(file), "--as-of", "2026-11-22")
    assert (result.exit_code, result.output) == (exit_codes.OK, "")
    again = run("map", *YOU, "--format", format, "--as-of", "2026-11-22")
    assert again.stdout == file.read_text("utf-8")
    assert "<svg" in again.stdout


@pytest.mark.parametrize(
    "words",
    [("--discipline", "cooking"), ("--format", "pdf"), ("--profile", "nowhere.yaml"), ("pmp",)],
)
def test_wrong_usage_of_map_exits_with_2(words: tuple[str, ...]) -> None:
    """With an error, and nothing on standard output."""
    result = run("map", *words)
    assert (result.exit_code, result.stdout) == (exit_codes.USAGE, "")
    assert result.stderr


def test_the_disciplines_of_map_complete_in_the_shell() -> None:
    """As they do for `list`."""
    from certadvisor.cli.commands.map_ import app
    from certadvisor.cli.map_filters import MapFilters

    assert app.registered_commands
    assert MapFilters.__annotations__["discipline"].__metadata__[0].autocompletion is (
        completion.disciplines
    )
