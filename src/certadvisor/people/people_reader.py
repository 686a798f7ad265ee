"""Opens a table of people, in the format that its file name or a mapping implies."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.builtin_mappings import mapping_path
from certadvisor.people.csv_sheet import read_csv
from certadvisor.people.flat_table import read_flat_table
from certadvisor.people.folders import read_folders
from certadvisor.people.joined_tables import read_joined_tables
from certadvisor.people.json_lines import read_json_lines
from certadvisor.people.json_list import read_list
from certadvisor.people.lines import STANDARD_INPUT, InputLine, iter_lines
from certadvisor.people.mapping_reader import read_mapping
from certadvisor.people.person import People, PeopleFormat
from certadvisor.people.row import RowReader
from certadvisor.people.table_files import TABLE_SUFFIXES, WITH_ID, open_flat_table
from certadvisor.people.workbook import WORKBOOK_SUFFIXES

_JSON_LINES_SUFFIXES = (".jsonl", ".ndjson")
_LIST_SUFFIXES = (".yaml", ".yml", ".json")


def read_people(
    path: Path,
    catalog: Catalog,
    today: date,
    *,
    mapping: Path | str | None = None,
    display_name: str | None = None,
) -> People:
    """Open a table of people by the suffix of its name. Raises InputError where it is unusable.

    With a mapping (a file, or the name of a built-in one) a CSV, a workbook or a folder of them
    is read by the column names of the mapping. `-` is standard input: JSON Lines where it
    begins with a brace, else a CSV.

    JSON Lines, CSV and sheets are streamed: only the ids of earlier rows are kept. `today`
    bounds how far in the future a date may be, and nothing else. Messages call the file
    `display_name`.
    """
    piped = path == STANDARD_INPUT
    source = display_name or ("standard input" if piped else str(path))
    suffix = path.suffix.casefold()
    format = PeopleFormat.XLSX if suffix in WORKBOOK_SUFFIXES else PeopleFormat.CSV
    if mapping is not None:
        _check_mappable(path, source, suffix)
        export_mapping = read_mapping(mapping_path(mapping))
        reader = RowReader(catalog, today, accepts_undated=export_mapping.accepts_undated)
        read_tables = read_folders if export_mapping.by_folder else read_joined_tables
        columns, rows = read_tables(path, source, export_mapping.tables, catalog, reader)
        return People(source, format, columns, rows)
    reader = RowReader(catalog, today)
    if piped:
        return _read_standard_input(source, catalog, reader)
    if suffix in _JSON_LINES_SUFFIXES:
        rows = read_json_lines(_open_lines(path, source), source, reader)
        return People(source, PeopleFormat.JSON_LINES, (), rows)
    if suffix in _LIST_SUFFIXES:
        return People(source, PeopleFormat.LIST, (), read_list(path, source, reader))
    if suffix in TABLE_SUFFIXES:
        columns, rows = read_flat_table(open_flat_table(path, source), catalog, reader)
        return People(source, format, columns, rows)
    if path.is_dir():
        remedy = "name a mapping with --mapping"
        raise InputError([Fault(source, "is a directory", remedy=remedy)])
    suffixes = ", ".join((*_JSON_LINES_SUFFIXES, *_LIST_SUFFIXES, *TABLE_SUFFIXES))
    raise _unreadable(path, source, "has no form that is known", f"name a file in {suffixes}")


def _open_lines(path: Path, source: str) -> Iterator[InputLine]:
    """The lines. Raises InputError at once, not at the first row, where there are none."""
    lines = iter_lines(path)
    first = next(lines, None)
    if first is None:
        raise InputError([Fault(source, "is empty", remedy="write a person a line")])
    return chain((first,), lines)


def _read_standard_input(source: str, catalog: Catalog, reader: RowReader) -> People:
    """Read standard input in the format that its first character implies."""
    lines = _open_lines(STANDARD_INPUT, source)
    first = next((line for line in lines if line.too_long or line.raw.strip()), None)
    if first is None:
        raise InputError([Fault(source, "is empty", remedy="write a person a line, or a CSV")])
    blank = (InputLine(number, b"\n") for number in range(1, first.number))
    lines = chain(blank, (first,), lines)
    first_character = first.raw.lstrip()[:1]
    if first_character == b"[":
        remedy = "write one profile a line, or save the list to a file"
        raise InputError([Fault(source, "is a list", remedy=remedy)])
    if first_character == b"{" or first.too_long:
        rows = read_json_lines(lines, source, reader)
        return People(source, PeopleFormat.JSON_LINES, (), rows)
    columns, rows = read_flat_table(read_csv(lines, source, source, WITH_ID), catalog, reader)
    return People(source, PeopleFormat.CSV, columns, rows)


def _check_mappable(path: Path, source: str, suffix: str) -> None:
    if suffix not in TABLE_SUFFIXES and path != STANDARD_INPUT and not path.is_dir():
        remedy = f"name a file in {', '.join(TABLE_SUFFIXES)}, or a folder of them"
        raise _unreadable(path, source, "is not read by a mapping", remedy)


def _unreadable(path: Path, source: str, problem: str, remedy: str) -> InputError:
    """The error for a file of another format, or one that does not exist."""
    if not path.exists():
        problem, remedy = "no such file", "check the path"
    return InputError([Fault(source, problem, remedy=remedy)])
