"""Opens the tables of a file or folder, and matches them to the maps of a mapping."""

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import NamedTuple

from certadvisor.errors import Fault, InputError
from certadvisor.people.columns import parse_field
from certadvisor.people.csv_sheet import open_csv
from certadvisor.people.mapping import PERSON, LookUp, TableMap, fold_text
from certadvisor.people.sheet import HeaderChoice, Sheet
from certadvisor.people.workbook import WORKBOOK_SUFFIXES, open_workbook

CSV_SUFFIXES = (".csv", ".tsv")
TABLE_SUFFIXES = (*CSV_SUFFIXES, *WORKBOOK_SUFFIXES)
OpenedTables = tuple[tuple[TableMap, Sheet], ...]


class _UnopenedTable(NamedTuple):
    """A table by name, not opened yet."""

    name: str
    open: Callable[[HeaderChoice], Sheet]


def open_tables(path: Path, source: str, maps: Sequence[TableMap]) -> OpenedTables:
    """Open each table that a map names. Raises InputError with every missing required table.

    The only table of a file is that of the persons, whatever it is called; where no map is of
    persons, that of the map with its name, else of the first map.
    """
    if path.is_dir():
        return _match_tables(_tables_in_folder(path, source), source, maps, "files")
    only_map = _map_of_only_table(path, maps)
    if path.suffix.casefold() not in WORKBOOK_SUFFIXES:
        return ((only_map, open_csv(path, source, header_of(only_map))),)

    def header_choice(name: str) -> HeaderChoice:
        return header_of(next((one for one in maps if _matches(name, one)), only_map))

    sheets = open_workbook(path, source, header_choice)
    if len(sheets) == 1:
        return ((only_map, sheets[0]),)
    tables = [_UnopenedTable(sheet.name, partial(_return_sheet, sheet)) for sheet in sheets]
    return _match_tables(tables, source, maps, "sheets")


def header_of(table_map: TableMap) -> HeaderChoice:
    """How the header of a map's table is found: it has every column that the table must have."""
    required = frozenset(table_map.required_headers())
    known = required | table_map.fields.keys()

    def fits(row: Sequence[str]) -> bool:
        names = frozenset(map(fold_text, row))
        return required <= names and not known.isdisjoint(names) if known else any(names)

    return HeaderChoice(fits, table_map.header)


def open_look_up(path: Path, source: str, look_up: LookUp) -> Sheet:
    """Open a table of names: a file of the folder or beside the table, or a sheet beside it.

    Raises InputError where there is not exactly one.
    """
    needed = frozenset((*look_up.keys, look_up.value))
    header_choice = HeaderChoice(lambda row: needed <= frozenset(map(fold_text, row)))
    folder = path if path.is_dir() else path.parent
    if path.suffix.casefold() in WORKBOOK_SUFFIXES and path.is_file():
        for sheet in open_workbook(path, source, lambda _: header_choice):
            if _matches_name(sheet.name, look_up.file, "sheets"):
                return sheet
    files = [one for one in _files_in(folder, source) if fnmatch(one.name, look_up.file)]
    if len(files) != 1:
        problem = f"holds {len(files)} files called {look_up.file}, which a look-up needs"
        raise InputError([Fault(str(folder), problem, remedy="fix the mapping")])
    return _open_single_sheet(files[0], files[0].name, header_choice)


def _map_of_only_table(path: Path, maps: Sequence[TableMap]) -> TableMap:
    persons = [one for one in maps if one.section == PERSON]
    named = [one for one in maps if fnmatch(path.name.casefold(), one.file.casefold())]
    return (*persons, *named, maps[0])[0]


def _matches(name: str, table_map: TableMap) -> bool:
    return _matches_name(name, table_map.file, "sheets")


def open_flat_table(path: Path, source: str) -> Sheet:
    """Open the one table of a file; of several sheets the one that has a column `id`.

    Raises InputError where no sheet, or more than one, has such a column.
    """
    if path.suffix.casefold() not in WORKBOOK_SUFFIXES:
        return open_csv(path, source, WITH_ID)
    sheets = open_workbook(path, source, lambda _: WITH_ID)
    if len(sheets) == 1:
        return sheets[0]
    candidates = [sheet for sheet in sheets if WITH_ID.fits(sheet.header)]
    if len(candidates) != 1:
        names = ", ".join(sheet.name for sheet in sheets)
        problem = f"has {len(candidates)} sheets with a column `id`, of: {names}"
        remedy = "keep one, hide the others, or name a mapping: `certadvisor people map` writes one"
        raise InputError([Fault(source, problem, remedy=remedy)])
    return candidates[0]


