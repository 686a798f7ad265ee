"""Helpers for tests of imports: a résumé or an export in one line, imported."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

from certadvisor.base.yaml_reader import Document, read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.detect import import_bytes
from certadvisor.profile.importers.profile_writer import as_json, as_yaml
from certadvisor.profile.importers.result import About, Imported
from certadvisor.profile.model import ReadProfile
from certadvisor.profile.reader import read_profile

TODAY = date(2026, 11, 22)


def resume(catalog: Catalog, **sections: Any) -> Imported:
    """Import a JSON Resume with these sections."""
    return import_bytes(json.dumps(sections).encode(), "resume.json", catalog, TODAY)


def packed(tables: Mapping[str, str | bytes]) -> bytes:
    """A ZIP with these entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tables.items():
            archive.writestr(name, content)
    return made.getvalue()


def export(catalog: Catalog, **tables: str) -> Imported:
    """Import a LinkedIn export with these tables from a ZIP."""
    raw = packed({f"{name}.csv": text for name, text in tables.items()})
    return import_bytes(raw, "export.zip", catalog, TODAY)


def lines(imported: Imported, about: About) -> list[str]:
    """The lines of the report of one kind, with their locations."""
    return [f"{line.place}: {line.text}" for line in imported.lines(about)]


def read(imported: Imported, catalog: Catalog) -> ReadProfile:
    """The profile as the engine reads it, which is the same from YAML and from JSON."""
    profile = read_profile(Document("memory", imported.profile, None), catalog, TODAY)
    for text in (as_yaml(imported), as_json(imported)):
        again = read_profile(read_bytes(text.encode(), "file"), catalog, TODAY)
        assert again == profile
    assert profile.warnings == ()
    return profile
