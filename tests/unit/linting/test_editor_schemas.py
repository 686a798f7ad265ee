"""The JSON Schemas for editors: up to date, accepting valid files, and exact about errors."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.loader import FILES, data_folder
from certadvisor.linting.schemas import NAMES, make_schema
from certadvisor.profile.reader import KEYS

ROOT = Path(__file__).parents[3]
SMALL = ROOT / "tests" / "small"
CASES = sorted((data_folder() / "cases").glob("*.yaml"))


def _faults(name: str, data: Any) -> list[tuple[str, str]]:
    errors = Draft202012Validator(make_schema(name)).iter_errors(data)
    return [(error.json_path, error.message) for error in errors]


def _small() -> Any:
    return read_file(SMALL / "certifications.yaml").data


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_schema_is_up_to_date(name: str) -> None:
    """If this fails, run `certadvisor catalog schema --write schemas`."""
    shipped = (ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8")
    assert json.loads(shipped) == make_schema(name)
    Draft202012Validator.check_schema(make_schema(name))


@pytest.mark.parametrize("name", ["certifications", "roles", "demand", "advice", "titles"])
@pytest.mark.parametrize("folder", [data_folder(), ROOT / "examples" / "diving", SMALL])
def test_valid_files_pass_the_schema(name: str, folder: Path) -> None:
    """An editor does not underline what the program accepts."""
    file = folder / f"{name}.yaml"
    assert not file.is_file() or _faults(name, read_file(file).data) == []


def test_every_case_file_passes_the_schema() -> None:
    """Including the profiles in it."""
    assert [file.name for file in CASES if _faults("cases", read_file(file).data)] == []


def test_a_misspelt_key_is_refused_at_its_own_path() -> None:
    """Not at the whole record, and not as matching none of ten alternatives."""
    data = _small()
    leaf = data["certifications"][1]["rules"][1]["all"][0]["any"][1]["all"][1]
    leaf["month"] = leaf.pop("months")
    assert _faults("certifications", data) == [
        (
            "$.certifications[1].rules[1].all[0].any[1].all[1]",
            "Additional properties are not allowed ('month' was unexpected)",
        )
    ]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"rules": [{"needs": {"coarse": "x"}, "confidence": "high"}]}, "rules[0].needs"),
        (
            {"rules": [{"needs": {"course": "x", "holds": "pmp"}, "confidence": "high"}]},
            "rules[0].needs",
        ),
        ({"rules": [{"open": True, "needs": {"course": "x"}, "confidence": "high"}]}, "rules[0]"),
        ({"renewal": {"lifetime": True, "cycle_years": 3}}, "renewal"),
        ({"exam": {"minute": 60}}, "exam"),
        ({"costs": [{"currency": "USD", "confidence": "high"}]}, "costs[0]"),
        ({"statuses": [{"state": "active", "from": 2026}]}, "statuses[0].from"),
        ({"id": "Not Kebab"}, "id"),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(change: dict[str, Any], path: str) -> None:
    """At the same path."""
    data = _small()
    data["certifications"][0].update(change)
    paths = {json_path for json_path, _ in _faults("certifications", data)}
    assert paths == {f"$.certifications[0].{path}"}


def test_a_misspelt_key_of_a_case_and_of_its_profile_is_refused() -> None:
    """Each at its own path."""
    data = read_file(CASES[0]).data
    data["cases"][0]["expected"] = "met"
    data["cases"][0]["profile"]["works"] = []
    assert {json_path for json_path, _ in _faults("cases", data)} == {
        "$.cases[0]",
        "$.cases[0].profile",
    }


def test_the_profile_schema_has_the_keys_that_the_reader_accepts() -> None:
    """The schema is written by hand, so it is compared with the reader's table."""
    profile = make_schema("profile")
    schemas = {"profile": profile, **profile["$defs"]}
    assert {
        name: tuple(object_schema["properties"]) for name, object_schema in schemas.items()
    } == KEYS


def test_catalogue_files_name_their_schema_for_editors() -> None:
    """The first line has the path of the schema."""
    for file in (*(data_folder() / name for name in FILES), *CASES):
        first = file.read_text("utf-8").splitlines()[0]
        hint = first.removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / hint).resolve().is_file(), file.name
