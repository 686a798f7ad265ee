"""Journaled output, so that an interrupted batch run can be resumed.

Output and rejects are first written to partial files next to them, with a journal. Its
first line is the request's fingerprint; each further line is an entry for one chunk:
the sizes of both partial files after it and a digest of the bytes it added. However a
run ended, the next one finds the last complete chunk and truncates what follows it.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, NamedTuple

from certadvisor.base.atomic import os_errors_as_faults, partial_path, put_in_place
from certadvisor.errors import Fault, InputError

JournalHead = Mapping[str, Any]


class RowCounts(NamedTuple):
    """Rows read so far, each judged or rejected; `warned` of the judged ones have warnings."""

    read: int = 0
    judged: int = 0
    rejected: int = 0
    warned: int = 0


class _JournalEntry(NamedTuple):
    """A line of the journal: counts and sizes after a chunk, and the digest of the chunk.

    `last` marks the commit: all chunks are written. The fields are the keys of the line.
    """

    counts: RowCounts
    sizes: tuple[int, int]
    digest: str
    last: bool = False


def journal_path(file: Path) -> Path:
    """Return the path of the journal of an output file."""
    return file.with_name(f"{file.name}.journal")


def read_journal_head(output: Path) -> JournalHead:
    """Read the fingerprint of the interrupted run to this output; empty where there is none."""
    try:
        with journal_path(output).open("rb") as file:
            return _parse_object(file.readline())
    except OSError:
        return {}


class JournaledOutput:
    """Output and rejects of one request, written through partial files and a journal.

    Data of a different request is discarded. `counts` are those of the chunks written so
    far, `empty` is whether there are none, `finished` whether all are there.
    """

    accepts_rejects = True

    def __init__(
        self, output: Path, rejects: Path, head: JournalHead, *, restart: bool = False
    ) -> None:
        self._targets = (output, rejects)
        self._partial_files: list[IO[bytes]] = []
        with os_errors_as_faults(output):
            self._journal = journal_path(output).open("a+b")
            _lock(self._journal, output)
            entries = [] if restart else self._read_entries(head)
            self.finished = (
                bool(entries) and entries[-1].last and self._files_are_complete(entries[-1])
            )
            if not self.finished:
                entries = self._resume(entries, head)
            self.counts = entries[-1].counts if entries else RowCounts()
            self.empty = not entries

    def add(self, output: str, rejects: str, counts: RowCounts) -> None:
        """Write a chunk, then its journal entry."""
        encoded = output.encode(), rejects.encode()
        with os_errors_as_faults(self._targets[0]):
            for part, data in zip(self._partial_files, encoded, strict=True):
                part.write(data)
                part.flush()
            self._append_entry(_JournalEntry(counts, self._sizes(), _digest(*encoded)))
        self.counts, self.empty = counts, False

    def commit(self) -> None:
        """Record that all chunks are written; from here on the files only need renaming."""
        with os_errors_as_faults(self._targets[0]):
            for part in self._partial_files:
                os.fsync(part.fileno())
            self._append_entry(_JournalEntry(self.counts, self._sizes(), "", last=True))
        self.finished = True

    def publish(self) -> None:
        """Rename both partial files to their targets; may be interrupted and repeated safely."""
        if not self.finished:
            self.commit()
        with os_errors_as_faults(self._targets[0]):
            for part in self._partial_files:
                part.close()
            # The rejects first: once the output is in place, so are they. The journal is removed
            # after both, so that a run killed in between is finished by the next one.
            for target in reversed(self._targets):
                if partial_path(target).exists():
                    put_in_place(partial_path(target), target)
            self._journal.close()
            journal_path(self._targets[0]).unlink()

    def close(self) -> None:
        """Close the files and leave them as they are."""
        for file in (*self._partial_files, self._journal):
            with suppress(OSError):  # a full disk was reported already
                file.close()

    def _read_entries(self, head: JournalHead) -> list[_JournalEntry]:
        """Read the journal's entries up to the first torn line; none for another request."""
        self._journal.seek(0)
        if self._journal.readline() != _encode_line(head):
            return []
        entries: list[_JournalEntry] = []
        for line in self._journal:
            entry = _parse_entry(line)
            if entry is None:
                break
            entries.append(entry)
        return entries

    def _files_are_complete(self, last_entry: _JournalEntry) -> bool:
        """Return whether both files have their final sizes, renamed already or still partial."""
        for target, size in zip(self._targets, last_entry.sizes, strict=True):
            part = partial_path(target)
            file = part if part.exists() else target
            if not file.is_file() or file.stat().st_size != size:
                return False
        return True

    def _resume(self, entries: list[_JournalEntry], head: JournalHead) -> list[_JournalEntry]:
        """Keep the leading entries whose bytes match their digests; truncate what follows them."""
        for target in self._targets:
            with os_errors_as_faults(target):
                self._partial_files.append(partial_path(target).open("a+b"))
            self._partial_files[-1].seek(0)
        valid_entries: list[_JournalEntry] = []
        sizes = (0, 0)
        for entry in entries:
            growth = zip(self._partial_files, entry.sizes, sizes, strict=True)
            added = [part.read(max(0, size - before)) for part, size, before in growth]
            if entry.last or _digest(*added) != entry.digest:
                break
            valid_entries.append(entry)
            sizes = entry.sizes
        for part, size in zip(self._partial_files, sizes, strict=True):
            part.truncate(size)
            part.seek(size)
        head_line = _encode_line(head)
        self._journal.seek(0)
        if self._journal.readline() == head_line:
            self._journal.truncate(
                len(head_line) + sum(len(_encode_line(entry._asdict())) for entry in valid_entries)
            )
        else:
            self._journal.truncate(0)
            self._journal.write(head_line)
            self._journal.flush()
        return valid_entries

    def _sizes(self) -> tuple[int, int]:
        output, rejects = (part.tell() for part in self._partial_files)
        return output, rejects

    def _append_entry(self, entry: _JournalEntry) -> None:
        self._journal.write(_encode_line(entry._asdict()))
        self._journal.flush()


def _digest(output: bytes, rejects: bytes) -> str:
    return sha256(b"%d,%b%b" % (len(output), output, rejects)).hexdigest()


def _encode_line(values: JournalHead) -> bytes:
    return json.dumps(values, separators=(",", ":")).encode() + b"\n"


def _parse_entry(line: bytes) -> _JournalEntry | None:
    """Parse a line of the journal; None where it is torn."""
    values = _parse_object(line) if line.endswith(b"\n") else {}
    try:
        output, rejects = values["sizes"]
        return _JournalEntry(
            RowCounts(*values["counts"]), (output, rejects), values["digest"], values["last"]
        )
    except (KeyError, TypeError, ValueError):
        return None


def _parse_object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _lock(file: IO[bytes], output: Path) -> None:
    """Lock a file while it is open. Raises InputError where another run holds the lock."""
    try:
        import fcntl
    except ImportError:  # Windows, where an open file cannot be renamed over anyway
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        remedy = "wait for it, or name another --output"
        fault = Fault(str(output), "is being written by another run", remedy=remedy)
        raise InputError([fault]) from None
    except OSError:  # a file system without locks
        return
