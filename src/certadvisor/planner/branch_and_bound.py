"""The best plan, found exactly: branch and bound over the routes to each certification.

A node has a chosen route for some certifications; others are pending. Its lower bound is
admissible, that is, never above the objective value of any plan below the node: what is chosen is
paid for and studied, each pending certification costs at least its cheapest exam price, all of
them together at least what the most expensive one still needs, and nothing is earned before the
days on which its routes are open. A node is cut if it cannot beat the incumbent, or if it
certainly exceeds the budget or the deadline.
Plans are ordered by their objective value (see `objective_value`), so the best one is unique.
"""

from bisect import insort
from typing import NamedTuple, Protocol

from certadvisor.planner.actions import Act, Way
from certadvisor.planner.day_intervals import first_from
from certadvisor.planner.objective import FASTEST, NO_LIMIT, Worth, burden, worth_of
from certadvisor.planner.schedule import (
    Bought,
    Dated,
    Pace,
    Pricing,
    Selection,
    acts_of,
    bought,
    dated,
    training_of,
)


class Limits(NamedTuple):
    """The highest cost in cents and the last day (ordinal) allowed; `NO_LIMIT` for no limit."""

    budget: int = NO_LIMIT
    until: int = NO_LIMIT


class Found(NamedTuple):
    """A complete plan with its objective value, purchases and schedule."""

    worth: Worth
    target: str
    selection: Selection
    bought: Bought
    dated: tuple[Dated, ...]

    @property
    def finish(self) -> int:
        """The ordinal of the day on which the target is earned."""
        return self.dated[-1].earned


class Choices(Protocol):
    """Where the search gets its routes from."""

    def to(self, id: str) -> tuple[Way, ...]:
        """List every route to a certification; empty if there is none."""


class Problem(NamedTuple):
    """The target, the routes to it, and the figures that plans are calculated with."""

    target: str
    ways: Choices
    pricing: Pricing
    pace: Pace


def search(problem: Problem, by: str, limits: Limits, most: int = 1) -> list[Found]:
    """Find the best plan through each route to the target.

    Args:
        problem: What to reach, and by which routes and figures.
        objective: What to minimise first: FASTEST or CHEAPEST.
        limits: The budget and the deadline.
        count: How many plans to return at most.

    Returns:
        The plans, best first; empty if none keeps the limits.
    """
    searcher = _Search(problem, by, limits)
    found: list[Found] = []
    ways = problem.ways.to(problem.target)
    for way in sorted(ways, key=searcher.promise):
        # A plan has to beat the last of the list to get onto it.
        searcher.begin(found[most - 1] if len(found) >= most else None)
        searcher.go_on({problem.target: way}, list(way.earns))
        # The incumbent may still be the plan to beat, which is in the list already.
        if searcher.best is not None and searcher.best not in found[:most]:
            insort(found, searcher.best, key=lambda one: one.worth)
    return found[:most]


