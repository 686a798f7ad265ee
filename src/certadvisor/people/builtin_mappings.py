"""Built-in mappings, by the names of the systems whose exports they read."""

import re
from pathlib import Path

from certadvisor.base.scalars import did_you_mean
from certadvisor.catalog.loader import shipped
from certadvisor.errors import Fault, InputError

_NAME = re.compile(r"[A-Za-z0-9-]+")


def ready_names() -> tuple[str, ...]:
    """The names of the built-in mappings, sorted."""
    return tuple(sorted(path.stem for path in (shipped() / "mappings").glob("*.yaml")))


def mapping_path(mapping: Path | str) -> Path:
    """The file of a mapping, given as a path or as the name of a built-in one.

    Raises InputError for a bare word that is neither. A file with the name of a built-in
    mapping is given with a folder: `./workday`.
    """
    if isinstance(mapping, Path):
        return mapping
    written, ready = mapping, ready_names()
    if written.casefold() in ready:
        return shipped() / "mappings" / f"{written.casefold()}.yaml"
    if _NAME.fullmatch(written) and not Path(written).exists():
        remedy = did_you_mean(written, ready, f"name a file, or one of: {', '.join(ready)}")
        raise InputError([Fault(written, "is no mapping that is known", remedy=remedy)])
    return Path(written)
