"""Exports with a folder for each person, whose id is the name of the folder."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.cells import Cells
from certadvisor.people.joined_tables import Rows, columns_of, exports_of, people_in
from certadvisor.people.mapping import TableMap
from certadvisor.people.person import Person, Reject
from certadvisor.people.row import RowReader


def read_folders(
    path: Path, source: str, maps: Sequence[TableMap], catalog: Catalog, reader: RowReader
) -> Rows:
    """The columns of the first export, and the rows of all of them.

    `path` is the export of one person, or contains a folder for each person. Raises InputError
    with every fault in the tables of every folder.
    """
    folders = _exports(path, source, maps[0])
    first, faults = None, list[Fault]()
    for folder, shown in folders:
        try:  # to find faults; opened again below, for thousands of files cannot be open at once
            exports = exports_of(folder, shown, maps, folder.name)
            first = first or columns_of(exports, several=True)
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    cells = Cells(catalog)

    def rows() -> Iterator[Person | Reject]:
        for folder, shown in folders:
            yield from people_in(exports_of(folder, shown, maps, folder.name), cells, reader)

    return first or (), rows()


def _exports(path: Path, source: str, persons: TableMap) -> list[tuple[Path, str]]:
    if not path.is_dir():
        remedy = "name the export's folder, or a folder of several; `profile import` reads a ZIP"
        raise InputError([Fault(source, "is not a folder", remedy=remedy)])
    inner = sorted(path.iterdir())
    if any(file.is_file() and _is(file, persons) for file in inner):
        return [(path.resolve(), source)]
    found = [(folder, f"{source}/{folder.name}") for folder in inner if folder.is_dir()]
    if not found:
        problem = f"holds no {persons.file}, and no folder that does"
        raise InputError([Fault(source, problem, remedy="name the export's folder")])
    return found


def _is(file: Path, table: TableMap) -> bool:
    return fnmatch(file.name.casefold(), table.file.casefold())
