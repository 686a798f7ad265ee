"""Output written piece by piece beside its place, so that an interrupted run can be taken up again.

Beside the output and the rejects lie their parts, and a journal: first what
was asked, then a line for each piece that was written, with the sizes of both
parts and a digest of what the piece added. So whatever ended a run, the next
one knows the last piece that is whole, and throws away what lies behind it.
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
    """The rows read so far: judged or rejected; so many of the judged are `warned` of."""

    read: int = 0
    judged: int = 0
    rejected: int = 0
    warned: int = 0


class _Piece(NamedTuple):
    """A line of the journal: the counts and sizes after a piece, and the digest of the piece."""

    counts: Counts
    sizes: tuple[int, int]
    digest: str
    last: bool = False


def part_of(file: Path) -> Path:
    """Where a file is made."""
    return file.with_name(f"{file.name}.part")


def journal_of(file: Path) -> Path:
    """Where it stands how far a file is made."""
    return file.with_name(f"{file.name}.journal")


def begun(output: Path) -> Asked:
    """What was asked by the run that was begun here; nothing where none was."""
    try:
        with journal_of(output).open("rb") as file:
            return _object(file.readline())
    except OSError:
        return {}


class Ledger:
    """The output and the rejects of one question, in the making.

    What lies here of another question is thrown away. `counts` are those of the pieces
    that lie here, `empty` where none does, `finished` where all do.
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
        """Write a piece, then that it is written."""
        written = output.encode(), rejects.encode()
        with told(self._targets[0]):
            for part, data in zip(self._parts, written, strict=True):
                part.write(data)
                part.flush()
            self._note(_Piece(counts, self._sizes(), _digest(*written)))
        self.counts, self.empty = counts, False

    def seal(self) -> None:
        """Note that no piece is to come; from here on the files are only put in place."""
        with told(self._targets[0]):
            for part, target in zip(self._parts, self._targets, strict=True):
                os.fsync(part.fileno())
                Path(part.name).chmod(mode_of(target))
            self._note(_Piece(self.counts, self._sizes(), "", last=True))
        self.finished = True

    def finish(self) -> None:
        """Put both files where they belong; safe to be killed in, and to be done again."""
        if not self.finished:
            self.seal()
        with told(self._targets[0]):
            for part in self._parts:
                part.close()
            for target in reversed(self._targets):
                if part_of(target).exists():
                    part_of(target).replace(target)
            self._journal.close()
            journal_of(self._targets[0]).unlink()

    def close(self) -> None:
        """Let go of the files and leave them as they are."""
        for file in (*self._parts, self._journal):
            with suppress(OSError):  # a full disk was told already
                file.close()

    def _known(self, asked: Asked) -> list[_Piece]:
        """The pieces that the journal tells of, if it is of this question; a torn line is none."""
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
        """Whether both files are whole, each in its place or still beside it."""
        for target, size in zip(self._targets, last.sizes, strict=True):
            part = part_of(target)
            file = part if part.exists() else target
            if not file.is_file() or file.stat().st_size != size:
                return False
        return True

    def _take_up(self, pieces: list[_Piece], asked: Asked) -> list[_Piece]:
        """Keep the pieces that lie in the parts as they were written, and cut off the rest."""
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
    """A line of the journal; None where it is torn."""
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
    """Make it ours while it is open. Raises InputError where another run has it."""
    try:
        import fcntl
    except ImportError:  # a system where an open file cannot be put in another's place anyway
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
    """What the system refuses, as a fault; a reader that has seen enough is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such path").lower()
        raise InputError([Fault(str(output), f"cannot be written: {reason}")]) from None
