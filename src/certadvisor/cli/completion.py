"""Shell completion: ids that start with the typed text, each with its name."""

from collections.abc import Iterable

import typer

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import DEGREES
from certadvisor.errors import CertadvisorError

Words = list[tuple[str, str]]


def certifications(ctx: typer.Context, incomplete: str) -> Words:
    """Ids of certifications."""
    catalog = _catalog(ctx)
    found = catalog.certifications.values() if catalog else ()
    return _begun(((one.id, one.name) for one in found), incomplete)


def records(ctx: typer.Context, incomplete: str) -> Words:
    """Ids of everything that `show` can show: certifications, roles, levels and skills."""
    catalog = _catalog(ctx)
    if catalog is None:
        return []
    found = [(one.id, one.name) for one in catalog.certifications.values()]
    found += [(role.id, role.title) for role in catalog.roles.values()]
    found += [(id, f"{id} level") for id in catalog.pages("levels")]
    return _begun([*found, *catalog.skills.items()], incomplete)


def roles(ctx: typer.Context, incomplete: str) -> Words:
    """Ids of roles."""
    catalog = _catalog(ctx)
    found = catalog.roles.values() if catalog else ()
    return _begun(((role.id, role.title) for role in found), incomplete)


def aims(ctx: typer.Context, incomplete: str) -> Words:
    """Ids of what `plan --to` accepts: certifications and roles."""
    return [*certifications(ctx, incomplete), *roles(ctx, incomplete)]


def kinds(ctx: typer.Context, incomplete: str) -> Words:
    """Kinds of experience, each with the `=` that follows it."""
    catalog = _catalog(ctx)
    found = catalog.kinds.values() if catalog else ()
    return _begun(((f"{kind.id}=", kind.name) for kind in found), incomplete)


def issuers(ctx: typer.Context, incomplete: str) -> Words:
    """Ids of issuers."""
    catalog = _catalog(ctx)
    return _begun(catalog.issuers.items() if catalog else (), incomplete)


def disciplines(ctx: typer.Context, incomplete: str) -> Words:
    """Disciplines of certifications."""
    catalog = _catalog(ctx)
    found = catalog.certifications.values() if catalog else ()
    names = sorted({discipline for one in found for discipline in one.disciplines})
    return _begun(((name, "") for name in names), incomplete)


def factors(ctx: typer.Context, incomplete: str) -> Words:
    """Factors of the score, each with the `=` that follows it."""
    catalog = _catalog(ctx)
    names = catalog.tables.weights if catalog else ()
    return _begun(((f"{name}=", "") for name in names), incomplete)


def degrees(incomplete: str) -> Words:
    """Levels of degrees."""
    return _begun(((degree, "") for degree in DEGREES), incomplete)


def _begun(words: Iterable[tuple[str, str]], incomplete: str) -> Words:
    start = incomplete.casefold()
    return [(id, name) for id, name in words if id.startswith(start)]


def _catalog(ctx: typer.Context) -> Catalog | None:
    """Load the catalogue; None where it has faults, for a shell is no place to report them."""
    from certadvisor.catalog.loader import load_catalog

    try:
        return load_catalog(tuple(ctx.params.get("catalog") or ()))
    except CertadvisorError:
        return None
