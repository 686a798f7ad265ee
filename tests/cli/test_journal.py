"""The journal of a batch run: which chunks of an interrupted run count when it is resumed."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from certadvisor.base.atomic import partial_path
from certadvisor.batch.journal import (
    JournaledOutput,
    RowCounts,
    journal_path,
    read_journal_head,
)
from certadvisor.errors import InputError

HEAD = {"people": "abc", "as_of": "2026-11-22"}


class Files(NamedTuple):
    """The paths of output and rejects of a run."""

    output: Path
    rejects: Path


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Paths in an empty folder."""
    return Files(tmp_path / "out", tmp_path / "bad")


def leave_interrupted_run(files: Files, chunks: int, head: dict[str, str] = HEAD) -> None:
    """Leave the files of a run that ended after so many chunks."""
    output = JournaledOutput(*files, head)
    for number in range(1, chunks + 1):
        output.add(f"line {number}\n", "r\n" * (number % 2), RowCounts(number))
    output.close()


def read_partial_files(files: Files) -> Iterator[str]:
    """Read the partial files."""
    return (partial_path(file).read_text("utf-8") for file in files)


def test_a_resumed_run_keeps_the_chunks_that_were_written(files: Files) -> None:
    """The next run continues after the last chunk."""
    leave_interrupted_run(files, 3)
    output = JournaledOutput(*files, HEAD)
    assert output.counts == RowCounts(3)
    output.add("line 4\n", "", RowCounts(4))
    output.publish()
    assert files.output.read_text("utf-8") == "line 1\nline 2\nline 3\nline 4\n"
    assert files.rejects.read_text("utf-8") == "r\nr\n"
    assert set(files.output.parent.iterdir()) == set(files)


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_torn_journal_costs_its_last_chunk_only(files: Files, cut: int) -> None:
    """A kill can leave half a line."""
    leave_interrupted_run(files, 3)
    journal = journal_path(files.output)
    journal.write_bytes(journal.read_bytes()[:-cut])
    output = JournaledOutput(*files, HEAD)
    output.close()
    assert output.counts == RowCounts(2)
    assert list(read_partial_files(files)) == ["line 1\nline 2\n", "r\n"]
    again = JournaledOutput(*files, HEAD)
    again.close()
    assert again.counts == RowCounts(2)


def test_output_without_a_journal_entry_is_truncated(files: Files) -> None:
    """A chunk that was written but not journaled is written again."""
    leave_interrupted_run(files, 2)
    with partial_path(files.output).open("a", encoding="utf-8") as part:
        part.write("half a li")
    JournaledOutput(*files, HEAD).close()
    assert next(read_partial_files(files)) == "line 1\nline 2\n"


def test_a_partial_file_shorter_than_its_journal_counts_up_to_the_last_complete_chunk(
    files: Files,
) -> None:
    """A power cut may lose the last writes, although the journal has them."""
    leave_interrupted_run(files, 3)
    with partial_path(files.output).open("r+b") as part:
        part.truncate(10)
    output = JournaledOutput(*files, HEAD)
    output.close()
    assert output.counts == RowCounts(1)
    assert list(read_partial_files(files)) == ["line 1\n", "r\n"]


def test_a_partial_file_that_was_edited_is_discarded(files: Files) -> None:
    """It has the right size, but not the digest."""
    leave_interrupted_run(files, 2)
    partial_path(files.output).write_text("LINE 1\nline 2\n", encoding="utf-8")
    output = JournaledOutput(*files, HEAD)
    output.close()
    assert output.counts == RowCounts()
    assert list(read_partial_files(files)) == ["", ""]


def test_a_different_request_starts_over(files: Files) -> None:
    """Nothing of the old answer stays in the new one."""
    leave_interrupted_run(files, 3)
    assert read_journal_head(files.output) == HEAD
    output = JournaledOutput(*files, HEAD | {"people": "other"})
    assert output.counts == RowCounts()
    output.add("new\n", "", RowCounts(1))
    output.publish()
    assert files.output.read_text("utf-8") == "new\n"
    assert files.rejects.read_text("utf-8") == ""


def test_restart_ignores_the_journal(files: Files) -> None:
    """Even where the request is the same."""
    leave_interrupted_run(files, 3)
    output = JournaledOutput(*files, HEAD, restart=True)
    output.close()
    assert output.counts == RowCounts()


@pytest.mark.parametrize("renamed", [0, 1, 2])
def test_a_run_killed_while_renaming_its_files_is_finished_by_the_next(
    files: Files, renamed: int
) -> None:
    """Whichever of the two was renamed already, and no row is judged again."""
    leave_interrupted_run(files, 3)
    output = JournaledOutput(*files, HEAD)
    output.publish()
    contents = {file: file.read_bytes() for file in files}
    leave_interrupted_run(files, 3)
    output = JournaledOutput(*files, HEAD)
    output.commit()
    output.close()
    for file in (files.rejects, files.output)[:renamed]:
        partial_path(file).replace(file)
    again = JournaledOutput(*files, HEAD)
    assert again.finished
    assert again.counts == RowCounts(3)
    again.publish()
    assert {file: file.read_bytes() for file in files} == contents
    assert set(files.output.parent.iterdir()) == set(files)


def test_a_committed_run_whose_files_are_missing_starts_over(files: Files) -> None:
    """The journal alone is not enough."""
    leave_interrupted_run(files, 3)
    output = JournaledOutput(*files, HEAD)
    output.commit()
    output.close()
    partial_path(files.output).unlink()
    again = JournaledOutput(*files, HEAD)
    again.close()
    assert not again.finished
    assert again.counts == RowCounts()


@pytest.mark.parametrize("junk", [b"", b"\0\xff\n", b"[]\n", b"{}\n{}\n", b"null"])
def test_an_invalid_journal_is_ignored(files: Files, junk: bytes) -> None:
    """Whatever the file contains, a run can start."""
    journal_path(files.output).write_bytes(junk)
    assert read_journal_head(files.output) == {}
    leave_interrupted_run(files, 1)
    assert next(read_partial_files(files)) == "line 1\n"


def test_a_second_run_to_the_same_output_is_refused(files: Files) -> None:
    """It raises InputError, and the first run continues."""
    pytest.importorskip("fcntl")
    first = JournaledOutput(*files, HEAD)
    with pytest.raises(InputError, match="being written by another run"):
        JournaledOutput(*files, HEAD)
    first.add("line 1\n", "", RowCounts(1))
    first.publish()
    assert files.output.read_text("utf-8") == "line 1\n"
