"""The contract of a leaf: what its module provides, and defaults for what does not concern it.

A leaf of the requirement language is a module of this package. `registry` finds the module of
a leaf; nothing else in the program asks what kind of leaf it has.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from certadvisor.catalog.requirement import DisputableLeaf, Leaf, readings
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, Section
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Cause, Question, Shortfall, Verdict


class Counter(NamedTuple):
    """An amount that leaves require: leaves with equal `counted` share one count.

    `counted` is the leaf with the least amount, `need` the amount that this leaf requires.
    """

    counted: Leaf
    need: float


class Acquisition(NamedTuple):
    """A way to meet a leaf by something one can book: what, which one, and its hours."""

    section: Section  # training, courses, memberships or certifications
    name: str
    hours: int = 0


class LeafModule(Protocol):
    """What a leaf's module provides. `leaf` is always a leaf of the module's own kind.

    Days are judged up to `evidence.horizon`. Members that do not concern a leaf are assigned
    from the defaults below.
    """

    @property
    def SECTION(self) -> Section:  # noqa: N802  a constant of a module
        """The profile section with the evidence."""

    def judge(self, leaf: Any, evidence: Evidence, day: date, /) -> Verdict:
        """Judge the leaf on a day."""

    def change_dates(self, leaf: Any, evidence: Evidence, /) -> Iterable[date]:
        """Return the days on which the outcome can change; none where it is constant."""

    def is_gradual(self, leaf: Any, /) -> bool:
        """Return whether the amount also changes between two days of `change_dates`."""

    def question(self, leaf: Any, evidence: Evidence, day: date, /) -> Question:
        """Return the question that the leaf raises while it is unknown."""

    def assumptions(self, leaf: Any, evidence: Evidence, day: date, /) -> Iterable[Assumption]:
        """Return the assumptions about the profile that the outcome depends on."""

    def entries(self, leaf: Any, evidence: Evidence, /) -> Sequence[int]:
        """Return the indices of the section's entries that the leaf looks at."""

    def cause_of_loss(self, leaf: Any, stop: date, evidence: Evidence, /) -> Cause | None:
        """Return which evidence is lost on `stop`; None where the evidence cannot be lost."""

    def cause_of_gain(self, leaf: Any, since: date, evidence: Evidence, /) -> Cause | None:
        """Return which evidence is gained on `since`; None where it is not dated."""

    def counter(self, leaf: Any, /) -> Counter | None:
        """Return what the leaf counts; None where only `judge` can say."""

    def count(self, leaf: Any, evidence: Evidence, day: date, /) -> tuple[float, float]:
        """Return the amount that certainly counts and the most that may, which can be infinite."""

    def is_likely(self, verdict: Verdict, evidence: Evidence, /) -> bool:
        """Return whether the evidence makes it likely that a leaf of unknown outcome is met."""

    def effort_days(self, shortfall: Shortfall, evidence: Evidence, day: date, /) -> float:
        """Estimate the calendar days that closing a shortfall takes beside a job."""

    def acquisitions(self, leaf: Any, profile: Profile, as_of: date, /) -> Sequence[Acquisition]:
        """Return what one can book to meet the leaf; one of them is enough."""

    def without_time_limits(self, leaf: Any, /) -> Leaf:
        """Return the leaf without its window, and with lapsed credentials allowed."""

    def certifications(self, leaf: Any, /) -> tuple[str, ...]:
        """Return the ids of the certifications of which holding one meets the leaf."""


def judge_readings(
    judge: Callable[[Any, Evidence, date], Verdict],
    leaf: DisputableLeaf,
    evidence: Evidence,
    day: date,
) -> Verdict:
    """Judge a leaf on whose amount sources disagree, by each of the two readings.

    Args:
        judge: Judges a leaf of this kind.
        leaf: The disputed leaf.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict by the higher amount, unknown where the lower one gives another outcome.
    """
    lower, higher = (judge(reading, evidence, day) for reading in readings(leaf))
    outcome = higher.outcome if lower.outcome is higher.outcome else Outcome.UNKNOWN
    return higher._replace(requirement=leaf, outcome=outcome)


def never_changes(_leaf: Leaf, _evidence: Evidence) -> Iterable[date]:
    """No change: the outcome is the same on every day."""
    return ()


def not_gradual(_leaf: Leaf) -> bool:
    """The amount changes on the days of `change_dates` only."""
    return False


def no_assumptions(_leaf: Leaf, _evidence: Evidence, _day: date) -> Iterable[Assumption]:
    """No assumption."""
    return ()


def no_entries(_leaf: Leaf, _evidence: Evidence) -> Sequence[int]:
    """No entry that an import could have guessed."""
    return ()


def no_cause(_leaf: Leaf, _day: date, _evidence: Evidence) -> Cause | None:
    """No evidence with a day."""
    return None


def likely_if_counted(verdict: Verdict, _evidence: Evidence) -> bool:
    """Likely where something is given that could settle it, unlikely where nothing is."""
    return verdict.have is not None


def unit_effort_days(shortfall: Shortfall, evidence: Evidence, _day: date) -> float:
    """Estimate by the days that one unit takes (`effort_days` in data/advice.yaml)."""
    return shortfall.amount * evidence.catalog.tables.effort_days[shortfall.unit]


def nothing_to_book(_leaf: Leaf, _profile: Profile, _as_of: date) -> Sequence[Acquisition]:
    """Nothing that can be booked."""
    return ()


def as_it_is(leaf: Leaf) -> Leaf:
    """The leaf itself: it has no time limits."""
    return leaf


def no_certifications(_leaf: Leaf) -> tuple[str, ...]:
    """No certification."""
    return ()
