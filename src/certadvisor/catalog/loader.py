"""Loads the catalogue from its files, through a cache of the compiled form.

Reading and validating the YAML takes most of a second; the compiled form loads in
milliseconds. A cache file is named by a digest of everything it was built from (the
catalogue's files and the code that compiles them), so it is never stale. A cache that
cannot be read or written is ignored.
"""

import gc
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache as cache_of
from hashlib import sha256
from pathlib import Path
from typing import Any

from certadvisor import __version__
from certadvisor.catalog.records import (
    CareerStep,
    Catalog,
    Certification,
    Demand,
    Kind,
    Price,
    Role,
    RuleVersion,
    SharedName,
    SkillsAsked,
    StatusFrom,
    Tables,
)
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Assessment,
    Course,
    Declare,
    Degree,
    Experience,
    Holds,
    Membership,
    Requirement,
    Training,
)
from certadvisor.errors import Fault, InputError

FILES = ("certifications.yaml", "roles.yaml", "advice.yaml", "titles.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent
# Held by tests/house/test_catalog_cache.py: code outside would leave the cache stale unnoticed.
_COMPILED_BY = ("errors.py", "base", "catalog")
_KEPT = 60  # cached files of earlier catalogues


def data_folder() -> Path:
    """The folder of the built-in catalogue."""
    return shipped()


def shipped() -> Path:
    """The folder of all built-in data: `data/` in a checkout, inside the package in a wheel."""
    checkout = _PACKAGE.parent.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "data").is_dir():
        return checkout / "data"
    return _PACKAGE / "data"


@contextmanager
def _uncollected() -> Iterator[None]:
    # Loading makes many objects and no garbage: each collection would scan the heap in vain.
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@_uncollected()
def load_catalog(
    folders: tuple[str, ...] = (), *, built_in: bool = True, cache: bool = True
) -> Catalog:
    """Load the built-in catalogue with those in `folders` overlaid on it by id, in order.

    With `built_in=False`, only the catalogues in `folders`, plus the built-in
    `advice.yaml` underneath (how long a month of work or a course takes).
    Raises InputError with every fault of every file.
    """
    own = _catalog_files([*([data_folder()] if built_in else []), *map(Path, folders)])
    files = own if built_in else [data_folder() / "advice.yaml", *own]
    contents = [_bytes(path) for path in files]
    digest = _digest(files, contents)
    kept = _cache_folder() if cache else None
    core = _cached(kept, digest, "core")
    if core is None:
        core, pages = _compile(files)
        _keep(kept, digest, core, pages)
        return _decode(core, digest, pages.__getitem__)

    def load_pages(collection: str) -> Any:
        found = _cached(kept, digest, collection)
        return _compile(files)[1][collection] if found is None else found

    return _decode(core, digest, cache_of(load_pages))


def _catalog_files(folders: list[Path]) -> list[Path]:
    files: list[Path] = []
    faults: list[Fault] = []
    for folder in folders:
        found = [folder / name for name in FILES if (folder / name).is_file()]
        if not folder.is_dir():
            remedy = "name a catalogue's directory"
            faults.append(Fault(str(folder), "is no directory", remedy=remedy))
        elif not found:
            remedy = "put a certifications.yaml into it"
            faults.append(Fault(str(folder), "holds no catalogue", remedy=remedy))
        files += found
    if faults:
        raise InputError(faults)
    return files


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise InputError([Fault(str(path), f"cannot be read: {reason}")]) from None


def _digest(files: list[Path], contents: list[bytes]) -> str:
    digest = sha256(__version__.encode())
    for path in compiler_files():
        digest.update(_bytes(path))
    for path, content in zip(files, contents, strict=True):
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def compiler_files() -> list[Path]:
    """Return every source file whose code shapes the compiled catalogue, in a fixed order."""
    named = [_PACKAGE / name for name in _COMPILED_BY]
    return [file for path in named for file in (sorted(path.rglob("*.py")) or [path])]


def _cache_folder() -> Path | None:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "certadvisor"
    except RuntimeError:  # the user has no home directory
        return None


def _cached(folder: Path | None, digest: str, part: str) -> Any:
    if folder is None:
        return None
    try:
        return json.loads((folder / f"{digest[:32]}-{part}.json").read_bytes())
    except (OSError, ValueError):
        return None


