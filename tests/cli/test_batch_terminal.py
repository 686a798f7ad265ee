"""`batch` on a terminal: when there is a progress bar and when not."""

from pathlib import Path

import pytest
from company import as_lines, people
from running import program
from terminal import Terminal

pytestmark = pytest.mark.interrupted
BAR = "━"


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A table of more people than fit into one chunk."""
    file = tmp_path / "people.jsonl"
    file.write_text(as_lines(people(150)), encoding="utf-8")
    return file


def test_a_terminal_shows_a_progress_bar(company: Path, tmp_path: Path) -> None:
    """The bar counts the lines of the table; the summary remains after it."""
    with Terminal("batch", str(company), "--output", str(tmp_path / "out")) as terminal:
        assert BAR in terminal.read_until("100%")
        code, rest = terminal.finish()
    assert code == 0
    assert "150 rows: 150 judged, 0 rejected." in rest


def test_quiet_hides_the_bar_and_the_summary(company: Path, tmp_path: Path) -> None:
    """Nothing is printed at all."""
    words = ("batch", str(company), "--output", str(tmp_path / "out"), "--quiet")
    with Terminal(*words) as terminal:
        assert terminal.finish() == (0, "")


def test_a_pipe_gets_no_bar(company: Path, tmp_path: Path) -> None:
    """Standard error has the summary only."""
    result = program("batch", str(company), "--output", str(tmp_path / "out"))
    assert result.stderr == "150 rows: 150 judged, 0 rejected.\n"
    assert result.stdout == ""


def test_there_is_no_bar_where_the_terminal_shows_the_lines(company: Path) -> None:
    """Without --output the answer itself is printed there."""
    with Terminal("batch", str(company), "--top", "1") as terminal:
        code, output = terminal.finish()
    assert code == 0
    assert BAR not in output
    assert output.count('"schema_version"') == 150
