"""Importer for JSON Resume, schema 1.x and the files from before it (jsonresume.org/schema)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from certadvisor.base.countries import country
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.draft import NO_PART, PERSONAL, Draft
from certadvisor.profile.importers.education import Study, take_study
from certadvisor.profile.importers.entries import (
    Badge,
    Cell,
    Job,
    doubt_open_ends,
    take_badge,
    take_job,
    take_skills,
)
from certadvisor.profile.importers.result import Imported

FORM = "json-resume"
SECTIONS = (
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications",
    "skills", "languages", "interests", "references", "projects",
)  # fmt: skip
_ASIDE = frozenset(("$schema", "meta"))  # about the file, not the person

# The keys of an entry that are used. Any other key with a value is reported.
_USED = {
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
    data: Any, source: str, catalog: Catalog, today: date, twice: Iterable[str] = ()
) -> Imported:
    """Import a résumé. `duplicate_keys` are the keys that one object contains more than once.

    An empty list is an unused part of a template: the list stays unknown.
    """
    draft = Draft(FORM, source, catalog, today)
    for key in twice:
        draft.unread(key, "is written twice in one place; the last one was taken")
    resume = _Resume(data if isinstance(data, dict) else {}, draft)
    resume.read()
    return draft.finish()


class _Resume:
    """Reads one résumé into a draft, with a method for each section."""

    def __init__(self, data: dict[str, Any], draft: Draft) -> None:
        self._data = data
        self._draft = draft

    def read(self) -> None:
        self._work()
        self._basics()
        self._education()
        self._certificates()
        take_skills(self._draft, (cell for _, cell in self._draft.first(self._skills(), "skills")))
        for section in self._data:
            if section not in (*_USED, "basics") and _filled(self._data[section]):
                self._unused(section)

    def _basics(self) -> None:
        basics = self._data.get("basics")
        if not isinstance(basics, dict):
            if basics is not None:
                self._draft.unread("basics", "is not an object")
            return
        for key, value in basics.items():
            if key == "location" and isinstance(value, dict):
                self._location(value)
            elif key == "label" and isinstance(value, str) and not self._draft.entries("work"):
                self._label(value)
            elif _filled(value):
                self._draft.unused(f"basics.{key}", PERSONAL)

    def _label(self, label: str) -> None:
        """The label (a headline) is read as the present job, as a guess, where no job is given."""
        place = "basics.label"
        missing = Cell(None, place)
        job = Job(place, Cell(label, place), missing, missing)
        take_job(self._draft, job, aside="what the person calls themself, taken as the present job")

    def _location(self, location: dict[str, Any]) -> None:
        for key, value in location.items():
            place = f"basics.location.{key}"
            if key != "countryCode":
                if _filled(value):
                    self._draft.unused(place, PERSONAL)
            elif _filled(value):
                code = self._draft.read(country, value, place)
                if code:
                    self._draft.single("country", code, place)

    def _work(self) -> None:
        for place, entry in self._entries("work"):
            title = "position" if _filled(entry.get("position")) else "title"
            take_job(self._draft, _job(place, entry, title))
        doubt_open_ends(self._draft)
        for place, entry in self._entries("volunteer"):
            take_job(self._draft, _job(place, entry, "position"), aside="voluntary work")
        for place, entry in self._entries("projects"):
            self._project(place, entry)

    def _project(self, place: str, entry: dict[str, Any]) -> None:
        roles = entry.get("roles")
        told = [role for role in roles if _filled(role)] if isinstance(roles, list) else []
        if not told:
            self._draft.unused(place, "a project that names no role; if you led it, add it as work")
        for at, role in self._draft.first(told, f"{place}.roles"):
            job = _job(place, entry, "roles")._replace(title=Cell(role, f"{place}.roles[{at}]"))
            take_job(self._draft, job, aside="a project, which may be part of a job")

    def _education(self) -> None:
        for place, entry in self._entries("education"):
            cells = [
                Cell(entry.get(key), f"{place}.{key}")
                for key in ("studyType", "area", "institution", "startDate", "endDate")
            ]
            take_study(self._draft, Study(place, *cells))

    def _certificates(self) -> None:
        for place, entry in self._entries("certificates"):
            until = "expires" if _filled(entry.get("expires")) else "endDate"
            keys = ("name", "issuer", "date", until)
            cells = [Cell(entry.get(key), f"{place}.{key}") for key in keys]
            take_badge(self._draft, Badge(place, *cells))
        for place, entry in self._entries("awards"):
            self._award(place, entry)

    def _award(self, place: str, entry: dict[str, Any]) -> None:
        """An award may be a certificate: before schema 1.0 there was no section for those."""
        keys = ("title", "awarder", "date", "")  # an award has no last day
        badge = Badge(place, *(Cell(entry.get(key), f"{place}.{key}") for key in keys))
        if not take_badge(self._draft, badge, aside="an award that has a certification's name"):
            self._draft.unused("awards", NO_PART)

    def _skills(self) -> Iterable[Cell]:
        for place, entry in self._entries("skills"):
            if "name" in entry:
                yield Cell(entry["name"], f"{place}.name")
            keywords = entry.get("keywords")
            if isinstance(keywords, list):
                for at, word in self._draft.first(keywords, f"{place}.keywords"):
                    yield Cell(word, f"{place}.keywords[{at}]")
            elif _filled(keywords):
                self._draft.unread(f"{place}.keywords", "is not a list")

    def _entries(self, section: str) -> Iterable[tuple[str, dict[str, Any]]]:
        """The objects of a section with their locations. Anything else in it is reported."""
        found = self._data.get(section)
        if found is not None and not isinstance(found, list):
            self._draft.unread(section, "is not a list")
        for at, entry in self._draft.first(found if isinstance(found, list) else (), section):
            place = f"{section}[{at}]"
            if isinstance(entry, dict):
                for key, value in entry.items():
                    if key not in _USED[section] and _filled(value):
                        self._draft.unused(f"{section}.{key}", NO_PART)
                yield place, entry
            elif section == "skills" and isinstance(entry, str):
                yield place, {"name": entry}
            elif _filled(entry):
                self._draft.unread(place, "is not an object")

    def _unused(self, section: str) -> None:
        value = self._data[section]
        reason = "about the file" if section in _ASIDE else NO_PART
        self._draft.unused(section, reason, len(value) if isinstance(value, list) else 1)


def _job(place: str, entry: dict[str, Any], title: str) -> Job:
    cells = [Cell(entry.get(key), f"{place}.{key}") for key in (title, "startDate", "endDate")]
    return Job(place, *cells)


def _filled(value: Any) -> bool:
    """Whether there is a value: templates are full of empty ones."""
    return value not in (None, "", [], {})
