"""Keys of the last release that have a new name or place: the tables, and how they are read.

They are read for one release, with a warning; `certadvisor catalog migrate` rewrites them in
an own catalogue. The built-in data has none.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from certadvisor.base.document import DataPath, Document
from certadvisor.errors import Fault, InputError

EACH = "*"  # every entry of a list, or every value of a mapping
PROFILE, CASES = "profile", "cases"  # kinds of file beside the names of the catalogue's own


class RenamedKey(NamedTuple):
    """A key with a new name.

    `file` is the name of a catalogue file, or `PROFILE` for profiles and those in cases. `path`
    leads to the mappings that have the key, by the new names of the keys around it.
    """

    file: str
    path: tuple[str, ...]
    old: str
    new: str


# A key inside a mapping that is itself renamed stands behind it. Remove a row one release later.
RENAMED_KEYS = (
    RenamedKey("certifications.yaml", ("certifications", EACH, "costs", EACH), "on", "date"),
    RenamedKey("certifications.yaml", ("certifications", EACH), "leads_to", "next"),
    RenamedKey("advice.yaml", ("rates",), "on", "date"),
    RenamedKey(PROFILE, ("certifications", EACH, "units", EACH), "on", "date"),
)


class MovedKey(NamedTuple):
    """A key at the top of a catalogue file that is now in a file of its own."""

    file: str
    key: str
    new_file: str


MOVED_KEYS = (
    MovedKey("roles.yaml", "demand", "demand.yaml"),
    MovedKey("roles.yaml", "findings", "demand.yaml"),
)


class UpdatedFile(NamedTuple):
    """A file as if it had the new keys, and a warning for each old key it has.

    `documents` are by the file whose form they have: the file itself, and those that keys of it
    moved to.
    """

    documents: dict[str, Document]
    warnings: tuple[Fault, ...]


def renamed_keys(file: str) -> tuple[RenamedKey, ...]:
    """The renamed keys of a file: the name of a catalogue file, `PROFILE` or `CASES`."""
    if file != CASES:
        return tuple(key for key in RENAMED_KEYS if key.file == file)
    blocks: tuple[tuple[str, ...], ...] = ((), (EACH,))  # a file is one block of cases, or a list
    return tuple(
        key._replace(file=CASES, path=(*block, "cases", EACH, "profile", *key.path))
        for key in renamed_keys(PROFILE)
        for block in blocks
    )


def old_names(section: str) -> dict[str, str]:
    """The old names of a profile section's keys, each with the new one."""
    return {
        key.old: key.new
        for key in renamed_keys(PROFILE)
        if section == next((step for step in key.path[::-1] if step != EACH), PROFILE)
    }


def update_keys(document: Document, file: str, folder: object) -> UpdatedFile:
    """Rename and move the old keys in a document's data, which changes; lines stay the file's.

    `file` is one that `renamed_keys` knows, `folder` the catalogue's directory. Raises
    InputError where a mapping has both the old and the new key.
    """
    remedy = f"run `certadvisor catalog migrate {folder}`"
    renamed, warnings = _rename_keys(document, file, remedy)
    documents = {file: renamed}
    for moved in (key for key in MOVED_KEYS if key.file == file):
        if not isinstance(renamed.data, dict) or moved.key not in renamed.data:
            continue
        problem = f"`{moved.key}` has moved to {moved.new_file}; the next release refuses it here"
        line = renamed.line((moved.key,))
        warnings.append(Fault(document.source, problem, line, remedy=remedy))
        target = documents.setdefault(moved.new_file, Document(document.source, {}, renamed.line))
        target.data[moved.key] = renamed.data.pop(moved.key)
    return UpdatedFile(documents, tuple(warnings))


def _rename_keys(document: Document, file: str, remedy: str) -> tuple[Document, list[Fault]]:
    old_by_path: dict[DataPath, dict[str, str]] = {}
    faults: list[Fault] = []
    warnings: list[Fault] = []
    for key in renamed_keys(file):
        found = [
            (path, mapping)
            for path, mapping in _find_mappings(document.data, key.path)
            if key.old in mapping
        ]
        for path, mapping in found:
            if key.new in mapping:
                problem = f"`{key.old}` is the old name of `{key.new}`, and both are written"
                faults.append(document.fault((*path, key.old), problem, "keep one of them"))
                continue
            renamed = {key.new if name == key.old else name: mapping[name] for name in mapping}
            mapping.clear()
            mapping.update(renamed)
            old_by_path.setdefault(path, {})[key.new] = key.old
        if found:
            problem = describe_old_key(key.old, key.new, len(found))
            line = document.line((*found[0][0], key.old))
            warnings.append(Fault(document.source, problem, line, remedy=remedy))
    if faults:
        raise InputError(faults)

    def line_at(path: DataPath) -> int | None:
        steps = enumerate(path)
        return document.line(
            tuple(old_by_path.get(path[:depth], {}).get(str(step), step) for depth, step in steps)
        )

    return Document(document.source, document.data, line_at), warnings


def describe_old_key(old: str, new: str, count: int) -> str:
    """The warning about an old key that a file has `count` times."""
    times = "" if count == 1 else f" ({count} times in this file)"
    return f"`{old}` is now called `{new}`{times}; the next release refuses the old name"


def _find_mappings(
    data: Any, path: tuple[str, ...], walked: DataPath = ()
) -> Iterator[tuple[DataPath, dict[str, Any]]]:
    """The mappings at a path of plain data, where it is as the path expects, each with its own."""
    if not path:
        if isinstance(data, dict):
            yield walked, data
        return
    step, rest = path[0], path[1:]
    children: list[tuple[str | int, Any]] = []
    if step == EACH:
        children = list(enumerate(data)) if isinstance(data, list) else []
        children = list(data.items()) if isinstance(data, dict) else children
    elif isinstance(data, dict) and step in data:
        children = [(step, data[step])]
    for name, child in children:
        yield from _find_mappings(child, rest, (*walked, name))
