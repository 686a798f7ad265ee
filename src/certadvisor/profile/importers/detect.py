"""The entry point of imports: detects the format of a file or folder and runs its importer."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from certadvisor.base.json_reader import MAX_BYTES, ParsedJson
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.profile.importers import credly, json_resume, linkedin
from certadvisor.profile.importers.foreign_files import describe_foreign, foreign_file_error
from certadvisor.profile.importers.linkedin_archive import read_folder, read_table, read_zip
from certadvisor.profile.importers.result import ImportFormat, ImportResult

_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_SUPPORTED = (
    "a JSON Resume, a LinkedIn export (ZIP, folder or one of its tables), "
    "or Credly's list of badges"
)


def import_path(
    path: Path, catalog: Catalog, today: date, format: ImportFormat | None = None
) -> ImportResult:
    """Import a file or folder. The format is detected where none is given.

    Raises InputError where nothing can be read, or the file does not have the given format.
    Anything else that is wrong goes into the report.
    """
    source = path.name or str(path)
    try:
        if path.is_dir():
            _check_format(format, (ImportFormat.LINKEDIN,), source, "is a directory")
            tables = read_folder(path, linkedin.TABLES)
            return linkedin.read_linkedin(tables, source, catalog, today)
        tables = read_table(path, linkedin.TABLES)
        if tables and format in (None, ImportFormat.LINKEDIN):
            return linkedin.read_linkedin(tables, source, catalog, today)
        with path.open("rb") as file:
            start = file.read(4)
            if start in _ZIP_SIGNATURES:
                _check_format(format, (ImportFormat.LINKEDIN,), source, "is a ZIP")
                file.seek(0)
                tables = read_zip(file, source, linkedin.TABLES)
                return linkedin.read_linkedin(tables, source, catalog, today)
            raw = start + file.read(MAX_BYTES)  # a pipe cannot seek
    except FileNotFoundError:
        raise InputError([Fault(str(path), "no such file", remedy="check the path")]) from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "is not a path").lower()
        raise InputError([Fault(str(path), f"cannot be read: {reason}")]) from None
    return _import_json(raw, source, catalog, today, format)


def import_bytes(
    raw: bytes, source: str, catalog: Catalog, today: date, format: ImportFormat | None = None
) -> ImportResult:
    """Like `import_path`, for bytes that were already read."""
    if raw.startswith(_ZIP_SIGNATURES):
        _check_format(format, (ImportFormat.LINKEDIN,), source, "is a ZIP")
        tables = read_zip(io.BytesIO(raw), source, linkedin.TABLES)
        return linkedin.read_linkedin(tables, source, catalog, today)
    return _import_json(raw, source, catalog, today, format)


def _import_json(
    raw: bytes, source: str, catalog: Catalog, today: date, format: ImportFormat | None
) -> ImportResult:
    document = describe_foreign(raw)
    if document:
        raise foreign_file_error(source, document)
    _check_format(
        format,
        (ImportFormat.JSON_RESUME, ImportFormat.CREDLY),
        source,
        "is neither a ZIP file nor a folder",
    )
    parsed = ParsedJson(raw, source)
    if credly.recognises(parsed.data) and format is not ImportFormat.JSON_RESUME:
        return credly.read_credly(parsed.data, source, catalog, today)
    if json_resume.recognises(parsed.data) and format is not ImportFormat.CREDLY:
        duplicate_keys = tuple(parsed.duplicate_keys)
        return json_resume.read_json_resume(parsed.data, source, catalog, today, duplicate_keys)
    raise InputError(
        [Fault(source, _describe_mismatch(parsed.data, format), remedy=f"name {_SUPPORTED}")]
    )


def _describe_mismatch(data: Any, format: ImportFormat | None) -> str:
    if format:
        return f"does not look like {format}"
    if isinstance(data, dict) and {"education", "goal"} & data.keys():
        return "looks like a profile already"
    return "has no form that can be imported"


def _check_format(
    format: ImportFormat | None, possible: Sequence[ImportFormat], source: str, what: str
) -> None:
    """Raise InputError where the format requested is not one that the file can have."""
    if format and format not in possible:
        raise InputError(
            [Fault(source, f"{what}, which {format} is not", remedy=f"name {_SUPPORTED}")]
        )
