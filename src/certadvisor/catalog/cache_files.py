"""The cache's files: each is written atomically, begins with a checksum, and is read whole.

A cache that cannot be read is made anew by its owner; one that cannot be written is ignored.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

from certadvisor.base.atomic import replace_file

_MOST_FILES = 60  # those of earlier catalogues are deleted


def cache_folder() -> Path | None:
    """The user's cache folder; a relative XDG_CACHE_HOME is ignored, as its specification asks."""
    named = (os.environ.get(name, "") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"))
    base = next(filter(os.path.isabs, named), None)
    try:
        return (Path(base) if base else Path.home() / ".cache") / "certadvisor"
    except RuntimeError:  # the user has no home directory
        return None


def read_cache(folder: Path | None, key: str, part: str) -> bytes | None:
    """A part of what is cached under a key as it was written; None if not cached, or damaged."""
    if folder is None:
        return None
    file = _cache_file(folder, key, part)
    try:
        checksum, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if checksum == _checksum(file, data) else None


def write_cache(folder: Path, key: str, parts: Mapping[str, str]) -> None:
    """Write the parts to the cache, each file atomically, and delete the oldest.

    Failing to write is not an error: the next run makes them again.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old_file in sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)[
            :-_MOST_FILES
        ]:
            old_file.unlink()
        for part, data in parts.items():
            file = _cache_file(folder, key, part)
            replace_file(file, f"{_checksum(file, data.encode()).decode()}\n{data}")
    except OSError:
        return


def _cache_file(folder: Path, key: str, part: str) -> Path:
    return folder / f"{key[:32]}-{part}.cache"


def _checksum(file: Path, data: bytes) -> bytes:
    """The first line of a cache file: the length and the checksum of its name and its data.

    It finds damage. A digest would find no more, as whoever forges the data can write either,
    and OpenSSL, which makes it, takes as long to load as the catalogue.
    """
    return f"{len(data)} {crc32(data, crc32(file.name.encode())):08x}".encode()
