"""Writes a profile as commented YAML that a person can check and fix, or as plain JSON."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from certadvisor.base.sanitize import cleaned
from certadvisor.profile.importers.result import Imported, Mark, Origin

# What this reader or a YAML 1.1 reader would not read as a string is quoted.
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/+()&'-]*")
_TAKEN = re.compile(
    r"(?i)true|false|null|yes|no|on|off|y|n|[-+.0-9_:]+(?:e[-+0-9]+)?|0[xo][0-9a-f]+|"
    r"[0-9][0-9:._-]*|\.inf|\.nan"
)
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DAYS = frozenset(("start", "end", "awarded", "earned", "expires", "completed"))
_GUESSED = "guessed: "
_FORMS = {"json-resume": "JSON Resume", "linkedin": "a LinkedIn export", "credly": "Credly badges"}


def as_json(imported: Imported) -> str:
    """The profile as JSON, in ASCII so that no value can control a terminal."""
    return json.dumps(imported.profile, indent=2) + "\n"


def as_yaml(imported: Imported) -> str:
    """The profile as YAML, with the reason for each guess as a comment."""
    guesses = [mark for mark in imported.marks if mark.origin is Origin.GUESSED]
    form = _FORMS.get(imported.form, imported.form)
    head = [f"A profile for certadvisor, imported from {form} ({imported.source})."]
    head.append("Read it through: what the file does not tell stays unknown until you write it.")
    if guesses:
        head.append(
            "A line marked “guessed” is a guess of the import, and every answer that uses it"
        )
        head.append("says so. Mend what is wrong, then take its path out of `guessed` at the end.")
    return write_yaml(imported.profile, imported.marks, head)


def write_yaml(
    profile: Mapping[str, Any], marks: Iterable[Mark] = (), head: Iterable[str] = ()
) -> str:
    """A profile (plain data) as YAML that `profile.reader` reads back unchanged.

    Each field that was guessed, or given in answer to a question, has its reason as a comment.
    """
    notes = {
        mark.path: f"{_GUESSED if mark.origin is Origin.GUESSED else ''}{cleaned(mark.reason)}"
        for mark in marks
        if mark.origin is not Origin.IMPORTED
    }
    lines = [f"# {cleaned(line)}" for line in head]
    if not profile:
        lines.append("{}")
    for key, value in profile.items():
        if isinstance(value, list) and value:
            lines.append(_noted(f"{key}:", key, notes))
            for at, item in enumerate(value):
                lines += _item(item, f"{key}[{at}]", notes)
        elif isinstance(value, dict) and value:
            lines.append(_noted(f"{key}:", key, notes))
            lines += [f"  {line}" for line in _fields(value, key, notes)]
        else:
            lines.append(_noted(f"{key}: {_flow(value)}", key, notes))
    return "\n".join(lines) + "\n"


def _item(item: Any, path: str, notes: dict[str, str]) -> list[str]:
    """The lines of one entry of a top-level list."""
    if not isinstance(item, dict) or not item:
        return [_noted(f"  - {_flow(item)}", path, notes)]
    above = [f"  # {notes[path]}"] if path in notes else []
    first, *others = _fields(item, path, notes)
    return [*above, f"  - {first}", *(f"    {line}" for line in others)]


def _fields(entry: Mapping[str, Any], path: str, notes: dict[str, str]) -> list[str]:
    """The lines of an entry's fields. A guess about an absent field gets its own comment line."""
    lines = [
        _noted(f"{key}: {value if _is_day(key, value) else _flow(value)}", f"{path}.{key}", notes)
        for key, value in entry.items()
    ]
    for noted, reason in notes.items():
        place, _, field = noted.rpartition(".")
        if place == path and field not in entry:
            lines.append(f"# guessed, no `{field}`: {reason.removeprefix(_GUESSED)}")
    return lines


def _noted(line: str, path: str, notes: dict[str, str]) -> str:
    return f"{line}  # {notes[path]}" if path in notes else line


def _is_day(key: str, value: Any) -> bool:
    """Whether this is a date in a date field: it needs no quotes there."""
    return key in _DAYS and isinstance(value, str) and bool(_DAY.fullmatch(value))


def _flow(value: Any) -> str:
    """A value on one line: lists and mappings in flow style."""
    if isinstance(value, list):
        return f"[{', '.join(_flow(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        return value if _plain(value) else json.dumps(value, ensure_ascii=not value.isprintable())
    return json.dumps(value)


def _plain(text: str) -> bool:
    """Whether every YAML reader reads the unquoted text as the same string."""
    return bool(_BARE.fullmatch(text)) and not _TAKEN.fullmatch(text) and text == text.strip()
