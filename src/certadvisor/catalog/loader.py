"""Loads the catalogue from its files, through a cache of the compiled form.

Reading and validating the YAML takes most of a second; the compiled form loads in
milliseconds. A cache file is named by a digest of everything it was built from (the
catalogue's files and the code that compiles them), so it is never stale, and begins with
a checksum, so it is read whole or not at all. A cache that cannot be read is made anew; one
that cannot be written is ignored.
"""

import gc
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache as cache_of
from hashlib import sha256
from pathlib import Path

from certadvisor import __version__
from certadvisor.base.atomic import replace_file
from certadvisor.catalog.codec import decode, encode
from certadvisor.catalog.records import Catalog, CompiledCatalog, DemandFigures, RawRecord
from certadvisor.errors import Fault, InputError

FILES = ("certifications.yaml", "roles.yaml", "demand.yaml", "advice.yaml", "titles.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent
# Held by tests/house/test_catalog_cache.py: code outside would leave the cache stale unnoticed.
_COMPILER_PACKAGES = ("errors.py", "base", "catalog")
_CORE = "core"  # the part of the cache with what the engine needs
_DEMAND = "demand-figures"  # a part of its own for its long texts; the others are raw records
_CACHE_LIMIT = 60  # cached files of earlier catalogues


def data_folder() -> Path:
    """The folder of the built-in catalogue."""
    return shipped_data_folder()


def shipped_data_folder() -> Path:
    """The folder of all built-in data: `data/` in a checkout, inside the package in a wheel."""
    checkout = _PACKAGE.parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "data").is_dir():
        return checkout / "data"
    return _PACKAGE / "data"


@contextmanager
def _gc_paused() -> Iterator[None]:
    # Loading makes many objects and no garbage: each collection would scan the heap in vain.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_gc_paused()
def load_catalog(
    folders: tuple[str, ...] = (), *, built_in: bool = True, cache: bool = True
) -> Catalog:
    """Load the built-in catalogue with those in `folders` overlaid on it by id, in order.

    With `built_in=False`, only the catalogues in `folders`, plus the built-in
    `advice.yaml` underneath (how long a month of work or a course takes).
    Raises InputError with every fault of every file.
    """
    catalog_files = _catalog_files([*([data_folder()] if built_in else []), *map(Path, folders)])
    files = catalog_files if built_in else [data_folder() / "advice.yaml", *catalog_files]
    contents = [_read_bytes(path) for path in files]
    digest = _compute_digest(files, contents)
    cache_folder = _cache_folder() if cache else None
    cache_key = _cache_key(digest, files)

    def load_raw_records(collection: str) -> Mapping[str, RawRecord]:
        cached = _read_cache(cache_folder, cache_key, collection)
        if cached is None:
            return _compile(files, cache_folder, digest)[1][collection]
        return _CachedRecords(cached)

    core = _read_cache(cache_folder, cache_key, _CORE)
    if core is None:
        compiled, raw_records = _compile(files, cache_folder, digest)
        return Catalog(compiled, digest=digest[:16], raw_records=raw_records.__getitem__)
    compiled = decode(CompiledCatalog, json.loads(core))

    @cache_of
    def load_demand() -> DemandFigures:
        cached = _read_cache(cache_folder, cache_key, _DEMAND)
        if cached is None:
            whole = _compile(files, cache_folder, digest)[0]
            return DemandFigures(whole.demand, whole.adverts)
        return decode(DemandFigures, json.loads(cached))

    return Catalog(
        compiled,
        digest=digest[:16],
        raw_records=cache_of(load_raw_records),
        demand_figures=load_demand,
    )


def _catalog_files(folders: list[Path]) -> list[Path]:
    files: list[Path] = []
    faults: list[Fault] = []
    for folder in folders:
        existing_files = [folder / name for name in FILES if (folder / name).is_file()]
        if not folder.is_dir():
            remedy = "name a catalogue's directory"
            faults.append(Fault(str(folder), "is no directory", remedy=remedy))
        elif not existing_files:
            remedy = "put a certifications.yaml into it"
            faults.append(Fault(str(folder), "holds no catalogue", remedy=remedy))
        files += existing_files
    if faults:
        raise InputError(faults)
    return files


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise InputError([Fault(str(path), f"cannot be read: {reason}")]) from None


