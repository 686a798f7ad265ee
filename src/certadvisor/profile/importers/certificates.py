"""Adds certificates to a draft, from any source format; what is not certain becomes a question."""

import re
from typing import NamedTuple

from certadvisor.base.blanks import says_nothing
from certadvisor.base.kebab import kebab
from certadvisor.base.scalars import UNKNOWN_DATE
from certadvisor.base.written_dates import is_open_ended, never_expires
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.tokenizer import fold_text
from certadvisor.profile.importers.draft import Draft, DraftEntry
from certadvisor.profile.importers.entries import SourceValue
from certadvisor.profile.importers.recognition import find_mentioned
from certadvisor.profile.matching.dated_names import split_dates
from certadvisor.profile.matching.written_credentials import (
    WrittenCredential,
    is_no_award,
    read_credential,
)

_ABBREVIATION = re.compile(r"(?<!\w)[A-Z][A-Z0-9]{2,}(?:-[A-Z]{1,4}|\+)?(?!\w)")  # as in "Doe, PMP"
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"\s*\|\s*|\s+[\u2013\u2014-]\s+|:\s+")  # "PRINCE2 | Project Management"
_HELD = frozenset(
    """
    active valid current certified earned completed complete obtained issued passed awarded
    accepted verified held in-good-standing good-standing yes true aktiv gultig bestanden actif
    active obtenu activo vigente obtenido ativo valido obtido attivo conseguito actief geldig
    """.split()  # noqa: SIM905  a block of words, not a column
)


class SourceCertificate(NamedTuple):
    """One certificate or badge as a source file gives it."""

    location: str
    name: SourceValue
    issuer: SourceValue
    earned: SourceValue
    expires: SourceValue
    status: SourceValue = SourceValue(None, "")

    @property
    def has_dates(self) -> bool:
        """Whether there is a value in place of one of its dates."""
        return not (is_open_ended(self.earned.value) and is_open_ended(self.expires.value))


def add_certification(
    draft: Draft, certificate: SourceCertificate, *, guess_reason: str = ""
) -> bool:
    """Add a certificate to `certifications`. Returns whether it is a known certification.

    `guess_reason`, if given, marks it as a guess; an unknown one is then not reported, because
    such an entry (an award) need not be a certificate at all.
    """
    certificate = _with_plain_dates(draft, certificate)
    name = draft.read_text(*certificate.name)
    issuer = draft.read_text(*certificate.issuer)
    on = draft.peek_date(certificate.earned.value)
    written = read_credential(name, draft.catalog, issuer=issuer, on=on and on.text)
    if written.is_of_another_issuer and _says_name_again(issuer, written.candidates, draft.catalog):
        issuer = ""
        written = read_credential(name, draft.catalog, on=on and on.text)
    remark = _find_remark(draft, certificate)
    if remark and written.match.ids:
        question = f"“{name}” is marked “{remark}”: do you hold it?"
        remedy = f"if so, add it to `certifications:`: {' or '.join(written.match.ids)}"
        draft.report_question(certificate.location, question, remedy)
        draft.mark_list_incomplete("certifications", f"“{name}” may belong to it")
        return False
    if written.id is None:
        if not guess_reason:
            _report_unmatched(draft, certificate, name, issuer, written)
        return False
    is_dated = certificate.has_dates or written.earned or written.expires
    if not is_dated and _may_be_active(draft, written.id):
        again = "says again what another entry of `certifications` says"
        draft.report_unused(certificate.location, again)
        return True
    entry = DraftEntry()
    if guess_reason:
        entry.set_guessed("id", written.id, guess_reason)
    else:
        entry.set_imported("id", written.id, certificate.name.location)
    _set_validity(draft, entry, certificate, written)
    path = f"certifications[{len(draft.entries('certifications'))}]"
    if draft.add("certifications", entry, certificate.location):
        _ask_for_dates(draft, entry, path, name, certificate)
    return True


def ask_about_mentions(draft: Draft) -> None:
    """Ask whether the person holds what texts outside the certificates name: "P. Doe, PMP".

    A certification among the studies or behind a person's name is no entry, and not nothing.
    """
    held = {entry.fields["id"] for entry in draft.entries("certifications")}
    for value, location, named in draft.mentions:
        text = draft.read_text(value, location)
        abbreviations = " / ".join(_ABBREVIATION.findall(text))
        mentioned = find_mentioned(abbreviations, draft.catalog)
        ids = tuple(id for id in mentioned if id not in held)
        if not mentioned and held.isdisjoint(named):  # one of several: which is the question
            ids = named
        if ids:
            question = f"do you hold what “{text}” names?"
            remedy = f"if so, add it to `certifications:`: {' or '.join(ids)}"
            draft.report_question(location, question, remedy)
            draft.mark_list_incomplete("certifications", f"“{text}” may belong to it")


def _says_name_again(issuer: str, ids: tuple[str, ...], catalog: Catalog) -> bool:
    """Whether the issuer's place has words of the name only: "CSM", subtitle "Scrum Master"."""
    words = set(_WORD.findall(fold_text(issuer)))
    records = (catalog.certifications[id] for id in ids if id in catalog.certifications)
    names = (" ".join((one.abbreviation, one.name, *one.aliases)) for one in records)
    return bool(words) and any(words <= set(_WORD.findall(fold_text(name))) for name in names)


