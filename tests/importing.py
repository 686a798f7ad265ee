"""Helpers for tests of imports: a résumé or an export in one line, imported."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

from certadvisor.base.document import Document
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.detect import import_bytes
from certadvisor.profile.importers.profile_writer import render_result_json, render_result_yaml
from certadvisor.profile.importers.result import ImportResult, LineKind
from certadvisor.profile.model import ReadProfile
from certadvisor.profile.reader import read_profile

TODAY = date(2026, 11, 22)


def import_resume(catalog: Catalog, **sections: Any) -> ImportResult:
    """Import a JSON Resume with these sections."""
    return import_bytes(json.dumps(sections).encode(), "resume.json", catalog, TODAY)


def make_zip(tables: Mapping[str, str | bytes]) -> bytes:
    """A ZIP with these entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tables.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def import_export(catalog: Catalog, **tables: str) -> ImportResult:
    """Import a LinkedIn export with these tables from a ZIP."""
    raw = make_zip({f"{name}.csv": text for name, text in tables.items()})
    return import_bytes(raw, "export.zip", catalog, TODAY)


def report_texts(result: ImportResult, kind: LineKind) -> list[str]:
    """The lines of the report of one kind, with their locations."""
    return [f"{line.location}: {line.text}" for line in result.lines(kind)]


def read_back(result: ImportResult, catalog: Catalog) -> ReadProfile:
    """The profile as the engine reads it, which is the same from YAML and from JSON."""
    profile = read_profile(Document("memory", result.profile, None), catalog, TODAY)
    for text in (render_result_yaml(result), render_result_json(result)):
        again = read_profile(read_bytes(text.encode(), "file"), catalog, TODAY)
        assert again == profile
    assert profile.warnings == ()
    return profile
