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
    awarded_unknown: bool = False  # `awarded: unknown`: whether it is awarded is not known


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
    completed_unknown: bool = False  # `completed: unknown`: it may lie on any day


class UnitRecord(NamedTuple):
    """Renewal units earned on a day."""

    topic: str | None
    amount: float
    date: _Date | None


class Credential(NamedTuple):
    """A certification that the person earned.

    A date that is None was not given. The person who writes a profile leaves out what goes
    without saying; an import or a table that has no date, or one that could not be read, says
    so: then `earned_unknown` or `expires_unknown` is set (`earned: unknown` in a file).
    """

    id: str
    earned: date | None = None
    expires: date | None = None
    units: tuple[UnitRecord, ...] | None = None
    earned_unknown: bool = False
    expires_unknown: bool = False

    @property
    def is_undated(self) -> bool:
        """Whether it has neither a date nor a word that one is unknown."""
        return not (self.earned or self.expires or self.earned_unknown or self.expires_unknown)


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
    employer: str | None = None  # the kind of the present employer
    breaks: tuple[CareerBreak, ...] | None = None
    confirmed: tuple[str, ...] = ()
    skills: tuple[str, ...] | None = None
    goal: Goal = Goal()
    incomplete: tuple[str, ...] = ()  # lists that may lack entries: they prove only what they hold
    guessed: tuple[str, ...] = ()  # paths such as work[0].kinds, filled in by an import


# The lists that count as complete where they are given, unless `incomplete` names them.
LISTS = (
    "education", "work", "training", "courses", "certifications", "memberships", "breaks", "skills",
)  # fmt: skip


def mark_undated(profile: Profile) -> Profile:
    """Return the profile with the dates of undated credentials unknown: they may have lapsed."""
    credentials = profile.certifications or ()
    if not any(one.is_undated for one in credentials):
        return profile
    marked = (
        one._replace(earned_unknown=one.is_undated or one.earned_unknown) for one in credentials
    )
    return profile._replace(certifications=tuple(marked))


def accept_undated(profile: Profile) -> Profile:
    """Return the profile with credentials of an unknown date as if nothing was said of it.

    A last day that could not be read stays unknown.
    """
    credentials = profile.certifications or ()
    if not any(one.earned_unknown for one in credentials):
        return profile
    accepted = tuple(one._replace(earned_unknown=False) for one in credentials)
    return profile._replace(certifications=accepted)


class Section(StrEnum):
    """The parts of a profile that have the evidence for requirements, by their keys."""

    WORK = "work"
    EDUCATION = "education"
    TRAINING = "training"
    COURSES = "courses"
    CERTIFICATIONS = "certifications"
    MEMBERSHIPS = "memberships"
    EMPLOYER = "employer"
    CONFIRMED = "confirmed"


class ReadProfile(NamedTuple):
    """A profile, and warnings about names unknown to the catalogue (kept, but never counted)."""

    profile: Profile
    warnings: tuple[Fault, ...] = ()
