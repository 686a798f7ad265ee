"""Journaled output, so that an interrupted batch run can be resumed.

Output and rejects are first written to partial files next to them, with a journal. Its
first line is the request's fingerprint; each further line is an entry for one chunk:
the sizes of both partial files after it and a digest of the bytes it added. However a
run ended, the next one finds the last complete chunk and truncates what follows it.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, NamedTuple

from certadvisor.cli.output import mode_of
from certadvisor.errors import Fault, InputError

Asked = Mapping[str, Any]


class Counts(NamedTuple):
    """Rows read so far, each judged or rejected; `warned` of the judged ones have warnings."""

    read: int = 0
    judged: int = 0
    rejected: int = 0
    warned: int = 0


class _Piece(NamedTuple):
    """A line of the journal: counts and sizes after a chunk, and the digest of the chunk.

    `last` marks the commit: all chunks are written. The fields are the keys of the line.
    """

    counts: Counts
    sizes: tuple[int, int]
    digest: str
    last: bool = False


def part_of(file: Path) -> Path:
    """Return the path under which a file is written until it is complete."""
    return file.with_name(f"{file.name}.part")


def journal_of(file: Path) -> Path:
    """Return the path of the journal of an output file."""
    return file.with_name(f"{file.name}.journal")


def begun(output: Path) -> Asked:
    """Read the fingerprint of the interrupted run to this output; empty where there is none."""
    try:
        with journal_of(output).open("rb") as file:
            return _object(file.readline())
    except OSError:
        return {}


class Ledger:
    """Output and rejects of one request, written through partial files and a journal.

    Data of a different request is discarded. `counts` are those of the chunks written so
    far, `empty` is whether there are none, `finished` whether all are there.
    """

    takes_rejects = True

    def __init__(self, output: Path, rejects: Path, asked: Asked, *, afresh: bool = False) -> None:
        self._targets = (output, rejects)
        self._parts: list[IO[bytes]] = []
        with told(output):
            self._journal = journal_of(output).open("a+b")
            _lock(self._journal, output)
            pieces = [] if afresh else self._known(asked)
            self.finished = bool(pieces) and pieces[-1].last and self._in_place(pieces[-1])
            if not self.finished:
                pieces = self._take_up(pieces, asked)
            self.counts = pieces[-1].counts if pieces else Counts()
            self.empty = not pieces

    def add(self, output: str, rejects: str, counts: Counts) -> None:
        """Write a chunk, then its journal entry."""
        written = output.encode(), rejects.encode()
        with told(self._targets[0]):
            for part, data in zip(self._parts, written, strict=True):
                part.write(data)
                part.flush()
            self._note(_Piece(counts, self._sizes(), _digest(*written)))
        self.counts, self.empty = counts, False

    def seal(self) -> None:
        """Record that all chunks are written; from here on the files only need renaming."""
        with told(self._targets[0]):
            for part, target in zip(self._parts, self._targets, strict=True):
                os.fsync(part.fileno())
                Path(part.name).chmod(mode_of(target))
            self._note(_Piece(self.counts, self._sizes(), "", last=True))
        self.finished = True

    def finish(self) -> None:
        """Rename both partial files to their targets; may be interrupted and repeated safely."""
        if not self.finished:
            self.seal()
        with told(self._targets[0]):
            for part in self._parts:
                part.close()
            # The rejects first: once the output is in place, so are they. The journal is removed
            # after both, so that a run killed in between is finished by the next one.
            for target in reversed(self._targets):
                if part_of(target).exists():
                    part_of(target).replace(target)
            self._journal.close()
            journal_of(self._targets[0]).unlink()

    def close(self) -> None:
        """Close the files and leave them as they are."""
        for file in (*self._parts, self._journal):
            with suppress(OSError):  # a full disk was reported already
                file.close()

    def _known(self, asked: Asked) -> list[_Piece]:
        """Read the journal's entries up to the first torn line; none for another request."""
        self._journal.seek(0)
        if self._journal.readline() != _line(asked):
            return []
        found: list[_Piece] = []
        for line in self._journal:
            piece = _piece(line)
            if piece is None:
                break
            found.append(piece)
        return found

    def _in_place(self, last: _Piece) -> bool:
        """Return whether both files have their final sizes, renamed already or still partial."""
        for target, size in zip(self._targets, last.sizes, strict=True):
            part = part_of(target)
            file = part if part.exists() else target
            if not file.is_file() or file.stat().st_size != size:
                return False
        return True

    def _take_up(self, pieces: list[_Piece], asked: Asked) -> list[_Piece]:
        """Keep the leading entries whose bytes match their digests; truncate what follows them."""
        for target in self._targets:
            with told(target):
                self._parts.append(part_of(target).open("a+b"))
            self._parts[-1].seek(0)
        kept: list[_Piece] = []
        sizes = (0, 0)
        for piece in pieces:
            grown = zip(self._parts, piece.sizes, sizes, strict=True)
            added = [part.read(max(0, size - before)) for part, size, before in grown]
            if piece.last or _digest(*added) != piece.digest:
                break
            kept.append(piece)
            sizes = piece.sizes
        for part, size in zip(self._parts, sizes, strict=True):
            part.truncate(size)
            part.seek(size)
        head = _line(asked)
        self._journal.seek(0)
        if self._journal.readline() == head:
            self._journal.truncate(len(head) + sum(len(_line(piece._asdict())) for piece in kept))
        else:
            self._journal.truncate(0)
            self._journal.write(head)
            self._journal.flush()
        return kept

    def _sizes(self) -> tuple[int, int]:
        output, rejects = (part.tell() for part in self._parts)
        return output, rejects

    def _note(self, piece: _Piece) -> None:
        self._journal.write(_line(piece._asdict()))
        self._journal.flush()


def _digest(output: bytes, rejects: bytes) -> str:
    return sha256(b"%d,%b%b" % (len(output), output, rejects)).hexdigest()


def _line(told: Asked) -> bytes:
    return json.dumps(told, separators=(",", ":")).encode() + b"\n"


def _piece(line: bytes) -> _Piece | None:
    """Parse a line of the journal; None where it is torn."""
    told = _object(line) if line.endswith(b"\n") else {}
    try:
        output, rejects = told["sizes"]
        return _Piece(Counts(*told["counts"]), (output, rejects), told["digest"], told["last"])
    except (KeyError, TypeError, ValueError):
        return None


def _object(line: bytes) -> dict[str, Any]:
    try:
        read = json.loads(line)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


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


@contextmanager
def told(output: Path) -> Iterator[None]:
    """Raise OS errors of writing as InputError; BrokenPipeError passes through."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such path").lower()
        raise InputError([Fault(str(output), f"cannot be written: {reason}")]) from None
