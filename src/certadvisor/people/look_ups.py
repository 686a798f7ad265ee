"""Look-up tables of names: words of an export that stand for an id or for another name."""

from pathlib import Path

from certadvisor.people.mapping import LookUp, TableMap, fold_text
from certadvisor.people.person import Reject
from certadvisor.people.table_files import open_look_up


def read_look_ups(table_map: TableMap, path: Path, source: str) -> TableMap:
    """The map with the words of its look-up tables among its translations.

    What the mapping itself translates comes first. Raises InputError where a table or one of
    its columns is missing.
    """
    values = dict(table_map.values)
    for name, look_up in table_map.look_ups.items():
        values[name] = _read_names(look_up, path, source) | values.get(name, {})
    return table_map._replace(values=values)


def _read_names(look_up: LookUp, path: Path, source: str) -> dict[str, str]:
    """The values by their folded keys, without keys that stand for more than one value."""
    sheet = open_look_up(path, source, look_up)
    headers = [fold_text(header) for header in sheet.header]
    keys = [headers.index(key) for key in look_up.keys]
    value = headers.index(look_up.value)
    names: dict[str, str] = {}
    shared: set[str] = set()
    for row in sheet.rows:
        if isinstance(row, Reject):
            continue
        key = fold_text(" ".join(row.cells[index] for index in keys))
        if names.setdefault(key, row.cells[value].strip()) != row.cells[value].strip():
            shared.add(key)
    return {key: name for key, name in names.items() if key and name and key not in shared}
