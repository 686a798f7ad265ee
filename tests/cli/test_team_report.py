"""`batch --report`: one page over everybody, the same from any number of processes."""

import json
from pathlib import Path

import pytest
from company import as_lines, people
from jsonschema import Draft202012Validator
from running import program, run

SCHEMA = Path(__file__).parents[2] / "schemas" / "output" / "team.schema.json"
DAY = ("--as-of", "2026-11-22")


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A company of more people than one process is given at a time."""
    file = tmp_path_factory.mktemp("company") / "people.jsonl"
    file.write_text(as_lines(people(90, dirty=0.1)), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("format", ["json", "html"])
def test_any_number_of_processes_gives_the_same_bytes(
    format: str, company: str, tmp_path: Path
) -> None:
    """In a file as on standard output."""
    out = tmp_path / "team"
    asked = ("batch", company, "--report", format, *DAY)
    one = program(*asked, "--jobs", "1")
    two = program(*asked, "--jobs", "2", "--output", str(out))
    assert (one.returncode, two.returncode, two.stdout) == (1, 1, "")
    assert out.read_text("utf-8") == one.stdout
    assert {file.name for file in tmp_path.iterdir()} == {"team", "team.rejects.jsonl"}


def test_the_sums_are_those_of_the_lines(company: str) -> None:
    """Everybody has a line or is rejected, and the first recommendations add up to the report's."""
    told = json.loads(run("batch", company, "--report", "json", *DAY, "--jobs", "1").stdout)
    done = run("batch", company, *DAY, "--jobs", "1")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    firsts = [one["certification"] for line in lines for one in line["recommendations"][:1]]
    assert told["counts"]["people"] == len(lines)
    assert told["counts"]["rows"] == 90
    assert told["counts"]["rejected"] == 90 - len(lines) > 0
    assert sum(one["first"] for one in told["recommended"]) == len(firsts) > 0
    assert told["without_recommendation"] == len(lines) - len(firsts)
    for one in told["recommended"]:
        assert one["first"] == firsts.count(one["certification"])
    ids = {one["id"]: one for one in lines}
    for one in told["may_sit_now"]:
        assert ids[one["person"]]["line"] == one["line"]
        assert ids[one["person"]]["outcomes"][one["certification"]] == "met"


def test_the_document_fits_its_schema(company: str) -> None:
    """With the built-in catalogue as with the small one."""
    told = json.loads(program("batch", company, "--report", "json", *DAY).stdout)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(told)] == []
    assert set(told) == set(schema["properties"])


def test_what_is_rejected_is_told_and_decides_the_exit(company: str, tmp_path: Path) -> None:
    """On standard error where it has no file; allowed ones are no failure."""
    told = run("batch", company, "--report", "table", "--jobs", "1")
    assert told.exit_code == 1
    assert f"error: {company}:" in told.stderr
    rejects = tmp_path / "rejects.jsonl"
    options = ("--report", "json", "--rejects", str(rejects), "--allow-rejects", "--jobs", "1")
    allowed = run("batch", company, *options)
    assert allowed.exit_code == 0
    counted = json.loads(allowed.stdout)["counts"]["rejected"]
    assert len(rejects.read_text("utf-8").splitlines()) == counted


@pytest.mark.parametrize(
    "options",
    [
        ("--report", "pdf"),
        ("--report", "html", "--format", "csv"),
        ("--report", "html", "--top", "3"),
        ("--report", "html", "--afresh"),
    ],
)
def test_what_has_no_say_in_a_report_is_refused(options: tuple[str, ...], company: str) -> None:
    """Rather than passed over in silence."""
    assert run("batch", company, *options).exit_code == 2


def test_nothing_is_half_written(tmp_path: Path) -> None:
    """A table that cannot be used leaves what was there."""
    out = tmp_path / "team.html"
    out.write_text("before", encoding="utf-8")
    done = run("batch", str(tmp_path / "nobody.jsonl"), "--report", "html", "--output", str(out))
    assert done.exit_code == 2
    assert out.read_text("utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["team.html"]
