"""People as a YAML or JSON list of profiles. The file is read whole, so its size is bounded."""

from collections.abc import Iterator
from pathlib import Path

from certadvisor.base.yaml_reader import read_file
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Person, Reject
from certadvisor.people.row import RowReader


def read_list(path: Path, source: str, reader: RowReader) -> Iterator[Person | Reject]:
    """The people of a list. Raises InputError at once, before any row, where it is not a list."""
    document = read_file(path, display_name=source)
    if not isinstance(document.data, list):
        remedy = "write `- id: …` for each person, or JSON Lines"
        raise InputError([Fault(document.source, "is not a list of people", remedy=remedy)])
    rows = document.data
    return (reader.read(document, (index,), row) for index, row in enumerate(rows))
