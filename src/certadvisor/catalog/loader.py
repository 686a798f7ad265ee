"""Loads the catalogue from its files, through a cache of the compiled form.

Reading and validating the YAML takes most of a second; the compiled form loads in
milliseconds. A cache file is named by a digest of everything it was built from (the
catalogue's files and the code that compiles them), so it is never stale. The digest of the
built-in catalogue is remembered beside the cache with the stamps of the files it was made of,
and holds as long as no stamp has changed.
"""

import gc
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache as cache_of
from functools import partial
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from certadvisor import __version__
from certadvisor.catalog.cache_files import cache_folder as find_cache_folder
from certadvisor.catalog.cache_files import read_cache, write_cache
from certadvisor.catalog.codec import decode, encode
from certadvisor.catalog.records import Catalog, CompiledCatalog, DemandFigures, RawRecord
from certadvisor.catalog.stamps import take_stamps
from certadvisor.errors import Fault, InputError

FILES = ("certifications.yaml", "roles.yaml", "demand.yaml", "advice.yaml", "titles.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent
# Held by tests/house/test_catalog_cache.py: code outside would leave the cache stale unnoticed.
_COMPILER_MODULES, _COMPILER_PACKAGES = ("errors.py",), ("base", "catalog")
_CORE = "core"  # the part of the cache with what the engine needs
_DEMAND = "demand-figures"  # a part of its own for its long texts; the others are raw records
_REMEMBERED = "digest"  # a file apart: the identity of the built-in catalogue, and the stamps


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
    cache_folder = find_cache_folder() if cache else None
    # People write their own catalogues to all kinds of disks: those are read each time.
    identify = _identify if folders or cache_folder is None else partial(_recall, cache_folder)
    identity = identify(files)
    digest, cache_key = identity

    def load_raw_records(collection: str) -> Mapping[str, RawRecord]:
        cached = read_cache(cache_folder, cache_key, collection)
        if cached is None:
            return _compile(files, cache_folder, identity)[1][collection]
        return _CachedRecords(cached)

    core = read_cache(cache_folder, cache_key, _CORE)
    if core is None:
        compiled, raw_records = _compile(files, cache_folder, identity)
        return Catalog(compiled, digest=digest[:16], raw_records=raw_records.__getitem__)
    compiled = decode(CompiledCatalog, json.loads(core))

    @cache_of
    def load_demand() -> DemandFigures:
        cached = read_cache(cache_folder, cache_key, _DEMAND)
        if cached is None:
            whole = _compile(files, cache_folder, identity)[0]
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
            faults.append(Fault(str(folder), "is not a directory", remedy=remedy))
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


class _Identity(NamedTuple):
    """The digest of everything that a catalogue is built from, and the key of its cache.

    Warnings name files, so equal files elsewhere have a cache of their own.
    """

    digest: str
    cache_key: str


def _recall(cache_folder: Path, files: list[Path]) -> _Identity:
    """Return the identity that is remembered for the files as they are; else find it out anew."""
    stamps = take_stamps([*files, *compiler_files()])
    if stamps is None:
        return _identify(files)
    key = f"{crc32(os.fsencode(_PACKAGE)):08x}"  # one file for each installed program
    valid_for = f"{__version__}\n{stamps.text}"
    remembered = read_cache(cache_folder, key, _REMEMBERED) or b""
    identity_line, _, was_valid_for = remembered.decode().partition("\n")
    if was_valid_for == valid_for:
        return _Identity(*identity_line.split())
    identity = _identify(files)
    if stamps.trusted:
        write_cache(cache_folder, key, {_REMEMBERED: f"{' '.join(identity)}\n{valid_for}"})
    return identity


def _identify(files: list[Path]) -> _Identity:
    from hashlib import sha256  # takes two milliseconds, which a remembered identity saves

    digest = _compute_digest(files, [_read_bytes(path) for path in files])
    named = "\0".join((digest, *map(str, files)))
    return _Identity(digest, sha256(named.encode(errors="surrogateescape")).hexdigest())


def _compute_digest(files: list[Path], contents: list[bytes]) -> str:
    from hashlib import sha256

    digest = sha256(__version__.encode())
    for source in compiler_files():
        digest.update(_read_bytes(Path(source)))
    for path, content in zip(files, contents, strict=True):
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def compiler_files() -> list[str]:
    """Return every source file whose code shapes the compiled catalogue, in a fixed order."""
    walked = (one for name in _COMPILER_PACKAGES for one in os.walk(_PACKAGE / name))
    modules = [
        f"{folder}/{name}" for folder, _, names in walked for name in names if name.endswith(".py")
    ]
    return sorted([*(f"{_PACKAGE}/{name}" for name in _COMPILER_MODULES), *modules])


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


def _as_json(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))


def _as_lines(records: Mapping[str, RawRecord]) -> str:
    return "\n".join(f"{id}\t{_as_json(record)}" for id, record in records.items())


def _compile(
    files: list[Path], cache_folder: Path | None, identity: _Identity
) -> tuple[CompiledCatalog, dict[str, dict[str, RawRecord]]]:
    """Compile the files and write the result to the cache, unless they changed in the meantime."""
    # Imported here because it loads Pydantic and YAML, which only a cache miss needs.
    from certadvisor.catalog.overlay import assemble

    compiled, raw_records = assemble([str(path) for path in files])
    if cache_folder and _identify(files) == identity:
        core = compiled._replace(demand=(), adverts=())
        demand = DemandFigures(compiled.demand, compiled.adverts)
        parts = {
            **{name: _as_lines(records) for name, records in raw_records.items()},
            _CORE: _as_json(encode(core)),
            _DEMAND: _as_json(encode(demand)),
        }
        write_cache(cache_folder, identity.cache_key, parts)
    return compiled, raw_records
