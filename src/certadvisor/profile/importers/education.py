"""Adds degrees to a draft, from any source format."""

import re
from typing import NamedTuple

from certadvisor.base.written_dates import is_open_ended
from certadvisor.profile.importers.dates import ParsedDate
from certadvisor.profile.importers.degrees import DegreeLevel, parse_degree_level
from certadvisor.profile.importers.draft import NOT_IN_PROFILE, Draft, DraftEntry
from certadvisor.profile.importers.entries import SourceValue

_ENTRY_NUMBER = re.compile(r"\[[0-9]+\]| line [0-9]+")  # the number of an entry in a location


class SourceEducation(NamedTuple):
    """One education entry as a source file gives it."""

    location: str
    degree: SourceValue
    subject: SourceValue
    school: SourceValue
    start: SourceValue
    end: SourceValue


def add_education(draft: Draft, education: SourceEducation) -> None:
    """Add a degree to `education`. Without a known level, or without an award, ask instead."""
    degree, subject = draft.read_text(*education.degree), draft.read_text(*education.subject)
    level = _find_level(draft, education, degree, subject)
    label = degree or subject or draft.read_text(*education.school) or "this education"
    if level is None or level.degree is None:
        reason = level.doubt if level and level.doubt else "is no degree that is known here"
        remedy = "add it to `education:` as secondary, associate, bachelor, master or doctorate"
        draft.report_question(
            education.location, f"“{label}” {reason}; did it lead to one, of which level?", remedy
        )
        draft.mark_list_incomplete(
            "education", "it may lack a degree that the import could not read"
        )
        return
    end = draft.read_date(*education.end)
    if not _has_award(draft, education, level, end):
        remedy = f"add {level.degree} to `education:` with `awarded:`, a day to come if need be"
        draft.report_question(education.location, f"when is “{label}” awarded?", remedy)
        draft.mark_list_incomplete("education", "it may lack a degree without a day of award")
        return
    entry = DraftEntry()
    if level.doubt:
        entry.set_guessed("degree", level.degree, f"“{label}” {level.doubt}")
    else:
        entry.set_imported("degree", level.degree, education.degree.location)
    _set_field(entry, education, subject, level)
    _set_award(draft, entry, education, end)
    if draft.add("education", entry, education.location):
        for value in (education.school, education.start):
            if not is_open_ended(value.value):
                draft.report_unused(_ENTRY_NUMBER.sub("", value.location), NOT_IN_PROFILE)


def _find_level(
    draft: Draft, education: SourceEducation, degree: str, subject: str
) -> DegreeLevel | None:
    """The level from the text of the degree, else of the subject, else the name of the school."""
    degree_level = parse_degree_level(degree) if degree else None
    if degree_level and (degree_level.degree or degree_level.unfinished):
        return degree_level
    subject_level = parse_degree_level(subject) if subject else None
    if subject_level and subject_level.degree:
        return subject_level
    school_level = parse_degree_level(draft.read_text(*education.school))
    if not degree and school_level and school_level.degree == "secondary":
        return DegreeLevel("secondary", "is a school of that level")
    return degree_level


def _has_award(
    draft: Draft, education: SourceEducation, level: DegreeLevel, end: ParsedDate | None
) -> bool:
    """Whether the degree was awarded, or has a date in the future on which it will be."""
    if end and end.days.last > draft.today:
        return True
    has_start_only = is_open_ended(education.end.value) and not is_open_ended(education.start.value)
    return not level.unfinished and not has_start_only


def _set_field(
    entry: DraftEntry, education: SourceEducation, subject: str, level: DegreeLevel
) -> None:
    if subject and level.subject != subject:
        subject_level = parse_degree_level(subject)
        subject = subject_level.subject if subject_level and subject_level.degree else subject
    subject = subject or level.subject
    if subject:
        location = (
            education.subject.location if education.subject.value else education.degree.location
        )
        entry.set_imported("field", subject, location)


def _set_award(
    draft: Draft, entry: DraftEntry, education: SourceEducation, end: ParsedDate | None
) -> None:
    if end is None:
        problem = "could not be read" if not is_open_ended(education.end.value) else "is not told"
        entry.mark_guessed("awarded", f"the day of the award {problem}: taken as awarded already")
        return
    entry.set_imported("awarded", end.text, education.end.location)
    if end.days.first <= draft.today < end.days.last:
        entry.mark_guessed(
            "awarded", "taken as awarded already; write the day if it is still to come"
        )
