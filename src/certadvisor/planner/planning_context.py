"""The planning context of one request: targets, evidence, figures, pace and limits."""

from datetime import date

from certadvisor.advice.career.role_certifications import wanted_in
from certadvisor.advice.cost import NOTHING_KNOWN
from certadvisor.advice.recommend.gates import gate_of
from certadvisor.advice.recommend.recommendations import Gate
from certadvisor.advice.target import target_of
from certadvisor.catalog.records import Money
from certadvisor.planner.branch_and_bound import Found, Limits, Problem, search
from certadvisor.planner.figures import Figures
from certadvisor.planner.objective import NO_LIMIT
from certadvisor.planner.plan_result import Limit, RoleAsks, Wish
from certadvisor.planner.planning_assumptions import supposed
from certadvisor.planner.routes import Mode, Ways
from certadvisor.planner.schedule import Pace
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome

WORTH_AS_MUCH = ("absorbed", "same-level")
OUTGROWN = (*WORTH_AS_MUCH, "too-junior")


class Setting:
    """One request, prepared for searching; the routes of each mode are found once.

    Args:
        evidence: The person's evidence on the day on which the plan starts.
        request: What to plan.
    """

    def __init__(self, evidence: Evidence, wish: Wish) -> None:
        self.evidence = evidence
        self.wish = wish
        self.catalog = evidence.catalog
        self.goal = evidence.profile.goal
        self.wanted = target_of(evidence)
        self.supposed = supposed(evidence)
        self._present = Timeline(evidence)
        self.targets, self.role = self._aims()
        self.outgrown = self._outgrown(wish.id) if wish.kind == "certification" else None
        self.held = self._held()
        self.figures = Figures(self.catalog, evidence.profile.country, self._currency())
        self.limits = Limits(self._budget(), self._until())
        self.pace = self._pace()
        self._timeline = Timeline(self.supposed.evidence)
        self._ways: dict[Mode, Ways] = {}

    def ways(self, mode: Mode) -> Ways:
        """Return the routes that a mode allows."""
        if mode not in self._ways:
            self._ways[mode] = Ways(self._timeline, mode)
        return self._ways[mode]

    def best(
        self,
        mode: Mode,
        limits: Limits,
        by: str | None = None,
        most: int = 1,
        hours_per_week: float | None = None,
    ) -> list[Found]:
        """Search for the best plans to all targets.

        Args:
            mode: What the plans may rest on.
            limits: The budget and the deadline.
            objective: FASTEST or CHEAPEST; None for that of the request.
            count: How many plans to find at most for each target.
            hours_per_week: Another pace of study; None for the person's own.

        Returns:
            The plans to all targets, best first; up to `count` for each target.
        """
        found: list[Found] = []
        pace = self.pace._replace(hours_per_week=hours_per_week or self.pace.hours_per_week)
        for id in self.targets:
            problem = Problem(id, self.ways(mode), self.figures, pace)
            found += search(problem, by or self.wish.by, limits, most)
        return sorted(found, key=lambda one: one.worth)

    def limit(self) -> Limit:
        """Return the limits as the person gave them: money in its own currency, a date."""
        return Limit(
            budget=self.goal.budget,
            until=None if self.limits.until == NO_LIMIT else date.fromordinal(self.limits.until),
            hours_per_week=self.pace.hours_per_week,
            pace_told=bool(self.goal.hours_per_week),
        )

    @property
    def limited(self) -> bool:
        """Whether there is a budget or a deadline."""
        return self.limits != Limits()

    def _aims(self) -> tuple[tuple[str, ...], RoleAsks | None]:
        """The requested certification, or those of the role that the person has not outgrown."""
        if self.wish.kind == "certification":
            return (self.wish.id,), None
        role = self.catalog.roles[self.wish.id]
        preferred, helpful, _ = wanted_in(role, self.evidence.profile.country)
        known = [id for id in preferred or helpful if id in self.catalog.certifications]
        passed: list[tuple[str, str]] = []
        for id in known:
            gate = self._outgrown(id)
            if gate is not None:
                passed.append((id, gate.gate))
        outgrown = {id for id, _ in passed}
        left = tuple(id for id in known if id not in outgrown)
        return left, RoleAsks(role.id, tuple(known), bool(preferred), tuple(passed))

    def _outgrown(self, id: str) -> Gate | None:
        """The gate that makes a certification pointless for this person; None if there is none."""
        certification = self.catalog.certifications[id]
        # Without a known cost no gate of the budget applies: the budget is a limit of the search.
        gate = gate_of(certification, self._present, self.wanted, lambda _: NOTHING_KNOWN)
        return gate if gate is not None and gate.gate in OUTGROWN else None

    def _held(self) -> str | None:
        """A target that the person holds already.

        For a role, a certification that makes one of its own pointless counts too.
        """
        asked = self.role.wanted if self.role else self.targets
        for id in asked:
            if holds.held(id, self.evidence, self.evidence.as_of) is Outcome.MET:
                return id
        gates = (self._outgrown(id) for id in asked) if self.role else ()
        worth = (gate.reason.values for gate in gates if gate and gate.gate in WORTH_AS_MUCH)
        return next((str(values.get("by") or values.get("as")) for values in worth), None)

    def _currency(self) -> str:
        """The currency of the budget, else of a target's price, else US dollars."""
        budget = self.goal.budget
        offered = [budget.currency] if budget else []
        for id in self.targets:
            offered += [price.currency for price in self.catalog.certifications[id].prices[:1]]
        rates = {"USD", *self.catalog.tables.per_usd}
        return next((currency for currency in offered if currency in rates), "USD")

    def _budget(self) -> int:
        """The budget in cents of the plan's currency; no limit if it cannot be converted."""
        cents = self.figures.cents(self.goal.budget) if self.goal.budget else None
        return NO_LIMIT if cents is None else cents

    def _until(self) -> int:
        if self.wish.until is not None:
            return self.wish.until.toordinal()
        return self.wanted.until.toordinal() if self.wanted.named_horizon else NO_LIMIT

    def _pace(self) -> Pace:
        usual = self.catalog.tables.values["plan"]["hours_per_week"]
        return Pace(
            first=self.evidence.as_of.toordinal(),
            hours_per_week=self.goal.hours_per_week or usual,
            member_of=self.evidence.profile.memberships or (),
        )

    def money(self, cents: int) -> Money:
        """Convert cents to an amount in the plan's currency."""
        return self.figures.money(cents)
