"""The limits of a person's goal, budget and horizon, and the certifications that break them."""

from datetime import timedelta

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.recommendations import Gate, GateKind, Reachability
from certadvisor.catalog.records import Certification, Money
from certadvisor.planner.plan_request import PlanStatus
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.reason import Reason, Values


class GoalLimits:
    """Judges by the way to a certification whether it keeps within the limits of the goal."""

    def __init__(self, checks: CandidateChecks) -> None:
        self._checks = checks
        self._target = checks.target
        self._budget = checks.evidence.profile.goal.budget

    def budget_gate(self, certification: Certification) -> Gate | None:
        """The gate if no way keeps within the budget, even at the low end of what it costs."""
        way = self._checks.way(certification)
        if not way.over_budget or way.total is None or self._budget is None:
            return None
        return _over_budget(
            certification, way.total.low, self._budget, estimated=way.total.estimated
        )

    def is_in_time(self, certification: Certification) -> bool:
        """Whether the person can be ready within the horizon, or may be if they answer.

        A horizon that they did not choose rules nothing out that an answer could bring nearer.
        """
        way = self._checks.way(certification)
        if way.status is PlanStatus.INFEASIBLE or way.ready_on is None:
            return False
        may_be_sooner = (
            not self._target.has_own_horizon
            and self._checks.reach(certification) is Reachability.ASK
        )
        return way.ready_on <= self._target.horizon_end or may_be_sooner

    def opens_in_time(self, above: Certification, certification: Certification) -> bool:
        """Whether the one above can be had within the limits, on evidence and without this one.

        What time alone opens within months is worth waiting for, however near the horizon ends.
        """
        check = self._checks.check(above)
        if check.outcome is Outcome.UNKNOWN:
            return False
        way = self._checks.way(above)
        if way.ready_on is None or certification.id in way.prerequisites:
            return False
        is_in_time = way.status is PlanStatus.FOUND and way.ready_on <= self._target.horizon_end
        evidence = self._checks.evidence
        wait = timedelta(days=evidence.catalog.tables.values["list"]["worth_waiting_days"])
        opens_soon = check.eligible_from and check.eligible_from <= evidence.as_of + wait
        return is_in_time or bool(opens_soon)


def _over_budget(
    certification: Certification, cost: Money, budget: Money, *, estimated: bool
) -> Gate:
    values: Values = {
        "cost": cost.amount,
        "estimated": "estimated" if estimated else None,
        "budget": budget.amount,
        "currency": budget.currency,
    }
    return Gate(certification, GateKind.OVER_BUDGET, Reason("over-budget", values))
