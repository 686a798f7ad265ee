"""A run that was interrupted: what of it counts, and that nothing is taken for what it is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from certadvisor.batch.journal import Counts, Ledger, begun, journal_of, part_of
from certadvisor.errors import InputError

ASKED = {"people": "abc", "as_of": "2026-11-22"}


class Files(NamedTuple):
    """The output and the rejects of a run."""

    output: Path
    rejects: Path


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Where nothing lies yet."""
    return Files(tmp_path / "out", tmp_path / "bad")


def left(files: Files, pieces: int, asked: dict[str, str] = ASKED) -> None:
    """A run that ended after so many pieces."""
    ledger = Ledger(*files, asked)
    for number in range(1, pieces + 1):
        ledger.add(f"line {number}\n", "r\n" * (number % 2), Counts(number))
    ledger.close()


def written(files: Files) -> Iterator[str]:
    """What lies in the parts."""
    return (part_of(file).read_text("utf-8") for file in files)


def test_what_was_written_is_kept(files: Files) -> None:
    """The next run goes on behind the last piece."""
    left(files, 3)
    ledger = Ledger(*files, ASKED)
    assert ledger.counts == Counts(3)
    ledger.add("line 4\n", "", Counts(4))
    ledger.finish()
    assert files.output.read_text("utf-8") == "line 1\nline 2\nline 3\nline 4\n"
    assert files.rejects.read_text("utf-8") == "r\nr\n"
    assert set(files.output.parent.iterdir()) == set(files)


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_torn_journal_costs_its_last_piece_only(files: Files, cut: int) -> None:
    """A kill in the middle of a line leaves half of it."""
    left(files, 3)
    journal = journal_of(files.output)
    journal.write_bytes(journal.read_bytes()[:-cut])
    ledger = Ledger(*files, ASKED)
    ledger.close()
    assert ledger.counts == Counts(2)
    assert list(written(files)) == ["line 1\nline 2\n", "r\n"]
    again = Ledger(*files, ASKED)
    again.close()
    assert again.counts == Counts(2)


def test_what_the_journal_does_not_know_is_cut_off(files: Files) -> None:
    """A piece that was written and not noted is written again."""
    left(files, 2)
    with part_of(files.output).open("a", encoding="utf-8") as part:
        part.write("half a li")
    Ledger(*files, ASKED).close()
    assert next(written(files)) == "line 1\nline 2\n"


def test_a_part_that_lacks_what_the_journal_tells_counts_as_far_as_it_is_whole(
    files: Files,
) -> None:
    """A power cut may lose what was written last; it is never taken for written."""
    left(files, 3)
    with part_of(files.output).open("r+b") as part:
        part.truncate(10)
    ledger = Ledger(*files, ASKED)
    ledger.close()
    assert ledger.counts == Counts(1)
    assert list(written(files)) == ["line 1\n", "r\n"]


def test_a_part_that_somebody_changed_is_not_gone_on_with(files: Files) -> None:
    """As many bytes, but not those that were written."""
    left(files, 2)
    part_of(files.output).write_text("LINE 1\nline 2\n", encoding="utf-8")
    ledger = Ledger(*files, ASKED)
    ledger.close()
    assert ledger.counts == Counts()
    assert list(written(files)) == ["", ""]


def test_another_question_begins_anew(files: Files) -> None:
    """Nothing of the old answer stays in the new one."""
    left(files, 3)
    assert begun(files.output) == ASKED
    ledger = Ledger(*files, ASKED | {"people": "other"})
    assert ledger.counts == Counts()
    ledger.add("new\n", "", Counts(1))
    ledger.finish()
    assert files.output.read_text("utf-8") == "new\n"
    assert files.rejects.read_text("utf-8") == ""


def test_afresh_begins_anew(files: Files) -> None:
    """Whoever does not trust what lies there says so."""
    left(files, 3)
    ledger = Ledger(*files, ASKED, afresh=True)
    ledger.close()
    assert ledger.counts == Counts()


@pytest.mark.parametrize("renamed", [0, 1, 2])
def test_a_run_that_ends_while_it_puts_its_files_in_place_is_finished_by_the_next(
    files: Files, renamed: int
) -> None:
    """Whichever of the two is in place already, and no row is judged again."""
    left(files, 3)
    ledger = Ledger(*files, ASKED)
    ledger.finish()
    kept = {file: file.read_bytes() for file in files}
    left(files, 3)
    ledger = Ledger(*files, ASKED)
    ledger.seal()
    ledger.close()
    for file in (files.rejects, files.output)[:renamed]:
        part_of(file).replace(file)
    again = Ledger(*files, ASKED)
    assert again.finished
    assert again.counts == Counts(3)
    again.finish()
    assert {file: file.read_bytes() for file in files} == kept
    assert set(files.output.parent.iterdir()) == set(files)


def test_a_finished_run_whose_files_are_gone_begins_anew(files: Files) -> None:
    """A journal alone is no answer."""
    left(files, 3)
    ledger = Ledger(*files, ASKED)
    ledger.seal()
    ledger.close()
    part_of(files.output).unlink()
    again = Ledger(*files, ASKED)
    again.close()
    assert not again.finished
    assert again.counts == Counts()


@pytest.mark.parametrize("junk", [b"", b"\0\xff\n", b"[]\n", b"{}\n{}\n", b"null"])
def test_a_journal_of_something_else_is_none(files: Files, junk: bytes) -> None:
    """Whatever lies there, it stops nobody."""
    journal_of(files.output).write_bytes(junk)
    assert begun(files.output) == {}
    left(files, 1)
    assert next(written(files)) == "line 1\n"


def test_two_runs_do_not_write_one_output(files: Files) -> None:
    """The second is told, and the first goes on."""
    pytest.importorskip("fcntl")
    first = Ledger(*files, ASKED)
    with pytest.raises(InputError, match="being written by another run"):
        Ledger(*files, ASKED)
    first.add("line 1\n", "", Counts(1))
    first.finish()
    assert files.output.read_text("utf-8") == "line 1\n"
