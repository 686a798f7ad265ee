"""Reads mapping files, and reports every fault in one with its line."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from certadvisor.base.document import Document
from certadvisor.base.scalars import ValueParseError, one_of, quote, text, whole_number
from certadvisor.base.suggest import did_you_mean
from certadvisor.base.yaml_reader import read_file
from certadvisor.people.cells import SEPARATOR
from certadvisor.people.columns import ISSUER, SECTIONS, YEARS, ProfileField, parse_field
from certadvisor.people.date_formats import DateFormat, parse_century, parse_date_format
from certadvisor.people.mapping import (
    CERTIFICATION,
    PERSON,
    ExportMapping,
    LookUp,
    TableMap,
    TrainingMatrix,
    field_name,
    fold_text,
)
from certadvisor.profile.field_reader import FaultCollector, MappingReader
from certadvisor.profile.reader import KEYS

_TOP_KEYS = ("person", "undated", "tables")
_FOLDER = "folder"
ACCEPT = "accept"  # the word under `undated`
_TABLE_KEYS = (
    "file", "section", "header", "id", "columns", "matrix", "optional", "leave_out", "needed",
    "complete", "only", "dates", "century", "separator", "values", "look_up", "constants",
)  # fmt: skip
_MATRIX_KEYS = ("columns", "dates", "complete")
_LOOK_UP_KEYS = ("file", "key", "value")
_NUMBERED = re.compile(r"([1-9][0-9]?)\.(.+)")
_MATRIX_CELL = re.compile(r"(.+)\.(earned|expires)")
_MAX_HEADER_LINE = 1_000


def read_mapping(path: Path, display_name: str | None = None) -> ExportMapping:
    """Read a mapping file. Raises InputError with every fault and its line."""
    return parse_mapping(read_file(path, display_name=display_name))


def parse_mapping(document: Document) -> ExportMapping:
    """Parse a mapping, of which at most one table is that of the persons.

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
    if len(persons) > 1:
        top.add_fault(
            "tables",
            "holds more than one table of persons",
            "write `section:` in those whose rows are entries",
        )
    if tables and not persons and by_folder:
        top.add_fault("tables", "must hold one table of persons", "leave out its `section:`")
    collector.raise_faults()
    others = (table for table in tables if table.section != PERSON)
    return ExportMapping((*persons, *others), by_folder, accepts_undated)


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
    id_columns = tuple(map(fold_text, entry.get_list("id", text) or ()))
    _check_id(entry, fields, id_columns, by_folder=by_folder)
    optional = frozenset(map(fold_text, entry.get_list("optional", text) or ()))
    for header in sorted(optional - fields.keys()):
        entry.add_fault("optional", f"{quote(header)} is not one of the columns", "fix one of them")
    _check_unique(entry, fields, optional)
    constants = _parse_constants(entry, section)
    matrix = entry.get_mapping("matrix", _MATRIX_KEYS) if entry.has_value("matrix") else None
    return TableMap(
        file=entry.get("file", text) or "*",
        section=section,
        fields=fields,
        optional=optional,
        needed=entry.get("needed", _parse_flag) is not False,
        complete=bool(entry.get("complete", _parse_flag)),
        only=_parse_pairs(entry, "only", _parse_words),
        date_format=_parse_dates(entry),
        separator=entry.get("separator", _parse_separator) or SEPARATOR,
        values=_parse_values(entry, fields.values(), section),
        constants=constants,
        header=entry.get("header", whole_number(1, _MAX_HEADER_LINE)),
        id_columns=id_columns,
        left_out=tuple(map(fold_text, entry.get_list("leave_out", text) or ())),
        matrix=None if matrix is None else _parse_matrix(matrix, section),
        look_ups=_parse_look_ups(entry, fields.values(), id_columns),
    )


def _check_id(
    entry: MappingReader,
    fields: dict[str, ProfileField],
    id_columns: tuple[str, ...],
    *,
    by_folder: bool,
) -> None:
    has_column = ProfileField("id") in fields.values()
    if has_column and id_columns:
        entry.add_fault("id", "is given twice", "remove it, or the column `id`")
    if not has_column and not id_columns and not by_folder:
        remedy = "write `HEADER: id`; or `id: [HEADER, HEADER]` where several columns name a person"
        entry.add_fault("columns", "no column is the person's `id`", remedy)


def _check_unique(
    entry: MappingReader, fields: dict[str, ProfileField], optional: frozenset[str]
) -> None:
    required_fields = [field for header, field in fields.items() if header not in optional]
    optional_fields = {field for header, field in fields.items() if header in optional}
    if len(set(required_fields)) < len(required_fields) or optional_fields & set(required_fields):
        remedy = "number them: work.1.title, …; or name both under `optional:`"
        entry.add_fault("columns", "two columns fill one field", remedy)


