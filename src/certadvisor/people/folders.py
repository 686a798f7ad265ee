"""Exports with a folder for each person, whose id is the name of the folder."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.cells import CellReader
from certadvisor.people.export_tables import list_columns, open_exports
from certadvisor.people.joined_tables import ColumnsAndRows, join_people
from certadvisor.people.mapping import TableMap
from certadvisor.people.person import Person, Reject
from certadvisor.people.row import RowReader


def read_folders(
    path: Path, source: str, maps: Sequence[TableMap], catalog: Catalog, reader: RowReader
) -> ColumnsAndRows:
    """The columns of the first export, and the rows of all of them.

    `path` is the export of one person, or contains a folder for each person. Raises InputError
    with every fault in the tables of every folder.
    """
    folders = _find_exports(path, source, maps[0])
    columns, faults = None, list[Fault]()
    for folder, label in folders:
        try:  # to find faults; opened again below, for thousands of files cannot be open at once
            exports = open_exports(folder, label, maps, catalog, folder.name)
            columns = columns or list_columns(exports, several=True)
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    cell_reader = CellReader(catalog)

    def rows() -> Iterator[Person | Reject]:
        for folder, label in folders:
            yield from join_people(
                open_exports(folder, label, maps, catalog, folder.name), cell_reader, reader
            )

    return columns or (), rows()


def _find_exports(path: Path, source: str, persons_map: TableMap) -> list[tuple[Path, str]]:
    if not path.is_dir():
        remedy = "name the export's folder, or a folder of several; `profile import` reads a ZIP"
        raise InputError([Fault(source, "is not a folder", remedy=remedy)])
    children = sorted(path.iterdir())
    if any(file.is_file() and _matches_file(file, persons_map) for file in children):
        return [(path.resolve(), source)]
    folders = [(folder, f"{source}/{folder.name}") for folder in children if folder.is_dir()]
    if not folders:
        problem = f"holds no {persons_map.file}, and no folder that does"
        raise InputError([Fault(source, problem, remedy="name the export's folder")])
    return folders


def _matches_file(file: Path, table: TableMap) -> bool:
    return fnmatch(file.name.casefold(), table.file.casefold())
