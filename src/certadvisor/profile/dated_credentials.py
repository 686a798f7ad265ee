"""A person's credential from the text that names it, with the dates beside the name."""

from datetime import date

from certadvisor.base.scalars import is_unknown_date, partial_date
from certadvisor.profile.matching.ids import IdResolver
from certadvisor.profile.model import Credential


def make_credential(id: str, name: str, resolver: IdResolver, today: date) -> Credential:
    """Return the credential of this id, with the dates that stand beside its name.

    Raises ValueParseError for a date out of bounds.
    """
    if resolver.is_own_name(name) or not any(char.isdigit() for char in name):
        return Credential(id)
    written = resolver.read_written(name)
    parse = partial_date(today)
    earned, expires = (
        None if day is None or is_unknown_date(day) else parse(day)
        for day in (written.earned, written.expires)
    )
    return Credential(
        id,
        earned and earned.first,
        expires and expires.last,
        earned_unknown=is_unknown_date(written.earned),
        expires_unknown=is_unknown_date(written.expires),
    )
