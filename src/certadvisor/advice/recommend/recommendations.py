"""The data of a recommendation: ranked certifications, factors, reasons and gates."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.catalog.records import AnnouncedChange, Certification
from certadvisor.planner.buyer_prices import Cost
from certadvisor.planner.conditional import Conditional
from certadvisor.planner.ways import Way
from certadvisor.rules.lapsed_credentials import ReinstatableCredential
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.reason import Reason
from certadvisor.rules.verdict import Assumption, Cause, Question, Shortfall


class Reachability(StrEnum):
    """How near a certification is."""

    NOW = "now"  # the exam can be taken today
    AFTER_STEPS = "after_steps"  # courses, training, another certification …
    ON_DATE = "on_date"
    ASK = "ask"  # an answer is needed first
    NEVER = "never"  # no route that this advisor would suggest: another degree, for example


class GateKind(StrEnum):
    """Why a certification is not recommended."""

    HELD = "held"
    MAYBE_HELD = "maybe-held"  # it, or one that would leave no use for it, may be active
    ABSORBED = "absorbed"  # by a credential that the person holds
    SAME_LEVEL = "same-level"  # as a credential that the person holds
    REINSTATE_FIRST = "reinstate-first"  # what has lapsed would leave no use for it
    NOT_OBTAINABLE = "not-obtainable"
    UNCLEAR = "unclear"  # whether it can still be earned
    OVER_BUDGET = "over-budget"
    TOO_JUNIOR = "too-junior"
    TOO_SENIOR = "too-senior"
    OTHER_FIELD = "other-field"
    NO_REASON = "no-reason"  # nothing speaks for it
    LATER = "later"  # out of reach within the horizon
    OUTRANKED = "outranked"
    BESIDE = "beside"  # an equivalent of a better one
    SAME_WAY = "same-way"  # another step on the way of a better one


class Factor(NamedTuple):
    """One factor of a score: its value from 0 to 1, its weight and its reason."""

    name: str
    value: float
    weight: float
    reason: Reason


class Equivalent(NamedTuple):
    """A certification that would do as well as the recommended one, with its price and way."""

    certification: Certification
    cost: Cost
    reach: Reachability
    way: Way


class Recommendation(NamedTuple):
    """A certification to take next.

    `reach` is never NEVER. `rank` starts at 1; it is 0 until the order is known. `award` is
    whether the person meets what being certified requires, `eligible_from` the day that `check`
    gives, and `way` what `plan` finds: when they are ready for the exam, and what it all costs.
    `answers` are the questions to answer once its steps are done; () where `reach` is ASK, as they
    come first there. `announced` are the unsettled changes that could change the outcome.
    `lapsed` is the person's own credential, where the way reinstates it: then nothing is `missing`.
    """

    rank: int
    certification: Certification
    score: float
    outcome: Outcome
    award: Outcome
    reach: Reachability
    eligible_from: date | None
    way: Way
    equivalents: tuple[Equivalent, ...]  # certifications of the same level, two at most
    cost: Cost
    factors: tuple[Factor, ...]
    missing: tuple[Shortfall, ...]
    reasons: tuple[Reason, ...]
    drawback: Reason | None
    answers: tuple[Question, ...] = ()
    announced: tuple[AnnouncedChange, ...] = ()
    lapsed: ReinstatableCredential | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all certifications on its line: its own first, then its equivalents'."""
        return (self.certification.id, *self.equivalent_ids)

    @property
    def equivalent_ids(self) -> tuple[str, ...]:
        """The ids of the certifications that would do as well."""
        return tuple(one.certification.id for one in self.equivalents)


class LaterCertification(NamedTuple):
    """A good fit that is out of reach within the horizon, and the way to it."""

    certification: Certification
    eligible_from: date | None
    way: Way
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
    """A certification that is not recommended, and why."""

    certification: Certification
    kind: GateKind
    reason: Reason


class Recommendations(NamedTuple):
    """The whole answer to "which certification next?".

    `conditionals` are what work of another kind would bring within reach; `conditionals.py` adds
    them where one person's answer is shown.
    """

    as_of: date
    target_role: str | None
    recommendations: tuple[Recommendation, ...]
    later: tuple[LaterCertification, ...]
    gates: tuple[Gate, ...]
    remarks: tuple[Reason, ...]  # shown above the list: "an entry-level role requires none"
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
    dates: tuple[EligibilityDates, ...] = ()
    conditionals: tuple[Conditional, ...] = ()
