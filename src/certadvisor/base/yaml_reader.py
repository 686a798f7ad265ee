"""Strict YAML and JSON reader: plain data, with the line of every value.

Accepts the subset of YAML that certadvisor's files need. `no`, `on`, `1:30` and
`2026-11-22` stay text. Duplicate keys, tags and aliases are faults; size, depth and
the number of values are limited, so that a file cannot exhaust memory or run code.
"""

import re
from functools import partial
from pathlib import Path

import yaml

from certadvisor.base.document import DataPath, Document, format_path
from certadvisor.errors import Fault, InputError, shorten

try:
    from yaml import CSafeLoader as _BaseLoader
except ImportError:  # a PyYAML built without libyaml: slower, same results
    from yaml import SafeLoader as _BaseLoader  # type: ignore[assignment]  # same interface

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 40
MAX_NODES = 500_000  # values and keys: more than 8 MB of any sensible file hold
MAX_FAULTS = 100
_TOO_DEEP = "is nested too deeply"


class _Loader(_BaseLoader):
    """The safe loader without the implicit types of YAML 1.1, such as `no` for false."""


_Loader.yaml_implicit_resolvers = {}
_CORE = "tag:yaml.org,2002:"
_SCALARS = {  # at most 18 digits: longer numbers stay text, as converting them can be slow
    f"{_CORE}bool": re.compile(r"(?:true|false)\Z"),
    f"{_CORE}int": re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z"),
    f"{_CORE}float": re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}\Z"),
    f"{_CORE}null": re.compile(r"(?:~|null|)\Z"),
}
_FIRST_CHARACTERS = ("tf", "-0123456789", "-0123456789", ("~", "n", ""))
for _tag, _first in zip(_SCALARS, _FIRST_CHARACTERS, strict=True):
    _Loader.add_implicit_resolver(_tag, _SCALARS[_tag], list(_first))
_PLAIN_TAGS = frozenset((*_SCALARS, f"{_CORE}str", f"{_CORE}seq", f"{_CORE}map"))


def read_file(path: Path, *, display_name: str | None = None) -> Document:
    """Read one file. Raises InputError if it is missing, unreadable or not a valid document.

    `display_name` is the name to use in messages, the path unless given.
    """
    source = display_name or str(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError([Fault(source, "no such file", remedy="check the path")]) from None
    except IsADirectoryError:
        raise InputError([Fault(source, "is a directory", remedy="name a file")]) from None
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(source, f"cannot be read: {reason}")]) from None
    except ValueError:  # a NUL in the path
        raise InputError([Fault(source, "is not a path", remedy="check the path")]) from None
    return read_bytes(raw, source)


def read_bytes(raw: bytes, source: str) -> Document:
    """Read a document from bytes. Raises InputError if it is not a valid document."""
    return _parse(_decode(raw, source), source)


def read_nodes(raw: bytes, source: str) -> tuple[str, yaml.Node | None]:
    """The text of a document and its root node, whose marks are positions in that text.

    Raises InputError if it is not a valid document.
    """
    text = _decode(raw, source)
    _parse(text, source)
    loader = _Loader(text)
    try:
        return text, loader.get_single_node()
    finally:
        loader.dispose()


