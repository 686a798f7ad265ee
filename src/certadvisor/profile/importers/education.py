"""Adds degrees to a draft, from any source format."""

import re
from typing import NamedTuple

from certadvisor.profile.importers.dates import When, is_open
from certadvisor.profile.importers.degrees import Level, level_of
from certadvisor.profile.importers.draft import NO_PART, Draft, Entry
from certadvisor.profile.importers.entries import Cell

_NUMBER = re.compile(r"\[[0-9]+\]| line [0-9]+")  # the number of an entry in a location


class Study(NamedTuple):
    """One education entry as a source file gives it."""

    place: str
    degree: Cell
    subject: Cell
    school: Cell
    start: Cell
    end: Cell


def take_study(draft: Draft, study: Study) -> None:
    """Add a degree to `education`. Without a known level, or without an award, ask instead."""
    degree, subject = draft.text(*study.degree), draft.text(*study.subject)
    level = _level(draft, study, degree, subject)
    named = degree or subject or draft.text(*study.school) or "this education"
    if level is None or level.degree is None:
        why = level.doubt if level and level.doubt else "is no degree that is known here"
        remedy = "add it to `education:` as secondary, associate, bachelor, master or doctorate"
        draft.ask(study.place, f"“{named}” {why}; did it lead to one, of which level?", remedy)
        draft.doubt_list("education", "it may lack a degree that the import could not read")
        return
    end = draft.day(*study.end)
    if not _awarded(draft, study, level, end):
        remedy = f"add {level.degree} to `education:` with `awarded:`, a day to come if need be"
        draft.ask(study.place, f"when is “{named}” awarded?", remedy)
        draft.doubt_list("education", "it may lack a degree without a day of award")
        return
    entry = Entry()
    if level.doubt:
        entry.guess("degree", level.degree, f"“{named}” {level.doubt}")
    else:
        entry.take("degree", level.degree, study.degree.place)
    _field(entry, study, subject, level)
    _award(draft, entry, study, end)
    if draft.add("education", entry, study.place):
        for cell in (study.school, study.start):
            if not is_open(cell.value):
                draft.unused(_NUMBER.sub("", cell.place), NO_PART)


def _level(draft: Draft, study: Study, degree: str, subject: str) -> Level | None:
    """The level from the text of the degree, else of the subject, else the name of the school."""
    told = level_of(degree) if degree else None
    if told and (told.degree or told.unfinished):
        return told
    inside = level_of(subject) if subject else None
    if inside and inside.degree:
        return inside
    school = level_of(draft.text(*study.school))
    if not degree and school and school.degree == "secondary":
        return Level("secondary", "is a school of that level")
    return told


def _awarded(draft: Draft, study: Study, level: Level, end: When | None) -> bool:
    """Whether the degree was awarded, or has a date in the future on which it will be."""
    if end and end.days.last > draft.today:
        return True
    begun_only = is_open(study.end.value) and not is_open(study.start.value)
    return not level.unfinished and not begun_only


def _field(entry: Entry, study: Study, subject: str, level: Level) -> None:
    if subject and level.subject != subject:
        inside = level_of(subject)
        subject = inside.subject if inside and inside.degree else subject
    subject = subject or level.subject
    if subject:
        place = study.subject.place if study.subject.value else study.degree.place
        entry.take("field", subject, place)


def _award(draft: Draft, entry: Entry, study: Study, end: When | None) -> None:
    if end is None:
        told = "could not be read" if not is_open(study.end.value) else "is not told"
        entry.doubt("awarded", f"the day of the award {told}: taken as awarded already")
        return
    entry.take("awarded", end.text, study.end.place)
    if end.days.first <= draft.today < end.days.last:
        entry.doubt("awarded", "taken as awarded already; write the day if it is still to come")
