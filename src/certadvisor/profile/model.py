"""All that is known of one person; None is "not told", an empty tuple is "told: there is none"."""

from datetime import date
from typing import NamedTuple

from certadvisor.catalog.records import Money
from certadvisor.errors import Fault


class Education(NamedTuple):
    """One degree or leaving certificate; an award in the future is in progress."""

    degree: str  # one of catalog.requirement.DEGREES
    field: str | None = None
    accreditation: str | None = None
    awarded: date | None = None  # None: had already


class WorkPeriod(NamedTuple):
    """Time a person worked: dated (`start`), or an undated total of months or hours.

    `kinds` is None where nobody said and no role knows the title, and holds
    all implied kinds otherwise; empty counts for nothing. `end` None with a
    start: still going.
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
    """Hours of training in one topic; undated counts as recent."""

    topic: str
    hours: float | None = None
    completed: date | None = None


class UnitRecord(NamedTuple):
    """Renewal units earned on a day."""

    topic: str | None
    amount: float
    on: date | None


class Credential(NamedTuple):
    """A certification that the person earned."""

    id: str
    earned: date | None = None
    expires: date | None = None
    units: tuple[UnitRecord, ...] | None = None


class CareerBreak(NamedTuple):
    """Time away from work, first and last day; no end: still going."""

    start: date
    end: date | None = None
    reason: str | None = None


class Horizon(NamedTuple):
    """How far ahead somebody plans: 12 months, 2 years, 6 weeks, 90 days."""

    amount: int
    unit: str  # day, week, month or year


class Goal(NamedTuple):
    """Where the person wants to go, and what they can spend on it."""

    role: str | None = None
    budget: Money | None = None
    within: Horizon | None = None
    hours_per_week: float | None = None
    prefers: str | None = None
    interests: tuple[str, ...] = ()


class Profile(NamedTuple):
    """Everything known of one person."""

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
    guessed: tuple[str, ...] = ()  # paths such as work[0].kinds that an import concluded


class ReadProfile(NamedTuple):
    """A profile, and what in it the catalogue does not know (kept, and counted for nothing)."""

    profile: Profile
    warnings: tuple[Fault, ...] = ()
