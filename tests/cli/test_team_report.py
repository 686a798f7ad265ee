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


@pytest.mark.company
@pytest.mark.parametrize("format", ["json", "html"])
def test_a_team_report_is_the_same_with_any_number_of_processes(
    format: str, company: str, tmp_path: Path
) -> None:
    """In a file and on standard output."""
    out = tmp_path / "team"
    command = ("batch", company, "--report", format, *DAY)
    one_process = program(*command, "--jobs", "1")
    two_processes = program(*command, "--jobs", "2", "--output", str(out))
    assert (one_process.returncode, two_processes.returncode, two_processes.stdout) == (1, 1, "")
    assert out.read_text("utf-8") == one_process.stdout
    assert {file.name for file in tmp_path.iterdir()} == {"team", "team.rejects.jsonl"}


def test_the_sums_of_a_team_report_match_the_lines_of_a_batch(company: str) -> None:
    """Every person has a line or is rejected, and the first recommendations add up."""
    report = json.loads(run("batch", company, "--report", "json", *DAY, "--jobs", "1").stdout)
    result = run("batch", company, *DAY, "--jobs", "1")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    firsts = [one["certification"] for line in lines for one in line["recommendations"][:1]]
    assert report["counts"]["people"] == len(lines)
    assert report["counts"]["rows"] == 90
    assert report["counts"]["rejected"] == 90 - len(lines) > 0
    assert sum(one["first"] for one in report["recommended"]) == len(firsts) > 0
    assert report["without_recommendation"] == len(lines) - len(firsts)
    for one in report["recommended"]:
        assert one["first"] == firsts.count(one["certification"])
    ids = {one["id"]: one for one in lines}
    for one in report["can_take_now"]:
        assert ids[one["person"]]["line"] == one["line"]
        assert ids[one["person"]]["outcomes"][one["certification"]] == "met"


def test_the_document_of_a_team_report_fits_its_schema(company: str) -> None:
    """With the built-in catalogue."""
    report = json.loads(program("batch", company, "--report", "json", *DAY).stdout)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(report)] == []
    assert set(report) == set(schema["properties"])


def test_rejected_rows_of_a_team_report_are_reported_and_set_the_exit_code(
    company: str, tmp_path: Path
) -> None:
    """On standard error or in a file; allowed rejects do not fail the run."""
    strict = run("batch", company, "--report", "table", "--jobs", "1")
    assert strict.exit_code == 1
    assert f"error: {company}:" in strict.stderr
    rejects = tmp_path / "rejects.jsonl"
    options = ("--report", "json", "--rejects", str(rejects), "--allow-rejects", "--jobs", "1")
    lenient = run("batch", company, *options)
    assert lenient.exit_code == 0
    rejected = json.loads(lenient.stdout)["counts"]["rejected"]
    assert len(rejects.read_text("utf-8").splitlines()) == rejected


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
    result = run("batch", str(tmp_path / "nobody.jsonl"), "--report", "html", "--output", str(out))
    assert result.exit_code == 2
    assert out.read_text("utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["team.html"]


def test_a_team_report_without_rejects_leaves_no_file_for_them(tmp_path: Path) -> None:
    """Nor one that an earlier run left."""
    people = tmp_path / "people.jsonl"
    people.write_text('{"id": "a", "title": "IT project manager"}\n')
    out = tmp_path / "out"
    out.mkdir()
    (out / "team.html.rejects.jsonl").write_text("of an earlier run\n")
    run("batch", str(people), "--report", "html", "--output", str(out / "team.html"), "--jobs", "1")
    assert [file.name for file in out.iterdir()] == ["team.html"]


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_a_team_report_says_whose_certificates_could_not_be_read(
    format: str, tmp_path: Path
) -> None:
    """Otherwise the count of lapses looks complete; the other columns are not blamed for it."""
    people = tmp_path / "people.csv"
    people.write_text(
        "id,title,country,certifications.1.id,certifications.1.expires\n"
        "E1,Project Manager,US,PRINCE2 Practitioner,2027-03-01\n"
        "E2,Project Manager,US,PMP,2027-04-01\n"
        "E3,Project Manager,Atlantis,PMP,2027-04-01\n"
        "E4,Scrum Master,US,Best of the Best,\n"
    )
    text = run("batch", str(people), "--report", format, "--as-of", "2026-11-30").stdout
    assert "2 people have certificates that could not be read in full (E1, E4)" in text
    assert "3 people have values that are ignored. For example: " in text
    data = json.loads(run("batch", str(people), "--report", "json").stdout)
    assert data["counts"]["with_ignored_values"] == 3
    assert [one["person"] for one in data["unread_certificates"]] == ["E1", "E4"]
