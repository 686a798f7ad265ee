"""A file of people: which form it has, and its rows."""

from datetime import date
from pathlib import Path

from certadvisor.catalog.catalog import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.csv_sheet import open_csv
from certadvisor.people.folders import read_folders
from certadvisor.people.joined import read_joined
from certadvisor.people.json_lines import read_lines
from certadvisor.people.lines import lines_of
from certadvisor.people.listed import read_list
from certadvisor.people.mapping import read_mapping
from certadvisor.people.person import People
from certadvisor.people.ready import mapping_path
from certadvisor.people.row import RowReader
from certadvisor.people.wide import read_wide

_LINES = (".jsonl", ".ndjson")
_LISTS = (".yaml", ".yml", ".json")
_TABLES = (".csv", ".tsv")


def read_people(
    path: Path,
    catalog: Catalog,
    today: date,
    *,
    mapping: Path | str | None = None,
    shown: str | None = None,
) -> People:
    """Open a table of people by the end of its name. Raises InputError where it is unusable.

    By a mapping (a file, or the name of one that ships), a CSV or a folder of them is read under
    the names that it gives the columns.

    JSON Lines and CSV are read line by line: of the rows gone by only their ids are kept.
    `today` bounds how far ahead a date may lie, and nothing else; `shown` is what messages
    call the file.
    """
    reader, source, end = RowReader(catalog, today), shown or str(path), path.suffix.casefold()
    if mapping is not None:
        _check_mapped(path, source, end)
        by = read_mapping(mapping_path(mapping))
        read = read_folders if by.by_folder else read_joined
        columns, rows = read(path, source, by.tables, catalog, reader)
        return People(source, "csv", columns, rows)
    if end in _LINES:
        _open(path)
        return People(source, "json-lines", (), read_lines(lines_of(path), source, reader))
    if end in _LISTS:
        return People(source, "list", (), read_list(path, source, reader))
    if end in _TABLES:
        columns, rows = read_wide(open_csv(path, source), catalog, reader)
        return People(source, "csv", columns, rows)
    if path.is_dir():
        remedy = "name a mapping file with --mapping"
        raise InputError([Fault(source, "is a directory", remedy=remedy)])
    ends = ", ".join((*_LINES, *_LISTS, *_TABLES))
    raise InputError([Fault(source, "has no form that is known", remedy=f"name a file in {ends}")])


def _open(path: Path) -> None:
    """Raise InputError now, and not at the first row, where the file cannot be read or is empty."""
    if next(lines_of(path), None) is None:
        raise InputError([Fault(str(path), "is empty", remedy="write a person a line")])


def _check_mapped(path: Path, source: str, end: str) -> None:
    if end not in _TABLES and not path.is_dir():
        remedy = "name a CSV or a folder of them"
        raise InputError([Fault(source, "is not read by a mapping", remedy=remedy)])
