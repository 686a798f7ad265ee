"""Adds jobs, certificates and skills to a draft, from any source format."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.base.scalars import kebab
from certadvisor.profile.importers.dates import When, is_open
from certadvisor.profile.importers.draft import Draft, Entry
from certadvisor.profile.importers.recognition import (
    certification_of,
    kinds_of,
    mentioned_in,
    skills_by_name,
)
from certadvisor.profile.matching.credentials import CredentialMatch


class Cell(NamedTuple):
    """A raw value and its location in the file."""

    value: object
    place: str


class Job(NamedTuple):
    """One job as a source file gives it."""

    place: str
    title: Cell
    start: Cell
    end: Cell


class Badge(NamedTuple):
    """One certificate or badge as a source file gives it."""

    place: str
    name: Cell
    issuer: Cell
    earned: Cell
    expires: Cell


def take_job(draft: Draft, job: Job, *, aside: str = "") -> None:
    """Add a job to `work`.

    `guess_reason`, if given, says why such work counts only where its title names a role (a
    volunteer's, a project's); the entry is then marked as a guess, and others are left out.
    """
    entry = Entry()
    title = draft.text(*job.title)
    known = kinds_of(title, draft.catalog) if title else None
    if aside and known is None:
        draft.unused(job.place, f"{aside}; its title names no role of the catalogue")
        return
    if title:
        entry.take("title", title, job.title.place)
    if known and known.reason:
        entry.guess("kinds", list(known.kinds), known.reason)
    if aside:
        entry.doubt("", aside)
    _dates(draft, entry, job)
    if not entry.fields:
        draft.unread(job.place, "has neither a title nor a date")
        return
    path = f"work[{len(draft.entries('work'))}]"
    if draft.add("work", entry, job.place):
        _ask(draft, entry, path, job, told=known is not None)


def _ask(draft: Draft, entry: Entry, path: str, job: Job, *, told: bool) -> None:
    """Ask for what is missing in a job: its kinds of experience, its dates."""
    title = entry.fields.get("title", "")
    named = f" as “{title}”" if title else ""
    if not told:
        remedy = f"write it as `{path}.kinds`, [] where it was no work in projects"
        draft.ask(job.place, f"what did you do{named}?", remedy)
    if "start" not in entry.fields:
        remedy = f"write `{path}.start` and, if it is over, `end`"
        draft.ask(job.place, f"from when to when did you work{named}?", remedy)


def _dates(draft: Draft, entry: Entry, job: Job) -> None:
    """Set start and end; neither where one of them is invalid."""
    start, end = draft.day(*job.start), draft.day(*job.end)
    if end is None and not is_open(job.end.value):
        return  # a job without its end would count as ongoing
    if end and not start:
        if is_open(job.start.value):
            draft.unread(job.end.place, "has no start beside it, so it was not taken")
        return
    if start and end and end.days.last < start.days.first:
        draft.unread(job.end.place, "comes before the start; neither was taken")
        return
    entry.goes_on = isinstance(job.end.value, str) and bool(job.end.value.strip()) and not end
    for field, day, place in (("start", start, job.start.place), ("end", end, job.end.place)):
        if day:
            entry.take(field, day.text, place)
    if start:
        _doubt_years(entry, start, end)


def _doubt_years(entry: Entry, start: When, end: When | None) -> None:
    """Mark dates that give only a year, which are read as the widest range.

    From 2019 to 2020 may be any number of months from 2 (December to January) to 24.
    """
    if start.year_only and end and end.year_only:
        years = end.days.last.year - start.days.first.year
        few, most = max(1, 12 * years - 10), 12 * (years + 1)
        reason = f"only the years are told: read as {most} months, may be {few}"
        entry.doubt("start", reason)
        entry.doubt("end", reason)
        return
    if start.year_only:
        entry.doubt("start", "only the year is told: read as its first day")
    if end and end.year_only:
        entry.doubt("end", "only the year is told: read as its last day")


def doubt_open_ends(draft: Draft) -> None:
    """Mark missing ends as guesses: a job without an end counts as ongoing.

    It is a guess only where a later job exists and the file does not say "Present".
    """
    work = [entry for entry in draft.entries("work") if "start" in entry.fields]
    latest = max((entry.fields["start"] for entry in work), default="")
    for entry in work:
        if "end" not in entry.fields and not entry.goes_on and entry.fields["start"] < latest:
            entry.doubt("end", "no end is told although a later job begins: taken as going on")


def take_badge(draft: Draft, badge: Badge, *, aside: str = "") -> bool:
    """Add a certificate to `certifications`. Returns whether it is a known certification.

    `guess_reason`, if given, marks it as a guess; an unknown one is then not reported, because
    such an entry (an award) need not be a certificate at all.
    """
    name = draft.text(*badge.name)
    found = certification_of(name, draft.text(*badge.issuer), draft.catalog)
    if found.id is None:
        if aside:
            return False
        _ask_which(draft, badge, name, found)
        return False
    entry = Entry()
    if aside:
        entry.guess("id", found.id, aside)
    else:
        entry.take("id", found.id, badge.name.place)
    _validity(draft, entry, badge)
    draft.add("certifications", entry, badge.place)
    return True


def _ask_which(draft: Draft, badge: Badge, name: str, found: CredentialMatch) -> None:
    """Report a name without one match: ask which of several, or what a longer text means."""
    ids = found.ids or (() if found.version else mentioned_in(name, draft.catalog))
    if not name:
        draft.unread(badge.place, "has no name")
    elif not ids:
        draft.unused(f"{badge.place} “{name}”", "the catalogue has no such certification")
    else:
        told = (
            f"which certification is “{name}”?" if found.ids else f"what do you hold of “{name}”?"
        )
        draft.ask(badge.name.place, told, f"add it to `certifications:`: {' or '.join(ids)}")
        draft.doubt_list("certifications", f"“{name}” may belong to it")


def _validity(draft: Draft, entry: Entry, badge: Badge) -> None:
    earned, expires = draft.day(*badge.earned), draft.day(*badge.expires)
    if earned and expires and expires.days.last < earned.days.first:
        draft.unread(badge.expires.place, "comes before the day it was earned; neither was taken")
        return
    if earned:
        entry.take("earned", earned.text, badge.earned.place)
    if expires:
        entry.take("expires", expires.text, badge.expires.place)
    elif not is_open(badge.expires.value):
        entry.doubt("expires", "its last day could not be read")


def take_skills(draft: Draft, cells: Iterable[Cell]) -> None:
    """Add known skills to `skills`, each once; report the others."""
    known = skills_by_name(draft.catalog)
    for cell in cells:
        name = draft.text(*cell)
        if not name:
            continue
        id = known.get(kebab(name))
        if id is None:
            draft.unused(f"{cell.place} “{name}”", "the catalogue has no such skill")
            continue
        entry = Entry()
        entry.take("", id, cell.place)
        if all(id != other.fields[""] for other in draft.entries("skills")):
            draft.add("skills", entry, cell.place)
