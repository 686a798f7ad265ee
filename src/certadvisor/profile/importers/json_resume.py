"""Importer for JSON Resume, schema 1.x and the files from before it (jsonresume.org/schema)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from certadvisor.base.countries import country
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.certificates import SourceCertificate, add_certification
from certadvisor.profile.importers.draft import NOT_IN_PROFILE, PERSONAL, Draft
from certadvisor.profile.importers.education import SourceEducation, add_education
from certadvisor.profile.importers.entries import (
    SourceJob,
    SourceValue,
    add_job,
    add_skills,
    mark_open_ends,
)
from certadvisor.profile.importers.result import ImportFormat, ImportResult

SECTIONS = (
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications",
    "skills", "languages", "interests", "references", "projects",
)  # fmt: skip
_FILE_METADATA = frozenset(("$schema", "meta"))  # about the file, not the person

# The keys of an entry that are used. Any other key with a value is reported.
_USED_KEYS = {
    "work": ("position", "title", "startDate", "endDate"),
    "volunteer": ("position", "startDate", "endDate"),
    "projects": ("roles", "startDate", "endDate"),
    "education": ("studyType", "area", "institution", "startDate", "endDate"),
    "certificates": ("name", "issuer", "date", "expires", "endDate"),
    "awards": ("title", "awarder", "date"),
    "skills": ("name", "keywords"),
}


def recognises(data: Any) -> bool:
    """Whether this is an object with at least one section of a JSON Resume."""
    return isinstance(data, dict) and any(section in data for section in SECTIONS)


def read_json_resume(
    data: Any, source: str, catalog: Catalog, today: date, duplicate_keys: Iterable[str] = ()
) -> ImportResult:
    """Import a résumé. `duplicate_keys` are the keys that one object contains more than once.

    An empty list is an unused part of a template: the list stays unknown.
    """
    draft = Draft(ImportFormat.JSON_RESUME, source, catalog, today)
    for key in duplicate_keys:
        draft.report_unread(key, "is written twice in one place; the last one was taken")
    reader = _ResumeReader(data if isinstance(data, dict) else {}, draft)
    reader.read()
    return draft.finish()


class _ResumeReader:
    """Reads one résumé into a draft, with a method for each section."""

    def __init__(self, data: dict[str, Any], draft: Draft) -> None:
        self._data = data
        self._draft = draft

    def read(self) -> None:
        self._read_work()
        self._read_basics()
        self._read_education()
        self._read_certificates()
        add_skills(
            self._draft,
            (skill for _, skill in self._draft.enumerate_bounded(self._iter_skills(), "skills")),
        )
        for section in self._data:
            if section not in (*_USED_KEYS, "basics") and _has_value(self._data[section]):
                self._report_unused(section)

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
                self._read_label(value)
            elif _has_value(value):
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
            title_key = "position" if _has_value(entry.get("position")) else "title"
            add_job(self._draft, _make_job(location, entry, title_key))
        mark_open_ends(self._draft)
        for location, entry in self._iter_entries("volunteer"):
            add_job(
                self._draft, _make_job(location, entry, "position"), guess_reason="voluntary work"
            )
        for location, entry in self._iter_entries("projects"):
            self._read_project(location, entry)

    def _read_project(self, location: str, entry: dict[str, Any]) -> None:
        roles = entry.get("roles")
        filled_roles = (
            [role for role in roles if _has_value(role)] if isinstance(roles, list) else []
        )
        if not filled_roles:
            self._draft.report_unused(
                location, "a project that names no role; if you led it, add it as work"
            )
        for index, role in self._draft.enumerate_bounded(filled_roles, f"{location}.roles"):
            job = _make_job(location, entry, "roles")._replace(
                title=SourceValue(role, f"{location}.roles[{index}]")
            )
            add_job(self._draft, job, guess_reason="a project, which may be part of a job")

    def _read_education(self) -> None:
        for location, entry in self._iter_entries("education"):
            values = [
                SourceValue(entry.get(key), f"{location}.{key}")
                for key in ("studyType", "area", "institution", "startDate", "endDate")
            ]
            add_education(self._draft, SourceEducation(location, *values))

    def _read_certificates(self) -> None:
        for location, entry in self._iter_entries("certificates"):
            expiry_key = "expires" if _has_value(entry.get("expires")) else "endDate"
            keys = ("name", "issuer", "date", expiry_key)
            values = [SourceValue(entry.get(key), f"{location}.{key}") for key in keys]
            add_certification(self._draft, SourceCertificate(location, *values))
        for location, entry in self._iter_entries("awards"):
            self._read_award(location, entry)

    def _read_award(self, location: str, entry: dict[str, Any]) -> None:
        """An award may be a certificate: before schema 1.0 there was no section for those."""
        keys = ("title", "awarder", "date", "")  # an award has no last day
        certificate = SourceCertificate(
            location, *(SourceValue(entry.get(key), f"{location}.{key}") for key in keys)
        )
        if not add_certification(
            self._draft, certificate, guess_reason="an award that has a certification's name"
        ):
            self._draft.report_unused("awards", NOT_IN_PROFILE)

    def _iter_skills(self) -> Iterable[SourceValue]:
        for location, entry in self._iter_entries("skills"):
            if "name" in entry:
                yield SourceValue(entry["name"], f"{location}.name")
            keywords = entry.get("keywords")
            if isinstance(keywords, list):
                for index, word in self._draft.enumerate_bounded(keywords, f"{location}.keywords"):
                    yield SourceValue(word, f"{location}.keywords[{index}]")
            elif _has_value(keywords):
                self._draft.report_unread(f"{location}.keywords", "is not a list")

    def _iter_entries(self, section: str) -> Iterable[tuple[str, dict[str, Any]]]:
        """The objects of a section with their locations. Anything else in it is reported."""
        entries = self._data.get(section)
        if entries is not None and not isinstance(entries, list):
            self._draft.report_unread(section, "is not a list")
        for index, entry in self._draft.enumerate_bounded(
            entries if isinstance(entries, list) else (), section
        ):
            location = f"{section}[{index}]"
            if isinstance(entry, dict):
                for key, value in entry.items():
                    if key not in _USED_KEYS[section] and _has_value(value):
                        self._draft.report_unused(f"{section}.{key}", NOT_IN_PROFILE)
                yield location, entry
            elif section == "skills" and isinstance(entry, str):
                yield location, {"name": entry}
            elif _has_value(entry):
                self._draft.report_unread(location, "is not an object")

    def _report_unused(self, section: str) -> None:
        value = self._data[section]
        reason = "about the file" if section in _FILE_METADATA else NOT_IN_PROFILE
        self._draft.report_unused(section, reason, len(value) if isinstance(value, list) else 1)


def _make_job(location: str, entry: dict[str, Any], title_key: str) -> SourceJob:
    values = [
        SourceValue(entry.get(key), f"{location}.{key}")
        for key in (title_key, "startDate", "endDate")
    ]
    return SourceJob(location, *values)


def _has_value(value: Any) -> bool:
    """Whether there is a value: templates are full of empty ones."""
    return value not in (None, "", [], {})
