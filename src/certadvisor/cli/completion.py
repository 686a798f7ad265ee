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


def topics(ctx: typer.Context, incomplete: str) -> Completions:
    """Topics of training that rules ask for, each with the `=` that follows it."""
    catalog = _load_catalog(ctx)
    names = sorted(catalog.ids_asked_for("training")) if catalog else ()
    return _matching(((f"{name}=", "") for name in names), incomplete)


def changes(ctx: typer.Context, incomplete: str) -> Completions:
    """Changes of `--what-if`: the first word of each, then what can stand behind it."""
    catalog = _load_catalog(ctx)
    if catalog is None:
        return []
    phrases = {
        "+12 months": [(kind.id, kind.name) for kind in catalog.kinds.values()],
        "holds": [(one.id, one.name) for one in catalog.certifications.values()],
        "degree": [(degree, "") for degree in DEGREES],
        "training": [(f"{topic} 35h", "") for topic in catalog.ids_asked_for("training")],
        "course": [(course, "") for course in catalog.ids_asked_for("course")],
        "member": list(catalog.issuers.items()),
    }
    verb = next((one for one in phrases if incomplete.startswith(f"{one} ")), None)
    if verb is None:
        return _matching(((f"{one} ", "") for one in phrases), incomplete)
    return _matching(((f"{verb} {id}", name) for id, name in phrases[verb]), incomplete)


def countries(incomplete: str) -> Completions:
    """Codes of countries in the case that is typed, each with its English name."""
    from certadvisor.base.countries import english_names  # needed for no answer

    names = english_names().items()
    written = str.lower if incomplete.islower() else str.upper
    return [(written(code), name) for code, name in names if written(code).startswith(incomplete)]


def mappings(incomplete: str) -> Completions:
    """Names of the built-in mappings; the shell itself completes files."""
    from certadvisor.people.builtin_mappings import builtin_mapping_names

    return _matching(((name, "") for name in builtin_mapping_names()), incomplete)


def schemas(incomplete: str) -> Completions:
    """Names of the files that `catalog schema` describes."""
    from certadvisor.linting.schemas import NAMES

    return _matching(((name, "") for name in NAMES), incomplete)


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
    """Load the catalogue; None where it has faults, for a shell is not a place to report them."""
    from certadvisor.catalog.loader import load_catalog

    try:
        return load_catalog(tuple(ctx.params.get("catalog") or ()))
    except CertadvisorError:
        return None
