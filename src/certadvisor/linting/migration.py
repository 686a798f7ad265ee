"""Rewrites an own catalogue's files with the keys of this release; all else stays as it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from certadvisor.base.yaml_reader import read_bytes, read_nodes
from certadvisor.catalog.loader import FILES
from certadvisor.catalog.old_keys import CASES, EACH, RenamedKey, renamed_keys, update_keys
from certadvisor.errors import Fault, InputError
from certadvisor.linting.case_runner import case_files

_BYTE_ORDER_MARK = "\ufeff"


class MigratedFile(NamedTuple):
    """A file with old keys: its new text, and what changed in it."""

    path: Path
    text: str
    changes: tuple[str, ...]


class _Edit(NamedTuple):
    """A part of a text, by its positions, and what takes its place."""

    start: int
    end: int
    text: str


def migrate_catalog(folder: Path) -> tuple[MigratedFile, ...]:
    """The files of a catalogue that have old keys, with their new text; nothing is written.

    Raises InputError with every fault of every file, or if the folder has no catalogue file.
    """
    paths = [(folder / name, name) for name in FILES if (folder / name).is_file()]
    if not paths:
        problem = "holds no catalogue" if folder.is_dir() else "is no directory"
        raise InputError([Fault(str(folder), problem, remedy="name a catalogue's directory")])
    faults: list[Fault] = []
    migrated: list[MigratedFile] = []
    for path, file in (*paths, *((path, CASES) for path in case_files(folder))):
        try:
            migrated += _migrate_file(path, file, folder)
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return tuple(migrated)


def _migrate_file(path: Path, file: str, folder: Path) -> Iterator[MigratedFile]:
    source = str(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(source, f"cannot be read: {reason}")]) from None
    expected = update_keys(read_bytes(raw, source), file, folder)
    if not expected.warnings:
        return
    text, root = read_nodes(raw, source)
    changes: list[str] = []
    edits: list[_Edit] = []
    for key in renamed_keys(file):
        renames = [_rename(node, key, text) for node in _find_keys(root, key)]
        edits += renames
        if renames:
            times = "once" if len(renames) == 1 else f"{len(renames)} times"
            changes.append(f"renamed `{key.old}` to `{key.new}`, {times}")
    new_text = _apply(edits, text)
    if read_bytes(new_text.encode(), source).data != expected.document.data:
        # Unusual YAML: better no change than a wrong one.
        raise InputError(
            [warning._replace(remedy="rename it yourself") for warning in expected.warnings]
        )
    mark = _BYTE_ORDER_MARK if raw.startswith(_BYTE_ORDER_MARK.encode()) else ""
    yield MigratedFile(path, mark + new_text, tuple(changes))


def _rename(node: yaml.Node, key: RenamedKey, text: str) -> _Edit:
    start, end = _span(node)
    quote = text[start] if text[start] in "'\"" else ""
    return _Edit(start, end, f"{quote}{key.new}{quote}")


def _span(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _apply(edits: list[_Edit], text: str) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _find_keys(root: yaml.Node | None, key: RenamedKey) -> Iterator[yaml.Node]:
    """The nodes of an old key, wherever it is to be renamed."""
    for mapping in _find_mappings(root, key.path, key.file):
        yield from (name for name, _ in mapping.value if name.value == key.old)


def _find_mappings(
    node: yaml.Node | None, path: tuple[str, ...], file: str
) -> Iterator[yaml.MappingNode]:
    """The mappings at a path; the keys on the way may still have their old names."""
    if not path:
        if isinstance(node, yaml.MappingNode):
            yield node
        return
    step, rest = path[0], path[1:]
    names = {step, *(key.old for key in renamed_keys(file) if key.new == step)}
    if isinstance(node, yaml.SequenceNode) and step == EACH:
        children = node.value
    elif isinstance(node, yaml.MappingNode):
        children = [value for name, value in node.value if step == EACH or name.value in names]
    else:
        return
    for child in children:
        yield from _find_mappings(child, rest, file)
