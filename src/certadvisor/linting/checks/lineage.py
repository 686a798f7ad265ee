"""Checks that lineage is recorded on both sides: if A replaces B, B is replaced by A."""

from collections.abc import Iterator
from datetime import date

from certadvisor.catalog.definitions.certification import Certification
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources

_MIRRORS = {
    "replaces": ("replaced_by", "lopsided-lineage"),
    "replaced_by": ("replaces", "lopsided-lineage"),
    "same_level_as": ("same_level_as", "lopsided-level"),
}


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield one-sided lineage between records under test; those underneath cannot be fixed here."""
    records = {cert.id: cert for cert in sources.certifications.certifications}
    for cert in records.values():
        for name, (mirror, code) in _MIRRORS.items():
            for id in getattr(cert.lineage, name):
                other = records.get(id)
                if other and sources.is_under_test(id):
                    yield from _check_mirror(cert, name, other, mirror, code)
        for id in set(cert.lineage.absorbs) & set(cert.lineage.same_level_as):
            problem = f"both absorbs `{id}` and stands at its level"
            yield RawFinding(
                "absorbed-equal", "certifications", cert.id, ("lineage",), problem, "keep one"
            )


def _check_mirror(
    cert: Certification, name: str, other: Certification, mirror: str, code: str
) -> Iterator[RawFinding]:
    if cert.id == other.id:
        if name == "same_level_as":  # `cycles` reports the others
            problem = "stands at its own level"
            yield RawFinding(
                code, "certifications", cert.id, ("lineage", name), problem, "remove it"
            )
    elif cert.id not in getattr(other.lineage, mirror):
        problem = f"names `{other.id}`, which does not name it under `{mirror}`"
        remedy = f"write `{mirror}: [{cert.id}]` there, or remove it here"
        yield RawFinding(code, "certifications", cert.id, ("lineage", name), problem, remedy)
