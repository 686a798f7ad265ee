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
from certadvisor.base.atomic import replace_file
from certadvisor.catalog.records import (
    AdviceTables,
    CareerStep,
    Catalog,
    Certification,
    Demand,
    Kind,
    Price,
    Role,
    RuleVersion,
    SharedName,
    SkillRequirement,
    StatusFrom,
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

FILES = ("certifications.yaml", "roles.yaml", "demand.yaml", "advice.yaml", "titles.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent
# Held by tests/house/test_catalog_cache.py: code outside would leave the cache stale unnoticed.
_COMPILER_PACKAGES = ("errors.py", "base", "catalog")
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
    core = _read_cache(cache_folder, cache_key, "core")
    if core is None:
        core, raw_records = _compile(files)
        _write_cache(cache_folder, cache_key, core, raw_records)
        return _decode(core, digest, raw_records.__getitem__)

    def load_raw_records(collection: str) -> Any:
        cached = _read_cache(cache_folder, cache_key, collection)
        return _compile(files)[1][collection] if cached is None else cached

    return _decode(core, digest, cache_of(load_raw_records))


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
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "certadvisor"
    except RuntimeError:  # the user has no home directory
        return None


def _read_cache(folder: Path | None, digest: str, part: str) -> Any:
    if folder is None:
        return None
    try:
        return json.loads((folder / f"{digest[:32]}-{part}.json").read_bytes())
    except (OSError, ValueError):
        return None


def _write_cache(folder: Path | None, digest: str, core: Any, raw_records: dict[str, Any]) -> None:
    """Write the compiled parts to the cache, each file atomically, and delete the oldest.

    Failing to write is not an error: the next run compiles again.
    """
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old_file in sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)[
            :-_CACHE_LIMIT
        ]:
            old_file.unlink()
        for part, data in {**raw_records, "core": core}.items():
            text = json.dumps(data, separators=(",", ":"))
            replace_file(folder / f"{digest[:32]}-{part}.json", text)
    except OSError:
        return


def _compile(files: list[Path]) -> tuple[Any, Any]:
    # Imported here because it loads Pydantic and YAML, which only a cache miss needs.
    from certadvisor.catalog.overlay import assemble

    core, raw_records = assemble([str(path) for path in files])
    # The round trip makes tuples lists, so that a fresh catalogue decodes like a cached one.
    return json.loads(json.dumps(core)), raw_records


def _decode(core: Any, digest: str, raw_records: Any) -> Catalog:
    certifications = {row["id"]: _decode_certification(row) for row in core["certifications"]}
    return Catalog(
        version=core["version"],
        digest=digest[:16],
        certifications=certifications,
        roles={row["id"]: _decode_role(row) for row in core["roles"]},
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
        tables=AdviceTables(
            weights=core["weights"],
            values=core["values"],
            fields={kind: tuple(fields) for kind, fields in core["fields"].items()},
            level_months=core["level_months"],
            too_junior=core["too_junior"],
            rates_on=_parse_day(core["rates_on"]),
            per_usd=core["per_usd"],
        ),
        steps=tuple(_decode_step(*row) for row in core["steps"]),
        names=core["names"],
        raw_records=raw_records,
        overridden=tuple((id, file) for id, file in core["overridden"]),
        warnings=tuple(Fault(*row) for row in core["warnings"]),
    )


def _decode_step(id: str, text: str, role: str | None, requirement: Any, skills: Any) -> CareerStep:
    required_skills = SkillRequirement(*(_as_tuple(value) for value in skills)) if skills else None
    return CareerStep(
        id, text, role, decode_requirement(requirement) if requirement else None, required_skills
    )


def _decode_role(row: dict[str, Any]) -> Role:
    row["local"] = {
        country: (tuple(preferred), tuple(helpful))
        for country, (preferred, helpful) in row["local"].items()
    }
    return Role(**{key: _as_tuple(value) for key, value in row.items()})


def _decode_certification(row: dict[str, Any]) -> Certification:
    row["statuses"] = tuple(
        StatusFrom(state, _parse_day(since)) for state, since in row["statuses"]
    )
    row["rules"] = tuple(_decode_rule(*rule_row) for rule_row in row["rules"])
    row["prices"] = tuple(
        Price(currency, place, date.fromisoformat(on), *rest)
        for currency, place, on, *rest in row["prices"]
    )
    return Certification(**{key: _as_tuple(value) for key, value in row.items()})


def _decode_rule(
    since: str | None, sit: list[Any], award: list[Any], sources: list[str], confidence: str
) -> RuleVersion:
    # Equal rules share one object, so that comparing them is an identity check.
    award_requirement = decode_requirement(award)
    is_same = sit == award
    exam_requirement = award_requirement if is_same else decode_requirement(sit)
    return RuleVersion(
        _parse_day(since), exam_requirement, award_requirement, tuple(sources), confidence
    )


_LEAF_TYPES: dict[str, Any] = {
    "degree": Degree,
    "experience": Experience,
    "training": Training,
    "course": Course,
    "holds": Holds,
    "membership": Membership,
    "assessment": Assessment,
    "declare": Declare,
}


def decode_requirement(row: list[Any]) -> Requirement:
    """The requirement of a row made by `compiler.encode_requirement`."""
    tag, *values = row
    if tag in ("all", "any"):
        children = tuple(decode_requirement(child) for child in values[0])
        return AllOf(children) if tag == "all" else AnyOf(children)
    leaf: Requirement = _LEAF_TYPES[tag](*(_as_tuple(value) for value in values))
    return leaf


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _parse_day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
