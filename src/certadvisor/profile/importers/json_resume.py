"""Importer for JSON Resume, schema 1.x and the files from before it (jsonresume.org/schema).

Other résumé tools write the same sections under other names, and entries as bare words: both
are read (see `resume_names`).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from certadvisor.base.countries import country
from certadvisor.base.written_dates import split_range
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers import resume_names, resume_shapes
from certadvisor.profile.importers.certificates import (
    SourceCertificate,
    add_certification,
    ask_about_mentions,
)
from certadvisor.profile.importers.draft import NOT_IN_PROFILE, PERSONAL, Draft, Mention
from certadvisor.profile.importers.education import SourceEducation, add_education
from certadvisor.profile.importers.entries import (
    OpenEnd,
    SourceJob,
    SourceValue,
    add_job,
    add_skills,
    mark_open_ends,
    with_contract,
)
from certadvisor.profile.importers.result import ImportFormat, ImportResult
from certadvisor.profile.matching.name_lists import split_names

_FILE_METADATA = frozenset(("$schema", "meta"))  # about the file, not the person
_BARE_WORD_FIELDS = {
    "work": "position", "education": "studyType", "certificates": "name", "skills": "name",
}  # fmt: skip
_PRESENT = "present"


def recognises(data: Any) -> bool:
    """Whether this is, or holds, an object with a section of a résumé, under any of its names."""
    return resume_shapes.find_resume(data) is not None


def read_json_resume(
    data: Any, source: str, catalog: Catalog, today: date, duplicate_keys: Iterable[str] = ()
) -> ImportResult:
    """Import a résumé. `duplicate_keys` are the keys that one object contains more than once.

    An empty list is an unused part of a template: the list stays unknown.
    """
    draft = Draft(ImportFormat.JSON_RESUME, source, catalog, today)
    for key in duplicate_keys:
        draft.report_unread(key, "is written twice in one place; the last one was taken")
    resume = resume_shapes.find_resume(data) or {}
    _ResumeReader(resume, draft).read()
    for key, value in data.items() if resume is not data and isinstance(data, dict) else ():
        if value is not resume and _has_value(value):
            draft.report_unused(key, NOT_IN_PROFILE)
    return draft.finish()


class _ResumeReader:
    """Reads one résumé into a draft, with a method for each section."""

    def __init__(self, data: dict[str, Any], draft: Draft) -> None:
        self._data = data
        self._draft = draft
        self._lists: dict[str, list[tuple[str, Any]]] = {}  # of each section, by location
        for section, location, entries in resume_shapes.iter_sections(data):
            self._lists.setdefault(section, []).append((location, entries))

    def read(self) -> None:
        self._read_work()
        self._read_basics()
        self._read_education()
        self._read_certificates()
        ask_about_mentions(self._draft)
        add_skills(
            self._draft,
            (skill for _, skill in self._draft.enumerate_bounded(self._iter_skills(), "skills")),
        )
        for location, value in resume_shapes.iter_others(self._data):
            if _has_value(value):
                self._report_unused(location, value)
                self._mark_list_like(location, value)

    def _mark_list_like(self, location: str, value: object) -> None:
        """Mark the list that a section which was not read may belong to: `earlier experience`."""
        hinted = resume_names.hinted_list(location) if isinstance(value, list | dict) else None
        if hinted:
            self._draft.mark_list_incomplete(hinted, f"`{location}` may belong to it")

    def _read_basics(self) -> None:
        basics = self._data.get("basics")
        if not isinstance(basics, dict):
            if basics is not None:
                self._draft.report_unread("basics", "is not an object")
            return
        for key, value in basics.items():
            if key == "location" and isinstance(value, dict):
                self._read_location(value)
            elif key == "label" and isinstance(value, str) and not self._draft.entries("work"):
                self._draft.mentions.append(Mention(value, f"basics.{key}"))
                self._read_label(value)
            elif _has_value(value):
                if key in ("name", "label") and isinstance(value, str):
                    self._draft.mentions.append(Mention(value, f"basics.{key}"))
                self._draft.report_unused(f"basics.{key}", PERSONAL)

    def _read_label(self, label: str) -> None:
        """The label (a headline) is read as the present job, as a guess, where no job is given."""
        source_location = "basics.label"
        missing = SourceValue(None, source_location)
        job = SourceJob(source_location, SourceValue(label, source_location), missing, missing)
        add_job(
            self._draft,
            job,
            guess_reason="what the person calls themself, taken as the present job",
        )

    def _read_location(self, location: dict[str, Any]) -> None:
        for key, value in location.items():
            source_location = f"basics.location.{key}"
            if key != "countryCode":
                if _has_value(value):
                    self._draft.report_unused(source_location, PERSONAL)
            elif _has_value(value):
                code = self._draft.read_value(country, value, source_location)
                if code:
                    self._draft.set_top_level("country", code, source_location)

    def _read_work(self) -> None:
        for location, entry in self._iter_entries("work"):
            named = self._pick("work", location, entry, "contract").value
            if isinstance(named, str) and resume_names.section_of(named) == "certificates":
                self._lists.setdefault("certificates", []).append((location, [entry]))
                continue  # one timeline for all: "type: certification"
            add_job(self._draft, self._make_job("work", location, entry))
            self._draft.mentions.append(Mention(*self._pick("work", location, entry, "title")))
        mark_open_ends(self._draft)
        for location, entry in self._iter_entries("volunteer"):
            job = self._make_job("volunteer", location, entry)
            add_job(self._draft, job, guess_reason="voluntary work")
        for location, entry in self._iter_entries("projects"):
            self._read_project(location, entry)

    def _read_project(self, location: str, entry: dict[str, Any]) -> None:
        given = self._pick("projects", location, entry, "title")
        roles = [given.value] if isinstance(given.value, str) else given.value
        filled_roles = (
            [role for role in roles if _has_value(role)] if isinstance(roles, list) else []
        )
        if not filled_roles:
            self._draft.report_unused(
                location, "a project that names no role; if you led it, add it as work"
            )
        for index, role in self._draft.enumerate_bounded(filled_roles, given.location):
            job = self._make_job("projects", location, entry)._replace(
                title=SourceValue(role, f"{given.location}[{index}]")
            )
            add_job(self._draft, job, guess_reason="a project, which may be part of a job")

    def _read_education(self) -> None:
        for location, entry in self._iter_entries("education"):
            names = ("degree", "subject", "school")
            degree, subject, school = (
                self._pick("education", location, entry, name) for name in names
            )
            start, end = self._span("education", location, entry)
            status = self._pick("education", location, entry, "status")
            add_education(
                self._draft, SourceEducation(location, degree, subject, school, start, end, status)
            )

    def _read_certificates(self) -> None:
        names = ("name", "issuer", "earned", "expires", "status")
        # Bare words last: a "PMP" that stands elsewhere too is the one with dates.
        self._lists.get("certificates", []).sort(key=lambda one: _is_bare_words(one[1]))
        for location, entry in self._iter_entries("certificates"):
            values = (self._pick("certificates", location, entry, field) for field in names)
            add_certification(self._draft, SourceCertificate(location, *values))
        for location, entry in self._iter_entries("awards"):
            self._read_award(location, entry)

    def _read_award(self, location: str, entry: dict[str, Any]) -> None:
        """An award may be a certificate: before schema 1.0 there was no section for those."""
        names = ("name", "issuer", "earned")
        name, issuer, earned = (self._pick("awards", location, entry, field) for field in names)
        certificate = SourceCertificate(location, name, issuer, earned, SourceValue(None, location))
        if not add_certification(
            self._draft, certificate, guess_reason="an award that has a certification's name"
        ):
            self._draft.report_unused("awards", NOT_IN_PROFILE)

    def _make_job(self, section: str, location: str, entry: dict[str, Any]) -> SourceJob:
        title = self._pick(section, location, entry, "title")
        contract = self._pick(section, location, entry, "contract")
        title = with_contract(title, contract, self._draft.catalog)
        return SourceJob(location, title, *self._span(section, location, entry))

    def _span(
        self, section: str, location: str, entry: dict[str, Any]
    ) -> tuple[SourceValue, SourceValue]:
        """Start and end, also from one field that has both, or from a flag for "present"."""
        start, end = (self._pick(section, location, entry, name) for name in ("start", "end"))
        span = self._pick(section, location, entry, "span")
        if isinstance(span.value, dict):
            return self._span(section, span.location, span.value)
        if isinstance(span.value, str) and not (_has_value(start.value) or _has_value(end.value)):
            start, end = _split_span(span, end)
            if section != "education" and start is span and self._draft.peek_date(span.value):
                end = SourceValue(OpenEnd.ONE_DATE, span.location)  # perhaps all of the job
        ongoing = self._pick(section, location, entry, "ongoing")
        if isinstance(ongoing.value, bool) and end.value in (None, "", OpenEnd.ONE_DATE):
            end = SourceValue(_PRESENT if ongoing.value else OpenEnd.OVER, ongoing.location)
        return start, end

    def _pick(self, section: str, location: str, entry: dict[str, Any], field: str) -> SourceValue:
        """The value of the first of a field's names that has one; at its own name if none has."""
        keys = [key for key in entry if resume_names.field_of(section, key) == field]
        keys.sort(key=lambda key: resume_names.rank_of(section, field, key))
        filled = [key for key in keys if _has_value(entry[key])]
        own_name = resume_names.FIELDS[section][field][0]
        key = (*filled, *keys, own_name)[0]
        value = resume_names.date_text(entry.get(key))
        if field == "subject" and isinstance(value, list):
            value = ", ".join(str(word).strip() for word in value)
        return SourceValue(value, f"{location}.{key}")

    def _iter_skills(self) -> Iterable[SourceValue]:
        for location, entry in self._iter_entries("skills"):
            name = self._pick("skills", location, entry, "name")
            if name.value is not None:
                yield name
            keywords = entry.get("keywords")
            if isinstance(keywords, list):
                for index, word in self._draft.enumerate_bounded(keywords, f"{location}.keywords"):
                    yield SourceValue(word, f"{location}.keywords[{index}]")
            elif _has_value(keywords):
                self._draft.report_unread(f"{location}.keywords", "is not a list")

    def _iter_entries(self, section: str) -> Iterable[tuple[str, dict[str, Any]]]:
        """The objects of a section with their locations. Anything else in it is reported."""
        for key, value in self._lists.get(section, ()):
            entries = _list_entries(section, value)
            if entries is None:
                self._draft.report_unread(key, "is not a list")
                continue
            for index, entry in self._draft.enumerate_bounded(entries, key):
                location = key if key.endswith("]") else f"{key}[{index}]"
                if isinstance(entry, dict):
                    fields = resume_shapes.flatten_entry(section, entry)
                    self._report_unused_keys(section, key, fields)
                    yield location, fields
                elif isinstance(entry, str) and entry and section in _BARE_WORD_FIELDS:
                    yield location, {_BARE_WORD_FIELDS[section]: entry}
                elif _has_value(entry):
                    self._draft.report_unread(location, "is not an object")

    def _report_unused_keys(self, section: str, key: str, entry: dict[str, Any]) -> None:
        for name, value in entry.items():
            if _has_value(value) and resume_names.field_of(section, name) is None:
                self._draft.report_unused(f"{key}.{name}", NOT_IN_PROFILE)

    def _report_unused(self, section: str, value: object) -> None:
        reason = "about the file" if section in _FILE_METADATA else NOT_IN_PROFILE
        self._draft.report_unused(section, reason, len(value) if isinstance(value, list) else 1)


def _list_entries(section: str, value: Any) -> list[Any] | None:
    """The entries of a section: a list, names in one text, or one entry; None for others."""
    if isinstance(value, str) and section in _BARE_WORD_FIELDS:
        return split_names(value)
    if isinstance(value, dict) and any(resume_names.field_of(section, name) for name in value):
        return [value]  # one entry, without the list around it
    return value if isinstance(value, list) else [] if value is None else None


def _is_bare_words(entries: object) -> bool:
    return isinstance(entries, str) or (
        isinstance(entries, list) and all(isinstance(entry, str) for entry in entries)
    )


def _split_span(span: SourceValue, end: SourceValue) -> tuple[SourceValue, SourceValue]:
    """Both ends of a range ("2015 - 2018") in one field; a text that is none is the first one."""
    parts = split_range(str(span.value))
    if parts is None:
        return span, end
    return SourceValue(parts[0], span.location), SourceValue(parts[1], span.location)


def _has_value(value: Any) -> bool:
    """Whether there is a value: templates are full of empty ones."""
    return value not in (None, "", [], {})