def open_all_tables(path: Path, source: str, header_choice: HeaderChoice) -> tuple[Sheet, ...]:
    """Open every table of a file, a workbook or a folder.

    Raises InputError where there is none that can be read.
    """
    if path.is_dir():
        files = [one for one in _files_in(path, source) if one.suffix.casefold() in TABLE_SUFFIXES]
        if not files:
            remedy = f"name a folder with files in {', '.join(TABLE_SUFFIXES)}"
            raise InputError([Fault(source, "holds no table", remedy=remedy)])
        return tuple(
            _open_single_sheet(one, f"{source}/{one.name}", header_choice) for one in files
        )
    if path.suffix.casefold() in WORKBOOK_SUFFIXES:
        sheets = open_workbook(path, source, lambda _: header_choice)
        return sheets if len(sheets) > 1 else (sheets[0]._replace(name=path.name),)
    return (open_csv(path, source, header_choice),)


WITH_ID = HeaderChoice(lambda row: any(parse_field(name) == parse_field("id") for name in row))


def _match_tables(
    tables: Iterable[_UnopenedTable], source: str, maps: Sequence[TableMap], kind: str
) -> OpenedTables:
    """Open the tables whose names match the pattern of a map.

    More than one match is a fault, as is none for a map that is `needed`; tables that no map
    names stay closed. `kind` is the word for them in messages: "files" or "sheets".
    """
    opened_tables, faults = list[tuple[TableMap, Sheet]](), list[Fault]()
    all_tables = list(tables)
    for table_map in maps:
        matches = [table for table in all_tables if _matches_name(table.name, table_map.file, kind)]
        if len(matches) > 1 or (not matches and table_map.needed):
            problem = f"holds {len(matches)} {kind} called {table_map.file}"
            faults.append(Fault(source, problem, remedy="one is needed; fix the mapping"))
            continue
        try:
            header_choice = header_of(table_map)
            opened_tables += [(table_map, table.open(header_choice)) for table in matches]
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return tuple(opened_tables)


def _matches_name(name: str, pattern: str, kind: str) -> bool:
    """Whether a table's name matches; a sheet also matches without the suffix of a file."""
    name, pattern = name.casefold(), pattern.casefold()
    if fnmatch(name, pattern):
        return True
    suffixes = [suffix for suffix in (*TABLE_SUFFIXES, ".*") if pattern.endswith(suffix)]
    return kind == "sheets" and any(
        fnmatch(name, pattern.removesuffix(suffix)) for suffix in suffixes
    )


def _tables_in_folder(folder: Path, source: str) -> list[_UnopenedTable]:
    """The files of a folder, as tables."""
    return [
        _UnopenedTable(file.name, partial(_open_single_sheet, file, f"{source}/{file.name}"))
        for file in _files_in(folder, source)
    ]


def _files_in(folder: Path, source: str) -> list[Path]:
    """The files of a folder, without hidden ones and the lock files of office programs (`~$`)."""
    try:
        files = [file for file in sorted(folder.iterdir()) if file.is_file()]
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(source, f"cannot be read: {reason}")]) from None
    return [file for file in files if not file.name.startswith((".", "~$"))]


def _open_single_sheet(file: Path, source: str, header_choice: HeaderChoice) -> Sheet:
    if file.suffix.casefold() not in WORKBOOK_SUFFIXES:
        return open_csv(file, source, header_choice)
    sheets = open_workbook(file, source, lambda _: header_choice)
    if len(sheets) > 1:
        problem = f"shows {len(sheets)} sheets where a folder's table is one"
        remedy = "keep one of them, or name the workbook itself"
        raise InputError([Fault(source, problem, remedy=remedy)])
    return sheets[0]._replace(name=file.name)


def _return_sheet(sheet: Sheet, _needed: HeaderChoice) -> Sheet:
    return sheet
