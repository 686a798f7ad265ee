"""Checks for names that belong to more than one record."""

from collections.abc import Iterable, Iterator
from datetime import date

from certadvisor.catalog.names import name_key
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield names used twice; only certifications may share a name, with a `shared_names` entry."""
    yield from _check_certifications(sources)
    for collection in ("roles", "skills", "kinds"):
        yield from _check_collection(sources, collection)


def _check_certifications(sources: CatalogSources) -> Iterator[RawFinding]:
    candidates_by_name: dict[str, set[str]] = {}
    for shared in sources.certifications.shared_names:
        candidates_by_name.setdefault(name_key(shared.name), set()).update(shared.candidates)
    first_owner: dict[str, str] = {}
    for cert in sources.certifications.certifications:
        first_owner.setdefault(name_key(cert.id), cert.id)
    for cert in sources.certifications.certifications:
        names = ((None, cert.abbreviation), (None, cert.name), *enumerate(cert.aliases))
        seen: set[str] = set()
        for index, name in names:
            path = ("aliases", index) if index is not None else ("abbreviation",)
            if index is not None and name.casefold() in seen:
                problem = f"“{name}” is named already"
                yield RawFinding(
                    "alias-twice", "certifications", cert.id, path, problem, "remove it"
                )
            seen.add(name.casefold())
            other = first_owner.setdefault(name_key(name), cert.id)
            if other != cert.id and not {cert.id, other} <= candidates_by_name.get(
                name_key(name), set()
            ):
                problem = f"“{name}” is a name of `{other}` too"
                remedy = "distinguish them under `shared_names:`, with the question to ask"
                yield RawFinding("shared-name", "certifications", cert.id, path, problem, remedy)


def _check_collection(sources: CatalogSources, collection: str) -> Iterator[RawFinding]:
    first_owner: dict[str, str] = {}
    for record in getattr(sources.roles, collection):
        main_name = getattr(record, "title", None) or record.name
        seen: set[str] = set()
        for index, name in _enumerate_names(main_name, record.aliases):
            path = ("aliases", index) if index is not None else ("id",)
            other = first_owner.setdefault(name_key(name), record.id)
            if other != record.id:
                problem = f"“{name}” is a name of `{other}` too"
                yield RawFinding(
                    "alias-of-two", collection, record.id, path, problem, "keep one of them"
                )
            elif index is not None and name.casefold() in seen:
                problem = f"“{name}” is named already"
                yield RawFinding("alias-twice", collection, record.id, path, problem, "remove it")
            seen.add(name.casefold())


def _enumerate_names(main_name: str, aliases: Iterable[str]) -> Iterator[tuple[int | None, str]]:
    yield None, main_name
    yield from enumerate(aliases)