def _keep(folder: Path | None, digest: str, core: Any, pages: dict[str, Any]) -> None:
    """Write the compiled parts to the cache, each file atomically, and delete the oldest.

    Failing to write is not an error: the next run compiles again.
    """
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)[:-_KEPT]:
            old.unlink()
        for part, data in {**pages, "core": core}.items():
            beside = folder / f"{os.getpid()}-{part}.tmp"
            beside.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
            beside.replace(folder / f"{digest[:32]}-{part}.json")
    except OSError:
        return


def _compile(files: list[Path]) -> tuple[Any, Any]:
    # Imported here because it loads Pydantic and YAML, which only a cache miss needs.
    from certadvisor.catalog.overlay import assemble

    core, pages = assemble([str(path) for path in files])
    # The round trip makes tuples lists, so that a fresh catalogue decodes like a cached one.
    return json.loads(json.dumps(core)), pages


def _decode(core: Any, digest: str, pages: Any) -> Catalog:
    certifications = {row["id"]: _certification(row) for row in core["certifications"]}
    return Catalog(
        version=core["version"],
        digest=digest[:16],
        certifications=certifications,
        roles={row["id"]: _role(row) for row in core["roles"]},
        kinds={id: Kind(id, name, tuple(implies)) for id, name, implies in core["kinds"]},
        responsibilities=tuple(core["responsibilities"]),
        groups={id: tuple(members) for id, members in core["groups"].items()},
        known_names=core["known_names"],
        shared_names=tuple(
            SharedName(name, tuple(ids), text) for name, ids, text in core["shared_names"]
        ),
        issuers=core["issuers"],
        skills=core["skills"],
        demand=tuple(Demand(*row) for row in core["demand"]),
        tables=Tables(
            weights=core["weights"],
            values=core["values"],
            fields={kind: tuple(fields) for kind, fields in core["fields"].items()},
            level_months=core["level_months"],
            too_junior=core["too_junior"],
            rates_on=_day(core["rates_on"]),
            per_usd=core["per_usd"],
        ),
        steps=tuple(_step(*row) for row in core["steps"]),
        names=core["names"],
        pages=pages,
        overridden=tuple((id, file) for id, file in core["overridden"]),
    )


def _step(id: str, text: str, role: str | None, asks: Any, skills: Any) -> CareerStep:
    wanted = SkillsAsked(*(_tuple(value) for value in skills)) if skills else None
    return CareerStep(id, text, role, requirement_of(asks) if asks else None, wanted)


def _role(row: dict[str, Any]) -> Role:
    row["local"] = {
        country: (tuple(preferred), tuple(helpful))
        for country, (preferred, helpful) in row["local"].items()
    }
    return Role(**{key: _tuple(value) for key, value in row.items()})


def _certification(row: dict[str, Any]) -> Certification:
    row["statuses"] = tuple(StatusFrom(state, _day(since)) for state, since in row["statuses"])
    row["rules"] = tuple(_rule(*one) for one in row["rules"])
    row["prices"] = tuple(
        Price(currency, place, date.fromisoformat(on), *rest)
        for currency, place, on, *rest in row["prices"]
    )
    return Certification(**{key: _tuple(value) for key, value in row.items()})


def _rule(
    since: str | None, sit: list[Any], award: list[Any], sources: list[str], confidence: str
) -> RuleVersion:
    # Equal rules share one object, so that comparing them is an identity check.
    asked = requirement_of(award)
    alike = sit == award
    sat = asked if alike else requirement_of(sit)
    return RuleVersion(_day(since), sat, asked, tuple(sources), confidence)


_LEAVES: dict[str, Any] = {
    "degree": Degree,
    "experience": Experience,
    "training": Training,
    "course": Course,
    "holds": Holds,
    "membership": Membership,
    "assessment": Assessment,
    "declare": Declare,
}


def requirement_of(row: list[Any]) -> Requirement:
    """The requirement of a row made by `compiler.encode_requirement`."""
    tag, *values = row
    if tag in ("all", "any"):
        children = tuple(requirement_of(child) for child in values[0])
        return AllOf(children) if tag == "all" else AnyOf(children)
    leaf: Requirement = _LEAVES[tag](*(_tuple(value) for value in values))
    return leaf


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
