"""Mapping files: which columns of an export fill which fields, and how its values are written."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from certadvisor.base.scalars import MisreadError, did_you_mean, quoted, text
from certadvisor.base.yaml_reader import Document, read_file
from certadvisor.people.cells import SEPARATOR
from certadvisor.people.columns import SECTIONS, Field, field_of
from certadvisor.people.date_formats import Form, form
from certadvisor.profile.field_reader import Notes, Record
from certadvisor.profile.reader import KEYS

PERSON = "person"
CERTIFICATION = "certification"  # its id, in a table of certifications: `id` is the person's there
_KEYS = ("person", "tables")
_FOLDER = "folder"
_TABLE = (
    "file", "section", "columns", "optional", "needed", "complete", "only", "dates", "separator",
    "values", "constants",
)  # fmt: skip
_NUMBERED = re.compile(r"([1-9][0-9]?)\.(.+)")


class TableMap(NamedTuple):
    """How one table is read. Headers and words are folded (`fold_text`).

    `section` is the list whose entries the table holds, or `person`. Several `optional` columns
    may fill one field, if the file has at least one of them. A table that is not `needed` may be
    absent. In a `complete` table a person without a row has no entries of that section. `only`
    maps headers to words: rows with another word in that column are left out. `values` maps a
    field name to the export's words and their translations.
    """

    file: str
    section: str
    fields: dict[str, Field]
    optional: frozenset[str]
    needed: bool
    complete: bool
    only: dict[str, tuple[str, ...]]
    dates: Form | None
    separator: str
    values: dict[str, dict[str, str]]
    constants: dict[Field, str]


class Mapping(NamedTuple):
    """The maps of an export's tables, the table of persons first.

    `by_folder`: each folder holds the tables of one person, whose id is the folder's name.
    """

    tables: tuple[TableMap, ...]
    by_folder: bool


def read_mapping(path: Path, shown: str | None = None) -> Mapping:
    """Read a mapping file. Raises InputError with every fault and its line."""
    return mapping_in(read_file(path, shown=shown))


def mapping_in(document: Document) -> Mapping:
    """Parse a mapping, of which exactly one table is that of the persons.

    Raises InputError with every fault.
    """
    notes = Notes(document)
    top = Record(notes, (), document.data, _KEYS)
    top.require("tables")
    by_folder = top.get("person", _by_folder) is not None
    tables = top.records("tables", _TABLE, lambda entry: _table(entry, by_folder=by_folder)) or ()
    persons = [table for table in tables if table.section == PERSON]
    if tables and len(persons) != 1:
        top.fault("tables", "must hold one table of persons", "leave out `section:` in one of them")
    notes.raise_faults()
    others = (table for table in tables if table.section != PERSON)
    return Mapping((*persons, *others), by_folder)


def folded(header: str) -> str:
    """A header or a word as it is compared: without case, spaces and underscores."""
    return " ".join(header.replace("_", " ").split()).casefold()


def called(field: Field) -> str:
    """The name of a field under `values:`."""
    if field.key == "certifications" and field.field == "id":
        return CERTIFICATION
    return field.field or field.key


def _table(entry: Record, *, by_folder: bool) -> TableMap:
    section = entry.get("section", _section) or PERSON
    if section == PERSON and entry.has("complete"):
        entry.fault("complete", "says nothing of a table of persons", "remove it")
    fields = {
        folded(header): field
        for header, field in _pairs(entry, "columns", lambda name: _field(name, section)).items()
    }
    if Field("id") not in fields.values() and not by_folder:
        entry.fault("columns", "no column is the person's `id`", "write `HEADER: id`")
    optional = frozenset(map(folded, entry.words("optional", text) or ()))
    for header in sorted(optional - fields.keys()):
        entry.fault("optional", f"{quoted(header)} is none of the columns", "mend one of them")
    needed = [field for header, field in fields.items() if header not in optional]
    doubled = [field for header, field in fields.items() if header in optional]
    if len(set(needed)) < len(needed) or set(needed) & set(doubled):
        remedy = "number them: work.1.title, …; or name both under `optional:`"
        entry.fault("columns", "two columns fill one field", remedy)
    return TableMap(
        entry.get("file", text) or "*",
        section,
        fields,
        optional,
        entry.get("needed", _flag) is not False,
        bool(entry.get("complete", _flag)),
        _pairs(entry, "only", _several),
        entry.get("dates", form),
        entry.get("separator", _separator) or SEPARATOR,
        _values(entry, fields.values()),
        _constants(entry, section),
    )


def _values(entry: Record, fields: Iterable[Field]) -> dict[str, dict[str, str]]:
    """Translations of the export's words, by field name."""
    values = _pairs(entry, "values", _words)
    named = {called(field) for field in fields}
    for name in sorted(values.keys() - named):
        remedy = f"write one of: {', '.join(sorted(named))}"
        entry.fault("values", f"{quoted(name)} is no field of the columns", remedy)
    return values


