"""Mapping files: which columns of an export fill which fields, and how its values are written."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from certadvisor.base.document import Document
from certadvisor.base.scalars import ValueParseError, one_of, quote, text
from certadvisor.base.suggest import did_you_mean
from certadvisor.base.yaml_reader import read_file
from certadvisor.people.cells import SEPARATOR
from certadvisor.people.columns import ISSUER, SECTIONS, ProfileField, parse_field
from certadvisor.people.date_formats import DateFormat, parse_date_format
from certadvisor.profile.field_reader import FaultCollector, MappingReader
from certadvisor.profile.reader import KEYS

PERSON = "person"
CERTIFICATION = "certification"  # its id, in a table of certifications: `id` is the person's there
_TOP_KEYS = ("person", "undated", "tables")
_FOLDER = "folder"
ACCEPT = "accept"  # the word under `undated`
_TABLE_KEYS = (
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
    fields: dict[str, ProfileField]
    optional: frozenset[str]
    needed: bool
    complete: bool
    only: dict[str, tuple[str, ...]]
    date_format: DateFormat | None
    separator: str
    values: dict[str, dict[str, str]]
    constants: dict[ProfileField, str]


class ExportMapping(NamedTuple):
    """The maps of an export's tables, the table of persons first.

    `by_folder`: each folder holds the tables of one person, whose id is the folder's name.
    `accepts_undated`: a credential without a date counts as active.
    """

    tables: tuple[TableMap, ...]
    by_folder: bool
    accepts_undated: bool = False


def read_mapping(path: Path, display_name: str | None = None) -> ExportMapping:
    """Read a mapping file. Raises InputError with every fault and its line."""
    return parse_mapping(read_file(path, display_name=display_name))


def parse_mapping(document: Document) -> ExportMapping:
    """Parse a mapping, of which exactly one table is that of the persons.

    Raises InputError with every fault.
    """
    collector = FaultCollector(document)
    top = MappingReader(collector, (), document.data, _TOP_KEYS)
    top.require("tables")
    by_folder = top.get("person", _parse_by_folder) is not None
    accepts_undated = top.get("undated", one_of((ACCEPT,))) is not None
    tables = (
        top.get_mappings(
            "tables", _TABLE_KEYS, lambda entry: _parse_table(entry, by_folder=by_folder)
        )
        or ()
    )
    persons = [table for table in tables if table.section == PERSON]
    if tables and len(persons) != 1:
        top.add_fault(
            "tables", "must hold one table of persons", "leave out `section:` in one of them"
        )
    collector.raise_faults()
    others = (table for table in tables if table.section != PERSON)
    return ExportMapping((*persons, *others), by_folder, accepts_undated)


def fold_text(header: str) -> str:
    """A header or a word as it is compared: without case, spaces and underscores."""
    return " ".join(header.replace("_", " ").split()).casefold()


def field_name(field: ProfileField) -> str:
    """The name of a field under `values:`."""
    if field.key == "certifications" and field.field == "id":
        return CERTIFICATION
    return field.field or field.key


def _parse_table(entry: MappingReader, *, by_folder: bool) -> TableMap:
    section = entry.get("section", _parse_section) or PERSON
    if section == PERSON and entry.has_value("complete"):
        entry.add_fault("complete", "says nothing of a table of persons", "remove it")
    fields = {
        fold_text(header): field
        for header, field in _parse_pairs(
            entry, "columns", lambda name: _parse_field(name, section)
        ).items()
    }
    if ProfileField("id") not in fields.values() and not by_folder:
        entry.add_fault("columns", "no column is the person's `id`", "write `HEADER: id`")
    optional = frozenset(map(fold_text, entry.get_list("optional", text) or ()))
    for header in sorted(optional - fields.keys()):
        entry.add_fault("optional", f"{quote(header)} is none of the columns", "mend one of them")
    required_fields = [field for header, field in fields.items() if header not in optional]
    optional_fields = [field for header, field in fields.items() if header in optional]
    if len(set(required_fields)) < len(required_fields) or set(required_fields) & set(
        optional_fields
    ):
        remedy = "number them: work.1.title, …; or name both under `optional:`"
        entry.add_fault("columns", "two columns fill one field", remedy)
    return TableMap(
        entry.get("file", text) or "*",
        section,
        fields,
        optional,
        entry.get("needed", _parse_flag) is not False,
        bool(entry.get("complete", _parse_flag)),
        _parse_pairs(entry, "only", _parse_words),
        entry.get("dates", parse_date_format),
        entry.get("separator", _parse_separator) or SEPARATOR,
        _parse_values(entry, fields.values()),
        _parse_constants(entry, section),
    )


def _parse_values(
    entry: MappingReader, fields: Iterable[ProfileField]
) -> dict[str, dict[str, str]]:
    """Translations of the export's words, by field name."""
    values = _parse_pairs(entry, "values", _parse_translations)
    names = {field_name(field) for field in fields}
    for name in sorted(values.keys() - names):
        remedy = f"write one of: {', '.join(sorted(names))}"
        entry.add_fault("values", f"{quote(name)} is no field of the columns", remedy)
    return values


