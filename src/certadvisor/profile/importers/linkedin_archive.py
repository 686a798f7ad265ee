"""A LinkedIn export, as a ZIP or a folder: only the tables an importer needs are opened.

The export also contains messages, addresses and birth dates. Nothing is extracted to disk, only
the tables in question are read, and of those never more than `MAX_TABLE` bytes, whatever size
the archive claims.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar

from certadvisor.errors import Fault, InputError

Where = TypeVar("Where")

MAX_TABLE = 4 * 1024 * 1024
MAX_ENTRIES = 10_000
_MAX_PIECE = 2 * 1024 * 1024  # bytes at once: a ZIP's directory is read in one piece
_BROKEN = (  # what zipfile raises for files that are not valid archives
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    OSError, ValueError, OverflowError,
)  # fmt: skip
_DEPTH = 2  # the tables are at the top or in one folder
_CHUNK = 64 * 1024
_BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others unpack a chunk to any size


def read_folder(folder: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Read the named tables in a folder, or in a folder inside it.

    Returns the bytes by table name, without the tables that do not exist. Raises InputError
    where a table is too large, occurs twice or cannot be read.
    """
    try:
        found = _named(((path.name, path) for path in _files(folder)), names)
        return {name: _from_file(_only(paths, name), name) for name, paths in found.items()}
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise _fault(str(folder), f"cannot be read: {reason}") from None


def read_zip(file: BinaryIO, source: str, names: Sequence[str]) -> dict[str, bytes]:
    """Read the named tables in a ZIP, or in a folder inside it.

    Returns the bytes by table name, without the tables that do not exist. Raises InputError
    where the archive is broken, encrypted, too large or not LinkedIn's.
    """
    try:
        with zipfile.ZipFile(_Careful(file, source)) as archive:
            entries = _checked(archive.infolist(), source)
            places = ((entry.filename.split("/"), entry) for entry in entries)
            found = _named(
                ((path[-1], entry) for path, entry in places if len(path) <= _DEPTH), names
            )
            return {
                name: _from_zip(archive, _only(several, name), name)
                for name, several in found.items()
            }
    except _BROKEN:
        raise _fault(source, "is no ZIP that can be read", "ask for the export again") from None


class _Careful:
    """A file that refuses large reads, so that a forged ZIP directory cannot fill memory.

    It has the four methods that `zipfile.ZipFile` calls.
    """

    def __init__(self, file: BinaryIO, source: str) -> None:
        self._file = file
        self._source = source
        self.seek = file.seek
        self.tell = file.tell
        self.seekable = file.seekable

    def read(self, size: int = -1, /) -> bytes:
        piece = self._file.read(_MAX_PIECE + 1 if size < 0 else min(size, _MAX_PIECE + 1))
        if len(piece) > _MAX_PIECE:
            raise _fault(self._source, "holds too many entries to be a LinkedIn export")
        return piece


def _checked(entries: list[zipfile.ZipInfo], source: str) -> list[zipfile.ZipInfo]:
    """The entries. Raises InputError for an archive that cannot come from LinkedIn.

    Nothing is extracted, so a path that leads out of the archive does no harm; it is proof
    that the archive was forged.
    """
    if len(entries) > MAX_ENTRIES:
        raise _fault(source, f"holds more than {MAX_ENTRIES} entries")
    for entry in entries:
        path = entry.orig_filename
        if ".." in re.split(r"[/\\]", path) or re.match(r"[/\\]|[A-Za-z]:", path):
            remedy = "ask LinkedIn for the export again"
            raise _fault(source, f"holds an entry that leads out of it ({path[:40]})", remedy)
    return entries


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and of the folders directly in it."""
    for path in sorted(folder.iterdir()):
        inner = sorted(path.iterdir()) if path.is_dir() else [path]
        yield from (file for file in inner if file.is_file())


def _named(files: Iterable[tuple[str, Where]], names: Sequence[str]) -> dict[str, list[Where]]:
    """The files by table name. Some exports add a number to it: `Positions_123.csv`."""
    found: dict[str, list[Where]] = {}
    for file, where in files:
        form = re.fullmatch(r"([a-z]+)(?:[ _-]?[0-9]+)?\.csv", file.casefold())
        table = next((name for name in names if form and name.casefold() == form[1]), None)
        if table:
            found.setdefault(table, []).append(where)
    return found


def _only(places: list[Where], name: str) -> Where:
    if len(places) > 1:
        raise _fault(f"{name}.csv", "is there more than once", "leave one of them")
    return places[0]


def _from_file(path: Path, name: str) -> bytes:
    with path.open("rb") as file:
        return _limited(file.read(MAX_TABLE + 1), name)


def _from_zip(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """Unpack one entry in chunks: the size in its header cannot be trusted."""
    if entry.compress_type not in _BOUNDED or entry.flag_bits & 1:
        raise _fault(f"{name}.csv", "is encrypted or packed in an unusual way", "unpack the export")
    unpacked = b""
    with archive.open(entry) as file:
        while len(unpacked) <= MAX_TABLE and (piece := file.read(_CHUNK)):
            unpacked += piece
    return _limited(unpacked, name)


def _limited(content: bytes, name: str) -> bytes:
    if len(content) > MAX_TABLE:
        raise _fault(f"{name}.csv", f"is larger than {MAX_TABLE // 1024 // 1024} MB")
    return content


def _fault(source: str, problem: str, remedy: str = "") -> InputError:
    return InputError([Fault(source, problem, remedy=remedy)])
