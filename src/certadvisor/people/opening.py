"""The tables of a file or a folder, and which of them a mapping means."""

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from certadvisor.errors import Fault, InputError
from certadvisor.people.csv_sheet import open_csv
from certadvisor.people.mapping import PERSON, TableMap
from certadvisor.people.sheet import Sheet

TEXTS = (".csv", ".tsv")


def opened(path: Path, source: str, maps: Sequence[TableMap]) -> tuple[tuple[TableMap, Sheet], ...]:
    """Each table that is there with its map. Raises InputError with all that are needed and lack.

    A file that is no folder is the persons' table, whatever it is called.
    """
    if not path.is_dir():
        return tuple((one, open_csv(path, source)) for one in maps if one.section == PERSON)
    files = _files(path)
    found, faults = list[tuple[TableMap, Sheet]](), list[Fault]()
    for one in maps:
        meant = [file for file in files if fnmatch(file.name.casefold(), one.file.casefold())]
        if len(meant) > 1 or (not meant and one.needed):
            problem = f"holds {len(meant)} files called {one.file}"
            faults.append(Fault(source, problem, remedy="one is needed; mend the mapping"))
            continue
        try:
            found += [(one, open_csv(file, f"{source}/{file.name}")) for file in meant]
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return tuple(found)


def _files(folder: Path) -> list[Path]:
    """The tables in a folder; hidden files and a program's own beside them are none."""
    try:
        files = [file for file in sorted(folder.iterdir()) if file.is_file()]
    except OSError as error:
        reason = (error.strerror or "an error of the system").lower()
        raise InputError([Fault(str(folder), f"cannot be read: {reason}")]) from None
    return [file for file in files if not file.name.startswith((".", "~$"))]
