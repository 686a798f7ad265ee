"""Reading a profile from a YAML or JSON document, with every fault reported at once.

Written by hand, without Pydantic: importing it and building its models would take longer
than a whole `recommend` may (product.md, section 11).
"""

from collections.abc import Callable
from datetime import date

from certadvisor.base.countries import country
from certadvisor.base.scalars import number, one_of, text, whole, word
from certadvisor.base.yaml_reader import Document
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import COMPLEXITIES, DEGREES
from certadvisor.profile.amounts import MAX_MONTHS, MAX_TRAINING_HOURS, budget, horizon
from certadvisor.profile.field_reader import Notes, Record
from certadvisor.profile.guesses import guess_reader
from certadvisor.profile.matching.ids import Names
from certadvisor.profile.model import (
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
from certadvisor.profile.present_role import kinds_of_title

KEYS = {
    "profile": (
        "country", "education", "work", "training", "courses", "certifications", "memberships",
        "breaks", "confirmed", "skills", "goal", "guessed",
    ),
    "education": ("degree", "field", "accreditation", "awarded"),
    "work": (
        "title", "kinds", "start", "end", "months", "hours", "hours_per_week", "person_days",
        "projects", "complexity", "responsibility",
    ),
    "training": ("topic", "hours", "completed"),
    "certifications": ("id", "earned", "expires", "units"),
    "units": ("topic", "amount", "on"),
    "breaks": ("start", "end", "reason"),
    "goal": ("role", "budget", "within", "hours_per_week", "prefers", "interests"),
}  # fmt: skip
APPROACHES = ("predictive", "agile", "hybrid")
WEEK = 168


def read_profile(document: Document, catalog: Catalog, today: date) -> ReadProfile:
    """Read a profile. Raises InputError with every fault, in file order.

    A list that is absent is None ("not given"), an empty one is () ("none"). `today` only
    limits how far ahead dates may lie.
    """
    notes = Notes(document)
    top = Record(notes, (), document.data, KEYS["profile"])
    profile = profile_in(top, catalog, today)
    notes.raise_faults()
    return ReadProfile(profile, notes.warnings())


def profile_in(record: Record, catalog: Catalog, today: date) -> Profile:
    """Read a profile from a mapping; faults go to the collector of `reader`."""
    return profile_reader(catalog, today)(record)


def profile_reader(catalog: Catalog, today: date) -> Callable[[Record], Profile]:
    """Return `read_profile_mapping` for many mappings, which share their catalogue lookups."""
    return _Reader(catalog, today).profile


class _Reader:
    """One method for each record; each reads the fields that `KEYS` lists for it."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._catalog = catalog
        self._names = Names(catalog)
        self._today = today

    def profile(self, top: Record) -> Profile:
        names = self._names
        return Profile(
            country=top.get("country", country),
            education=top.records("education", KEYS["education"], self._education),
            work=top.records("work", KEYS["work"], self._work),
            training=top.records("training", KEYS["training"], self._training),
            courses=top.names("courses", names.course),
            certifications=top.records(
                "certifications", KEYS["certifications"], self._certification
            ),
            memberships=top.words("memberships", word),
            breaks=top.records("breaks", KEYS["breaks"], self._break),
            confirmed=top.names("confirmed", names.declaration) or (),
            skills=top.words("skills", names.skill),
            goal=self._goal(top.record("goal", KEYS["goal"])),
            guessed=tuple(filter(None, top.names("guessed", guess_reader(KEYS, top.raw)) or ())),
        )

    def _education(self, entry: Record) -> Education:
        return Education(
            degree=entry.need("degree", one_of(DEGREES), "none"),
            field=entry.get("field", text),
            accreditation=entry.get("accreditation", text),
            awarded=entry.day("awarded", self._today),
        )

    def _work(self, entry: Record) -> WorkPeriod:
        title = entry.get("title", text)
        kinds = entry.words("kinds", self._names.kind)
        told = kinds is not None
        start, end = entry.span("start", "end", self._today)
        _check_dates(entry)
        known = self._catalog.kinds_of(kinds) if kinds is not None else self._of_title(title)
        return WorkPeriod(
            kinds=known,
            title=title,
            start=start,
            end=end,
            months=entry.get("months", whole(1, MAX_MONTHS)),
            hours=entry.get("hours", number(200_000)),
            hours_per_week=entry.get("hours_per_week", number(WEEK, above_zero=True)),
            person_days=entry.get("person_days", number(30_000)),
            projects=entry.get("projects", whole(0, 10_000)),
            complexity=entry.get("complexity", one_of(COMPLEXITIES)),
            responsibility=entry.get("responsibility", word),
            kinds_from_title=known is not None and not told,
        )

    def _of_title(self, title: str | None) -> frozenset[str] | None:
        return None if title is None else kinds_of_title(title, self._catalog)

    def _training(self, entry: Record) -> TrainingRecord:
        return TrainingRecord(
            topic=entry.need("topic", word, ""),
            hours=entry.get("hours", number(MAX_TRAINING_HOURS)),
            completed=entry.day("completed", self._today),
        )

    def _certification(self, entry: Record) -> Credential:
        earned, expires = entry.span("earned", "expires", self._today)
        return Credential(
            id=entry.named("id", self._names.certification),
            earned=earned,
            expires=expires,
            units=entry.records("units", KEYS["units"], self._unit),
        )

    def _unit(self, entry: Record) -> UnitRecord:
        return UnitRecord(
            topic=entry.get("topic", word),
            amount=entry.need("amount", number(10_000), 0.0),
            on=entry.day("on", self._today),
        )

    def _break(self, entry: Record) -> CareerBreak:
        entry.require("start")
        start, end = entry.span("start", "end", self._today)
        return CareerBreak(start or date.min, end, entry.get("reason", text))

    def _goal(self, entry: Record) -> Goal:
        return Goal(
            role=entry.get("role", self._names.role),
            budget=entry.get("budget", budget),
            within=entry.get("within", horizon),
            hours_per_week=entry.get("hours_per_week", number(WEEK, above_zero=True)),
            prefers=entry.get("prefers", one_of(APPROACHES)),
            interests=entry.names("interests", self._names.interest) or (),
        )


def _check_dates(entry: Record) -> None:
    if entry.has("months") and (entry.has("start") or entry.has("end")):
        entry.fault("months", "stands beside dates", "write either the dates or the months")
    elif entry.has("end") and not entry.has("start"):
        entry.fault("end", "has no `start` before it", "write `start`, or `months` instead")
