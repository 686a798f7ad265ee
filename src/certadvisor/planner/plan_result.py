"""The planner's result: a plan of dated steps, alternatives, and what prevents a plan."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.catalog.requirement import Leaf
from certadvisor.planner.actions import ActionKind
from certadvisor.planner.buyer_prices import Cost
from certadvisor.planner.conditional import Conditional
from certadvisor.planner.figures import Amount
from certadvisor.planner.plan_request import (
    PlanLimits,
    PlanRequest,
    PlanStatus,
    RoleRequirements,
)
from certadvisor.rules.reason import Reason
from certadvisor.rules.verdict import Assumption, Question, Shortfall


class StepKind(StrEnum):
    """The kinds of step, in the order of steps on the same days."""

    TRAINING = "training"
    COURSE = "course"
    STUDY = "study"
    UNITS = "units"  # of the cycle that ended, for reinstating
    WAIT = "wait"
    MEMBERSHIP = "membership"
    APPLICATION = "application"
    ASSESSMENT = "assessment"  # by the issuer, after an application: interview, panel, report …
    EXAM = "exam"
    AWARD = "award"  # certified without an exam
    REINSTATE = "reinstate"


ENDINGS = (StepKind.EXAM, StepKind.AWARD, StepKind.REINSTATE)  # one ends each certification


class Step(NamedTuple):
    """One step with its first and last day, both included.

    `subject` is a topic, a course, an issuer or a certification, `serves` are
    the certifications that need the step. A wait has the leaf that it waits for, or None if it
    waits for a rule or a status of the certification.
    """

    kind: StepKind
    subject: str
    serves: tuple[str, ...]
    start: date
    end: date
    hours: Amount | None = None
    cost: Amount | None = None
    leaf: Leaf | None = None

    @property
    def estimated(self) -> tuple[str, ...]:
        """The names of the estimated figures among hours and cost."""
        figures = (("hours", self.hours), ("cost", self.cost))
        return tuple(name for name, figure in figures if figure and figure.estimated)


class Plan(NamedTuple):
    """Steps sorted by date, and the day on which the certification is earned."""

    certification: str
    finish: date
    steps: tuple[Step, ...]
    cost: Amount
    hours: Amount
    renewals: tuple[tuple[str, date], ...]  # (certification, last day) of those that can lapse


class PlanDrawback(StrEnum):
    """Why an alternative loses against the plan."""

    OVER_BUDGET = "over_budget"
    TOO_LATE = "too_late"
    SLOWER = "slower"
    COSTLIER = "costlier"
    LONGER = "longer"  # more actions, with equal days and cost
    ANEW = "earn_again"  # earns again what could be reinstated


class Alternative(NamedTuple):
    """Another plan and why it loses.

    `extra_days` and `extra_cost` (cents) are relative to the plan and negative where
    the alternative is better; `over_budget` (cents) and `days_late` are 0 where it keeps the
    limit. `extra_steps` are the steps that only the alternative has: (kind, subject).
    """

    plan: Plan
    drawback: PlanDrawback
    extra_days: int
    extra_cost: int
    over_budget: int
    days_late: int
    extra_steps: tuple[tuple[ActionKind, str], ...]


class Obstacle(NamedTuple):
    """What prevents every plan.

    `constraint` is budget (`short_by` and `needed` in cents), until (missed by `days_late`),
    hours_per_week (`hours_per_week` would be enough), obtainable (`certification` can no longer
    be earned), or the lower-case name of a leaf's kind: degree, experience, holds, … with the
    `leaf` and the `amount` of its unit that is missing. `suffices_alone`: lifting this obstacle
    is enough.
    """

    constraint: str
    suffices_alone: bool = True
    short_by: int | None = None
    needed: int | None = None
    days_late: int | None = None
    hours_per_week: int | None = None
    leaf: Leaf | None = None
    amount: float | None = None
    unit: str | None = None
    certification: str | None = None


class PlanResult(NamedTuple):
    """The planner's whole result.

    `plan` is None unless the status is FOUND. `nearest` is then the plan that would be possible
    once the questions are answered or the obstacles removed; None where no step leads there.
    Where work is all that is missing, `conditional` says from when it would do, and `nearest` is
    the plan with that work.
    """

    as_of: date
    request: PlanRequest
    status: PlanStatus
    currency: str
    limits: PlanLimits
    plan: Plan | None
    nearest: Plan | None
    price: Cost | None  # of the certification that `plan` or `nearest` leads to
    held_certification: str | None
    alternatives: tuple[Alternative, ...]
    obstacles: tuple[Obstacle, ...]
    assumed_shortfalls: tuple[
        Shortfall, ...
    ]  # what `nearest` assumes to be met until the person answers
    role: RoleRequirements | None
    remarks: tuple[Reason, ...]
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
    conditional: Conditional | None = None