def _decode(raw: bytes, source: str) -> str:
    if len(raw) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise InputError([Fault(source, f"is larger than {limit} MB", remedy="split the file")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        remedy = "save it as UTF-8 text"
        raise InputError([Fault(source, "is not UTF-8 text", line, remedy=remedy)]) from None
    if not text.strip():
        raise InputError([Fault(source, "is empty", remedy="write something into it")])
    forbidden = _FORBIDDEN_CHARACTERS.search(text)
    if forbidden:
        line = text.count("\n", 0, forbidden.start()) + 1
        problem = f"holds a character that text does not have ({forbidden[0]})"
        raise InputError([Fault(source, problem, line, remedy="remove it")])
    return _join_surrogate_pairs(text)


# The characters that YAML forbids. Checked here because the parser's error has no line.
_FORBIDDEN_CHARACTERS = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_SURROGATE_PAIR = r"(?i)(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})"


def _join_surrogate_pairs(text: str) -> str:
    r"""Join JSON's surrogate pairs (`\ud83d\ude00`) into one escape: YAML rejects halves."""
    if not text.lstrip().startswith(("{", "[")):
        return text

    def join(pair: re.Match[str]) -> str:
        halves = bytes.fromhex(pair[2] + pair[3]).decode("utf-16-be")
        return f"{pair[1]}\\U{ord(halves):08x}"

    return re.sub(_SURROGATE_PAIR, join, text)


def _check_bounds(text: str, source: str) -> None:
    # Must run before parsing: the loader builds nodes by recursion in C and would crash, and
    # each node takes nearly a kilobyte, so that `[{},{},…]` would fill the memory.
    loader = _Loader(text)
    depth = nodes = 0
    try:
        while (event := loader.get_event()) is not None:
            nodes += isinstance(event, yaml.NodeEvent)
            if nodes > MAX_NODES:
                problem = f"holds more than {MAX_NODES:,} values"
                raise InputError([Fault(source, problem, remedy="split the file")])
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    line = event.start_mark.line + 1 if event.start_mark else None
                    raise InputError([Fault(source, _TOO_DEEP, line)])
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    finally:
        loader.dispose()


def _parse(text: str, source: str) -> Document:
    loader = _Loader(text)
    try:
        _check_bounds(text, source)
        root = loader.get_single_node()
        faults = list(_structure_faults(root, source))
        if faults:
            raise InputError(faults)
        data = loader.construct_document(root) if root is not None else None
    except yaml.YAMLError as error:
        raise InputError([_syntax_fault(error, source)]) from None
    finally:
        loader.dispose()
    return Document(source, data, partial(_line_at, root))


def _syntax_fault(error: yaml.YAMLError, source: str) -> Fault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not valid YAML"
    if not isinstance(error, yaml.MarkedYAMLError):
        problem = "holds characters that text does not have"
    line = mark.line + 1 if mark is not None else None
    if "nesting depth" in problem:  # PyYAML 6.0.4 has a limit too, and meets its own first
        return Fault(source, _TOO_DEEP, line)
    remedy = "fix the syntax"
    if problem == "found character that cannot start any token":
        remedy = "indent with spaces, and quote text that begins with a sign"
    return Fault(source, f"is not valid YAML: {problem}", line, remedy=remedy)


def _structure_faults(root: yaml.Node | None, source: str) -> list[Fault]:
    """Duplicate keys, aliases and unknown tags, sorted by line; at most about a hundred."""
    faults: list[Fault] = []
    seen: set[int] = set()
    stack: list[tuple[yaml.Node, DataPath]] = [(root, ())] if root is not None else []
    while stack and len(faults) < MAX_FAULTS:
        node, path = stack.pop()
        if id(node) in seen and not isinstance(node, yaml.ScalarNode):
            faults.append(
                Fault(
                    source,
                    "an alias is used",
                    _line_of(node),
                    format_path(path),
                    "write the value out; certadvisor's files use no aliases",
                )
            )
            continue
        seen.add(id(node))
        scalar = _SCALARS.get(node.tag)
        if node.tag not in _PLAIN_TAGS or (scalar and not scalar.match(str(node.value))):
            problem = f"the tag {shorten(str(node.tag))} is not allowed"
            faults.append(
                Fault(source, problem, _line_of(node), format_path(path), "write plain data")
            )
            continue
        children: list[tuple[yaml.Node, DataPath]] = []
        if isinstance(node, yaml.SequenceNode):
            children += [(child, (*path, index)) for index, child in enumerate(node.value)]
        elif isinstance(node, yaml.MappingNode):
            faults += _key_faults(node, path, source)
            children += [(value, (*path, _key_text(key))) for key, value in node.value]
        stack += reversed(children)
    return sorted(faults, key=lambda fault: (fault.line or 0, fault.place))


def _key_faults(node: yaml.MappingNode, path: DataPath, source: str) -> list[Fault]:
    """Keys that are not text, and duplicate keys."""
    faults: list[Fault] = []
    lines: dict[str, int | None] = {}
    for key, _ in node.value:
        name = _key_text(key)
        if not isinstance(key, yaml.ScalarNode) or key.tag != f"{_CORE}str":
            problem_and_remedy = ("a key is not a word", "quote it")
        elif name in lines:
            problem_and_remedy = (
                f"written twice (first on line {lines[name]})",
                "keep one of them",
            )
        else:
            lines[name] = _line_of(key)
            continue
        problem, remedy = problem_and_remedy
        faults.append(Fault(source, problem, _line_of(key), format_path((*path, name)), remedy))
        if len(faults) == MAX_FAULTS:
            break
    return faults


def _key_text(key: yaml.Node) -> str:
    return str(key.value) if isinstance(key, yaml.ScalarNode) else ""


def _line_of(node: yaml.Node | None) -> int | None:
    return None if node is None else int(node.start_mark.line) + 1


def _line_at(root: yaml.Node | None, path: DataPath) -> int | None:
    """The line of the value at `path`, or of the closest value around it.

    A step that is not in the file (a union tag, a missing key) is skipped.
    """
    node, line = root, _line_of(root)
    for step in path:
        child = _find_child(node, step)
        if child is None:
            continue
        key, node = child
        line = _line_of(key if key is not None else node)
    return line


def _find_child(
    node: yaml.Node | None, step: str | int
) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    return None