def _constants(entry: Record, section: str) -> dict[Field, str]:
    """Fields with the same value in every row."""
    found = {}
    for name, value in _pairs(entry, "constants", lambda value: text(str(value))).items():
        try:
            found[_field(name, section)] = value
        except MisreadError as error:
            entry.fault("constants", error.problem, error.remedy)
    return found


def _pairs(entry: Record, key: str, read: Callable[[Any], Any]) -> dict[str, Any]:
    """A mapping of names to values, each parsed by `read`; invalid ones become faults."""
    given, found = entry.raw(key), {}
    if given is None:
        return {}
    if not isinstance(given, dict):
        entry.fault(key, "is not a mapping", "write `NAME: VALUE`")
        return {}
    for name, value in given.items():
        try:
            found[name] = read(value)
        except MisreadError as error:
            entry.fault(key, f"{quoted(name)}: {error.problem}", error.remedy)
    return found


def _section(value: object) -> str:
    if value not in (PERSON, *SECTIONS):
        names = ", ".join((PERSON, *SECTIONS))
        raise MisreadError(f"{quoted(value)} is no section", f"write one of: {names}")
    return str(value)


def _by_folder(value: object) -> bool:
    if value != _FOLDER:
        problem = f"{quoted(value)} says not whose the tables are"
        raise MisreadError(problem, f"write `{_FOLDER}`, or leave it out and map a column to `id`")
    return True


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise MisreadError(f"{quoted(value)} is neither true nor false", "write one of them")
    return value


def _separator(value: object) -> str:
    if not isinstance(value, str) or not value or any(char.isalnum() for char in value):
        raise MisreadError("is nothing that separates words", 'write it in quotes: ",", "|", "\\n"')
    return value


def _several(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if not words:
        raise MisreadError("is empty", "write the words of the rows that count")
    return tuple(folded(text(str(word))) for word in words)


def _field(value: object, section: str) -> Field:
    name = text(value)
    field = _try(name, section)
    if field is None:
        remedy = did_you_mean(name, _nearby(section), "docs/people.md lists the fields")
        raise MisreadError(f"{quoted(name)} is no field of `{section}`", remedy)
    return field


def _try(name: str, section: str) -> Field | None:
    """The field of this name; None where there is none.

    In a table of entries `2.earned` is a field of the second entry of a row; without a number it
    is one of the first.
    """
    if section == PERSON or name == "id":
        return field_of(name)
    numbered = _NUMBERED.fullmatch(name)
    number, name = numbered.groups() if numbered else ("1", name)
    name = "id" if name == CERTIFICATION else name  # a plain `id` is the person's
    return field_of(f"{section}.{number}.{name}")


def _nearby(section: str) -> tuple[str, ...]:
    if section == PERSON:
        return ("id", "title", "joined", "promoted", "country", "tags", "certifications")
    names = (CERTIFICATION if name == "id" else name for name in KEYS[section])
    return ("id", *names)


def _words(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise MisreadError("is not a mapping", "write `THEIR WORD: OURS`")
    return {folded(str(word)): text(str(ours)) for word, ours in value.items()}
