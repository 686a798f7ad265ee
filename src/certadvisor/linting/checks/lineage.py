"""Checks that lineage is recorded on both sides: if A replaces B, B is replaced by A."""

from collections.abc import Iterator
from datetime import date

from certadvisor.catalog.definitions.certification import Certification
from certadvisor.linting.finding import Noted
from certadvisor.linting.sources import Shelf

_MIRRORS = {
    "replaces": ("replaced_by", "lopsided-lineage"),
    "replaced_by": ("replaces", "lopsided-lineage"),
    "same_level_as": ("same_level_as", "lopsided-level"),
}


def check(shelf: Shelf, _: date) -> Iterator[Noted]:
    """Yield one-sided lineage between records under test; those underneath cannot be fixed here."""
    records = {cert.id: cert for cert in shelf.certifications.certifications}
    for cert in records.values():
        for name, (mirror, code) in _MIRRORS.items():
            for id in getattr(cert.lineage, name):
                other = records.get(id)
                if other and shelf.is_own(id):
                    yield from _mirrored(cert, name, other, mirror, code)
        for id in set(cert.lineage.absorbs) & set(cert.lineage.same_level_as):
            problem = f"both absorbs `{id}` and stands at its level"
            yield Noted(
                "absorbed-equal", "certifications", cert.id, ("lineage",), problem, "keep one"
            )


def _mirrored(
    cert: Certification, name: str, other: Certification, mirror: str, code: str
) -> Iterator[Noted]:
    if cert.id == other.id:
        if name == "same_level_as":  # `cycles` reports the others
            problem = "stands at its own level"
            yield Noted(code, "certifications", cert.id, ("lineage", name), problem, "remove it")
    elif cert.id not in getattr(other.lineage, mirror):
        problem = f"names `{other.id}`, which does not name it under `{mirror}`"
        remedy = f"write `{mirror}: [{cert.id}]` there, or remove it here"
        yield Noted(code, "certifications", cert.id, ("lineage", name), problem, remedy)
