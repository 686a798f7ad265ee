"""Values as CSV cells that are safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from certadvisor.errors import escape_control_chars

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Iterable[Sequence[Any]]) -> str:
    """Rows as CSV text with Unix line ends."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(
        [_cell(value) for value in row] for row in rows
    )
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    """A value as a cell; text that a spreadsheet would run gets a leading apostrophe."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        value = "; ".join(str(part) for part in value)
    if not isinstance(value, str):
        return "" if value is None else value
    return escape_control_chars(f"'{value}" if value.startswith(_DANGEROUS) else value)
