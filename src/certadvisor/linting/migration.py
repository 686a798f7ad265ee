"""Rewrites an own catalogue's files with the keys of this release; all else stays as it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from certadvisor.base.atomic import write_atomically
from certadvisor.base.yaml_reader import read_bytes, read_nodes
from certadvisor.catalog.loader import FILES
from certadvisor.catalog.old_keys import (
    CASES,
    EACH,
    MOVED_KEYS,
    RenamedKey,
    renamed_keys,
    update_keys,
)
from certadvisor.errors import Fault, InputError
from certadvisor.linting.case_runner import case_files

_BYTE_ORDER_MARK = "\ufeff"
_HINT = "# yaml-language-server: "  # an editor's hint, which names the schema


class MigratedFile(NamedTuple):
    """A file with old keys: its new text, None if nothing is left of it, and what changed."""

    path: Path
    text: str | None
    changes: tuple[str, ...]


class _Edit(NamedTuple):
    """A part of a text, by its positions, and what takes its place."""

    start: int
    end: int
    text: str


def migrate_catalog(folder: Path) -> tuple[MigratedFile, ...]:
    """The files of a catalogue that have old keys, with their new text; nothing is written.

    Files that keys move to come before those they move from. Raises InputError with every fault
    of every file, or if the folder has no catalogue file.
    """
    paths = [(folder / name, name) for name in FILES if (folder / name).is_file()]
    if not paths:
        problem = "holds no catalogue" if folder.is_dir() else "is not a directory"
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


def write_migrated(files: tuple[MigratedFile, ...]) -> None:
    """Write migrated files, each atomically. Raises InputError where that fails."""
    for file in files:
        if file.text is not None:
            write_atomically(file.text, str(file.path))
            continue
        try:
            file.path.unlink()
        except OSError as error:
            reason = (error.strerror or "an error of the system").lower()
            raise InputError([Fault(str(file.path), f"cannot be removed: {reason}")]) from None


def _migrate_file(path: Path, file: str, folder: Path) -> Iterator[MigratedFile]:
    source = str(path)
    raw, mark = _read(path)
    expected = update_keys(read_bytes(raw, source), file, folder)
    if not expected.warnings:
        return
    text, changes = _rename_keys(raw, source, file)
    text, additions = _move_keys(text, source, file)
    _verify(text, expected.documents[file].data, source)
    for new_file, addition in additions.items():
        changes += [f"moved `{key}` to {new_file}" for key in expected.documents[new_file].data]
        yield _add_to_file(folder / new_file, addition, expected.documents[new_file].data)
    yield MigratedFile(path, mark + text if text else None, tuple(changes))


def _read(path: Path) -> tuple[bytes, str]:
    """A file's content, and the byte order mark it begins with, if any."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(str(path), f"cannot be read: {reason}")]) from None
    return raw, _BYTE_ORDER_MARK if raw.startswith(_BYTE_ORDER_MARK.encode()) else ""


def _verify(text: str, data: Any, source: str) -> None:
    """Raise InputError unless `text` reads as `data`: better no change than a wrong one."""
    try:
        is_right = read_bytes(text.encode(), source).data == data if text else not data
    except InputError:
        is_right = False
    if not is_right:
        problem = "is written in a way that cannot be rewritten automatically"
        raise InputError([Fault(source, problem, remedy="rename or move its old keys yourself")])


def _rename_keys(raw: bytes, source: str, file: str) -> tuple[str, list[str]]:
    """The text with the new keys, and what changed."""
    text, root = read_nodes(raw, source)
    changes: list[str] = []
    edits: list[_Edit] = []
    for key in renamed_keys(file):
        renames = [_rename(node, key, text) for node in _find_keys(root, key)]
        edits += renames
        if renames:
            times = "once" if len(renames) == 1 else f"{len(renames)} times"
            changes.append(f"renamed `{key.old}` to `{key.new}`, {times}")
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text, changes


def _rename(node: yaml.Node, key: RenamedKey, text: str) -> _Edit:
    start, end = node.start_mark.index, node.end_mark.index
    quote = text[start] if text[start] in "'\"" else ""
    return _Edit(start, end, f"{quote}{key.new}{quote}")


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


def _move_keys(text: str, source: str, file: str) -> tuple[str, dict[str, str]]:
    """The text without the keys that moved, and what they add to each other file.

    If no other key is left, the whole text moves with them, and the first is empty.
    """
    target_by_key = {key.key: key.new_file for key in MOVED_KEYS if key.file == file}
    _, root = read_nodes(text.encode(), source)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return text, {}  # a flow mapping with a moved key does not pass the check afterwards
    head, sections = _split_sections(text, root)
    kept = "".join(part for key, part in sections if key not in target_by_key)
    additions: dict[str, str] = {}
    for key, part in sections:
        if key in target_by_key:
            new_file = target_by_key[key]
            additions[new_file] = additions.get(new_file, "") + part
    for new_file, addition in additions.items():
        old_schema, new_schema = (f"{Path(one).stem}.schema.json" for one in (file, new_file))
        lines = head.splitlines(keepends=True)
        lead = "".join(line for line in lines if line.startswith(_HINT) or not kept)
        additions[new_file] = lead.replace(old_schema, new_schema) + addition.lstrip("\r\n")
    return head + (kept if head else kept.lstrip("\r\n")) if kept else "", additions


def _split_sections(text: str, root: yaml.MappingNode) -> tuple[str, list[tuple[str, str]]]:
    """The text above the first key, and the text of each key at the top, in order.

    The lines of comment directly above a key belong to it, save above the first.
    """
    lines = text.splitlines(keepends=True)
    starts: list[int] = []
    for key, _ in root.value:
        start = key.start_mark.line
        while starts and lines[start - 1].startswith("#"):
            start -= 1
        while starts and not lines[start - 1].strip():
            start -= 1
        starts.append(start)
    ends = [*starts[1:], len(lines)]
    parts = ["".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    keys = [str(key.value) for key, _ in root.value]
    return "".join(lines[: starts[0]]), list(zip(keys, parts, strict=True))


def _add_to_file(path: Path, addition: str, data: dict[str, Any]) -> MigratedFile:
    """A file with the text of more keys at its end; a new file if there is none yet."""
    if not path.exists():
        _verify(addition, data, str(path))
        return MigratedFile(path, addition, ())
    raw, mark = _read(path)
    existing = read_bytes(raw, str(path)).data
    if isinstance(existing, dict) and (twice := existing.keys() & data.keys()):
        problem = f"`{min(twice)}` is written here and in the file it moves from"
        raise InputError([Fault(str(path), problem, remedy="keep one of them")])
    old_text, _ = read_nodes(raw, str(path))
    newline = "\r\n" if "\r\n" in old_text else "\n"
    lines = addition.splitlines(keepends=True)
    added = "".join(line for line in lines if not line.startswith(_HINT))
    text = old_text.rstrip("\r\n") + 2 * newline + added
    _verify(text, {**existing, **data} if isinstance(existing, dict) else data, str(path))
    return MigratedFile(path, mark + text, ())
