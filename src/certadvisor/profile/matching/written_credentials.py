"""A certification as people write it: the record, the dates beside its name, and its issuer.

One reader for options, profiles, the interview, imports and tables.
"""

import re
from datetime import date
from typing import NamedTuple

from certadvisor.base.partial_date import PartialDate
from certadvisor.catalog.names import name_key
from certadvisor.catalog.records import Catalog
from certadvisor.profile.matching.credentials import CredentialMatch, match_credential
from certadvisor.profile.matching.dated_names import split_dates
from certadvisor.profile.matching.degrees import says_unfinished
from certadvisor.profile.matching.issuers import NamedIssuer, read_issuer

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


class WrittenCredential(NamedTuple):
    """What a text names, with the dates in it (`unknown` for one that has no one reading).

    `candidates` are the certifications to ask about where `match` has no id. `named` are those
    with this name, also of another issuer or from after the day on which it was earned.
    """

    match: CredentialMatch
    named: tuple[str, ...]
    candidates: tuple[str, ...]
    issuer: NamedIssuer
    earned: str | None
    expires: str | None

    @property
    def id(self) -> str | None:
        """The one certification; None where that is a question, or there is none."""
        return self.match.id

    @property
    def is_of_another_issuer(self) -> bool:
        """Whether the name fits, and the issuer that is named does not."""
        return not self.match.ids and bool(self.candidates)


def read_credential(
    text: str, catalog: Catalog, *, issuer: str = "", on: str | None = None
) -> WrittenCredential:
    """Read a certification. `on` is the day on which it was earned, as a profile writes it.

    An issuer that is not the catalogue's leaves no id: the text may mean something else.
    """
    if text in catalog.certifications:  # its own id is never ambiguous
        match = CredentialMatch(text, (text,), None, ambiguous=False)
        return WrittenCredential(match, match.ids, match.ids, NamedIssuer(None), None, None)
    whole = match_credential(text, catalog)
    dated = split_dates(text, own_years=_years_in_names(whole.ids, catalog))
    match = match_credential(dated.name, catalog) if dated.name != text else whole
    if not match.ids and whole.ids:
        match = whole
    named = read_issuer(issuer, catalog)
    of_issuer = tuple(id for id in match.ids if _admits(named, id, catalog))
    ids = of_issuer
    is_settled = not match.ambiguous or (bool(named.ids) and len(ids) == 1)
    # What did not exist on that day is ruled out. What is left is still a question: editions
    # before those of the catalogue were in use at the same time.
    ids = ids if is_settled else _obtainable(ids, on or dated.earned, catalog)
    is_settled = is_settled and "?" not in text  # a question of the person's own: "PMP?"
    settled = match._replace(ids=ids, ambiguous=bool(ids) and not is_settled)
    candidates = settled.ids or (() if named.is_known or of_issuer else match.ids)
    return WrittenCredential(settled, match.ids, candidates, named, dated.earned, dated.expires)


def is_no_award(text: str) -> bool:
    """Whether a text in place of the day of an award is a remark: "planned", "exam in March 2027".

    Then it is not known whether the certification is held. Anything else that cannot be read is
    taken for a day.
    """
    if not any(letter.isalpha() for letter in text):
        return False
    return not any(letter.isdigit() for letter in text) or says_unfinished(text)


def is_elsewhere(text: str, catalog: Catalog) -> bool:
    """Whether this is the name of a well-known certification that the catalogue does not have."""
    names = catalog.raw_record("titles", "credentials").get("elsewhere", ())
    return name_key(text) in set(map(name_key, names))


def _admits(named: NamedIssuer, id: str, catalog: Catalog) -> bool:
    certification = catalog.certifications.get(id)  # None: a name without a record
    return named.ids is None or (
        bool(named.ids) if certification is None else certification.issuer in named.ids
    )


def _obtainable(ids: tuple[str, ...], on: str | None, catalog: Catalog) -> tuple[str, ...]:
    """Those of several that existed by the day on which it was earned."""
    try:
        day = PartialDate.parse(on or "").last
    except ValueError:
        return ids
    return tuple(id for id in ids if (first := _first_day(id, catalog)) is None or first <= day)


def _first_day(id: str, catalog: Catalog) -> date | None:
    certification = catalog.certifications.get(id)
    return certification.statuses[0].since if certification and certification.statuses else None


def _years_in_names(ids: tuple[str, ...], catalog: Catalog) -> frozenset[str]:
    records = (catalog.certifications[id] for id in ids if id in catalog.certifications)
    names = (name for one in records for name in (one.abbreviation, one.name, *one.aliases))
    return frozenset(year for name in names for year in _YEAR.findall(name))