class _Search:
    def __init__(self, problem: Problem, by: str, limits: Limits) -> None:
        self.problem = problem
        self.by = by
        self.limits = limits
        self.best: Found | None = None
        self._floors: dict[str, int] = {}
        self._earliest: dict[str, int | None] = {}

    def begin(self, to_beat: Found | None) -> None:
        """Start over; only plans better than `incumbent` will be kept."""
        self.best = to_beat

    def promise(self, way: Way) -> tuple[int, ...]:
        """Lower bound of the objective over all plans through `route`."""
        bounds = self._bounds({self.problem.target: way}, list(way.earns))
        return bounds or (NO_LIMIT,)

    def go_on(self, chosen: dict[str, Way], pending: list[str]) -> None:
        """Branch on the routes to the first pending certification, the most promising first."""
        bounds = self._bounds(chosen, pending)
        # A bound equal to the incumbent stays: names, the last figure, may still break the tie.
        if bounds is None or (self.best is not None and bounds > self.best.worth[:5]):
            return
        if not pending:
            self._weigh(chosen)
            return
        id, *rest = pending
        branches: list[tuple[tuple[int, ...], int, dict[str, Way], list[str]]] = []
        for number, way in enumerate(self.problem.ways.to(id)):
            taken = {**chosen, id: way}
            new = [one for one in way.earns if one not in taken and one not in rest]
            if not _circular(id, taken):
                more = [*rest, *new]
                promised = self._bounds(taken, more)
                if promised is not None:
                    branches.append((promised, number, taken, more))
        for promised, _, taken, more in sorted(branches, key=lambda branch: branch[:2]):
            # Checked again, since an earlier branch may have found a better incumbent.
            if self.best is None or promised <= self.best.worth[:5]:
                self.go_on(taken, more)

    def _weigh(self, chosen: dict[str, Way]) -> None:
        problem = self.problem
        days = dated(chosen, problem.target, problem.pricing, problem.pace)
        if days is None or days[-1].earned > self.limits.until:
            return
        paid = bought(chosen, problem.pricing, problem.pace.member_of)
        worth = worth_of(chosen, self.by, paid.total.likely, days[-1].earned, problem.target)
        if self.best is None or worth < self.best.worth:
            self.best = Found(worth, problem.target, chosen, paid, days)

    def _bounds(self, chosen: dict[str, Way], pending: list[str]) -> tuple[int, ...] | None:
        """Lower bound of the first five figures of the objective value.

        None if every plan below this node breaks a limit. With FASTEST the figures are gaps,
        assumptions, finish, cost and number of actions.
        """
        acts = acts_of(chosen)
        cost = self._least_cost(chosen, acts, pending)
        finish = self._least_day(chosen, pending)
        if finish is None or cost > self.limits.budget or finish > self.limits.until:
            return None
        first, second = (finish, cost) if self.by == FASTEST else (cost, finish)
        return *burden(acts), first, second, len(acts)

    def _least_cost(self, chosen: dict[str, Way], acts: frozenset[Act], pending: list[str]) -> int:
        """Lower bound of the cost in cents; the exact cost if nothing is pending."""
        if not pending:
            problem = self.problem
            return bought(chosen, problem.pricing, problem.pace.member_of).total.likely
        needed = [*chosen, *pending]
        sure = sum(self._own_exam(id) for id in needed)
        sure += sum(self._price(act) for act in acts if act.sort != "earn")
        longest = training_of(chosen)
        # Pending certifications may share actions, so their costs must not be added up: only the
        # largest of their least costs is certain to come on top.
        more = 0
        for id in pending:
            options = [
                sum(self._more(act, acts, longest, needed) for act in way.acts)
                for way in self.problem.ways.to(id)
            ]
            more = max(more, min(options, default=NO_LIMIT))
        return sure + more

    def _more(
        self, act: Act, acts: frozenset[Act], longest: dict[str, int], needed: list[str]
    ) -> int:
        """The least that an action adds to the cost of the choices made so far."""
        if act in acts or (act.sort == "earn" and act.name in needed):
            return 0
        if act.sort == "earn":
            return self._own_exam(act.name)
        if act.sort == "training":
            had = longest.get(act.name, 0)
            return self._price(act) - self._price(act._replace(hours=min(had, act.hours)))
        return self._price(act)

    def _price(self, act: Act) -> int:
        pricing = self.problem.pricing
        if act.sort == "training":
            return pricing.training(act.hours).likely if act.hours else 0
        if act.sort == "course":
            return pricing.course(act.name).likely
        if act.sort == "membership":
            return pricing.fee(act.name).likely
        return 0

    def _own_exam(self, id: str) -> int:
        """The least that an exam can cost: the member price, without the membership's fee."""
        if id not in self._floors:
            price = self.problem.pricing.exam(id)
            member = price.member.likely if price.member else price.other.likely
            self._floors[id] = min(price.other.likely, member)
        return self._floors[id]

    def _least_day(self, chosen: dict[str, Way], pending: list[str]) -> int | None:
        """Lower bound of the finish; None if a route is never open.

        It is the day on which all study is done and every route has been open.
        """
        pricing, pace = self.problem.pricing, self.problem.pace
        hours = sum(training_of(chosen).values())
        hours += sum(pricing.study(id).likely for id in (*chosen, *pending))
        day = pace.day(hours)
        for id in pending:
            earliest = self._opens(id)
            if earliest is None:
                return None
            day = max(day, earliest)
        # A chosen route needs at least its own courses before the application, and then the
        # decision. Other prerequisites can only make it later.
        for id, way in chosen.items():
            earliest = first_from(way.open, self._courses_end(way.acts))
            if earliest is None:
                return None
            day = max(day, earliest + pricing.decision_days(id))
        day = max(day, self._courses_end(acts_of(chosen)))
        return first_from(chosen[self.problem.target].open, day)

    def _opens(self, id: str) -> int | None:
        """The first day on which any route to a certification is open and its courses are done."""
        if id not in self._earliest:
            ways = self.problem.ways.to(id)
            days = [first_from(way.open, self._courses_end(way.acts)) for way in ways]
            self._earliest[id] = min((day for day in days if day is not None), default=None)
        return self._earliest[id]

    def _courses_end(self, acts: frozenset[Act]) -> int:
        pricing, pace = self.problem.pricing, self.problem.pace
        names = (act.name for act in acts if act.sort == "course")
        return pace.first + sum(pricing.course_days(name) for name in names)


def _circular(id: str, chosen: dict[str, Way]) -> bool:
    """Whether a certification would have to be earned before itself."""
    seen: set[str] = set()
    pending = list(chosen[id].earns)
    while pending:
        one = pending.pop()
        if one == id:
            return True
        if one not in seen and one in chosen:
            seen.add(one)
            pending += chosen[one].earns
    return False
