"""Which certifications a role asks for, in a country or anywhere."""

from certadvisor.catalog.records import Role


def wanted_in(role: Role, country: str | None) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The certifications preferred and helpful, and whether those of the country stand first.

    What a country names comes before what the others do, and nothing twice.
    """
    here = role.local.get(country or "")
    first, second = here or ((), ())
    preferred = tuple(dict.fromkeys(first or role.preferred))
    others = (*second, *(role.preferred if first else ()), *role.helpful)
    helpful = tuple(id for id in dict.fromkeys(others) if id not in preferred)
    return preferred, helpful, here is not None
