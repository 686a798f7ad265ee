"""Reading a profile from a YAML or JSON document, with every fault reported at once.

Written by hand, without Pydantic: importing it and building its models would take longer
than a whole `recommend` may (product.md, section 11).
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from certadvisor.base.countries import country
from certadvisor.base.document import Document
from certadvisor.base.scalars import (
    ValueParser,
    is_unknown_date,
    number,
    one_of,
    text,
    whole_number,
    word,
)
from certadvisor.catalog.old_keys import old_names
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import COMPLEXITIES, OTHER_EMPLOYER
from certadvisor.profile.amounts import MAX_MONTHS, MAX_TRAINING_HOURS, budget, horizon
from certadvisor.profile.dated_credentials import make_credential
from certadvisor.profile.field_reader import FaultCollector, MappingReader
from certadvisor.profile.guesses import make_guess_parser
from certadvisor.profile.matching.degree_names import degree_level
from certadvisor.profile.matching.ids import IdResolver, ResolvedId
from certadvisor.profile.matching.job_titles import kinds_of_title
from certadvisor.profile.model import (
    LISTS,
    CareerBreak,
    Credential,
    Education,
    Goal,
    Profile,
    ReadProfile,
    TrainingRecord,
    UnitRecord,
    WorkPeriod,
)

KEYS = {
    "profile": (
        "country", "education", "work", "training", "courses", "certifications", "memberships",
        "employer", "breaks", "confirmed", "skills", "goal", "incomplete", "guessed",
    ),
    "education": ("degree", "field", "accreditation", "awarded"),
    "work": (
        "title", "kinds", "start", "end", "months", "hours", "hours_per_week", "person_days",
        "projects", "complexity", "responsibility",
    ),
    "training": ("topic", "hours", "completed"),
    "certifications": ("id", "earned", "expires", "units"),
    "units": ("topic", "amount", "date"),
    "breaks": ("start", "end", "reason"),
    "goal": ("role", "budget", "within", "hours_per_week", "prefers", "interests"),
}  # fmt: skip
_OLD_UNIT_NAMES = old_names("units")
APPROACHES = ("predictive", "agile", "hybrid")
HOURS_PER_WEEK = 168


def read_profile(document: Document, catalog: Catalog, today: date) -> ReadProfile:
    """Read a profile. Raises InputError with every fault, in file order.

    A list that is absent is None ("not given"), an empty one is () ("none"). `today` only
    limits how far ahead dates may lie.
    """
    collector = FaultCollector(document)
    reader = MappingReader(collector, (), document.data, KEYS["profile"])
    profile = read_profile_mapping(reader, catalog, today)
    collector.raise_faults()
    return ReadProfile(profile, collector.warnings())


def read_profile_mapping(reader: MappingReader, catalog: Catalog, today: date) -> Profile:
    """Read a profile from a mapping; faults go to the collector of `reader`."""
    return make_profile_reader(catalog, today)(reader)


def make_profile_reader(catalog: Catalog, today: date) -> Callable[[MappingReader], Profile]:
    """Return `read_profile_mapping` for many mappings, which share their catalogue lookups."""
    return _ProfileReader(catalog, today).profile


class _ProfileReader:
    """One method for each record; each reads the fields that `KEYS` lists for it."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._catalog = catalog
        self._resolver = IdResolver(catalog)
        self._today = today

    def profile(self, reader: MappingReader) -> Profile:
        resolver = self._resolver
        guessed = reader.get_ids("guessed", make_guess_parser(KEYS, reader.get_raw)) or ()
        incomplete = reader.get_list("incomplete", one_of(LISTS)) or ()
        return Profile(
            country=reader.get("country", country),
            education=reader.get_mappings("education", KEYS["education"], self._education),
            work=reader.get_mappings("work", KEYS["work"], self._work),
            training=reader.get_mappings("training", KEYS["training"], self._training),
            courses=reader.get_ids("courses", resolver.course),
            certifications=reader.get_mappings(
                "certifications", KEYS["certifications"], self._certification, bare="id"
            ),
            memberships=reader.get_ids("memberships", resolver.membership),
            employer=reader.get_id("employer", self._employer),
            breaks=reader.get_mappings("breaks", KEYS["breaks"], self._break),
            confirmed=reader.get_ids("confirmed", resolver.declaration) or (),
            skills=reader.get_list("skills", resolver.skill),
            goal=self._goal(reader.get_mapping("goal", KEYS["goal"])),
            incomplete=tuple(dict.fromkeys((*incomplete, *filter(LISTS.__contains__, guessed)))),
            guessed=tuple(path for path in guessed if path and path not in LISTS),
        )

    @cached_property
    def _employer(self) -> ValueParser[ResolvedId]:
        kinds = (*self._catalog.ids_asked_for("employer"), OTHER_EMPLOYER)
        return self._resolver.one_of(kinds, "no kind of employer")

    def _education(self, entry: MappingReader) -> Education:
        return Education(
            degree=entry.get_required("degree", degree_level, "none"),
            field=entry.get("field", text),
            accreditation=entry.get("accreditation", text),
            awarded=entry.get_date("awarded", self._today, or_unknown=True),
            awarded_unknown=is_unknown_date(entry.get_raw("awarded")),
        )

    def _work(self, entry: MappingReader) -> WorkPeriod:
        title = entry.get("title", text)
        kinds = entry.get_list("kinds", self._resolver.kind)
        has_kinds = kinds is not None
        start, end = entry.get_span("start", "end", self._today)
        _check_dates(entry)
        all_kinds = (
            self._catalog.kinds_of(kinds) if kinds is not None else self._kinds_of_title(title)
        )
        return WorkPeriod(
            kinds=all_kinds,
            title=title,
            start=start,
            end=end,
            months=entry.get("months", whole_number(1, MAX_MONTHS)),
            hours=entry.get("hours", number(200_000)),
            hours_per_week=entry.get("hours_per_week", number(HOURS_PER_WEEK, above_zero=True)),
            person_days=entry.get("person_days", number(30_000)),
            projects=entry.get("projects", whole_number(0, 10_000)),
            complexity=entry.get("complexity", one_of(COMPLEXITIES)),
            responsibility=entry.get("responsibility", word),
            kinds_from_title=all_kinds is not None and not has_kinds,
        )

    def _kinds_of_title(self, title: str | None) -> frozenset[str] | None:
        return None if title is None else kinds_of_title(title, self._catalog)

    def _training(self, entry: MappingReader) -> TrainingRecord:
        entry.require("topic")
        return TrainingRecord(
            topic=entry.get_id("topic", self._resolver.topic) or "",
            hours=entry.get("hours", number(MAX_TRAINING_HOURS)),
            completed=entry.get_date("completed", self._today, or_unknown=True),
            completed_unknown=is_unknown_date(entry.get_raw("completed")),
        )

    def _certification(self, entry: MappingReader) -> Credential:
        earned, expires = entry.get_span("earned", "expires", self._today, or_unknown=True)
        entry.require("id")
        id = entry.get_id("id", self._resolver.certification) or ""
        units = entry.get_mappings("units", KEYS["units"], self._unit, _OLD_UNIT_NAMES)
        name = entry.get_raw("id")
        if isinstance(name, str) and not (entry.has_value("earned") or entry.has_value("expires")):
            credential = entry.get(
                "id", lambda raw: make_credential(id, str(raw), self._resolver, self._today)
            )
            if credential and credential != Credential(id):
                return credential._replace(units=units)
        return Credential(
            id=id,
            earned=earned,
            expires=expires,
            units=units,
            earned_unknown=is_unknown_date(entry.get_raw("earned")),
            expires_unknown=is_unknown_date(entry.get_raw("expires")),
        )

    def _unit(self, entry: MappingReader) -> UnitRecord:
        return UnitRecord(
            topic=entry.get("topic", word),
            amount=entry.get_required("amount", number(10_000), 0.0),
            date=entry.get_date("date", self._today),
        )

    def _break(self, entry: MappingReader) -> CareerBreak:
        entry.require("start")
        start, end = entry.get_span("start", "end", self._today)
        return CareerBreak(start or date.min, end, entry.get("reason", text))

    def _goal(self, entry: MappingReader) -> Goal:
        return Goal(
            role=entry.get("role", self._resolver.role),
            budget=entry.get("budget", budget),
            within=entry.get("within", horizon),
            hours_per_week=entry.get("hours_per_week", number(HOURS_PER_WEEK, above_zero=True)),
            prefers=entry.get("prefers", one_of(APPROACHES)),
            interests=entry.get_ids("interests", self._resolver.interest) or (),
        )


def _check_dates(entry: MappingReader) -> None:
    if entry.has_value("months") and (entry.has_value("start") or entry.has_value("end")):
        entry.add_fault(
            "months", "is given together with dates", "write either the dates or the months"
        )
    elif entry.has_value("end") and not entry.has_value("start"):
        entry.add_fault("end", "has no `start` before it", "write `start`, or `months` instead")
