"""Sheets of .xlsx workbooks as tables, read by openpyxl (extra `xlsx`); macros are never read.

The sizes in the ZIP directory are checked before anything is unpacked. They can be trusted here
because zipfile never unpacks more than they say.
"""

import io
import math
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from certadvisor.errors import Fault, InputError
from certadvisor.people.sheet import (
    FIRST_ROW,
    MAX_COLUMNS,
    MAX_ROWS_ABOVE,
    HeaderChoice,
    RawRow,
    Sheet,
    check_width,
)

WORKBOOK_SUFFIXES = (".xlsx", ".xlsm")
_MB = 1024 * 1024
MAX_FILE = 100 * _MB
_MAX_UNPACKED = 512 * _MB  # bytes of all parts; sheets are streamed
_MAX_PART = 64 * _MB  # bytes of parts read into memory whole: shared strings, styles
_MAX_RATIO = 100  # a sheet of equal rows packs about 15 to 1
_MAX_SMALL_PART = 4 * _MB  # bytes; parts up to this size may have any ratio
_MAX_ENTRIES = 10_000
_MAX_ROWS = 1_048_576  # the limit of Excel
_BATCH_SIZE = 200  # rows of a batch
_SHEETS_FOLDER = "xl/worksheets/"
_SAVE_REMEDY = "save it as an .xlsx without a password"


def open_workbook(
    path: Path, source: str, header_choice: Callable[[str], HeaderChoice] = lambda _: FIRST_ROW
) -> tuple[Sheet, ...]:
    """Open each visible sheet that is not empty; `header_choice` gives the one of a sheet's name.

    Raises InputError where the file is not a readable workbook, is too large, or has no such
    sheet.
    """
    openpyxl = _import_openpyxl(source)
    raw = _read_checked(path, source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that no table needs
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except Exception:  # noqa: BLE001  a broken file makes the library raise anything
        raise _unreadable(source) from None
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    opened_sheets = (
        _open_sheet(sheet, source, len(visible), header_choice(sheet.title)) for sheet in visible
    )
    sheets = tuple(sheet for sheet in opened_sheets if sheet)
    if not sheets:
        remedy = "write the names of the columns into its first row"
        raise InputError([Fault(source, "shows no sheet that holds anything", remedy=remedy)])
    return sheets


def _import_openpyxl(source: str) -> Any:
    try:
        # openpyxl uses defusedxml if installed, and would expand XML entities without it.
        return [import_module(name) for name in ("defusedxml", "openpyxl")][-1]
    except ImportError:
        problem = "needs the openpyxl and defusedxml packages, which are not installed"
        remedy = "pip install 'certadvisor[xlsx]', or save the table as CSV UTF-8"
        raise InputError([Fault(source, problem, remedy=remedy)]) from None


def _read_checked(path: Path, source: str) -> bytes:
    """The bytes of a file whose ZIP directory shows that it is safe to unpack."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        reason = (error.strerror or "an error of the system").lower()
        problem = "no such file" if missing else f"cannot be read: {reason}"
        raise InputError([Fault(source, problem, remedy="check the path")]) from None
    except ValueError:  # a NUL in the path
        raise InputError([Fault(source, "is not a path", remedy="check the path")]) from None
    if len(raw) > MAX_FILE:
        raise _too_large(source, f"is larger than {MAX_FILE // _MB} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise _unreadable(source) from None
    if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise _too_large(source, f"unpacks to more than {_MAX_UNPACKED // _MB} MB")
    for entry in entries:
        if entry.file_size > max(_MAX_SMALL_PART, _MAX_RATIO * entry.compress_size):
            raise _too_large(source, "unpacks to far more than tables do")
        if entry.file_size > _MAX_PART and not entry.filename.startswith(_SHEETS_FOLDER):
            raise _too_large(source, f"holds a part of more than {_MAX_PART // _MB} MB")
    return raw


class _SheetRange(NamedTuple):
    """Rows of an openpyxl sheet below `line`, `width` columns wide; messages call it `source`."""

    sheet: Any
    source: str
    line: int
    width: int
    last_line: int = _MAX_ROWS


def _open_sheet(
    sheet: Any, source: str, visible_count: int, header_choice: HeaderChoice
) -> Sheet | None:
    """The sheet below its header, which is among the first rows; None where it is empty."""
    label = source if visible_count == 1 else f"{source}/{sheet.title}"
    whole_sheet = _SheetRange(sheet, label, 0, MAX_COLUMNS + 1)
    first_row = next(_read_rows(whole_sheet), None)
    if first_row is None:
        return None
    # Bounded, as a million empty rows may follow, each as wide as a header can be.
    last_line = first_row[0] + max(MAX_ROWS_ABOVE, header_choice.line or 0)
    rows = list(_read_rows(whole_sheet._replace(last_line=last_line)))
    line, header = rows[header_choice.choose(rows)]
    while header and not header[-1].strip():
        header.pop()
    check_width(header, label, line)
    rest_of_sheet = _SheetRange(sheet, label, line, len(header))
    raw_rows = (RawRow(number, texts) for number, texts in _read_rows(rest_of_sheet))
    return Sheet(label, sheet.title, line, tuple(header), raw_rows)


def _read_rows(sheet_range: _SheetRange) -> Iterator[tuple[int, list[str]]]:
    """Yield each row below the line that is not empty, with its number."""
    first = sheet_range.line + 1
    rows = sheet_range.sheet.iter_rows(
        min_row=first, max_row=sheet_range.last_line, max_col=sheet_range.width
    )
    numbered_rows = enumerate(rows, start=first)
    while batch := _next_batch(numbered_rows, sheet_range.source):
        for number, cells in batch:
            texts = [_cell_text(cell) for cell in cells]
            if any(text.strip() for text in texts):
                yield number, texts


def _next_batch(rows: Iterator[tuple[int, Any]], source: str) -> list[tuple[int, Any]]:
    """The next batch of rows: warnings of the library must be silenced around each read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(islice(rows, _BATCH_SIZE))
    except Exception:  # noqa: BLE001  as in open_workbook
        raise _unreadable(source) from None


def _cell_text(cell: Any) -> str:
    """A cell as a CSV would have it: ISO dates without the time, whole numbers without fraction.

    A number with leading zeros (the format `0000`) keeps them, for it is an id. A formula is its
    last calculated value, and empty where it was never calculated.
    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        zeros = re.fullmatch("0{2,18}", str(cell.number_format))
        return str(value).zfill(len(zeros[0]) if zeros and value >= 0 else 0)
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _unreadable(source: str) -> InputError:
    return InputError([Fault(source, "is not a readable workbook", remedy=_SAVE_REMEDY)])


def _too_large(source: str, problem: str) -> InputError:
    return InputError([Fault(source, problem, remedy="save the table as CSV UTF-8")])
