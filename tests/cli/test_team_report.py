"""`batch --report`: a summary of a team, the same from any number of processes."""

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
    """A table of more people than fit into one chunk."""
    file = tmp_path_factory.mktemp("company") / "people.jsonl"
    file.write_text(as_lines(people(90, dirty=0.1)), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("format", ["json", "html"])
def test_a_team_report_is_the_same_with_any_number_of_processes(
    format: str, company: str, tmp_path: Path
) -> None:
    """In a file and on standard output."""
    out = tmp_path / "team"
    asked = ("batch", company, "--report", format, *DAY)
    one = program(*asked, "--jobs", "1")
    two = program(*asked, "--jobs", "2", "--output", str(out))
    assert (one.returncode, two.returncode, two.stdout) == (1, 1, "")
    assert out.read_text("utf-8") == one.stdout
    assert {file.name for file in tmp_path.iterdir()} == {"team", "team.rejects.jsonl"}


def test_the_sums_of_a_team_report_match_the_lines_of_a_batch(company: str) -> None:
    """Every person has a line or is rejected, and the first recommendations add up."""
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


def test_the_document_of_a_team_report_fits_its_schema(company: str) -> None:
    """With the built-in catalogue."""
    told = json.loads(program("batch", company, "--report", "json", *DAY).stdout)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(told)] == []
    assert set(told) == set(schema["properties"])


def test_rejected_rows_of_a_team_report_are_reported_and_set_the_exit_code(
    company: str, tmp_path: Path
) -> None:
    """On standard error or in a file; allowed rejects do not fail the run."""
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
def test_options_that_a_team_report_does_not_use_are_refused(
    options: tuple[str, ...], company: str
) -> None:
    """Rather than ignored silently."""
    assert run("batch", company, *options).exit_code == 2


def test_a_failed_team_report_leaves_the_old_file(tmp_path: Path) -> None:
    """A table that cannot be read changes nothing."""
    out = tmp_path / "team.html"
    out.write_text("before", encoding="utf-8")
    done = run("batch", str(tmp_path / "nobody.jsonl"), "--report", "html", "--output", str(out))
    assert done.exit_code == 2
    assert out.read_text("utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["team.html"]
