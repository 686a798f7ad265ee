"""Opens a table of people, in the format that its file name or a mapping implies."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.builtin_mappings import mapping_path
from certadvisor.people.csv_sheet import csv_in
from certadvisor.people.flat_table import read_wide
from certadvisor.people.folders import read_folders
from certadvisor.people.joined_tables import read_joined
from certadvisor.people.json_lines import read_lines
from certadvisor.people.json_list import read_list
from certadvisor.people.lines import STANDARD_INPUT, Line, lines_of
from certadvisor.people.mapping import read_mapping
from certadvisor.people.person import People
from certadvisor.people.row import RowReader
from certadvisor.people.table_files import ENDS, open_wide
from certadvisor.people.workbook import BOOKS

_LINES = (".jsonl", ".ndjson")
_LISTS = (".yaml", ".yml", ".json")


def read_people(
    path: Path,
    catalog: Catalog,
    today: date,
    *,
    mapping: Path | str | None = None,
    shown: str | None = None,
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
    source = shown or ("standard input" if piped else str(path))
    reader, end = RowReader(catalog, today), path.suffix.casefold()
    form = "xlsx" if end in BOOKS else "csv"
    if mapping is not None:
        _check_mapped(path, source, end)
        by = read_mapping(mapping_path(mapping))
        read = read_folders if by.by_folder else read_joined
        columns, rows = read(path, source, by.tables, catalog, reader)
        return People(source, form, columns, rows)
    if piped:
        return _piped(source, catalog, reader)
    if end in _LINES:
        return People(source, "json-lines", (), read_lines(_begun(path, source), source, reader))
    if end in _LISTS:
        return People(source, "list", (), read_list(path, source, reader))
    if end in ENDS:
        columns, rows = read_wide(open_wide(path, source), catalog, reader)
        return People(source, form, columns, rows)
    if path.is_dir():
        remedy = "name a mapping with --mapping"
        raise InputError([Fault(source, "is a directory", remedy=remedy)])
    ends = ", ".join((*_LINES, *_LISTS, *ENDS))
    raise _unread(path, source, "has no form that is known", f"name a file in {ends}")


def _begun(path: Path, source: str) -> Iterator[Line]:
    """The lines. Raises InputError at once, not at the first row, where there are none."""
    lines = lines_of(path)
    first = next(lines, None)
    if first is None:
        raise InputError([Fault(source, "is empty", remedy="write a person a line")])
    return chain((first,), lines)


def _piped(source: str, catalog: Catalog, reader: RowReader) -> People:
    """Read standard input in the format that its first character implies."""
    lines = _begun(STANDARD_INPUT, source)
    first = next((line for line in lines if line.too_long or line.raw.strip()), None)
    if first is None:
        raise InputError([Fault(source, "is empty", remedy="write a person a line, or a CSV")])
    blank = (Line(number, b"\n") for number in range(1, first.number))
    lines = chain(blank, (first,), lines)
    sign = first.raw.lstrip()[:1]
    if sign == b"[":
        remedy = "write one profile a line, or save the list to a file"
        raise InputError([Fault(source, "is a list", remedy=remedy)])
    if sign == b"{" or first.too_long:
        return People(source, "json-lines", (), read_lines(lines, source, reader))
    columns, rows = read_wide(csv_in(lines, source, source), catalog, reader)
    return People(source, "csv", columns, rows)


def _check_mapped(path: Path, source: str, end: str) -> None:
    if end not in ENDS and path != STANDARD_INPUT and not path.is_dir():
        remedy = f"name a file in {', '.join(ENDS)}, or a folder of them"
        raise _unread(path, source, "is not read by a mapping", remedy)


def _unread(path: Path, source: str, problem: str, remedy: str) -> InputError:
    """The error for a file of another format, or one that does not exist."""
    if not path.exists():
        problem, remedy = "no such file", "check the path"
    return InputError([Fault(source, problem, remedy=remedy)])