def _parse_constants(entry: MappingReader, section: str) -> dict[ProfileField, str]:
    """Fields with the same value in every row."""
    constants = {}
    for name, value in _parse_pairs(entry, "constants", lambda value: text(str(value))).items():
        try:
            constants[_parse_field(name, section)] = value
        except ValueParseError as error:
            entry.add_fault("constants", error.problem, error.remedy)
    return constants


def _parse_pairs(entry: MappingReader, key: str, parse: Callable[[Any], Any]) -> dict[str, Any]:
    """A mapping of names to values, each parsed by `read`; invalid ones become faults."""
    raw, pairs = entry.get_raw(key), {}
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        entry.add_fault(key, "is not a mapping", "write `NAME: VALUE`")
        return {}
    for name, value in raw.items():
        try:
            pairs[name] = parse(value)
        except ValueParseError as error:
            entry.add_fault(key, f"{quote(name)}: {error.problem}", error.remedy)
    return pairs


def _parse_section(value: object) -> str:
    if value not in (PERSON, *SECTIONS):
        names = ", ".join((PERSON, *SECTIONS))
        raise ValueParseError(f"{quote(value)} is no section", f"write one of: {names}")
    return str(value)


def _parse_by_folder(value: object) -> bool:
    if value != _FOLDER:
        problem = f"{quote(value)} says not whose the tables are"
        raise ValueParseError(
            problem, f"write `{_FOLDER}`, or leave it out and map a column to `id`"
        )
    return True


def _parse_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueParseError(f"{quote(value)} is neither true nor false", "write one of them")
    return value


def _parse_separator(value: object) -> str:
    if not isinstance(value, str) or not value or any(char.isalnum() for char in value):
        raise ValueParseError(
            "is nothing that separates words", 'write it in quotes: ",", "|", "\\n"'
        )
    return value


def _parse_words(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if not words:
        raise ValueParseError("is empty", "write the words of the rows that count")
    return tuple(fold_text(text(str(word))) for word in words)


def _parse_field(value: object, section: str) -> ProfileField:
    name = text(value)
    field = _find_field(name, section)
    if field is None:
        remedy = did_you_mean(name, _suggested_names(section), "docs/people.md lists the fields")
        raise ValueParseError(f"{quote(name)} is no field of `{section}`", remedy)
    return field


def _find_field(name: str, section: str) -> ProfileField | None:
    """The field of this name; None where there is none.

    In a table of entries `2.earned` is a field of the second entry of a row; without a number it
    is one of the first.
    """
    if section == PERSON or name == "id":
        return parse_field(name)
    match = _NUMBERED.fullmatch(name)
    number, name = match.groups() if match else ("1", name)
    name = "id" if name == CERTIFICATION else name  # a plain `id` is the person's
    return parse_field(f"{section}.{number}.{name}")


def _suggested_names(section: str) -> tuple[str, ...]:
    if section == PERSON:
        return ("id", "title", "joined", "promoted", "country", "tags", "certifications")
    names = (CERTIFICATION if name == "id" else name for name in KEYS[section])
    return ("id", *names, *((ISSUER,) if section == "certifications" else ()))


def _parse_translations(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueParseError("is not a mapping", "write `THEIR WORD: OURS`")
    return {fold_text(str(word)): text(str(translation)) for word, translation in value.items()}
