"""`people check` on the command line: exit codes, and what it never shows."""

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
def test_the_exit_code_says_whether_rows_were_rejected(
    text: str, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """0 for a clean table, 1 with rejects unless they are allowed, 2 for no table."""
    file = tmp_path / "people.jsonl"
    file.write_text(text, encoding="utf-8")
    assert run("people", "check", str(file), *options).exit_code == code


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown"])
def test_no_name_is_ever_shown(format: str, tmp_path: Path) -> None:
    """The output may be sent to somebody who asks what is wrong with a table."""
    file = tmp_path / "people.jsonl"
    file.write_text(GOOD, encoding="utf-8")
    done = run("people", "check", str(file), "--format", format)
    assert done.exit_code == 0
    assert "Lovelace" not in done.output
    assert "Project manager" in done.output


@pytest.mark.parametrize("name", ["people.jsonl", "people.csv"])
def test_the_counts_cover_the_whole_table(name: str, tmp_path: Path) -> None:
    """However few rows are shown, every row of the file is counted once."""
    made = list(people(200, dirty=0.2 if name.endswith("l") else 0.0))
    file = tmp_path / name
    text = as_lines(iter(made)) if name.endswith("l") else as_csv(iter(made))
    file.write_text(text, encoding="utf-8", newline="")
    done = run("people", "check", str(file), "--format", "json", "--rows", "2")
    told = json.loads(done.stdout)
    counts = told["counts"]
    assert counts["rows"] == 200 == counts["readable"] + counts["rejected"]
    assert len(told["first"]) == 2
    assert done.exit_code == (1 if counts["rejected"] else 0)
