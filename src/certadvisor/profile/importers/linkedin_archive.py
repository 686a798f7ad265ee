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
from certadvisor.profile.importers.foreign_files import describe_foreign_zip, foreign_file_error

Member = TypeVar("Member")

MAX_TABLE = 4 * 1024 * 1024
MAX_ENTRIES = 10_000
_MAX_READ = 2 * 1024 * 1024  # bytes at once: a ZIP's directory is read in one piece
_ARCHIVE_ERRORS = (  # what zipfile raises for files that are not valid archives
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    OSError, ValueError, OverflowError,
)  # fmt: skip
_MAX_DEPTH = 2  # the tables are at the top or in one folder
_CHUNK = 64 * 1024
_BOUNDED_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others unpack a chunk to any size


def read_folder(folder: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Read the named tables in a folder, or in a folder inside it.

    Returns the bytes by table name, without the tables that do not exist. Raises InputError
    where a table is too large, occurs twice or cannot be read.
    """
    try:
        tables = _group_by_table(((path.name, path) for path in _list_files(folder)), names)
        return {
            name: _read_file(_require_single(paths, name), name) for name, paths in tables.items()
        }
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise _input_error(str(folder), f"cannot be read: {reason}") from None


def read_table(path: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Read one table of an export, unpacked. Returns it by its name; nothing for other files.

    Raises InputError where it is too large, and OSError where it cannot be read.
    """
    tables = _group_by_table([(path.name, path)], names)
    return {name: _read_file(paths[0], name) for name, paths in tables.items()}


def read_zip(file: BinaryIO, source: str, names: Sequence[str]) -> dict[str, bytes]:
    """Read the named tables in a ZIP, or in a folder inside it.

    Returns the bytes by table name, without the tables that do not exist. Raises InputError
    where the archive is broken, encrypted, too large or not LinkedIn's.
    """
    try:
        with zipfile.ZipFile(_BoundedFile(file, source)) as archive:
            entries = _check_entries(archive.infolist(), source)
            split_paths = ((entry.filename.split("/"), entry) for entry in entries)
            tables = _group_by_table(
                ((path[-1], entry) for path, entry in split_paths if len(path) <= _MAX_DEPTH), names
            )
            return {
                name: _read_entry(archive, _require_single(candidates, name), name)
                for name, candidates in tables.items()
            }
    except _ARCHIVE_ERRORS:
        raise _input_error(
            source, "is not a readable ZIP file", "ask for the export again"
        ) from None


class _BoundedFile:
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
        chunk = self._file.read(_MAX_READ + 1 if size < 0 else min(size, _MAX_READ + 1))
        if len(chunk) > _MAX_READ:
            raise _input_error(self._source, "holds too many entries to be a LinkedIn export")
        return chunk


def _check_entries(entries: list[zipfile.ZipInfo], source: str) -> list[zipfile.ZipInfo]:
    """The entries. Raises InputError for an archive that cannot come from LinkedIn.

    Nothing is extracted, so a path that leads out of the archive does no harm; it is proof
    that the archive was forged.
    """
    if len(entries) > MAX_ENTRIES:
        raise _input_error(source, f"holds more than {MAX_ENTRIES} entries")
    document = describe_foreign_zip(entry.filename for entry in entries)
    if document:
        raise foreign_file_error(source, document)
    for entry in entries:
        path = entry.orig_filename
        if ".." in re.split(r"[/\\]", path) or re.match(r"[/\\]|[A-Za-z]:", path):
            remedy = "ask LinkedIn for the export again"
            raise _input_error(source, f"holds an entry that leads out of it ({path[:40]})", remedy)
    return entries


def _list_files(folder: Path) -> Iterator[Path]:
    """The files of a folder and of the folders directly in it."""
    for path in sorted(folder.iterdir()):
        children = sorted(path.iterdir()) if path.is_dir() else [path]
        yield from (file for file in children if file.is_file())


def _group_by_table(
    files: Iterable[tuple[str, Member]], names: Sequence[str]
) -> dict[str, list[Member]]:
    """The files by table name. Some exports add a number to it: `Positions_123.csv`."""
    tables: dict[str, list[Member]] = {}
    for file, member in files:
        match = re.fullmatch(r"([a-z]+)(?:[ _-]?[0-9]+)?\.csv", file.casefold())
        table = next((name for name in names if match and name.casefold() == match[1]), None)
        if table:
            tables.setdefault(table, []).append(member)
    return tables


def _require_single(members: list[Member], name: str) -> Member:
    if len(members) > 1:
        raise _input_error(f"{name}.csv", "is there more than once", "leave one of them")
    return members[0]


def _read_file(path: Path, name: str) -> bytes:
    with path.open("rb") as file:
        return _check_size(file.read(MAX_TABLE + 1), name)


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """Unpack one entry in chunks: the size in its header cannot be trusted."""
    if entry.compress_type not in _BOUNDED_METHODS or entry.flag_bits & 1:
        raise _input_error(
            f"{name}.csv", "is encrypted or uses an unusual compression", "unpack the export"
        )
    content = b""
    with archive.open(entry) as file:
        while len(content) <= MAX_TABLE and (chunk := file.read(_CHUNK)):
            content += chunk
    return _check_size(content, name)


def _check_size(content: bytes, name: str) -> bytes:
    if len(content) > MAX_TABLE:
        raise _input_error(f"{name}.csv", f"is larger than {MAX_TABLE // 1024 // 1024} MB")
    return content


def _input_error(source: str, problem: str, remedy: str = "") -> InputError:
    return InputError([Fault(source, problem, remedy=remedy)])
