"""What tests of imports share: a résumé or an export in one line, and its answers."""

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
    """A JSON Resume of these sections, imported."""
    return import_bytes(json.dumps(sections).encode(), "resume.json", catalog, TODAY)


def packed(tables: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tables.items():
            archive.writestr(name, content)
    return made.getvalue()


def export(catalog: Catalog, **tables: str) -> Imported:
    """A LinkedIn export of these tables, imported from its ZIP."""
    raw = packed({f"{name}.csv": text for name, text in tables.items()})
    return import_bytes(raw, "export.zip", catalog, TODAY)


def lines(imported: Imported, about: About) -> list[str]:
    """The report's lines about one thing."""
    return [f"{line.place}: {line.text}" for line in imported.lines(about)]


def read(imported: Imported, catalog: Catalog) -> ReadProfile:
    """The profile as the engine has it; written as YAML and as JSON it is the same one."""
    profile = read_profile(Document("memory", imported.profile, None), catalog, TODAY)
    for text in (as_yaml(imported), as_json(imported)):
        again = read_profile(read_bytes(text.encode(), "file"), catalog, TODAY)
        assert again == profile
    assert profile.warnings == ()
    return profile
