"""The best plan, found exactly: branch and bound over the routes to each certification.

A node has a chosen route for some certifications; others are pending. Its lower bound is
admissible, that is, never above the objective value of any plan below the node: what is chosen is
paid for and studied, each pending certification costs at least its cheapest exam price, all of
them together at least what the most expensive one still needs, and nothing is earned before the
days on which its routes are open. A node is cut if it cannot beat the incumbent, or if it
certainly exceeds the budget or the deadline.
Plans are ordered by their objective value (see `objective_value`), so the best one is unique.

The search ends after `MAX_NODES` nodes, as an own catalogue may hold a problem that takes years;
what it has found by then is returned as not proven to be the best.
"""

from bisect import insort
from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple, Protocol, assert_never

from certadvisor.planner.actions import COURSE, EARN, TRAINING, Action, ActionKind, Route
from certadvisor.planner.day_intervals import first_day_from
from certadvisor.planner.figures import Amount
from certadvisor.planner.objective import (
    NO_LIMIT,
    ObjectiveValue,
    PlanObjective,
    objective_value,
    order_figures,
    penalties,
)
from certadvisor.planner.schedule import (
    Pace,
    Pricing,
    Purchases,
    ScheduledCertification,
    Selection,
    actions_of,
    collect_purchases,
    days_to_decide,
    hours_to_study,
    schedule,
    training_hours,
)

_End = Callable[[Amount], int]  # picks one end of an amount
_low: _End = attrgetter("low")
_likely: _End = attrgetter("likely")

BOUNDED = 6  # the figures of the objective value that a bound is known of: all but the names
MAX_NODES = 2_000  # the problems of the built-in catalogue take 250 at most


class Limits(NamedTuple):
    """The highest cost in cents and the last day (ordinal) allowed; `NO_LIMIT` for no limit.

    A plan keeps within the budget if the low end of its cost does: its likely cost may exceed it.
    """

    budget: int = NO_LIMIT
    until: int = NO_LIMIT


class Solution(NamedTuple):
    """A complete plan with its objective value, purchases and schedule."""

    objective_value: ObjectiveValue
    target: str
    selection: Selection
    purchases: Purchases
    schedule: tuple[ScheduledCertification, ...]

    @property
    def finish(self) -> int:
        """The ordinal of the day on which the target is earned."""
        return self.schedule[-1].earned


class RouteSource(Protocol):
    """Where the search gets its routes from."""

    def routes_for(self, id: str) -> tuple[Route, ...]:
        """List every route to a certification; empty if there is none."""


class Problem(NamedTuple):
    """The target, the routes to it, and the figures that plans are calculated with."""

    target: str
    route_source: RouteSource
    pricing: Pricing
    pace: Pace


class SearchResult(NamedTuple):
    """The best plans, best first; `is_proven` where every other plan was ruled out."""

    solutions: list[Solution]
    is_proven: bool


def search(
    problem: Problem, objective: PlanObjective, limits: Limits, count: int = 1
) -> SearchResult:
    """Find the best plan through each route to the target.

    Args:
        problem: What to reach, and by which routes and figures.
        objective: What to minimise first.
        limits: The budget and the deadline.
        count: How many plans to return at most.

    Returns:
        The plans; none if none keeps the limits, or if the search ended before it found one.
    """
    searcher = _BranchAndBound(problem, objective, limits)
    solutions: list[Solution] = []
    routes = problem.route_source.routes_for(problem.target)
    # Most certifications have one route, which needs no bound to come first.
    ordered = sorted(routes, key=searcher.lower_bound) if len(routes) > 1 else routes
    for route in ordered:
        # A plan has to beat the last of the list to get onto it.
        searcher.reset(solutions[count - 1] if len(solutions) >= count else None)
        searcher.branch({problem.target: route}, list(route.prerequisites))
        # The incumbent may still be the plan to beat, which is in the list already; and another
        # route may lead to a plan of the same actions.
        found, known = searcher.incumbent, {one.objective_value for one in solutions}
        if found is not None and found.objective_value not in known:
            insort(solutions, found, key=lambda solution: solution.objective_value)
    return SearchResult(solutions[:count], searcher.nodes <= MAX_NODES)


