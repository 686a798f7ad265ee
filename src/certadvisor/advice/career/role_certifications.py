"""The certifications that employers expect for a role, by country."""

from typing import NamedTuple

from certadvisor.catalog.records import LocalPreferences, Role

_NO_LISTS = LocalPreferences((), (), ())


class RoleCertifications(NamedTuple):
    """The certifications preferred and helpful for a role in one country; no id twice.

    `is_local` says whether the country has lists of its own, and `sourced` has the ids for
    which a source says so. The others are our judgement.
    """

    preferred: tuple[str, ...]
    helpful: tuple[str, ...]
    is_local: bool
    sourced: frozenset[str]


def certifications_for_role(role: Role, country: str | None) -> RoleCertifications:
    """The certifications for a role.

    The country's own preferred ids replace the general ones, which then count
    as helpful. What its lists name has the basis that they give.
    """
    local = role.local.get(country or "")
    own = local or _NO_LISTS
    preferred = tuple(dict.fromkeys(own.preferred or role.preferred))
    others = (*own.helpful, *(role.preferred if own.preferred else ()), *role.helpful)
    helpful = tuple(id for id in dict.fromkeys(others) if id not in preferred)
    general = set(role.sourced).difference(own.preferred, own.helpful)
    return RoleCertifications(
        preferred, helpful, local is not None, frozenset(general | set(own.sourced))
    )