def _may_be_active(draft: Draft, id: str) -> bool:
    """Whether an entry with dates that is not known to have lapsed stands in the draft already."""
    for entry in draft.entries("certifications"):
        days = [entry.fields.get(field, UNKNOWN_DATE) for field in ("earned", "expires")]
        expires = draft.peek_date(entry.fields.get("expires"))
        if entry.fields["id"] == id and any(day != UNKNOWN_DATE for day in days):
            return expires is None or expires.days.last >= draft.today
    return False


def _with_plain_dates(draft: Draft, certificate: SourceCertificate) -> SourceCertificate:
    """Return the entry with the dates in words that stand in place of one date, each in its own.

    "seit 2021", "Issued Jan 2022, expires Jan 2025" and "Dec 2021 - Aug 2026" say which they are.
    """
    for value, other in (
        (certificate.earned, certificate.expires),
        (certificate.expires, certificate.earned),
    ):
        text = value.value
        if not isinstance(text, str) or draft.peek_date(text) or never_expires(text):
            continue
        dated = split_dates(text)
        is_read = not dated.name and UNKNOWN_DATE not in dated
        if not is_read or not is_open_ended(other.value):
            continue
        return certificate._replace(
            earned=SourceValue(dated.earned, value.location),
            expires=SourceValue(dated.expires, value.location),
        )
    return certificate


def _find_remark(draft: Draft, certificate: SourceCertificate) -> str:
    """Return what an entry says beside the name that may mean "not held"; empty where nothing.

    That is a status that is not a word for "held", or a remark in place of the day of award.
    """
    status, earned = certificate.status.value, certificate.earned.value
    if isinstance(status, str) and not says_nothing(status) and kebab(status) not in _HELD:
        return draft.read_text(*certificate.status)
    if not isinstance(earned, str) or says_nothing(earned, is_name=True):
        return ""
    is_remark = not draft.peek_date(earned) and is_no_award(earned)
    return draft.read_text(*certificate.earned) if is_remark else ""


def _report_unmatched(
    draft: Draft,
    certificate: SourceCertificate,
    name: str,
    issuer: str,
    written: WrittenCredential,
) -> None:
    """Report a name without one match: ask which of several, or what a longer text means."""
    ids = written.candidates
    if not written.named and not written.match.version and not written.issuer.is_known:
        ids = tuple(
            id
            for id in find_mentioned(name, draft.catalog)
            if not written.issuer.ids or read_credential(id, draft.catalog, issuer=issuer).id == id
        )
    if not ids and not written.named:
        parts = (part.strip() for part in _PARTS.split(name)) if _PARTS.search(name) else ()
        named = (read_credential(part, draft.catalog, issuer=issuer) for part in parts)
        ids = tuple(dict.fromkeys(id for one in named for id in one.candidates))
    if not name:
        draft.report_unread(certificate.location, "has no name")
        return
    if not ids:
        place = f"{certificate.location} “{name}”"
        draft.report_unused(place, "the catalogue has no such certification")
        if written.issuer.ids:  # theirs, under a name that is not known: perhaps one that is
            draft.mark_list_incomplete("certifications", f"“{name}” may belong to it")
        return
    if written.is_of_another_issuer and issuer:
        question = f"“{issuer}” does not issue it: what do you hold of “{name}”?"
    elif written.match.ids:
        question = f"which certification is “{name}”?"
    else:
        question = f"what do you hold of “{name}”?"
    remedy = f"add it to `certifications:`: {' or '.join(ids)}"
    draft.report_question(certificate.name.location, question, remedy)
    draft.mark_list_incomplete("certifications", f"“{name}” may belong to it")


def _set_validity(
    draft: Draft, entry: DraftEntry, certificate: SourceCertificate, written: WrittenCredential
) -> None:
    """Set the dates: `unknown` for each that cannot be read, and where there is none at all.

    A file that leaves the dates out says nothing about whether the credential is still active.
    A date beside the name counts where the file has none in its place.
    """
    fields = {"earned": certificate.earned, "expires": certificate.expires}
    if isinstance(certificate.expires.value, str) and never_expires(certificate.expires.value):
        fields["expires"] = SourceValue(None, certificate.expires.location)
    for field, beside in (("earned", written.earned), ("expires", written.expires)):
        if is_open_ended(fields[field].value) and beside:
            fields[field] = SourceValue(beside, certificate.name.location)
    days = {field: draft.read_date(*value) for field, value in fields.items()}
    has = {field: not is_open_ended(value.value) for field, value in fields.items()}
    earned, expires = days["earned"], days["expires"]
    if earned and expires and expires.days.last < earned.days.first:
        problem = "comes before the day it was earned; neither was taken"
        draft.report_unread(certificate.expires.location, problem)
        days = {"earned": None, "expires": None}
    has["earned"] = has["earned"] or not has["expires"]
    for field, value in fields.items():
        parsed = days[field]
        if has[field]:
            entry.set_imported(field, parsed.text if parsed else UNKNOWN_DATE, value.location)
            if not parsed and not is_open_ended(value.value):
                entry.unread_values.append(str(value.value))


def _ask_for_dates(
    draft: Draft, entry: DraftEntry, path: str, name: str, certificate: SourceCertificate
) -> None:
    """Ask for the dates of a certificate that lapses and whose dates are not known."""
    fields = [field for field in ("earned", "expires") if entry.fields.get(field) == UNKNOWN_DATE]
    certification = draft.catalog.certifications.get(entry.fields["id"])
    if fields and not (certification and certification.lifetime):
        remedy = f"write {' and '.join(f'`{path}.{field}`' for field in fields)}"
        question = f"when was “{name}” earned, and until when is it valid?"
        draft.report_question(certificate.location, question, remedy)
