"""Built-in mappings, by the names of the systems whose exports they read."""

import re
from pathlib import Path

from certadvisor.base.suggest import did_you_mean
from certadvisor.catalog.loader import shipped_data_folder
from certadvisor.errors import Fault, InputError

_NAME = re.compile(r"[A-Za-z0-9-]+")


def builtin_mapping_names() -> tuple[str, ...]:
    """The names of the built-in mappings, sorted."""
    return tuple(sorted(path.stem for path in (shipped_data_folder() / "mappings").glob("*.yaml")))


def mapping_path(mapping: Path | str) -> Path:
    """The file of a mapping, given as a path or as the name of a built-in one.

    Raises InputError for a bare word that is neither. A file with the name of a built-in
    mapping is given with a folder: `./workday`.
    """
    if isinstance(mapping, Path):
        return mapping
    name, names = mapping, builtin_mapping_names()
    if name.casefold() in names:
        return shipped_data_folder() / "mappings" / f"{name.casefold()}.yaml"
    if _NAME.fullmatch(name) and not Path(name).exists():
        remedy = did_you_mean(name, names, f"name a file, or one of: {', '.join(names)}")
        raise InputError([Fault(name, "is not a known mapping", remedy=remedy)])
    return Path(name)
