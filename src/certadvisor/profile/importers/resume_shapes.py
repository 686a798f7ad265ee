"""The shapes in which résumé tools nest sections and entries, laid out as JSON Resume has them.

A résumé may stand inside another object; a section may be an object around its list
(`work: {jobs: [...]}`), and an entry an object around its fields (`{company: {title: ...}}`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from certadvisor.profile.importers import resume_names

JSON_RESUME_SECTIONS = (
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications",
    "skills", "languages", "interests", "references", "projects",
)  # fmt: skip
_LISTS = frozenset(("history", "items", "entries", "list", "data", "values", "records"))


def is_section(key: str) -> bool:
    """Whether a key names a section of a résumé, under any of its names."""
    return key in JSON_RESUME_SECTIONS or resume_names.section_of(key) is not None


def find_resume(data: Any) -> dict[str, Any] | None:
    """Return the object with the sections: `data`, or the only one in it; None where none has."""
    if not isinstance(data, dict):
        return None
    if any(map(is_section, data)):
        return data
    inner = [value for value in data.values() if isinstance(value, dict)]
    found = [value for value in inner if any(map(is_section, value))]
    return found[0] if len(found) == 1 else None


def iter_sections(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield the section, the location and the value of each key that names one.

    A list inside a section's object is a section of its own, by its own name: an object
    `education` may hold `degrees` and `certifications`.
    """
    for key, value in data.items():
        section = resume_names.section_of(key)
        if section is None:
            continue
        inner = _inner_lists(section, value) if isinstance(value, dict) else {}
        if not inner:
            yield section, key, value
        for name, (inner_section, entries) in inner.items():
            yield inner_section, f"{key}.{name}", entries


def iter_others(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the location and the value of what no section has: keys, and keys beside a list."""
    for key, value in data.items():
        section = resume_names.section_of(key)
        if section is None and key != "basics":
            yield key, value
        inner = _inner_lists(section, value) if section and isinstance(value, dict) else {}
        for name in value if inner else ():
            if name not in inner:
                yield f"{key}.{name}", value[name]


def _inner_lists(section: str, value: dict[str, Any]) -> dict[str, tuple[str, Any]]:
    """The lists, or objects of an entry, in a section's object, with the section of each."""
    found = {}
    for name, entries in value.items():
        named = resume_names.section_of(name) or (section if name.casefold() in _LISTS else None)
        if named and isinstance(entries, list | dict):
            found[name] = named, entries
    return found


def flatten_entry(section: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with the fields of an object in it, if it has none of its own."""
    if any(resume_names.field_of(section, key) for key in entry):
        return entry
    for value in entry.values():
        if isinstance(value, dict) and any(resume_names.field_of(section, key) for key in value):
            return value
    return entry
