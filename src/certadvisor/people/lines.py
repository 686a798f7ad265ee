"""Lines of a file of any size, each bounded to `MAX_LINE` bytes."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from certadvisor.errors import Fault, InputError

MAX_LINE = 1024 * 1024  # bytes; a profile with a thousand jobs is far shorter
_PEEK_BYTES = 64 * 1024
STANDARD_INPUT = Path("-")
_BOM = b"\xef\xbb\xbf"


class InputLine(NamedTuple):
    """A line with its end, and its number (from 1). One that is too long is empty."""

    number: int
    raw: bytes
    too_long: bool = False


def iter_lines(path: Path) -> Iterator[InputLine]:
    """Yield each line; `-` is standard input. Raises InputError where the file cannot be read."""
    if path == STANDARD_INPUT:
        yield from _read_bounded(sys.stdin.buffer)
        return
    try:
        with path.open("rb") as file:
            yield from _read_bounded(file)
    except FileNotFoundError:
        raise InputError([Fault(str(path), "no such file", remedy="check the path")]) from None
    except IsADirectoryError:
        raise InputError([Fault(str(path), "is a directory", remedy="name a file")]) from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "is not a path").lower()
        raise InputError([Fault(str(path), f"cannot be read: {reason}")]) from None


def _read_bounded(binary_file: BinaryIO) -> Iterator[InputLine]:
    end = _line_end(binary_file)
    if end == b"\n":
        yield from _read_lines(binary_file, end)
        return
    returns = _ReturnEnded(binary_file)
    try:
        yield from _read_lines(returns, end)
    finally:
        returns.release()


def _read_lines(file: "BinaryIO | _ReturnEnded", end: bytes) -> Iterator[InputLine]:
    number = 0
    while raw := file.readline(MAX_LINE + 1):
        number += 1
        too_long = len(raw) > MAX_LINE
        while too_long and not raw.endswith(end):
            raw = file.readline(MAX_LINE)
            if not raw:
                break
        if too_long:
            yield InputLine(number, b"\n", too_long=True)
        else:
            yield InputLine(number, raw.removeprefix(_BOM) if number == 1 else raw)


class _ReturnEnded:
    """A file whose lines end with a carriage return alone, as old Macs and some exports do."""

    def __init__(self, file: BinaryIO) -> None:
        # Latin-1 keeps every byte as it is, and only text files know other ends of lines.
        self._file = io.TextIOWrapper(file, "latin-1", newline="\r")

    def readline(self, limit: int) -> bytes:
        return self._file.readline(limit).encode("latin-1")

    def release(self) -> None:
        """Leave the file open for whoever opened it."""
        self._file.detach()


def _line_end(file: BinaryIO) -> bytes:
    """The byte that ends a line, by what the beginning of the file has."""
    start = file.peek(_PEEK_BYTES) if isinstance(file, io.BufferedReader) else b""
    return b"\r" if b"\r" in start.rstrip(b"\r") and b"\n" not in start else b"\n"


def too_long_fault(source: str, line: int) -> Fault:
    """The fault of a line that is longer than `MAX_LINE`."""
    problem = f"is longer than {MAX_LINE // 1024 // 1024} MB"
    return Fault(source, problem, line, remedy="write one person a line")
