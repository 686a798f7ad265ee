"""A mapping file: which columns of somebody's export fill which fields, and how it writes dates."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from certadvisor.facts.record import Notes, Record
from certadvisor.facts.values import MisreadError, did_you_mean, quoted, text
from certadvisor.model.yaml_reader import Document, read_file
from certadvisor.people.columns import SECTIONS, Field, field_of

PERSON = "person"
CERTIFICATION = "certification"  # what it is, in a table of certifications
_KEYS = ("tables",)
_TABLE = ("file", "section", "columns", "dates", "values", "constants")
_PARTS = {
    "YYYY": "(?P<y>[0-9]{4})",
    "MM": "(?P<m>[0-9]{1,2})",
    "DD": "(?P<d>[0-9]{1,2})",
}


class Form(NamedTuple):
    """A way to write dates, as a mapping names it: `DD/MM/YYYY`."""

    written: str
    pattern: re.Pattern[str]

    def iso(self, cell: str) -> str:
        """The date as YYYY-MM-DD; what is not of this form stays as it is, to be refused."""
        found = self.pattern.fullmatch(cell.strip())
        if not found:
            return cell
        told = found.groupdict()
        parts = [told["y"], *(told[key].zfill(2) for key in ("m", "d") if told.get(key))]
        return "-".join(parts)


class TableMap(NamedTuple):
    """How one table is read: `fields` by the folded header; `section` is whose entries it holds."""

    file: str
    section: str
    fields: dict[str, Field]
    dates: Form | None
    values: dict[str, dict[str, str]]
    constants: dict[Field, str]


def read_mapping(path: Path) -> tuple[TableMap, ...]:
    """Read a mapping file. Raises InputError with every fault and its line."""
    document = read_file(path)
    return mapping_in(document)


def mapping_in(document: Document) -> tuple[TableMap, ...]:
    """The tables that a document maps; the first one of persons is the one the others join."""
    notes = Notes(document)
    top = Record(notes, (), document.data, _KEYS)
    top.require("tables")
    tables = top.records("tables", _TABLE, _table) or ()
    persons = [table for table in tables if table.section == PERSON]
    if tables and len(persons) != 1:
        top.fault("tables", "must hold one table of persons", "leave out `section:` in one of them")
    notes.raise_faults()
    return (*persons, *(table for table in tables if table.section != PERSON))


def folded(header: str) -> str:
    """A header as it is looked up: case and spaces aside."""
    return " ".join(header.split()).casefold()


def called(field: Field) -> str:
    """A field as `values:` names it."""
    if field.key == "certifications" and field.field == "id":
        return CERTIFICATION
    return field.field or field.key


def _table(entry: Record) -> TableMap:
    section = entry.get("section", _section) or PERSON
    fields = {
        folded(header): field
        for header, field in _pairs(entry, "columns", lambda name: _field(name, section)).items()
    }
    if Field("id") not in fields.values():
        entry.fault("columns", "no column is the person's `id`", "write `HEADER: id`")
    if len(set(fields.values())) < len(fields):
        entry.fault("columns", "two columns fill one field", "number them: work.1.title, …")
    values = _pairs(entry, "values", _words)
    named = {called(field) for field in fields.values()}
    for name in values.keys() - named:
        remedy = f"write one of: {', '.join(sorted(named))}"
        entry.fault("values", f"{quoted(name)} is no field of the columns", remedy)
    return TableMap(
        entry.get("file", text) or "*",
        section,
        fields,
        entry.get("dates", _form),
        values,
        _constants(entry, section),
    )


def _constants(entry: Record, section: str) -> dict[Field, str]:
    """Fields that every row has alike."""
    found = {}
    for name, value in _pairs(entry, "constants", lambda value: text(str(value))).items():
        try:
            found[_field(name, section)] = value
        except MisreadError as error:
            entry.fault("constants", error.problem, error.remedy)
    return found


def _pairs(entry: Record, key: str, read: Callable[[Any], Any]) -> dict[str, Any]:
    """A mapping of names to values, each as `read` reads it."""
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


def _field(value: object, section: str) -> Field:
    name = text(value)
    field = _try(name, section)
    if field is None:
        remedy = did_you_mean(name, ("id", "title", "joined"), "docs/people.md lists the fields")
        raise MisreadError(f"{quoted(name)} is no field of `{section}`", remedy)
    return field


def _try(name: str, section: str) -> Field | None:
    if section == PERSON or name == "id":
        return field_of(name)
    name = "id" if name == CERTIFICATION else name  # `id` is the person's
    return field_of(f"{section}.1.{name}")


def _form(value: object) -> Form:
    written = text(value)
    pattern = re.escape(written)
    for part, found in _PARTS.items():
        pattern = pattern.replace(part, found, 1)
    if "(?P<y>" not in pattern or re.search("[A-Za-z]", re.sub(r"\(\?P<.>|\\.", "", pattern)):
        raise MisreadError(
            f"{quoted(written)} is no form of dates", "write it with YYYY, MM and DD: DD/MM/YYYY"
        )
    return Form(written, re.compile(pattern))


def _words(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise MisreadError("is not a mapping", "write `THEIR WORD: OURS`")
    return {folded(str(word)): text(str(ours)) for word, ours in value.items()}
