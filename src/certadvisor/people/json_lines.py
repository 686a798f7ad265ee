"""People as JSON Lines: one profile with an `id` on each line."""

import json
from collections.abc import Iterable, Iterator

from certadvisor.base.json_reader import ParsedJson
from certadvisor.errors import Fault, InputError
from certadvisor.people.lines import InputLine, too_long_fault
from certadvisor.people.person import Person, Reject
from certadvisor.people.row import RowDocument, RowReader


def read_json_lines(
    lines: Iterable[InputLine], source: str, reader: RowReader
) -> Iterator[Person | Reject]:
    """Yield a person or a reject for each line that is not blank."""
    for line in lines:
        if line.too_long:
            yield Reject(line.number, None, (too_long_fault(source, line.number),))
        elif line.raw.strip():
            yield _read_row(line, source, reader)


def _read_row(line: InputLine, source: str, reader: RowReader) -> Person | Reject:
    try:
        parsed = ParsedJson(line.raw, source)
    except InputError as error:
        faults = tuple(fault._replace(line=line.number) for fault in error.faults)
        return Reject(line.number, None, faults)
    if parsed.duplicate_keys:
        faults_of_keys = [
            Fault(source, "written twice", line.number, key) for key in parsed.duplicate_keys
        ]
        return Reject(line.number, None, tuple(faults_of_keys))
    if not _is_encodable(line.raw, parsed.data):
        fault = Fault(source, "holds half a character", line.number, remedy="write it again")
        return Reject(line.number, None, (fault,))
    return reader.read(RowDocument(source, line.number, parsed.data), (), parsed.data)


def _is_encodable(raw: bytes, data: object) -> bool:
    r"""Whether every escape is a whole character. A lone `\ud83d` cannot be encoded anywhere."""
    if b"\\ud" not in raw.lower():
        return True
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