def _parse_dates(entry: MappingReader) -> DateFormat | None:
    """The form of the dates, and the hundred years that two digits stand in."""
    form = entry.get("dates", parse_date_format)
    century = entry.get("century", parse_century)
    if form is None:
        if century:
            entry.add_fault("century", "needs the form of the dates", "write `dates: DD/MM/YY`")
        return None
    if form.has_short_years and not century:
        remedy = "say which years `YY` may be: `century: 1950-2049`"
        entry.add_fault("dates", "has years of two digits", remedy)
    return form if century is None else form.with_short_years(century)


def _parse_matrix(matrix: MappingReader, section: str) -> TrainingMatrix:
    if section != PERSON:
        matrix.add_fault("columns", "stands in a table of entries", "leave out its `section:`")
    field = matrix.get("dates", one_of(("earned", "expires"))) or "earned"
    raw = matrix.get_raw("columns")
    pairs = (
        {name: name for name in matrix.get_list("columns", text) or ()}
        if isinstance(raw, list)
        else _parse_pairs(matrix, "columns", text)
    )
    if not pairs:
        matrix.add_fault("columns", "names no column", "write `columns: {HEADER: CERTIFICATION}`")
    columns = {}
    for header, name in pairs.items():
        match = _MATRIX_CELL.fullmatch(name)
        columns[fold_text(header)] = (match[1], match[2]) if match else (name, field)
    return TrainingMatrix(columns, bool(matrix.get("complete", _parse_flag)))


def _parse_look_ups(
    entry: MappingReader, fields: Iterable[ProfileField], id_columns: tuple[str, ...]
) -> dict[str, LookUp]:
    names = {field_name(field) for field in fields} | ({"id"} if id_columns else set())
    look_ups = _parse_pairs(entry, "look_up", _parse_look_up)
    for name in sorted(look_ups.keys() - names):
        remedy = f"write one of: {', '.join(sorted(names))}"
        entry.add_fault("look_up", f"{quote(name)} is not a field of the columns", remedy)
    return look_ups


def _parse_look_up(value: object) -> LookUp:
    remedy = "write `{file: NAME, key: HEADER, value: HEADER}`"
    if not isinstance(value, dict) or set(value) != set(_LOOK_UP_KEYS):
        raise ValueParseError("is not a look-up", remedy)
    keys = value["key"] if isinstance(value["key"], list) else [value["key"]]
    folded = tuple(fold_text(text(key)) for key in keys)
    return LookUp(text(value["file"]), folded, fold_text(text(value["value"])))


def _parse_values(
    entry: MappingReader, fields: Iterable[ProfileField], section: str
) -> dict[str, dict[str, str]]:
    """Translations of the export's words, by field name, or by the name under `columns:`."""
    names = {field_name(field) for field in fields}
    values: dict[str, dict[str, str]] = {}
    for written, translations in _parse_pairs(entry, "values", _parse_translations).items():
        field = _find_field(written, section)
        name = field_name(field) if field and written not in names else written
        values[name] = values.get(name, {}) | translations
    for name in sorted(values.keys() - names):
        remedy = f"write one of: {', '.join(sorted(names))}"
        entry.add_fault("values", f"{quote(name)} is not a field of the columns", remedy)
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
        raise ValueParseError(f"{quote(value)} is not a section", f"write one of: {names}")
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
        raise ValueParseError(f"{quote(name)} is not a field of `{section}`", remedy)
    return field


def _find_field(name: str, section: str) -> ProfileField | None:
    """The field of this name; None where there is none.

    In a table of entries `2.earned` is a field of the second entry of a row; without a number it
    is one of the first.
    """
    if section == PERSON or name == "id":
        return parse_field(name)
    if name.startswith(f"{PERSON}."):
        field = parse_field(name.removeprefix(f"{PERSON}."))
        return field if field and field.at is None and field.key != "id" else None
    match = _NUMBERED.fullmatch(name)
    number, name = match.groups() if match else ("1", name)
    name = "id" if name == CERTIFICATION else name  # a plain `id` is the person's
    return parse_field(f"{section}.{number}.{name}")


def _suggested_names(section: str) -> tuple[str, ...]:
    if section == PERSON:
        return ("id", "title", "joined", "promoted", "country", "tags", "certifications")
    names = (CERTIFICATION if name == "id" else name for name in KEYS[section])
    own_names = {"certifications": (ISSUER,), "work": (YEARS,)}.get(section, ())
    return ("id", *names, *own_names, f"{PERSON}.title", f"{PERSON}.country")


def _parse_translations(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueParseError("is not a mapping", "write `THEIR WORD: OURS`")
    return {fold_text(str(word)): text(str(translation)) for word, translation in value.items()}
