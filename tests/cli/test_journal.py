"""The journal of a batch run: which chunks of an interrupted run count when it is resumed."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from certadvisor.batch.journal import Counts, Ledger, begun, journal_of, part_of
from certadvisor.errors import InputError

ASKED = {"people": "abc", "as_of": "2026-11-22"}


class Files(NamedTuple):
    """The paths of output and rejects of a run."""

    output: Path
    rejects: Path


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Paths in an empty folder."""
    return Files(tmp_path / "out", tmp_path / "bad")


def left(files: Files, pieces: int, asked: dict[str, str] = ASKED) -> None:
    """Leave the files of a run that ended after so many chunks."""
    ledger = Ledger(*files, asked)
    for number in range(1, pieces + 1):
        ledger.add(f"line {number}\n", "r\n" * (number % 2), Counts(number))
    ledger.close()


def written(files: Files) -> Iterator[str]:
    """Read the partial files."""
    return (part_of(file).read_text("utf-8") for file in files)


def test_a_resumed_run_keeps_the_chunks_that_were_written(files: Files) -> None:
    """The next run continues after the last chunk."""
    left(files, 3)
    ledger = Ledger(*files, ASKED)
    assert ledger.counts == Counts(3)
    ledger.add("line 4\n", "", Counts(4))
    ledger.finish()
    assert files.output.read_text("utf-8") == "line 1\nline 2\nline 3\nline 4\n"
    assert files.rejects.read_text("utf-8") == "r\nr\n"
    assert set(files.output.parent.iterdir()) == set(files)


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_torn_journal_costs_its_last_chunk_only(files: Files, cut: int) -> None:
    """A kill can leave half a line."""
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


def test_output_without_a_journal_entry_is_truncated(files: Files) -> None:
    """A chunk that was written but not journaled is written again."""
    left(files, 2)
    with part_of(files.output).open("a", encoding="utf-8") as part:
        part.write("half a li")
    Ledger(*files, ASKED).close()
    assert next(written(files)) == "line 1\nline 2\n"


def test_a_partial_file_shorter_than_its_journal_counts_up_to_the_last_complete_chunk(
    files: Files,
) -> None:
    """A power cut may lose the last writes, although the journal has them."""
    left(files, 3)
    with part_of(files.output).open("r+b") as part:
        part.truncate(10)
    ledger = Ledger(*files, ASKED)
    ledger.close()
    assert ledger.counts == Counts(1)
    assert list(written(files)) == ["line 1\n", "r\n"]


def test_a_partial_file_that_was_edited_is_discarded(files: Files) -> None:
    """It has the right size, but not the digest."""
    left(files, 2)
    part_of(files.output).write_text("LINE 1\nline 2\n", encoding="utf-8")
    ledger = Ledger(*files, ASKED)
    ledger.close()
    assert ledger.counts == Counts()
    assert list(written(files)) == ["", ""]


def test_a_different_request_starts_over(files: Files) -> None:
    """Nothing of the old answer stays in the new one."""
    left(files, 3)
    assert begun(files.output) == ASKED
    ledger = Ledger(*files, ASKED | {"people": "other"})
    assert ledger.counts == Counts()
    ledger.add("new\n", "", Counts(1))
    ledger.finish()
    assert files.output.read_text("utf-8") == "new\n"
    assert files.rejects.read_text("utf-8") == ""


def test_restart_ignores_the_journal(files: Files) -> None:
    """Even where the request is the same."""
    left(files, 3)
    ledger = Ledger(*files, ASKED, afresh=True)
    ledger.close()
    assert ledger.counts == Counts()


@pytest.mark.parametrize("renamed", [0, 1, 2])
def test_a_run_killed_while_renaming_its_files_is_finished_by_the_next(
    files: Files, renamed: int
) -> None:
    """Whichever of the two was renamed already, and no row is judged again."""
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


def test_a_committed_run_whose_files_are_missing_starts_over(files: Files) -> None:
    """The journal alone is not enough."""
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
def test_an_invalid_journal_is_ignored(files: Files, junk: bytes) -> None:
    """Whatever the file contains, a run can start."""
    journal_of(files.output).write_bytes(junk)
    assert begun(files.output) == {}
    left(files, 1)
    assert next(written(files)) == "line 1\n"


def test_a_second_run_to_the_same_output_is_refused(files: Files) -> None:
    """It raises InputError, and the first run continues."""
    pytest.importorskip("fcntl")
    first = Ledger(*files, ASKED)
    with pytest.raises(InputError, match="being written by another run"):
        Ledger(*files, ASKED)
    first.add("line 1\n", "", Counts(1))
    first.finish()
    assert files.output.read_text("utf-8") == "line 1\n"
