"""Adds jobs, certificates and skills to a draft, from any source format."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.base.kebab import kebab
from certadvisor.base.scalars import UNKNOWN_DATE
from certadvisor.profile.importers.dates import ParsedDate, is_open_ended
from certadvisor.profile.importers.draft import Draft, DraftEntry
from certadvisor.profile.importers.recognition import (
    find_mentioned,
    infer_kinds,
    match_issued_credential,
    skills_by_name,
)
from certadvisor.profile.matching.credentials import CredentialMatch


class SourceValue(NamedTuple):
    """A raw value and its location in the file."""

    value: object
    location: str


class SourceJob(NamedTuple):
    """One job as a source file gives it."""

    location: str
    title: SourceValue
    start: SourceValue
    end: SourceValue


class SourceCertificate(NamedTuple):
    """One certificate or badge as a source file gives it."""

    location: str
    name: SourceValue
    issuer: SourceValue
    earned: SourceValue
    expires: SourceValue


def add_job(draft: Draft, job: SourceJob, *, guess_reason: str = "") -> None:
    """Add a job to `work`.

    `guess_reason`, if given, says why such work counts only where its title names a role (a
    volunteer's, a project's); the entry is then marked as a guess, and others are left out.
    """
    entry = DraftEntry()
    title = draft.read_text(*job.title)
    inferred = infer_kinds(title, draft.catalog) if title else None
    if guess_reason and inferred is None:
        draft.report_unused(
            job.location, f"{guess_reason}; its title names no role of the catalogue"
        )
        return
    if title:
        entry.set_imported("title", title, job.title.location)
    if inferred and inferred.reason:
        entry.set_guessed("kinds", list(inferred.kinds), inferred.reason)
    if guess_reason:
        entry.mark_guessed("", guess_reason)
    _set_dates(draft, entry, job)
    if not entry.fields:
        draft.report_unread(job.location, "has neither a title nor a date")
        return
    path = f"work[{len(draft.entries('work'))}]"
    if draft.add("work", entry, job.location):
        _ask_for_missing(draft, entry, path, job, has_kinds=inferred is not None)


def _ask_for_missing(
    draft: Draft, entry: DraftEntry, path: str, job: SourceJob, *, has_kinds: bool
) -> None:
    """Ask for what is missing in a job: its kinds of experience, its dates."""
    title = entry.fields.get("title", "")
    quoted_title = f" as “{title}”" if title else ""
    if not has_kinds:
        remedy = f"write it as `{path}.kinds`, [] where it was no work in projects"
        draft.report_question(job.location, f"what did you do{quoted_title}?", remedy)
    if "start" not in entry.fields:
        remedy = f"write `{path}.start` and, if it is over, `end`"
        draft.report_question(
            job.location, f"from when to when did you work{quoted_title}?", remedy
        )


def _set_dates(draft: Draft, entry: DraftEntry, job: SourceJob) -> None:
    """Set start and end; neither where one of them is invalid."""
    start, end = draft.read_date(*job.start), draft.read_date(*job.end)
    if end is None and not is_open_ended(job.end.value):
        return  # a job without its end would count as ongoing
    if end and not start:
        if is_open_ended(job.start.value):
            draft.report_unread(job.end.location, "has no start beside it, so it was not taken")
        return
    if start and end and end.days.last < start.days.first:
        draft.report_unread(job.end.location, "comes before the start; neither was taken")
        return
    entry.is_ongoing = isinstance(job.end.value, str) and bool(job.end.value.strip()) and not end
    for field, parsed, location in (
        ("start", start, job.start.location),
        ("end", end, job.end.location),
    ):
        if parsed:
            entry.set_imported(field, parsed.text, location)
    if start:
        _mark_bare_years(entry, start, end)


def _mark_bare_years(entry: DraftEntry, start: ParsedDate, end: ParsedDate | None) -> None:
    """Mark dates that give only a year, which are read as the widest range.

    From 2019 to 2020 may be any number of months from 2 (December to January) to 24.
    """
    if start.year_only and end and end.year_only:
        years = end.days.last.year - start.days.first.year
        fewest, most = max(1, 12 * years - 10), 12 * (years + 1)
        reason = f"only the years are told: read as {most} months, may be {fewest}"
        entry.mark_guessed("start", reason)
        entry.mark_guessed("end", reason)
        return
    if start.year_only:
        entry.mark_guessed("start", "only the year is told: read as its first day")
    if end and end.year_only:
        entry.mark_guessed("end", "only the year is told: read as its last day")


def mark_open_ends(draft: Draft) -> None:
    """Mark missing ends as guesses: a job without an end counts as ongoing.

    It is a guess only where a later job exists and the file does not say "Present".
    """
    work = [entry for entry in draft.entries("work") if "start" in entry.fields]
    latest_start = max((entry.fields["start"] for entry in work), default="")
    for entry in work:
        if (
            "end" not in entry.fields
            and not entry.is_ongoing
            and entry.fields["start"] < latest_start
        ):
            entry.mark_guessed(
                "end", "no end is told although a later job begins: taken as going on"
            )


def add_certification(
    draft: Draft, certificate: SourceCertificate, *, guess_reason: str = ""
) -> bool:
    """Add a certificate to `certifications`. Returns whether it is a known certification.

    `guess_reason`, if given, marks it as a guess; an unknown one is then not reported, because
    such an entry (an award) need not be a certificate at all.
    """
    name = draft.read_text(*certificate.name)
    match = match_issued_credential(name, draft.read_text(*certificate.issuer), draft.catalog)
    if match.id is None:
        if guess_reason:
            return False
        _report_unmatched(draft, certificate, name, match)
        return False
    entry = DraftEntry()
    if guess_reason:
        entry.set_guessed("id", match.id, guess_reason)
    else:
        entry.set_imported("id", match.id, certificate.name.location)
    _set_validity(draft, entry, certificate)
    path = f"certifications[{len(draft.entries('certifications'))}]"
    if draft.add("certifications", entry, certificate.location):
        _ask_for_dates(draft, entry, path, name, certificate)
    return True


def _report_unmatched(
    draft: Draft, certificate: SourceCertificate, name: str, match: CredentialMatch
) -> None:
    """Report a name without one match: ask which of several, or what a longer text means."""
    ids = match.ids or (() if match.version else find_mentioned(name, draft.catalog))
    if not name:
        draft.report_unread(certificate.location, "has no name")
    elif not ids:
        draft.report_unused(
            f"{certificate.location} “{name}”", "the catalogue has no such certification"
        )
    else:
        question = (
            f"which certification is “{name}”?" if match.ids else f"what do you hold of “{name}”?"
        )
        draft.report_question(
            certificate.name.location, question, f"add it to `certifications:`: {' or '.join(ids)}"
        )
        draft.mark_list_incomplete("certifications", f"“{name}” may belong to it")


def _set_validity(draft: Draft, entry: DraftEntry, certificate: SourceCertificate) -> None:
    """Set the dates: `unknown` for each that cannot be read, and where there is none at all.

    A file that leaves the dates out says nothing about whether the credential is still active.
    """
    earned, expires = draft.read_date(*certificate.earned), draft.read_date(*certificate.expires)
    has_earned, has_expires = (
        not is_open_ended(value.value) for value in (certificate.earned, certificate.expires)
    )
    if earned and expires and expires.days.last < earned.days.first:
        draft.report_unread(
            certificate.expires.location, "comes before the day it was earned; neither was taken"
        )
        earned = expires = None
    if earned:
        entry.set_imported("earned", earned.text, certificate.earned.location)
    elif has_earned or not has_expires:
        entry.set_imported("earned", UNKNOWN_DATE, certificate.earned.location)
    if expires:
        entry.set_imported("expires", expires.text, certificate.expires.location)
    elif has_expires:
        entry.set_imported("expires", UNKNOWN_DATE, certificate.expires.location)


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


def add_skills(draft: Draft, values: Iterable[SourceValue]) -> None:
    """Add known skills to `skills`, each once; report the others."""
    skill_ids = skills_by_name(draft.catalog)
    for value in values:
        name = draft.read_text(*value)
        if not name:
            continue
        id = skill_ids.get(kebab(name))
        if id is None:
            draft.report_unused(f"{value.location} “{name}”", "the catalogue has no such skill")
            continue
        entry = DraftEntry()
        entry.set_imported("", id, value.location)
        if all(id != other.fields[""] for other in draft.entries("skills")):
            draft.add("skills", entry, value.location)
