"""What is asked of the planner: a goal, the certifications that would do, limits and status."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.catalog.records import Money
from certadvisor.planner.objective import PlanObjective
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.rules.reason import Reason


class PlanRequest(NamedTuple):
    """What to plan; `until` is the last day allowed (None: no deadline)."""

    kind: GoalKind
    id: str
    objective: PlanObjective = PlanObjective.FASTEST
    until: date | None = None


class PlanLimits(NamedTuple):
    """The limits of a plan as the person gave them; None where there is no limit.

    `pace_given` is False where the hours a week are the usual ones.
    """

    budget: Money | None
    until: date | None
    hours_per_week: float
    pace_given: bool


class Outgrown(StrEnum):
    """Why a certification is pointless for a person."""

    ABSORBED = "absorbed"  # by a credential that the person holds
    SAME_LEVEL = "same-level"  # as a credential that the person holds
    TOO_JUNIOR = "too-junior"


class RoleRequirements(NamedTuple):
    """What a role requires besides the certification that is planned, for information."""

    id: str
    certifications: tuple[str, ...]  # the certifications that a plan may lead to
    preferred: bool  # False: employers prefer none, these are only helpful
    sourced: tuple[str, ...]  # those for which a source says so; the others are our judgement
    outgrown: tuple[tuple[str, Outgrown], ...]  # the certifications outgrown, and why


class PlanTargets(NamedTuple):
    """The certifications that a plan may lead to.

    `held` is one that the person holds, or that makes one of them pointless: then there is
    nothing to plan. `outgrown` says why the one that was asked for is pointless.
    """

    ids: tuple[str, ...]
    role: RoleRequirements | None = None
    held: str | None = None
    outgrown: Reason | None = None


class PlanStatus(StrEnum):
    """Whether there is a plan."""

    FOUND = "found"
    HELD = "held"  # nothing to do
    NONE_REQUIRED = "none_required"  # a role that requires no certification
    ASK = "ask"  # it depends on unanswered questions
    INFEASIBLE = "infeasible"
