"""People as JSON Lines: one profile with an `id` on each line."""

import json
from collections.abc import Iterable, Iterator

from certadvisor.base.json_reader import Read
from certadvisor.errors import Fault, InputError
from certadvisor.people.lines import Line, too_long
from certadvisor.people.person import Person, Reject
from certadvisor.people.row import RowDocument, RowReader


def read_lines(lines: Iterable[Line], source: str, reader: RowReader) -> Iterator[Person | Reject]:
    """Yield a person or a reject for each line that is not blank."""
    for line in lines:
        if line.too_long:
            yield Reject(line.number, None, (too_long(source, line.number),))
        elif line.raw.strip():
            yield _row(line, source, reader)


def _row(line: Line, source: str, reader: RowReader) -> Person | Reject:
    try:
        read = Read(line.raw, source)
    except InputError as error:
        faults = tuple(fault._replace(line=line.number) for fault in error.faults)
        return Reject(line.number, None, faults)
    if read.twice:
        twice = [Fault(source, "written twice", line.number, key) for key in read.twice]
        return Reject(line.number, None, tuple(twice))
    if not _whole(line.raw, read.data):
        fault = Fault(source, "holds half a character", line.number, remedy="write it again")
        return Reject(line.number, None, (fault,))
    return reader.read(RowDocument(source, line.number, read.data), (), read.data)


def _whole(raw: bytes, data: object) -> bool:
    r"""Whether every escape is a whole character. A lone `\ud83d` cannot be encoded anywhere."""
    if b"\\ud" not in raw.lower():
        return True
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
