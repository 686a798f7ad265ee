"""The certifications that employers expect for a role, by country."""

from certadvisor.catalog.records import Role


def certifications_for_role(
    role: Role, country: str | None
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The preferred ids, the helpful ids, and whether the country has lists of its own.

    The country's own preferred ids replace the general ones, which then count
    as helpful. No id appears twice.
    """
    local = role.local.get(country or "")
    local_preferred, local_helpful = local or ((), ())
    preferred = tuple(dict.fromkeys(local_preferred or role.preferred))
    others = (*local_helpful, *(role.preferred if local_preferred else ()), *role.helpful)
    helpful = tuple(id for id in dict.fromkeys(others) if id not in preferred)
    return preferred, helpful, local is not None