class _BranchAndBound:
    def __init__(self, problem: Problem, objective: PlanObjective, limits: Limits) -> None:
        self.problem = problem
        self.objective = objective
        self.limits = limits
        self.incumbent: Solution | None = None
        self.nodes = 0
        self._least_exam_prices: dict[tuple[str, _End], int] = {}
        self._earliest_open_days: dict[str, int | None] = {}

    def reset(self, incumbent: Solution | None) -> None:
        """Start over; only plans better than `incumbent` will be kept."""
        self.incumbent = incumbent

    def lower_bound(self, route: Route) -> tuple[int, ...]:
        """Lower bound of the objective over all plans through `route`."""
        bound = self._bound({self.problem.target: route}, list(route.prerequisites))
        return bound or (NO_LIMIT,)

    def branch(self, chosen: dict[str, Route], pending: list[str]) -> None:
        """Branch on the routes to the first pending certification, the most promising first."""
        self.nodes += 1
        # Counted and not timed, so that the same question always has the same answer.
        if self.nodes > MAX_NODES:
            return
        if not pending:
            self._evaluate(chosen)
            return
        bound = self._bound(chosen, pending)
        # A bound equal to the incumbent stays: names, the last figure, may still break the tie.
        if bound is None or (
            self.incumbent is not None and bound > self.incumbent.objective_value[:BOUNDED]
        ):
            return
        id, *rest = pending
        branches: list[tuple[tuple[int, ...], int, dict[str, Route], list[str]]] = []
        for index, route in enumerate(self.problem.route_source.routes_for(id)):
            extended = {**chosen, id: route}
            added = [one for one in route.prerequisites if one not in extended and one not in rest]
            if not _is_circular(id, extended):
                still_pending = [*rest, *added]
                branch_bound = self._bound(extended, still_pending)
                if branch_bound is not None:
                    branches.append((branch_bound, index, extended, still_pending))
        for branch_bound, _, extended, still_pending in sorted(
            branches, key=lambda branch: branch[:2]
        ):
            # Checked again, since an earlier branch may have found a better incumbent.
            if self.incumbent is None or branch_bound <= self.incumbent.objective_value[:BOUNDED]:
                self.branch(extended, still_pending)

    def _evaluate(self, chosen: dict[str, Route]) -> None:
        problem = self.problem
        purchases = collect_purchases(chosen, problem.pricing, problem.pace.member_of)
        if purchases.total.low > self.limits.budget:
            return
        dates = schedule(chosen, problem.target, problem.pricing, problem.pace)
        if dates is None or dates[-1].earned > self.limits.until:
            return
        value = objective_value(
            chosen, self.objective, purchases.total.likely, dates[-1].earned, problem.target
        )
        if self.incumbent is None or value < self.incumbent.objective_value:
            self.incumbent = Solution(value, problem.target, chosen, purchases, dates)

    def _bound(self, chosen: dict[str, Route], pending: list[str]) -> tuple[int, ...] | None:
        """Lower bound of all figures of the objective value but the names.

        None if every plan below this node breaks a limit. For the fastest plan they are gaps,
        assumptions, what is earned anew, finish, cost and number of actions.
        """
        actions = actions_of(chosen)
        finish = self._finish_bound(chosen, pending)
        if finish is None or finish > self.limits.until:
            return None
        budget = self.limits.budget
        if budget != NO_LIMIT and self._cost_bound(chosen, actions, pending, _low) > budget:
            return None
        cost = self._cost_bound(chosen, actions, pending, _likely)
        first, second = order_figures(self.objective, cost, finish)
        return *penalties(actions), first, second, len(actions)

    def _cost_bound(
        self, chosen: dict[str, Route], actions: frozenset[Action], pending: list[str], end: _End
    ) -> int:
        """Lower bound of one end of the cost in cents; the exact cost if nothing is pending."""
        if not pending:
            problem = self.problem
            return end(collect_purchases(chosen, problem.pricing, problem.pace.member_of).total)
        needed = [*chosen, *pending]
        committed = sum(self._least_exam_price(id, end) for id in needed)
        committed += sum(
            self._price_of(action, end) for action in actions if action.kind is not EARN
        )
        longest = training_hours(chosen)
        # Pending certifications may share actions, so their costs must not be added up: only the
        # largest of their least costs is certain to come on top.
        extra = 0
        for id in pending:
            options = [
                sum(
                    self._extra_cost(action, actions, longest, needed, end)
                    for action in route.actions
                )
                for route in self.problem.route_source.routes_for(id)
            ]
            extra = max(extra, min(options, default=NO_LIMIT))
        return committed + extra

    def _extra_cost(
        self,
        action: Action,
        actions: frozenset[Action],
        longest: dict[str, int],
        needed: list[str],
        end: _End,
    ) -> int:
        """The least that an action adds to the cost of the choices made so far."""
        if action in actions:
            return 0
        if action.kind is EARN:
            return 0 if action.name in needed else self._least_exam_price(action.name, end)
        if action.kind is TRAINING:
            hours_done = longest.get(action.name, 0)
            return self._price_of(action, end) - self._price_of(
                action._replace(hours=min(hours_done, action.hours)), end
            )
        return self._price_of(action, end)

    def _price_of(self, action: Action, end: _End) -> int:
        pricing = self.problem.pricing
        match action.kind:
            case ActionKind.TRAINING:
                return end(pricing.training(action.hours)) if action.hours else 0
            case ActionKind.COURSE:
                return end(pricing.course(action.name))
            case ActionKind.MEMBERSHIP:
                return end(pricing.fee(action.name))
            case (
                ActionKind.EARN
                | ActionKind.REINSTATE
                | ActionKind.ANEW
                | ActionKind.ASK
                | ActionKind.LACK
            ):
                return 0
            case _:
                assert_never(action.kind)

    def _least_exam_price(self, id: str, end: _End) -> int:
        """The least that the last step can cost: the member price, without the membership's fee.

        Whether it is the exam or reinstating is left open, as it is for what is pending.
        """
        key = id, end
        if key not in self._least_exam_prices:
            price, terms = self.problem.pricing.exam(id), self.problem.pricing.reinstatement(id)
            offers = [price.non_member, price.member or price.non_member]
            if terms is not None:
                fees = (terms.fee.non_member, terms.fee.member or terms.fee.non_member)
                offers += [fee.plus(terms.units) for fee in fees]
            self._least_exam_prices[key] = min(map(end, offers))
        return self._least_exam_prices[key]

    def _finish_bound(self, chosen: dict[str, Route], pending: list[str]) -> int | None:
        """Lower bound of the finish; None if a route is never open.

        It is the day on which all study is done and every route has been open.
        """
        pricing, pace = self.problem.pricing, self.problem.pace
        hours = sum(training_hours(chosen).values())
        hours += sum(hours_to_study(id, route, pricing).likely for id, route in chosen.items())
        hours += sum(self._least_study(id) for id in pending)
        day = pace.day_done(hours)
        for id in pending:
            earliest = self._earliest_open_day(id)
            if earliest is None:
                return None
            day = max(day, earliest)
        # A chosen route needs at least its own courses before the application, and then the
        # decision. Other prerequisites can only make it later.
        for id, route in chosen.items():
            earliest = first_day_from(route.open_days, self._courses_end(route.actions))
            if earliest is None:
                return None
            day = max(day, earliest + days_to_decide(id, route, pricing))
        day = max(day, self._courses_end(actions_of(chosen)))
        return first_day_from(chosen[self.problem.target].open_days, day)

    def _least_study(self, id: str) -> int:
        """The fewest hours of study: for the exam, or of the units that reinstate it."""
        hours, terms = self.problem.pricing.study(id), self.problem.pricing.reinstatement(id)
        return hours.likely if terms is None else min(hours.likely, terms.hours.likely)

    def _earliest_open_day(self, id: str) -> int | None:
        """The first day on which any route to a certification is open and its courses are done."""
        if id not in self._earliest_open_days:
            routes = self.problem.route_source.routes_for(id)
            days = [
                first_day_from(route.open_days, self._courses_end(route.actions))
                for route in routes
            ]
            self._earliest_open_days[id] = min(
                (day for day in days if day is not None), default=None
            )
        return self._earliest_open_days[id]

    def _courses_end(self, actions: frozenset[Action]) -> int:
        pricing, pace = self.problem.pricing, self.problem.pace
        names = (action.name for action in actions if action.kind is COURSE)
        return pace.start + sum(pricing.course_days(name) for name in names)


def _is_circular(id: str, chosen: dict[str, Route]) -> bool:
    """Whether a certification would have to be earned before itself."""
    seen: set[str] = set()
    pending = list(chosen[id].prerequisites)
    while pending:
        prerequisite = pending.pop()
        if prerequisite == id:
            return True
        if prerequisite not in seen and prerequisite in chosen:
            seen.add(prerequisite)
            pending += chosen[prerequisite].prerequisites
    return False
