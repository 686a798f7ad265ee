"""Opens the tables of a file or folder, and matches them to the maps of a mapping."""

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import NamedTuple

from certadvisor.errors import Fault, InputError
from certadvisor.people.columns import field_of
from certadvisor.people.csv_sheet import open_csv
from certadvisor.people.mapping import PERSON, TableMap
from certadvisor.people.sheet import Sheet
from certadvisor.people.workbook import BOOKS, open_book

TEXTS = (".csv", ".tsv")
ENDS = (*TEXTS, *BOOKS)
Opened = tuple[tuple[TableMap, Sheet], ...]


class _Table(NamedTuple):
    """A table by name, not opened yet."""

    name: str
    open: Callable[[], Sheet]


def opened(path: Path, source: str, maps: Sequence[TableMap]) -> Opened:
    """Open each table that a map names. Raises InputError with every missing required table.

    The only table of a file is that of the persons, whatever it is called.
    """
    if path.is_dir():
        return _meant(_files(path, source), source, maps, "files")
    if path.suffix.casefold() not in BOOKS:
        return tuple((one, open_csv(path, source)) for one in maps if one.section == PERSON)
    sheets = open_book(path, source)
    if len(sheets) == 1:
        return tuple((one, sheets[0]) for one in maps if one.section == PERSON)
    tables = [_Table(sheet.name, partial(_given, sheet)) for sheet in sheets]
    return _meant(tables, source, maps, "sheets")


def open_wide(path: Path, source: str) -> Sheet:
    """Open the one table of a file; of several sheets the one that has a column `id`.

    Raises InputError where no sheet, or more than one, has such a column.
    """
    if path.suffix.casefold() not in BOOKS:
        return open_csv(path, source)
    sheets = open_book(path, source)
    if len(sheets) == 1:
        return sheets[0]
    found = [one for one in sheets if any(field_of(name) == field_of("id") for name in one.header)]
    if len(found) != 1:
        names = ", ".join(sheet.name for sheet in sheets)
        problem = f"has {len(found)} sheets with a column `id`, of: {names}"
        remedy = "keep one, hide the others, or name a mapping with --mapping"
        raise InputError([Fault(source, problem, remedy=remedy)])
    return found[0]


def _meant(tables: Iterable[_Table], source: str, maps: Sequence[TableMap], sort: str) -> Opened:
    """Open the tables whose names match the pattern of a map.

    More than one match is a fault, as is none for a map that is `needed`; tables that no map
    names stay closed. `kind` is the word for them in messages: "files" or "sheets".
    """
    found, faults = list[tuple[TableMap, Sheet]](), list[Fault]()
    names = list(tables)
    for one in maps:
        meant = [table for table in names if _is(table.name, one.file, sort)]
        if len(meant) > 1 or (not meant and one.needed):
            problem = f"holds {len(meant)} {sort} called {one.file}"
            faults.append(Fault(source, problem, remedy="one is needed; mend the mapping"))
            continue
        try:
            found += [(one, table.open()) for table in meant]
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return tuple(found)


def _is(name: str, pattern: str, sort: str) -> bool:
    """Whether a table's name matches; a sheet also matches without the suffix of a file."""
    name, pattern = name.casefold(), pattern.casefold()
    if fnmatch(name, pattern):
        return True
    ends = [end for end in (*ENDS, ".*") if pattern.endswith(end)]
    return sort == "sheets" and any(fnmatch(name, pattern.removesuffix(end)) for end in ends)


def _files(folder: Path, source: str) -> list[_Table]:
    """The files of a folder, without hidden ones and the lock files of office programs (`~$`)."""
    try:
        files = [file for file in sorted(folder.iterdir()) if file.is_file()]
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(source, f"cannot be read: {reason}")]) from None
    return [
        _Table(file.name, partial(_one, file, f"{source}/{file.name}"))
        for file in files
        if not file.name.startswith((".", "~$"))
    ]


def _one(file: Path, source: str) -> Sheet:
    if file.suffix.casefold() not in BOOKS:
        return open_csv(file, source)
    sheets = open_book(file, source)
    if len(sheets) > 1:
        problem = f"shows {len(sheets)} sheets where a folder's table is one"
        remedy = "keep one of them, or name the workbook itself"
        raise InputError([Fault(source, problem, remedy=remedy)])
    return sheets[0]._replace(name=file.name)


def _given(sheet: Sheet) -> Sheet:
    return sheet
