"""Writes a profile as commented YAML that a person can check and fix, or as plain JSON."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from certadvisor.base.sanitize import sanitize_line
from certadvisor.base.scalars import is_unknown_date
from certadvisor.profile.importers.result import FieldOrigin, ImportFormat, ImportResult, OriginKind

# What this reader or a YAML 1.1 reader would not read as a string is quoted.
_PLAIN_SCALAR = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/+()&'-]*")
_NOT_A_STRING = re.compile(
    r"(?i)true|false|null|yes|no|on|off|y|n|[-+.0-9_:]+(?:e[-+0-9]+)?|0[xo][0-9a-f]+|"
    r"[0-9][0-9:._-]*|\.inf|\.nan"
)
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DATE_FIELDS = frozenset(("start", "end", "awarded", "earned", "expires", "completed"))
_GUESS_PREFIX = "guessed: "
_PREFIXES = {
    OriginKind.GUESSED_KEY: _GUESS_PREFIX,
    OriginKind.INCOMPLETE: "incomplete: ",
    OriginKind.ANSWERED: "",
}
_FORMAT_NAMES = {
    ImportFormat.JSON_RESUME: "JSON Resume",
    ImportFormat.LINKEDIN: "a LinkedIn export",
    ImportFormat.CREDLY: "Credly badges",
}


def render_result_json(result: ImportResult) -> str:
    """The profile as JSON, in ASCII so that no value can control a terminal."""
    return json.dumps(result.profile, indent=2) + "\n"


def render_result_yaml(result: ImportResult) -> str:
    """The profile as YAML, with the reason for each guess as a comment."""
    guesses = [origin for origin in result.origins if origin.kind is OriginKind.GUESSED_KEY]
    format_name = _FORMAT_NAMES[result.format]
    head = [f"A profile for certadvisor, imported from {format_name} ({result.source})."]
    head.append("Read it through: what the file does not say stays unknown until you add it.")
    if guesses:
        head.append(
            "A line marked “guessed” is a guess of the import, and every answer that uses it"
        )
        head.append("says so. Fix what is wrong, then take its path out of `guessed` at the end.")
    if "incomplete" in result.profile:
        head.append(
            "A list marked “incomplete” proves what it holds and no more. Add what it lacks,"
        )
        head.append("then take its name out of `incomplete`.")
    if any(_has_unknown_date(entry) for entry in result.profile.get("certifications", ())):
        head.append("`unknown` stands for a date that the file lacks or that could not be read.")
    return render_profile_yaml(result.profile, result.origins, head)


def _has_unknown_date(entry: Mapping[str, Any]) -> bool:
    return any(is_unknown_date(entry.get(field)) for field in ("earned", "expires"))


def render_profile_yaml(
    profile: Mapping[str, Any], origins: Iterable[FieldOrigin] = (), head: Iterable[str] = ()
) -> str:
    """A profile (plain data) as YAML that `profile.reader` reads back unchanged.

    Each field that was guessed, or given in answer to a question, has its reason as a comment.
    """
    comments = {
        origin.path: _PREFIXES[origin.kind] + sanitize_line(origin.reason)
        for origin in origins
        if origin.kind is not OriginKind.IMPORTED
    }
    lines = [f"# {sanitize_line(line)}" for line in head]
    if not profile:
        lines.append("{}")
    for key, value in profile.items():
        if isinstance(value, list) and value:
            lines.append(_with_comment(f"{key}:", key, comments))
            for index, item in enumerate(value):
                lines += _render_entry(item, f"{key}[{index}]", comments)
        elif isinstance(value, dict) and value:
            lines.append(_with_comment(f"{key}:", key, comments))
            lines += [f"  {line}" for line in _render_fields(value, key, comments)]
        else:
            lines.append(_with_comment(f"{key}: {_render_value(value)}", key, comments))
    return "\n".join(lines) + "\n"


def _render_entry(item: Any, path: str, comments: dict[str, str]) -> list[str]:
    """The lines of one entry of a top-level list."""
    if not isinstance(item, dict) or not item:
        return [_with_comment(f"  - {_render_value(item)}", path, comments)]
    comment_lines = [f"  # {comments[path]}"] if path in comments else []
    first, *other_lines = _render_fields(item, path, comments)
    return [*comment_lines, f"  - {first}", *(f"    {line}" for line in other_lines)]


def _render_fields(entry: Mapping[str, Any], path: str, comments: dict[str, str]) -> list[str]:
    """The lines of an entry's fields. A guess about an absent field gets its own comment line."""
    lines = [
        _with_comment(
            f"{key}: {value if _is_date(key, value) else _render_value(value)}",
            f"{path}.{key}",
            comments,
        )
        for key, value in entry.items()
    ]
    for commented_path, reason in comments.items():
        parent, _, field = commented_path.rpartition(".")
        if parent == path and field not in entry:
            lines.append(f"# guessed, no `{field}`: {reason.removeprefix(_GUESS_PREFIX)}")
    return lines


def _with_comment(line: str, path: str, comments: dict[str, str]) -> str:
    return f"{line}  # {comments[path]}" if path in comments else line


def _is_date(key: str, value: Any) -> bool:
    """Whether this is a date in a date field: it needs no quotes there."""
    return key in _DATE_FIELDS and isinstance(value, str) and bool(_DATE.fullmatch(value))


def _render_value(value: Any) -> str:
    """A value on one line: lists and mappings in flow style."""
    if isinstance(value, list):
        return f"[{', '.join(_render_value(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_render_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        return (
            value
            if _is_plain_scalar(value)
            else json.dumps(value, ensure_ascii=not value.isprintable())
        )
    return json.dumps(value)


def _is_plain_scalar(text: str) -> bool:
    """Whether every YAML reader reads the unquoted text as the same string."""
    return (
        bool(_PLAIN_SCALAR.fullmatch(text))
        and not _NOT_A_STRING.fullmatch(text)
        and text == text.strip()
    )
