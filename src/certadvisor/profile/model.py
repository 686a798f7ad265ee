"""The profile: everything known about one person.

A list that is None was not given, so it is not known; an empty tuple was given: there is none.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.catalog.records import Money
from certadvisor.errors import Fault

_Date = date  # for the record with a field of that name


class Education(NamedTuple):
    """A degree or school-leaving certificate; one awarded in the future is still in progress."""

    degree: str  # one of catalog.requirement.DEGREES
    field: str | None = None
    accreditation: str | None = None
    awarded: date | None = None  # None: awarded already, on an unknown day


class WorkPeriod(NamedTuple):
    """Time that a person worked: dated (`start`), or an undated total of months or hours.

    `kinds` includes all implied kinds. It is None where the profile does not give them and
    the title is not recognised (unknown), and empty where the work counts for nothing.
    `start` and `end` are both included; a start without an end means that the work is still
    going on.
    """

    kinds: frozenset[str] | None
    title: str | None = None
    start: date | None = None
    end: date | None = None
    months: int | None = None
    hours: float | None = None
    hours_per_week: float | None = None
    person_days: float | None = None
    projects: int | None = None
    complexity: str | None = None
    responsibility: str | None = None
    kinds_from_title: bool = False


class TrainingRecord(NamedTuple):
    """Hours of training in one topic; without a date it counts as recent."""

    topic: str
    hours: float | None = None
    completed: date | None = None


class UnitRecord(NamedTuple):
    """Renewal units earned on a day."""

    topic: str | None
    amount: float
    date: _Date | None


class Credential(NamedTuple):
    """A certification that the person earned."""

    id: str
    earned: date | None = None
    expires: date | None = None
    units: tuple[UnitRecord, ...] | None = None


class CareerBreak(NamedTuple):
    """Time away from work, first and last day included; without an end it is still going on."""

    start: date
    end: date | None = None
    reason: str | None = None


class HorizonUnit(StrEnum):
    """The units of a horizon."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Horizon(NamedTuple):
    """How far ahead a person plans: 12 months, 2 years, 6 weeks, 90 days."""

    amount: int
    unit: HorizonUnit


class Goal(NamedTuple):
    """Where the person wants to go, and what they can spend on it."""

    role: str | None = None
    budget: Money | None = None
    within: Horizon | None = None
    hours_per_week: float | None = None
    prefers: str | None = None
    interests: tuple[str, ...] = ()


class Profile(NamedTuple):
    """Everything known about one person; None where a list was not given, () where it is empty."""

    country: str | None = None
    education: tuple[Education, ...] | None = None
    work: tuple[WorkPeriod, ...] | None = None
    training: tuple[TrainingRecord, ...] | None = None
    courses: tuple[str, ...] | None = None
    certifications: tuple[Credential, ...] | None = None
    memberships: tuple[str, ...] | None = None
    breaks: tuple[CareerBreak, ...] | None = None
    confirmed: tuple[str, ...] = ()
    skills: tuple[str, ...] | None = None
    goal: Goal = Goal()
    guessed: tuple[str, ...] = ()  # paths such as work[0].kinds, filled in by an import


class Section(StrEnum):
    """The parts of a profile that have the evidence for requirements, by their keys."""

    WORK = "work"
    EDUCATION = "education"
    TRAINING = "training"
    COURSES = "courses"
    CERTIFICATIONS = "certifications"
    MEMBERSHIPS = "memberships"
    CONFIRMED = "confirmed"


class ReadProfile(NamedTuple):
    """A profile, and warnings about names unknown to the catalogue (kept, but never counted)."""

    profile: Profile
    warnings: tuple[Fault, ...] = ()
