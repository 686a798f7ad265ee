"""`profile import` and `profile check` on the command line: streams, files and exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest
from importing import make_zip
from jsonschema import Draft202012Validator
from running import run

SCHEMAS = Path(__file__).parents[2] / "schemas"
RESUME = {
    "basics": {"name": "Ada Lovelace", "location": {"countryCode": "GB"}},
    "work": [{"position": "IT project manager", "startDate": "2019", "endDate": "2021"}],
    "education": [{"studyType": "BSc", "endDate": "2012"}],
}


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """A résumé in a file."""
    file = tmp_path / "resume.json"
    file.write_text(json.dumps(RESUME), encoding="utf-8")
    return file


def test_an_imported_profile_goes_to_stdout_and_the_report_to_stderr(resume: Path) -> None:
    """So a pipe gets the profile, and the person sees what happened to the rest."""
    result = run("profile", "import", str(resume))
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "# A profile for certadvisor, imported from JSON Resume (resume.json)."
    )
    assert result.stderr == (
        "resume.json is a JSON Resume; taken: the country, 1 degree, 1 job.\n"
        "not used (personal, and not needed by any rule): basics.name\n"
        "guessed: work[0].start: only the years are given: read as 36 months, may be 14\n"
        "guessed: work[0].end: only the years are given: read as 36 months, may be 14\n"
        "In all: 2 guessed, 0 to answer, 0 not read, 1 not used.\n"
    )
    assert "Lovelace" not in result.stdout + result.stderr
    assert run("profile", "import", str(resume), "--quiet").stderr == ""


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_an_imported_profile_can_be_checked_and_judged(
    form: str, resume: Path, tmp_path: Path
) -> None:
    """Other commands accept the profile, and its guesses show as assumptions."""
    profile = tmp_path / f"me.{form}"
    result = run("profile", "import", str(resume), "--format", form, "--output", str(profile))
    assert (result.exit_code, result.stdout) == (0, "")
    assert run("profile", "check", str(profile)).exit_code == 0
    answer = run("check", "pmp", "--profile", str(profile), "--format", "json")
    guesses = [one["subject"] for one in json.loads(answer.stdout)["assumptions"]]
    assert {"work[0].start", "work[0].end"} <= set(guesses)


def test_import_and_check_read_standard_input(resume: Path) -> None:
    """With `-` instead of a file."""
    text = resume.read_text(encoding="utf-8")
    result = run("profile", "import", "-", stdin=text)
    assert result.exit_code == 0
    assert run("profile", "check", "-", stdin=result.stdout).exit_code == 0


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("{folder}/none.json",), "no such file"),
        (("{folder}",), "holds no table of a LinkedIn export"),
        (("{folder}/resume.json", "--from", "linkedin"), "is neither a ZIP file nor a folder"),
        (("{folder}/resume.json", "--from", "credly"), "does not look like credly"),
        (("{folder}/export.zip", "--from", "json-resume"), "is a ZIP, which json-resume is not"),
        (("{folder}/me.yaml",), "is not valid JSON"),
        (("a\0b",), "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_imported_ends_with_2(
    words: tuple[str, ...], problem: str, resume: Path
) -> None:
    """And nothing is written."""
    folder = resume.parent
    (folder / "export.zip").write_bytes(make_zip({"a.csv": ""}))
    (folder / "me.yaml").write_text("work: []\n", encoding="utf-8")
    output = folder / "out.yaml"
    arguments = [word.format(folder=folder) for word in words]
    result = run("profile", "import", *arguments, "--output", str(output))
    assert result.exit_code == 2
    assert problem in result.stderr
    assert not output.exists()


def test_a_profile_check_with_findings_ends_with_1_and_lists_them_all(tmp_path: Path) -> None:
    """Faults and ignored values are findings; a list that is not filled in is none."""
    file = tmp_path / "me.yaml"
    for text, severities in (
        ("wrk: []\neducation: [{degree: bzc}]\n", ["error", "error"]),
        ("certifications: [5]\n", ["error"]),
        ("certifications: [{id: oscp}]\n", ["warning"]),
        ("work: [\n", ["error"]),
    ):
        file.write_text(text, encoding="utf-8")
        result = run("profile", "check", str(file), "--format", "json")
        assert result.exit_code == 1
        assert [one["severity"] for one in json.loads(result.stdout)["findings"]] == severities
    file.write_text("country: US\n", encoding="utf-8")
    assert run("profile", "check", str(file)).exit_code == 0
    assert run("profile", "check", str(tmp_path / "none.yaml")).exit_code == 2


@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_a_profile_check_can_be_shown_in_every_format(form: str, tmp_path: Path) -> None:
    """Missing lists, incomplete entries, guesses, and the best question."""
    file = tmp_path / "me.yaml"
    file.write_text(
        "work: [{title: Cook, start: 2020}, {title: PM, start: 2022}]\n"
        "guessed: ['work[1].start']\n",
        encoding="utf-8",
    )
    result = run("profile", "check", str(file), "--format", form)
    assert result.exit_code == 0
    for words in ("Cook", "work[0].kinds", "work[1].start", "education"):
        assert words in result.stdout.replace("\\", "")


def test_the_document_of_a_profile_check_fits_its_schema(tmp_path: Path) -> None:
    """With faults and without."""
    schema: dict[str, Any] = json.loads(
        (SCHEMAS / "output" / "profile-check.schema.json").read_text("utf-8")
    )
    Draft202012Validator.check_schema(schema)
    file = tmp_path / "me.yaml"
    for text in ("wrk: []\n", "work: [{title: Cook, start: 2020}]\ncertifications: [{id: x}]\n"):
        file.write_text(text, encoding="utf-8")
        document = json.loads(run("profile", "check", str(file), "--format", "json").stdout)
        assert [error.message for error in Draft202012Validator(schema).iter_errors(document)] == []
        assert set(document) == set(schema["properties"])
