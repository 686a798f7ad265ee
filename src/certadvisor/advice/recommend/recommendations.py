"""The data of a recommendation: ranked certifications, factors, reasons and gates."""

from datetime import date
from typing import NamedTuple

from certadvisor.advice.cost import Cost
from certadvisor.catalog.records import Certification
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption, Cause, Question, Shortfall

Values = dict[str, str | int | float | date | None]


class Reason(NamedTuple):
    """A reason as data: a key of the phrases in the views, and the values to fill in."""

    key: str
    values: Values


class Factor(NamedTuple):
    """One factor of a score: its value from 0 to 1, its weight and its reason."""

    name: str
    value: float
    weight: float
    reason: Reason


class Equivalent(NamedTuple):
    """A certification that would do as well as the recommended one, with its price and reach."""

    certification: Certification
    cost: Cost
    reach: str


class Recommendation(NamedTuple):
    """A certification to take next.

    `reach` is now, after_steps (courses, training …), on_date or ask (an answer
    is needed first). `rank` starts at 1; it is 0 until the order is known.
    `eligible_from` is None where `reach` is ask.
    """

    rank: int
    certification: Certification
    score: float
    outcome: Outcome
    reach: str
    eligible_from: date | None
    equivalents: tuple[Equivalent, ...]  # certifications of the same level, two at most
    cost: Cost
    factors: tuple[Factor, ...]
    missing: tuple[Shortfall, ...]
    reasons: tuple[Reason, ...]
    drawback: Reason | None

    @property
    def equivalent_ids(self) -> tuple[str, ...]:
        """The ids of the certifications that would do as well."""
        return tuple(one.certification.id for one in self.equivalents)


class LaterCertification(NamedTuple):
    """A good fit that is out of reach within the horizon, and the date from which it is not."""

    certification: Certification
    eligible_from: date | None
    missing: tuple[Shortfall, ...]


class EligibilityDates(NamedTuple):
    """The first and last day of eligibility for a recommended certification, with the causes.

    `soon` is true where eligibility ends within the horizon of the goal.
    """

    certification: str
    eligible_from: date
    eligible_until: date | None
    from_cause: Cause | None
    until_cause: Cause | None
    soon: bool


class Gate(NamedTuple):
    """Why a certification is not recommended.

    `kind` is held, absorbed, same-level, not-obtainable, unclear, over-budget, too-junior,
    too-senior, other-field, later, beside (an equivalent of a better one) or outranked.
    """

    certification: Certification
    kind: str
    reason: Reason


class Recommendations(NamedTuple):
    """The whole answer to "which certification next?"."""

    as_of: date
    target_role: str | None
    recommendations: tuple[Recommendation, ...]
    later: tuple[LaterCertification, ...]
    gates: tuple[Gate, ...]
    remarks: tuple[Reason, ...]  # shown above the list: "an entry-level role requires none"
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
    dates: tuple[EligibilityDates, ...] = ()
