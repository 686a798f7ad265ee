"""The certifications that employers expect for a role, by country."""

from certadvisor.catalog.records import Role


def wanted_in(role: Role, country: str | None) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The preferred ids, the helpful ids, and whether the country has lists of its own.

    The country's own preferred ids replace the general ones, which then count
    as helpful. No id appears twice.
    """
    here = role.local.get(country or "")
    first, second = here or ((), ())
    preferred = tuple(dict.fromkeys(first or role.preferred))
    others = (*second, *(role.preferred if first else ()), *role.helpful)
    helpful = tuple(id for id in dict.fromkeys(others) if id not in preferred)
    return preferred, helpful, here is not None
