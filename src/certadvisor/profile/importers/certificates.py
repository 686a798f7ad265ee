"""Adds certificates to a draft, from any source format; what is not certain becomes a question."""

from typing import NamedTuple

from certadvisor.base.scalars import UNKNOWN_DATE
from certadvisor.base.written_dates import is_open_ended, never_expires
from certadvisor.profile.importers.draft import Draft, DraftEntry
from certadvisor.profile.importers.entries import SourceValue
from certadvisor.profile.importers.recognition import find_mentioned
from certadvisor.profile.matching.written_credentials import WrittenCredential, read_credential


class SourceCertificate(NamedTuple):
    """One certificate or badge as a source file gives it."""

    location: str
    name: SourceValue
    issuer: SourceValue
    earned: SourceValue
    expires: SourceValue


def add_certification(
    draft: Draft, certificate: SourceCertificate, *, guess_reason: str = ""
) -> bool:
    """Add a certificate to `certifications`. Returns whether it is a known certification.

    `guess_reason`, if given, marks it as a guess; an unknown one is then not reported, because
    such an entry (an award) need not be a certificate at all.
    """
    name = draft.read_text(*certificate.name)
    issuer = draft.read_text(*certificate.issuer)
    on = draft.peek_date(certificate.earned.value)
    written = read_credential(name, draft.catalog, issuer=issuer, on=on and on.text)
    if written.id is None:
        if not guess_reason:
            _report_unmatched(draft, certificate, name, issuer, written)
        return False
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


def ask_about_mentioned(draft: Draft, text: str, location: str) -> tuple[str, ...]:
    """Ask whether the person holds what a text outside the certificates names; return the ids.

    A certification among the studies or behind a person's name is no entry, and not nothing.
    """
    held = {entry.fields["id"] for entry in draft.entries("certifications")}
    ids = tuple(id for id in find_mentioned(text, draft.catalog) if id not in held)
    if ids:
        question = f"do you hold what “{text}” names?"
        remedy = f"if so, add it to `certifications:`: {' or '.join(ids)}"
        draft.report_question(location, question, remedy)
        draft.mark_list_incomplete("certifications", f"“{text}” may belong to it")
    return ids


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
