"""Adds jobs, certificates and skills to a draft, from any source format."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from certadvisor.base.kebab import kebab
from certadvisor.base.written_dates import is_open_ended, is_present
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.dates import ParsedDate
from certadvisor.profile.importers.draft import Draft, DraftEntry
from certadvisor.profile.importers.recognition import infer_kinds, skills_by_name
from certadvisor.profile.matching.job_titles import limits_job


class SourceValue(NamedTuple):
    """A raw value and its location in the file."""

    value: object
    location: str


class OpenEnd(Enum):
    """An end of a job that is there and says no day, with what the report says."""

    OVER = "is over, and no end is given"
    ONE_DATE = "may be the start of the job or the whole of it"


class SourceJob(NamedTuple):
    """One job as a source file gives it."""

    location: str
    title: SourceValue
    start: SourceValue
    end: SourceValue


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


def with_contract(title: SourceValue, contract: SourceValue, catalog: Catalog) -> SourceValue:
    """Return the title with the kind of contract behind it, if that limits what the job gives.

    A "project manager" by an apprentice's contract learns it.
    """
    if not isinstance(title.value, str) or not isinstance(contract.value, str):
        return title
    if not title.value or not limits_job(contract.value, catalog):
        return title
    return title._replace(value=f"{title.value} ({contract.value.strip(' ()')})")


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
    if isinstance(job.end.value, OpenEnd):
        draft.report_unread(job.end.location, f"{job.end.value.value}; no date was taken")
        entry.unread_values = [str(job.start.value)]
        return
    start, end = draft.read_date(*job.start), draft.read_date(*job.end)
    entry.unread_values = [
        str(value.value) for value in (job.start, job.end) if not is_open_ended(value.value)
    ]
    if end is None and not is_open_ended(job.end.value):
        return  # a job without its end would count as ongoing
    if end and not start:
        if is_open_ended(job.start.value):
            draft.report_unread(job.end.location, "has no start, so it was not used")
        return
    if start and end and end.days.last < start.days.first:
        draft.report_unread(job.end.location, "comes before the start; neither was taken")
        return
    entry.unread_values = []
    entry.is_ongoing = isinstance(job.end.value, str) and is_present(job.end.value)
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
        reason = f"only the years are given: read as {most} months, may be {fewest}"
        entry.mark_guessed("start", reason)
        entry.mark_guessed("end", reason)
        return
    if start.year_only:
        entry.mark_guessed("start", "only the year is given: read as its first day")
    if end and end.year_only:
        entry.mark_guessed("end", "only the year is given: read as its last day")


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
                "end", "no end is given although a later job begins: assumed to be ongoing"
            )


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
