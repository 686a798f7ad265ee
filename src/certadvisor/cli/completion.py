"""Shell completion: ids that start with the typed text, each with its name."""

from collections.abc import Iterable

import typer

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import DEGREES
from certadvisor.errors import CertadvisorError

Completions = list[tuple[str, str]]


def certifications(ctx: typer.Context, incomplete: str) -> Completions:
    """Ids of certifications."""
    catalog = _load_catalog(ctx)
    entries = catalog.certifications.values() if catalog else ()
    return _matching(((one.id, one.name) for one in entries), incomplete)


def records(ctx: typer.Context, incomplete: str) -> Completions:
    """Ids of everything that `show` can show: certifications, roles, levels and skills."""
    catalog = _load_catalog(ctx)
    if catalog is None:
        return []
    entries = [(one.id, one.name) for one in catalog.certifications.values()]
    entries += [(role.id, role.title) for role in catalog.roles.values()]
    entries += [(id, f"{id} level") for id in catalog.raw_records("levels")]
    return _matching([*entries, *catalog.skills.items()], incomplete)


def roles(ctx: typer.Context, incomplete: str) -> Completions:
    """Ids of roles."""
    catalog = _load_catalog(ctx)
    entries = catalog.roles.values() if catalog else ()
    return _matching(((role.id, role.title) for role in entries), incomplete)


def goals(ctx: typer.Context, incomplete: str) -> Completions:
    """Ids of what `plan --to` accepts: certifications and roles."""
    return [*certifications(ctx, incomplete), *roles(ctx, incomplete)]


def kinds(ctx: typer.Context, incomplete: str) -> Completions:
    """Kinds of experience, each with the `=` that follows it."""
    catalog = _load_catalog(ctx)
    entries = catalog.kinds.values() if catalog else ()
    return _matching(((f"{kind.id}=", kind.name) for kind in entries), incomplete)


def issuers(ctx: typer.Context, incomplete: str) -> Completions:
    """Ids of issuers."""
    catalog = _load_catalog(ctx)
    return _matching(catalog.issuers.items() if catalog else (), incomplete)


def disciplines(ctx: typer.Context, incomplete: str) -> Completions:
    """Disciplines of certifications."""
    catalog = _load_catalog(ctx)
    entries = catalog.certifications.values() if catalog else ()
    names = sorted({discipline for one in entries for discipline in one.disciplines})
    return _matching(((name, "") for name in names), incomplete)


def factors(ctx: typer.Context, incomplete: str) -> Completions:
    """Factors of the score, each with the `=` that follows it."""
    catalog = _load_catalog(ctx)
    names = catalog.tables.weights if catalog else ()
    return _matching(((f"{name}=", "") for name in names), incomplete)


def degrees(incomplete: str) -> Completions:
    """Levels of degrees."""
    return _matching(((degree, "") for degree in DEGREES), incomplete)


def _matching(completions: Iterable[tuple[str, str]], incomplete: str) -> Completions:
    start = incomplete.casefold()
    return [(id, name) for id, name in completions if id.startswith(start)]


def _load_catalog(ctx: typer.Context) -> Catalog | None:
    """Load the catalogue; None where it has faults, for a shell is no place to report them."""
    from certadvisor.catalog.loader import load_catalog

    try:
        return load_catalog(tuple(ctx.params.get("catalog") or ()))
    except CertadvisorError:
        return None
