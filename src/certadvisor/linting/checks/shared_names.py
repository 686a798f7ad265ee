"""Checks for names that belong to more than one record."""

from collections.abc import Iterable, Iterator
from datetime import date

from certadvisor.catalog.names import name_key
from certadvisor.linting.finding import Noted
from certadvisor.linting.sources import Shelf


def check(shelf: Shelf, _: date) -> Iterator[Noted]:
    """Yield names used twice; only certifications may share a name, with a `shared_names` entry."""
    yield from _certifications(shelf)
    for collection in ("roles", "skills", "kinds"):
        yield from _others(shelf, collection)


def _certifications(shelf: Shelf) -> Iterator[Noted]:
    apart: dict[str, set[str]] = {}
    for shared in shelf.certifications.shared_names:
        apart.setdefault(name_key(shared.name), set()).update(shared.candidates)
    first: dict[str, str] = {}
    for cert in shelf.certifications.certifications:
        first.setdefault(name_key(cert.id), cert.id)
    for cert in shelf.certifications.certifications:
        written = ((None, cert.abbreviation), (None, cert.name), *enumerate(cert.aliases))
        seen: set[str] = set()
        for at, name in written:
            path = ("aliases", at) if at is not None else ("abbreviation",)
            if at is not None and name.casefold() in seen:
                problem = f"“{name}” is named already"
                yield Noted("alias-twice", "certifications", cert.id, path, problem, "remove it")
            seen.add(name.casefold())
            other = first.setdefault(name_key(name), cert.id)
            if other != cert.id and not {cert.id, other} <= apart.get(name_key(name), set()):
                problem = f"“{name}” is a name of `{other}` too"
                remedy = "tell them apart under `shared_names:`, with the question to ask"
                yield Noted("shared-name", "certifications", cert.id, path, problem, remedy)


def _others(shelf: Shelf, collection: str) -> Iterator[Noted]:
    first: dict[str, str] = {}
    for record in getattr(shelf.roles, collection):
        own = getattr(record, "title", None) or record.name
        seen: set[str] = set()
        for at, name in _with_places(own, record.aliases):
            path = ("aliases", at) if at is not None else ("id",)
            other = first.setdefault(name_key(name), record.id)
            if other != record.id:
                problem = f"“{name}” is a name of `{other}` too"
                yield Noted(
                    "alias-of-two", collection, record.id, path, problem, "keep one of them"
                )
            elif at is not None and name.casefold() in seen:
                problem = f"“{name}” is named already"
                yield Noted("alias-twice", collection, record.id, path, problem, "remove it")
            seen.add(name.casefold())


def _with_places(own: str, aliases: Iterable[str]) -> Iterator[tuple[int | None, str]]:
    yield None, own
    yield from enumerate(aliases)