def _compute_digest(files: list[Path], contents: list[bytes]) -> str:
    digest = sha256(__version__.encode())
    for path in compiler_files():
        digest.update(_read_bytes(path))
    for path, content in zip(files, contents, strict=True):
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _cache_key(digest: str, files: list[Path]) -> str:
    """The name of a cache: warnings name files, so equal files elsewhere have one of their own."""
    return sha256(
        "\0".join((digest, *map(str, files))).encode(errors="surrogateescape")
    ).hexdigest()


def compiler_files() -> list[Path]:
    """Return every source file whose code shapes the compiled catalogue, in a fixed order."""
    named = [_PACKAGE / name for name in _COMPILER_PACKAGES]
    return [file for path in named for file in (sorted(path.rglob("*.py")) or [path])]


def _cache_folder() -> Path | None:
    """The user's cache folder; a relative XDG_CACHE_HOME is ignored, as its specification asks."""
    named = (os.environ.get(name, "") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"))
    base = next(filter(os.path.isabs, named), None)
    try:
        return (Path(base) if base else Path.home() / ".cache") / "certadvisor"
    except RuntimeError:  # the user has no home directory
        return None


def _cache_file(folder: Path, digest: str, part: str) -> Path:
    return folder / f"{digest[:32]}-{part}.cache"


def _checksum(file: Path, data: bytes) -> bytes:
    """The first line of a cache file: the checksum of its name and of the JSON data after it."""
    return sha256(file.name.encode() + data).hexdigest().encode()


class _CachedRecords(Mapping[str, RawRecord]):
    """The raw records of a collection, a line each in the cache; each is parsed on first use."""

    def __init__(self, lines: bytes) -> None:
        self._encoded = dict(line.split(b"\t", 1) for line in lines.splitlines())
        self._records: dict[str, RawRecord] = {}

    def __getitem__(self, id: str) -> RawRecord:
        if id not in self._records:
            self._records[id] = json.loads(self._encoded[id.encode()])
        return self._records[id]

    def __iter__(self) -> Iterator[str]:
        return (id.decode() for id in self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


def _read_cache(folder: Path | None, digest: str, part: str) -> bytes | None:
    """A part of the compiled catalogue as it was written; None if not cached, or damaged."""
    if folder is None:
        return None
    file = _cache_file(folder, digest, part)
    try:
        checksum, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if checksum == _checksum(file, data) else None


def _write_cache(folder: Path, digest: str, parts: Mapping[str, str]) -> None:
    """Write the parts to the cache, each file atomically, and delete the oldest.

    Failing to write is not an error: the next run compiles again.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old_file in sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)[
            :-_CACHE_LIMIT
        ]:
            old_file.unlink()
        for part, data in parts.items():
            file = _cache_file(folder, digest, part)
            replace_file(file, f"{_checksum(file, data.encode()).decode()}\n{data}")
    except OSError:
        return


def _as_json(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))


def _as_lines(records: Mapping[str, RawRecord]) -> str:
    return "\n".join(f"{id}\t{_as_json(record)}" for id, record in records.items())


def _compile(
    files: list[Path], cache_folder: Path | None, digest: str
) -> tuple[CompiledCatalog, dict[str, dict[str, RawRecord]]]:
    """Compile the files and write the result to the cache, unless they changed in the meantime."""
    # Imported here because it loads Pydantic and YAML, which only a cache miss needs.
    from certadvisor.catalog.overlay import assemble

    compiled, raw_records = assemble([str(path) for path in files])
    if cache_folder and _compute_digest(files, [_read_bytes(path) for path in files]) == digest:
        core = compiled._replace(demand=(), adverts=())
        demand = DemandFigures(compiled.demand, compiled.adverts)
        parts = {
            **{name: _as_lines(records) for name, records in raw_records.items()},
            _CORE: _as_json(encode(core)),
            _DEMAND: _as_json(encode(demand)),
        }
        _write_cache(cache_folder, _cache_key(digest, files), parts)
    return compiled, raw_records
