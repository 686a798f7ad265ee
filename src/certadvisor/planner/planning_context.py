"""The planning context of one request: targets, evidence, figures, pace and limits."""

from datetime import date

from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.advice.cost import UNKNOWN_COST
from certadvisor.advice.recommend.gates import find_gate
from certadvisor.advice.recommend.recommendations import Gate, GateKind
from certadvisor.advice.target import target_of
from certadvisor.planner.branch_and_bound import Limits, Problem, Solution, search
from certadvisor.planner.figures import Figures
from certadvisor.planner.objective import NO_LIMIT, PlanObjective
from certadvisor.planner.plan_result import PlanLimits, PlanRequest, RoleRequirements
from certadvisor.planner.planning_assumptions import planning_evidence
from certadvisor.planner.routes import PlanningMode, RouteFinder
from certadvisor.planner.schedule import Pace
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome

EQUIVALENT_GATES = (GateKind.ABSORBED, GateKind.SAME_LEVEL)
OUTGROWN_GATES = (*EQUIVALENT_GATES, GateKind.TOO_JUNIOR)


class PlanningContext:
    """One request, prepared for searching; the routes of each mode are found once.

    Args:
        evidence: The person's evidence on the day on which the plan starts.
        request: What to plan.
    """

    def __init__(self, evidence: Evidence, request: PlanRequest) -> None:
        self.evidence = evidence
        self.request = request
        self.catalog = evidence.catalog
        self.goal = evidence.profile.goal
        self.career_target = target_of(evidence)
        self.planning_evidence = planning_evidence(evidence)
        self._present_timeline = Timeline(evidence)
        self.targets, self.role = self._find_targets()
        self.outgrown_gate = (
            self._find_outgrown_gate(request.id) if request.kind is GoalKind.CERTIFICATION else None
        )
        self.held_certification = self._find_held()
        self.figures = Figures(self.catalog, evidence.profile.country, self._choose_currency())
        self.limits = Limits(self._budget_cents(), self._deadline())
        self.pace = self._pace()
        self._planning_timeline = Timeline(self.planning_evidence.evidence)
        self._route_finders: dict[PlanningMode, RouteFinder] = {}
        self._searches_proven = True

    def route_finder(self, mode: PlanningMode) -> RouteFinder:
        """Return the routes that a mode allows."""
        if mode not in self._route_finders:
            self._route_finders[mode] = RouteFinder(self._planning_timeline, mode)
        return self._route_finders[mode]

    def find_best(
        self,
        mode: PlanningMode,
        limits: Limits,
        objective: PlanObjective | None = None,
        count: int = 1,
        hours_per_week: float | None = None,
    ) -> list[Solution]:
        """Search for the best plans to all targets.

        Args:
            mode: What the plans may rest on.
            limits: The budget and the deadline.
            objective: What to minimise first; None for that of the request.
            count: How many plans to find at most for each target.
            hours_per_week: Another pace of study; None for the person's own.

        Returns:
            The plans to all targets, best first; up to `count` for each target.
        """
        solutions: list[Solution] = []
        pace = self.pace._replace(hours_per_week=hours_per_week or self.pace.hours_per_week)
        for id in self.targets:
            problem = Problem(id, self.route_finder(mode), self.figures, pace)
            result = search(problem, objective or self.request.objective, limits, count)
            solutions += result.solutions
            self._searches_proven = self._searches_proven and result.is_proven
        return sorted(solutions, key=lambda solution: solution.objective_value)

    @property
    def is_proven(self) -> bool:
        """Whether every search so far looked at every plan."""
        routes_followed = not any(one.is_cut_short for one in self._route_finders.values())
        return self._searches_proven and routes_followed

    def plan_limits(self) -> PlanLimits:
        """Return the limits as the person gave them: money in its own currency, a date."""
        return PlanLimits(
            budget=self.goal.budget,
            until=None if self.limits.until == NO_LIMIT else date.fromordinal(self.limits.until),
            hours_per_week=self.pace.hours_per_week,
            pace_given=bool(self.goal.hours_per_week),
        )

    @property
    def has_limits(self) -> bool:
        """Whether there is a budget or a deadline."""
        return self.limits != Limits()

    def _find_targets(self) -> tuple[tuple[str, ...], RoleRequirements | None]:
        """The requested certification, or those of the role that the person has not outgrown."""
        if self.request.kind is GoalKind.CERTIFICATION:
            return (self.request.id,), None
        role = self.catalog.roles[self.request.id]
        expected = certifications_for_role(role, self.evidence.profile.country)
        known_ids = [
            id for id in expected.preferred or expected.helpful if id in self.catalog.certifications
        ]
        outgrown: list[tuple[str, GateKind]] = []
        for id in known_ids:
            gate = self._find_outgrown_gate(id)
            if gate is not None:
                outgrown.append((id, gate.kind))
        outgrown_ids = {id for id, _ in outgrown}
        targets = tuple(id for id in known_ids if id not in outgrown_ids)
        return targets, RoleRequirements(
            role.id,
            tuple(known_ids),
            bool(expected.preferred),
            tuple(id for id in known_ids if id in expected.sourced),
            tuple(outgrown),
        )

    def _find_outgrown_gate(self, id: str) -> Gate | None:
        """The gate that makes a certification pointless for this person; None if there is none."""
        certification = self.catalog.certifications[id]
        # Without a known cost no gate of the budget applies: the budget is a limit of the search.
        gate = find_gate(
            certification, self._present_timeline, self.career_target, lambda _: UNKNOWN_COST
        )
        return gate if gate is not None and gate.kind in OUTGROWN_GATES else None

    def _find_held(self) -> str | None:
        """A target that the person holds already.

        For a role, a certification that makes one of its own pointless counts too.
        """
        candidates = self.role.certifications if self.role else self.targets
        for id in candidates:
            if holds.judge_certification(id, self.evidence, self.evidence.as_of) is Outcome.MET:
                return id
        gates = (self._find_outgrown_gate(id) for id in candidates) if self.role else ()
        equivalents = (
            gate.reason.values for gate in gates if gate and gate.kind in EQUIVALENT_GATES
        )
        return next((str(values.get("by") or values.get("as")) for values in equivalents), None)

    def _choose_currency(self) -> str:
        """The currency of the budget, else of a target's price, else US dollars."""
        budget = self.goal.budget
        currencies = [budget.currency] if budget else []
        for id in self.targets:
            currencies += [price.currency for price in self.catalog.certifications[id].prices[:1]]
        rates = {"USD", *self.catalog.tables.per_usd}
        return next((currency for currency in currencies if currency in rates), "USD")

    def _budget_cents(self) -> int:
        """The budget in cents of the plan's currency; no limit if it cannot be converted."""
        cents = self.figures.cents(self.goal.budget) if self.goal.budget else None
        return NO_LIMIT if cents is None else cents

    def _deadline(self) -> int:
        if self.request.until is not None:
            return self.request.until.toordinal()
        return (
            self.career_target.horizon_end.toordinal()
            if self.career_target.has_own_horizon
            else NO_LIMIT
        )

    def _pace(self) -> Pace:
        usual = self.catalog.tables.values["plan"]["hours_per_week"]
        return Pace(
            start=self.evidence.as_of.toordinal(),
            hours_per_week=self.goal.hours_per_week or usual,
            member_of=self.evidence.profile.memberships or (),
        )
