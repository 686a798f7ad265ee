"""`batch` on a terminal: a bar where somebody looks, and nowhere else."""

from pathlib import Path

import pytest
from company import as_lines, people
from running import program
from terminal import Terminal

BAR = "━"


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """More people than one process is given at a time."""
    file = tmp_path / "people.jsonl"
    file.write_text(as_lines(people(150)), encoding="utf-8")
    return file


def test_a_terminal_sees_how_far_it_is(company: Path, tmp_path: Path) -> None:
    """The bar goes with the lines of the table, and the summary stays."""
    with Terminal("batch", str(company), "--output", str(tmp_path / "out")) as seen:
        assert BAR in seen.read_until("100%")
        code, rest = seen.finish()
    assert code == 0
    assert "150 rows: 150 judged, 0 rejected." in rest


def test_quiet_is_quiet(company: Path, tmp_path: Path) -> None:
    """No bar and no summary."""
    words = ("batch", str(company), "--output", str(tmp_path / "out"), "--quiet")
    with Terminal(*words) as seen:
        assert seen.finish() == (0, "")


def test_a_pipe_gets_no_bar(company: Path, tmp_path: Path) -> None:
    """A log holds the summary alone."""
    done = program("batch", str(company), "--output", str(tmp_path / "out"))
    assert done.stderr == "150 rows: 150 judged, 0 rejected.\n"
    assert done.stdout == ""


def test_a_bar_is_not_in_the_way_of_lines(company: Path) -> None:
    """On a terminal that shows the answer itself there is none."""
    with Terminal("batch", str(company), "--top", "1") as seen:
        code, told = seen.finish()
    assert code == 0
    assert BAR not in told
    assert told.count('"schema_version"') == 150
