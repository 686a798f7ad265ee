"""What advice says: recommendations with their factors and reasons, and why not the others."""

from datetime import date
from typing import NamedTuple

from certadvisor.advice.cost import Cost
from certadvisor.catalog.records import Certification
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Cause, Question, Shortfall

Values = dict[str, str | int | float | date | None]


class Argument(NamedTuple):
    """A reason as data: a key that the phrases know, and its values."""

    key: str
    values: Values


class Factor(NamedTuple):
    """One part of a score: value from 0 to 1, its weight, and why."""

    name: str
    value: float
    weight: float
    reason: Argument


class Equivalent(NamedTuple):
    """One that would do as well, and what tells it apart: its price, and how it is reached."""

    certification: Certification
    cost: Cost
    reach: str


class Recommendation(NamedTuple):
    """A certification to take next.

    `reach`: now, after_steps (courses, training …), on_date, ask (an answer is
    needed first).
    """

    rank: int
    certification: Certification
    score: float
    outcome: Outcome
    reach: str
    eligible_from: date | None
    beside: tuple[Equivalent, ...]  # near-equals, two at the most
    cost: Cost
    factors: tuple[Factor, ...]
    missing: tuple[Shortfall, ...]
    reasons: tuple[Argument, ...]
    against: Argument | None

    @property
    def equivalents(self) -> tuple[str, ...]:
        """The ids of those that would do as well."""
        return tuple(one.certification.id for one in self.beside)


class Later(NamedTuple):
    """A certification that is not reachable within the horizon, and from when it is."""

    certification: Certification
    eligible_from: date | None
    missing: tuple[Shortfall, ...]


class Dated(NamedTuple):
    """From when and until when a recommended one may be sat, and why; `soon` as one plans."""

    certification: str
    eligible_from: date
    eligible_until: date | None
    from_cause: Cause | None
    until_cause: Cause | None
    soon: bool


class Gate(NamedTuple):
    """Why a certification is not recommended.

    `gate` is held, absorbed, same-level, not-obtainable, unclear, over-budget, too-junior,
    too-senior, other-field, later, beside or outranked.
    """

    certification: Certification
    gate: str
    reason: Argument


class Advice(NamedTuple):
    """The whole answer to "which certification next"."""

    as_of: date
    target_role: str | None
    recommendations: tuple[Recommendation, ...]
    later: tuple[Later, ...]
    gated: tuple[Gate, ...]
    remarks: tuple[Argument, ...]  # said before the list: "an entry-level role asks for none"
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
    dates: tuple[Dated, ...] = ()
