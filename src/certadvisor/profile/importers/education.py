"""Adds degrees to a draft, from any source format."""

import re
from typing import NamedTuple

from certadvisor.base.scalars import UNKNOWN_DATE
from certadvisor.base.written_dates import is_open_ended, is_present
from certadvisor.profile.importers.dates import ParsedDate
from certadvisor.profile.importers.draft import NOT_IN_PROFILE, Draft, DraftEntry, Mention
from certadvisor.profile.importers.entries import SourceValue
from certadvisor.profile.matching.credentials import match_credential
from certadvisor.profile.matching.dated_names import split_dates
from certadvisor.profile.matching.degrees import DegreeLevel, parse_degree_level, says_unfinished

_ENTRY_NUMBER = re.compile(r"\[[0-9]+\]| line [0-9]+")  # the number of an entry in a location


class SourceEducation(NamedTuple):
    """One education entry as a source file gives it."""

    location: str
    degree: SourceValue
    subject: SourceValue
    school: SourceValue
    start: SourceValue
    end: SourceValue
    status: SourceValue = SourceValue(None, "")


class _FoundLevel(NamedTuple):
    """A level, the text that gave it, and whether that was the subject."""

    level: DegreeLevel
    text: str
    from_subject: bool = False


def add_education(draft: Draft, education: SourceEducation) -> None:
    """Add a degree to `education`. Without a known level, or without an award, ask instead."""
    degree, subject = draft.read_text(*education.degree), draft.read_text(*education.subject)
    found = _find_level(draft, education, degree, subject)
    label = degree or subject or draft.read_text(*education.school) or "this education"
    if found is None or found.level.degree is None:
        _ask_for_level(draft, education, label, found.level.doubt if found else "")
        return
    level = found.level
    beside = split_dates(degree)
    end_value = education.end
    if is_open_ended(end_value.value) and not _is_going_on(education):
        written = beside.expires or beside.earned
        end_value = SourceValue(written, education.degree.location) if written else end_value
    end = draft.read_date(*end_value)
    unfinished = level.unfinished or any(
        isinstance(value.value, str) and says_unfinished(value.value)
        for value in (education.status, education.subject, education.school, end_value)
    )
    is_unread = end is None and not is_open_ended(end_value.value) and not unfinished
    if not is_unread and not _has_award(draft, education, end_value, end, unfinished=unfinished):
        remedy = f"add {level.degree} to `education:` with `awarded:`, a day to come if need be"
        draft.report_question(education.location, f"when is “{label}” awarded?", remedy)
        draft.mark_list_incomplete("education", "it may lack a degree without a day of award")
        return
    entry = DraftEntry()
    if level.doubt:
        entry.set_guessed("degree", level.degree, f"“{found.text}” {level.doubt}")
    else:
        entry.set_imported("degree", level.degree, education.degree.location)
    _set_field(entry, education, subject, found)
    path = f"education[{len(draft.entries('education'))}].awarded"
    if is_unread:
        entry.set_imported("awarded", UNKNOWN_DATE, end_value.location)
        entry.unread_values.append(str(end_value.value))
        draft.report_question(education.location, f"when was “{label}” awarded?", f"write `{path}`")
    else:
        _set_award(draft, entry, end_value, end)
    if end and end.days.first > draft.today:
        draft.mark_list_incomplete("education", "it may lack a degree from before one to come")
    if draft.add("education", entry, education.location):
        for value in (education.school, education.start):
            if not is_open_ended(value.value):
                draft.report_unused(_ENTRY_NUMBER.sub("", value.location), NOT_IN_PROFILE)


def _ask_for_level(draft: Draft, education: SourceEducation, label: str, doubt: str) -> None:
    """Ask for the level of a degree, unless the text names a certification."""
    for value in (education.degree, education.subject):
        text = draft.read_text(*value)
        ids = match_credential(text, draft.catalog).ids if text else ()
        if ids:
            draft.mentions.append(Mention(text, value.location, ids))
            return
    reason = doubt or "is not a degree we recognise"
    remedy = "add it to `education:` as secondary, associate, bachelor, master or doctorate"
    question = f"“{label}” {reason}; did it lead to one, of which level?"
    draft.report_question(education.location, question, remedy)
    draft.mark_list_incomplete("education", "it may lack a degree that the import could not read")


def _find_level(
    draft: Draft, education: SourceEducation, degree: str, subject: str
) -> _FoundLevel | None:
    """The level from the text of the degree, else of the subject, else the name of the school."""
    degree_level = parse_degree_level(degree) if degree else None
    if degree_level and (degree_level.degree or degree_level.unfinished):
        return _FoundLevel(degree_level, degree)
    subject_level = parse_degree_level(subject) if subject else None
    if subject_level and subject_level.degree:
        return _FoundLevel(subject_level, subject, from_subject=True)
    school = draft.read_text(*education.school)
    school_level = parse_degree_level(school)
    if not degree and school_level and school_level.degree == "secondary":
        return _FoundLevel(DegreeLevel("secondary", "is a school of that level"), school)
    return _FoundLevel(degree_level, degree) if degree_level else None


def _is_going_on(education: SourceEducation) -> bool:
    """Whether the end says that the studies go on, or a start stands there without an end."""
    end = education.end.value
    return (isinstance(end, str) and is_present(end)) or not is_open_ended(education.start.value)


def _has_award(
    draft: Draft,
    education: SourceEducation,
    end_value: SourceValue,
    end: ParsedDate | None,
    *,
    unfinished: bool,
) -> bool:
    """Whether the degree was awarded, or has a date in the future on which it will be."""
    if end and end.days.last > draft.today:
        return True
    if end is None and (not is_open_ended(end_value.value) or _is_going_on(education)):
        return False  # an end that could not be read, or none yet
    return not unfinished


def _set_field(
    entry: DraftEntry, education: SourceEducation, subject: str, found: _FoundLevel
) -> None:
    """Set the field of study: as it stands, unless its text names the degree too."""
    field = (found.level.subject if found.from_subject else subject) or found.level.subject
    if field:
        location = (
            education.subject.location if education.subject.value else education.degree.location
        )
        entry.set_imported("field", field, location)


def _set_award(
    draft: Draft, entry: DraftEntry, end_value: SourceValue, end: ParsedDate | None
) -> None:
    if end is None:
        entry.mark_guessed("awarded", "no award date is given: assumed to be awarded already")
        return
    entry.set_imported("awarded", end.text, end_value.location)
    if end.days.first <= draft.today < end.days.last:
        entry.mark_guessed(
            "awarded", "taken as awarded already; write the day if it is still to come"
        )
