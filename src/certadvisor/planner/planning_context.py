"""The planning context of one request: its targets, figures, pace and limits."""

import copy
from collections.abc import Mapping
from datetime import date

from certadvisor.planner.branch_and_bound import Limits, Problem, Solution, search
from certadvisor.planner.buyer_prices import Cost, cost_of, price_for
from certadvisor.planner.objective import NO_LIMIT, PlanObjective
from certadvisor.planner.plan_request import PlanLimits, PlanRequest, PlanTargets
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.routes import PlanningMode, RouteFinder
from certadvisor.planner.schedule import Pace
from certadvisor.profile.horizon import horizon_end
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.rules.lapsed_credentials import ReinstatableCredential


class PlanningContext:
    """One request, prepared for searching.

    Args:
        resources: What all plans of the person share.
        request: What to plan.
        targets: The certifications that would do, of which the best plan is sought.
    """

    def __init__(
        self, resources: PlanningResources, request: PlanRequest, targets: PlanTargets
    ) -> None:
        self.evidence = resources.evidence
        self.planning_evidence = resources.planning_evidence
        self.request = request
        self.targets = targets
        self.catalog = self.evidence.catalog
        self.goal = self.evidence.profile.goal
        self._resources = resources
        self.figures = resources.figures(self._choose_currency())
        self.limits = Limits(self._budget_cents(), self._deadline())
        self.pace = self._pace()
        self._ended_early: set[str] = set()  # targets; shared with the same request at other paces

    @classmethod
    def for_certification(cls, resources: PlanningResources, id: str) -> "PlanningContext":
        """Return the request of `plan --to` one certification, as it is made by default."""
        return cls(resources, PlanRequest(GoalKind.CERTIFICATION, id), PlanTargets((id,)))

    def at_pace(self, hours_per_week: float) -> "PlanningContext":
        """Return this request at another pace of study."""
        other = copy.copy(self)
        other.pace = self.pace._replace(hours_per_week=hours_per_week)
        return other

    def route_finder(self, mode: PlanningMode) -> RouteFinder:
        """Return the routes that a mode allows."""
        return self._resources.route_finder(mode)

    def find_best(
        self,
        mode: PlanningMode,
        limits: Limits,
        objective: PlanObjective | None = None,
        count: int = 1,
    ) -> list[Solution]:
        """Search for the best plans to all targets.

        Args:
            mode: What the plans may rest on.
            limits: The budget and the deadline.
            objective: What to minimise first; None for that of the request.
            count: How many plans to find at most for each target.

        Returns:
            The plans to all targets, best first; up to `count` for each target.
        """
        solutions: list[Solution] = []
        for id in self.targets.ids:
            problem = Problem(id, self.route_finder(mode), self.figures, self.pace)
            result = search(problem, objective or self.request.objective, limits, count)
            solutions += result.solutions
            if not result.is_proven:
                self._ended_early.add(id)
        return sorted(solutions, key=lambda solution: solution.objective_value)

    @property
    def is_proven(self) -> bool:
        """Whether every search so far looked at every plan."""
        return not self._ended_early and self._resources.has_all_routes

    def price(self, id: str) -> Cost:
        """Return what a certification itself costs the person."""
        certification, buyer = self.catalog.certifications[id], self.figures.buyer
        return cost_of(certification, buyer, self.catalog.tables, self.goal.budget)

    def plan_limits(self) -> PlanLimits:
        """Return the limits as the person gave them: money in its own currency, a date."""
        return PlanLimits(
            budget=self.goal.budget,
            until=None if self.limits.until == NO_LIMIT else date.fromordinal(self.limits.until),
            hours_per_week=self.pace.hours_per_week,
            pace_given=self.pace_given,
        )

    @property
    def lapsed(self) -> Mapping[str, ReinstatableCredential]:
        """The person's credentials that can be reinstated, by id."""
        return self._resources.lapsed

    @property
    def has_limits(self) -> bool:
        """Whether there is a budget or a deadline."""
        return self.limits != Limits()

    @property
    def pace_given(self) -> bool:
        """Whether the person said how many hours a week they study."""
        return bool(self.goal.hours_per_week)

    def _choose_currency(self) -> str:
        """The currency of the budget, else of a target's price, else US dollars."""
        buyer = self._resources.figures("USD").buyer
        prices = (price_for(self.catalog.certifications[id], buyer) for id in self.targets.ids)
        currencies = [price.currency for price in prices if price]
        if self.goal.budget:
            currencies.insert(0, self.goal.budget.currency)
        rates = {"USD", *self.catalog.tables.per_usd}
        return next((currency for currency in currencies if currency in rates), "USD")

    def _budget_cents(self) -> int:
        """The budget in cents of the plan's currency; no limit if it cannot be converted."""
        cents = self.figures.cents(self.goal.budget) if self.goal.budget else None
        return NO_LIMIT if cents is None else cents

    def _deadline(self) -> int:
        if self.request.until is not None:
            return self.request.until.toordinal()
        within = self.goal.within
        return NO_LIMIT if within is None else horizon_end(within, self.evidence).toordinal()

    def _pace(self) -> Pace:
        return Pace(
            start=self.evidence.as_of.toordinal(),
            hours_per_week=self._resources.hours_per_week,
            member_of=self.evidence.profile.memberships or (),
        )
