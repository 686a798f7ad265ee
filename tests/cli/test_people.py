"""`people check` on the command line: exit codes, and privacy."""

import json
from pathlib import Path

import pytest
from company import as_csv, as_lines, people
from running import run

GOOD = '{"id": "1", "name": "Ada Lovelace", "title": "Project manager"}\n'


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (GOOD, (), 0),
        (GOOD + "{}\n", (), 1),
        (GOOD + "{}\n", ("--allow-rejects",), 0),
        ("", (), 2),
    ],
)
def test_people_check_exits_with_1_where_rows_are_rejected(
    text: str, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """0 for a clean table, 1 with rejects unless they are allowed, 2 for no table."""
    file = tmp_path / "people.jsonl"
    file.write_text(text, encoding="utf-8")
    assert run("people", "check", str(file), *options).exit_code == code


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown"])
def test_people_check_never_shows_names(format: str, tmp_path: Path) -> None:
    """Its output may be sent to others to ask what is wrong with a table."""
    file = tmp_path / "people.jsonl"
    file.write_text(GOOD, encoding="utf-8")
    result = run("people", "check", str(file), "--format", format)
    assert result.exit_code == 0
    assert "Lovelace" not in result.output
    assert "Project manager" in result.output


@pytest.mark.parametrize("name", ["people.jsonl", "people.csv"])
def test_the_counts_of_people_check_cover_the_whole_table(name: str, tmp_path: Path) -> None:
    """Every row is counted once, however few are shown."""
    team = list(people(200, dirty=0.2 if name.endswith("l") else 0.0))
    file = tmp_path / name
    text = as_lines(iter(team)) if name.endswith("l") else as_csv(iter(team))
    file.write_text(text, encoding="utf-8", newline="")
    result = run("people", "check", str(file), "--format", "json", "--rows", "2")
    document = json.loads(result.stdout)
    counts = document["counts"]
    assert counts["rows"] == 200 == counts["readable"] + counts["rejected"]
    assert len(document["preview"]) == 2
    assert result.exit_code == (1 if counts["rejected"] else 0)


def test_a_fault_in_a_folder_of_tables_names_its_file(tmp_path: Path) -> None:
    """A line number alone would not say which table to fix."""
    export, mapping = tmp_path / "export", tmp_path / "mapping.yaml"
    export.mkdir()
    (export / "staff.csv").write_text("No,Job\n1,Project manager\n", encoding="utf-8")
    (export / "badges.csv").write_text("No,Name\n1,CAPM\n2,CAPM\n", encoding="utf-8")
    mapping.write_text(
        "tables:\n"
        "  - {file: staff.csv, columns: {No: id, Job: title}}\n"
        "  - {file: badges.csv, section: certifications, columns: {No: id, Name: certification}}\n",
        encoding="utf-8",
    )
    words = ("people", "check", str(export), "--mapping", str(mapping))
    document = json.loads(run(*words, "--format", "json").stdout)
    assert document["preview"][0]["certifications"] == ["capm"]
    (fault,) = document["rejects"][0]["faults"]
    assert (fault["file"], fault["line"]) == (f"{export}/badges.csv", 3)
    assert "badges.csv, line 3" in " ".join(run(*words).stdout.split())


@pytest.mark.parametrize(
    ("text", "form", "ids"),
    [
        (GOOD, "json-lines", ["1"]),
        ("\n  \n" + GOOD, "json-lines", ["1"]),
        ("\ufeff" + GOOD, "json-lines", ["1"]),
        ("id;title\n07;PM\n", "csv", ["07"]),
        ("\ufeffid,title\n07,PM\n", "csv", ["07"]),
    ],
)
def test_the_format_of_piped_people_is_detected_by_the_first_character(
    text: str, form: str, ids: list[str]
) -> None:
    """JSON Lines begin with a brace; everything else is read as CSV."""
    document = json.loads(run("people", "check", "-", "--format", "json", stdin=text).stdout)
    assert (document["people"], document["format"]) == ("standard input", form)
    assert [one["id"] for one in document["preview"]] == ids


def test_a_piped_csv_may_have_a_mapping() -> None:
    """For the table of people; the screen calls it standard input."""
    words = ("people", "check", "-", "--mapping", "workday")
    result = run(*words, stdin="Employee_ID,Business_Title\n5,Project Manager\n")
    assert result.exit_code == 0
    assert "People: standard input" in result.stdout
    assert "5 (line 2)" in result.stdout


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is empty"),
        ("\n\n", "is empty"),
        ("[]", "is a list"),
        ('""\n', "no names of columns on its first line"),
        ("title\nPM\n", "no column is called `id`"),
    ],
)
def test_piped_input_without_people_is_a_usage_error(text: str, fault: str) -> None:
    """With the messages of a file, and exit code 2."""
    result = run("people", "check", "-", stdin=text)
    assert result.exit_code == 2
    assert fault in " ".join(result.stderr.split())


def test_an_unknown_mapping_name_is_refused_with_a_suggestion(tmp_path: Path) -> None:
    """With exit code 2, by `batch` too."""
    file = tmp_path / "people.csv"
    file.write_text("id\n1\n", encoding="utf-8")
    for words in (("people", "check"), ("batch",)):
        result = run(*words, str(file), "--mapping", "bambohr")
        assert result.exit_code == 2
        assert "did you mean `bamboohr`?" in result.stderr


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown"])
def test_redacted_people_check_shows_no_personal_words(format: str, tmp_path: Path) -> None:
    """Neither names nor titles nor invalid values, in any format; ids and roles stay."""
    file = tmp_path / "people.jsonl"
    bad = '{"id": "2", "country": "Ruritania", "Zenda": 1}\n'
    warned = '{"id": "3", "title": "Court jester", "certifications": [{"id": "jesting"}]}\n'
    file.write_text(GOOD + bad + warned, encoding="utf-8")
    result = run("people", "check", str(file), "--redact", "--format", format)
    assert result.exit_code == 1
    for word in ("Lovelace", "Project manager", "Ruritania", "Zenda", "jest"):
        assert word.casefold() not in result.output.casefold().replace("project manager, mid", "")
    assert "title-1" in result.output
