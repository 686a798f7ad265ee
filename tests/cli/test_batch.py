"""`batch` on the command line: a line for each person, exit codes, and privacy."""

import csv
import io
import json
from pathlib import Path

import pytest
from company import as_csv, as_lines, people
from jsonschema import Draft202012Validator
from running import run

SCHEMAS = Path(__file__).parents[2] / "schemas" / "output"
GOOD = '{"id": "1", "name": "Ada Lovelace", "title": "Project manager"}\n'
BAD = '{"id": "2", "work": {}, "hobby": "chess"}\n'


def write_table(folder: Path, text: str, name: str = "people.jsonl") -> str:
    """Write a table of people into a file and return its path."""
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return str(file)


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (GOOD, (), 0),
        (GOOD + BAD, (), 1),
        (GOOD + BAD, ("--allow-rejects",), 0),
        ("", (), 2),
        (GOOD, ("--weight", "luck=2"), 2),
        (GOOD, ("--jobs", "0"), 2),
    ],
)
def test_batch_exits_with_1_where_rows_are_rejected(
    text: str, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """0 for a clean table, 1 with rejects unless they are allowed, 2 for bad usage."""
    assert run("batch", write_table(tmp_path, text), *options).exit_code == code


def test_each_person_has_a_line_and_each_reject_all_its_faults(tmp_path: Path) -> None:
    """People are in the order of the table; a reject has its line and every fault."""
    out = tmp_path / "out.jsonl"
    result = run("batch", write_table(tmp_path, BAD + GOOD), "--output", str(out))
    (line,) = out.read_text("utf-8").splitlines()
    person = json.loads(line)
    assert (person["id"], person["line"]) == ("1", 2)
    assert set(person["outcomes"].values()) <= {"met", "unmet", "unknown"}
    assert [one["rank"] for one in person["recommendations"]] == [1]
    (reject,) = (tmp_path / "out.jsonl.rejects.jsonl").read_text("utf-8").splitlines()
    assert [fault["place"] for fault in json.loads(reject)["faults"]] == ["hobby", "work"]
    assert "2 rows: 1 judged, 1 rejected" in result.stderr
    assert {file.name for file in tmp_path.iterdir()} == {
        "people.jsonl", "out.jsonl", "out.jsonl.rejects.jsonl"
    }  # fmt: skip


def test_redacted_rejects_contain_no_invalid_value(tmp_path: Path) -> None:
    """Neither in the file nor on standard error; the lines of the people are unchanged."""
    bad = '{"id": "2", "country": "Xanadu"}\n'
    file, out = write_table(tmp_path, bad + GOOD), tmp_path / "out.jsonl"
    plain, redacted = run("batch", file), run("batch", file, "--redact")
    assert plain.stdout == redacted.stdout
    assert "Xanadu" in plain.stderr
    assert "Xanadu" not in redacted.stderr
    assert run("batch", file, "--redact", "--output", str(out)).exit_code == 1
    assert "Xanadu" not in (tmp_path / "out.jsonl.rejects.jsonl").read_text("utf-8")
    assert out.read_text("utf-8") == plain.stdout


def test_every_row_is_judged_or_rejected(tmp_path: Path) -> None:
    """The summary counts both, and the files have as many lines."""
    out = tmp_path / "out.jsonl"
    file = write_table(tmp_path, as_lines(people(150, dirty=0.2)))
    result = run("batch", file, "--output", str(out), "--jobs", "1")
    judged = len(out.read_text("utf-8").splitlines())
    rejected = len((tmp_path / "out.jsonl.rejects.jsonl").read_text("utf-8").splitlines())
    assert judged + rejected == 150
    assert f"150 rows: {judged} judged" in result.stderr
    assert f"{rejected} rejected" in result.stderr
    assert rejected > 10


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_a_file_and_a_pipe_get_the_same_bytes(format: str, tmp_path: Path) -> None:
    """With standard output as the output, the rejects are reported on standard error."""
    file, out = write_table(tmp_path, GOOD + BAD), tmp_path / "out"
    piped = run("batch", file, "--format", format)
    run("batch", file, "--format", format, "--output", str(out))
    assert out.read_bytes() == piped.stdout.encode()
    assert f"{file}:2: work: " in piped.stderr
    assert f"{file}:2: hobby: " in piped.stderr


def test_rejects_of_a_pipe_may_have_a_file(tmp_path: Path) -> None:
    """They are then not on standard error, and no partial file is left behind."""
    rejects = tmp_path / "bad.jsonl"
    result = run("batch", write_table(tmp_path, GOOD + BAD), "--rejects", str(rejects))
    assert json.loads(rejects.read_text("utf-8"))["id"] == "2"
    assert "hobby" not in result.stderr
    assert {file.name for file in tmp_path.iterdir()} == {"people.jsonl", "bad.jsonl"}


def test_batch_lines_show_no_names_titles_or_tags(tmp_path: Path) -> None:
    """A person is identified by the id alone."""
    team = [person | {"name": "Ada Lovelace"} for person in people(20)]
    result = run("batch", write_table(tmp_path, as_lines(iter(team))))
    assert result.exit_code == 0
    assert "Lovelace" not in result.output
    assert "team-" not in result.output
    assert "Wizard" not in result.output


def test_every_batch_line_fits_its_schema(tmp_path: Path) -> None:
    """Both the lines of people and those of rejects."""
    out = tmp_path / "out.jsonl"
    run("batch", write_table(tmp_path, as_lines(people(60, dirty=0.3))), "--output", str(out))
    for name, file in (("batch", out), ("batch-rejects", tmp_path / "out.jsonl.rejects.jsonl")):
        schema_document = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
        checker = Draft202012Validator.FORMAT_CHECKER
        schema = Draft202012Validator(schema_document, format_checker=checker)
        lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        assert lines
        assert [error.message for line in lines for error in schema.iter_errors(line)] == []
        assert all(set(line) <= set(schema_document["properties"]) for line in lines)


def test_a_csv_cell_never_starts_a_formula(tmp_path: Path) -> None:
    """A cell that a spreadsheet would evaluate is escaped."""
    result = run(
        "batch", write_table(tmp_path, '{"id": "=1+1"}\n'), "--format", "csv", "--top", "2"
    )
    names, row = csv.reader(io.StringIO(result.stdout))
    assert row[0] == "'=1+1"
    assert names[-1] == "currency_2"
    assert len(names) == len(row)


def test_the_csv_of_an_empty_table_has_its_columns(tmp_path: Path) -> None:
    """A script that reads the header finds it."""
    file = write_table(tmp_path, "id,title\n", "people.csv")
    result = run("batch", file, "--format", "csv", "--top", "1")
    assert result.stdout.startswith("id,line,")
    assert result.stdout.count("\n") == 1
    assert result.exit_code == 0


def test_the_format_of_the_table_changes_no_outcome(tmp_path: Path) -> None:
    """JSON Lines and a CSV of the same people give the same answers."""
    team = list(people(30))
    files = (
        write_table(tmp_path, as_lines(iter(team))),
        write_table(tmp_path, as_csv(iter(team)), "people.csv"),
    )
    answers = [
        [
            {
                key: value
                for key, value in json.loads(line).items()
                if key not in ("line", "warnings")
            }
            for line in run("batch", file).stdout.splitlines()
        ]
        for file in files
    ]
    assert answers[0] == answers[1]


def test_batch_never_overwrites_its_input(tmp_path: Path) -> None:
    """A mistyped option does not cost the table of people."""
    file = write_table(tmp_path, GOOD)
    for options in (("--output", file), ("--rejects", file)):
        result = run("batch", file, *options)
        assert result.exit_code == 2
        assert "would be written over" in result.stderr
    assert Path(file).read_text("utf-8") == GOOD
    both = ("--output", str(tmp_path / "a"), "--rejects", str(tmp_path / "a"))
    assert "is the output too" in run("batch", file, *both).stderr


@pytest.mark.parametrize(
    ("output", "rejects"),
    [("no/such/folder/out", "bad"), (".", "bad"), ("out", "no/such/folder/bad")],
)
def test_a_path_that_cannot_be_written_is_a_usage_error(
    output: str, rejects: str, tmp_path: Path
) -> None:
    """Exit code 2, and no file is left."""
    file = write_table(tmp_path, GOOD)
    paths = ("--output", str(tmp_path / output), "--rejects", str(tmp_path / rejects))
    result = run("batch", file, *paths)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["people.jsonl"]


def test_a_finished_output_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    """The new file has the permissions of the old one."""
    out = tmp_path / "out.jsonl"
    out.write_text("old", encoding="utf-8")
    out.chmod(0o600)
    run("batch", write_table(tmp_path, GOOD), "--output", str(out))
    assert json.loads(out.read_text("utf-8"))["id"] == "1"
    assert out.stat().st_mode & 0o777 == 0o600


def test_an_output_in_the_folder_of_tables_is_not_part_of_the_input(tmp_path: Path) -> None:
    """What a run writes does not change its fingerprint."""
    folder, mapping = tmp_path / "export", tmp_path / "mapping.yaml"
    folder.mkdir()
    write_table(folder, "No,Job\n1,Project manager\n", "staff.csv")
    mapping.write_text("tables: [{file: staff.csv, columns: {No: id, Job: title}}]\n", "utf-8")
    words = ("batch", str(folder), "--mapping", str(mapping), "--output", str(folder / "out"))
    assert [run(*words).exit_code for _ in range(2)] == [0, 0]
    assert sorted(file.name for file in folder.iterdir()) == [
        "out", "out.rejects.jsonl", "staff.csv"
    ]  # fmt: skip


def test_a_built_in_mapping_needs_its_exact_name(tmp_path: Path) -> None:
    """As in `people check`: a similar name is an error."""
    write_table(tmp_path, "No,Job\n1,Project manager\n", "staff.csv")
    result = run("batch", str(tmp_path), "--mapping", "bamboo", "--output", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "is not a known mapping" in result.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["staff.csv"]
