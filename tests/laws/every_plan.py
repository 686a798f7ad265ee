"""The best plan of a random problem by brute force: every possible plan is evaluated."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import permutations, product

from random_problems import AS_OF, Puzzle

from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Course,
    Holds,
    Membership,
    Requirement,
    Training,
)
from certadvisor.planner.actions import Action, ActionKind, Route
from certadvisor.planner.day_intervals import DayIntervals, first_day_from
from certadvisor.planner.objective import ObjectiveValue, objective_value
from certadvisor.planner.schedule import Selection, collect_purchases
from certadvisor.rules.leaves.training import missing_hours
from certadvisor.rules.outcome import Outcome


def best_by_force(puzzle: Puzzle, budget: float, until: float) -> ObjectiveValue | None:
    """Return the objective of the best plan to `a` over all selections and all orders."""
    worths = []
    for selection in _selections(_Options(puzzle), {}, ["a"]):
        finish = _earliest_end(selection, puzzle)
        cost = collect_purchases(selection, puzzle.prices, puzzle.pace.member_of).total.likely
        if finish is not None and finish <= until and cost <= budget:
            worths.append(objective_value(selection, puzzle.by, cost, finish, "a"))
    return min(worths, default=None)


DAYS_AHEAD = 1500  # days; longer than any random plan takes
DATES = [AS_OF + timedelta(days=n) for n in range(DAYS_AHEAD)]
ALWAYS = (1 << DAYS_AHEAD) - 1
Option = tuple[Action | None, int]  # an action or None, and the days as bits


class _Options:
    """All routes by every rule version, wasteful ones too; sets of days are bits of an int."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        self.timeline = puzzle.timeline
        self._routes: dict[str, list[Route]] = {}
        self._options_by_leaf: dict[object, list[Option]] = {}

    def routes(self, id: str) -> list[Route]:
        if id not in self._routes:
            routes = [*dict.fromkeys(self._all_routes(id))]
            if id in self.puzzle.lapsed:
                routes = [*self._reinstatements(id), *map(partial(_earned_anew, id), routes)]
            self._routes[id] = routes
        return self._routes[id]

    def _reinstatements(self, id: str) -> Iterator[Route]:
        certification = self.puzzle.catalog.certifications[id]
        days = sum(
            1 << n
            for n, day in enumerate(DATES)
            if certification.obtainable_on(day) is True and day <= self.puzzle.lapsed[id].until
        )
        if days:
            yield Route(frozenset({Action(ActionKind.REINSTATE, id)}), _intervals(days))

    def _all_routes(self, id: str) -> Iterator[Route]:
        certification = self.puzzle.catalog.certifications[id]
        for number, rule in enumerate(certification.rules):
            later = [version.since or AS_OF for version in certification.rules[number + 1 :]]
            first = rule.since or date.min
            in_force = sum(
                1 << n
                for n, day in enumerate(DATES)
                if certification.obtainable_on(day) is True
                and first <= day
                and all(since > day for since in later)
            )
            for leaves in _leaf_combinations(rule.award):
                for options in product(*(self._options_for(leaf) for leaf in leaves)):
                    days = in_force
                    for _, days_of_leaf in options:
                        days &= days_of_leaf
                    if days:
                        yield Route(
                            frozenset(action for action, _ in options if action), _intervals(days)
                        )

    def _options_for(self, leaf: Requirement) -> list[Option]:
        key = type(leaf), leaf
        if key not in self._options_by_leaf:
            run = self.timeline.outcomes(leaf)
            met = sum(1 << n for n, day in enumerate(DATES) if run.on(day) is Outcome.MET)
            self._options_by_leaf[key] = [
                (None, met),
                *((action, ALWAYS) for action in self._actions(leaf)),
            ]
        return self._options_by_leaf[key]

    def _actions(self, leaf: Requirement) -> list[Action]:
        if isinstance(leaf, Training):
            hours = missing_hours(leaf, self.puzzle.profile, AS_OF)
            return [Action(ActionKind.TRAINING, leaf.topic, hours)]
        if isinstance(leaf, Course):
            return [Action(ActionKind.COURSE, leaf.course)]
        if isinstance(leaf, Membership):
            return [Action(ActionKind.MEMBERSHIP, leaf.membership)]
        certifications = self.puzzle.catalog.certifications
        ids = leaf.certifications if isinstance(leaf, Holds) else ()
        return [Action(ActionKind.EARN, id) for id in ids if id in certifications]


def _earned_anew(id: str, route: Route) -> Route:
    return route._replace(actions=route.actions | {Action(ActionKind.ANEW, id)})


def _selections(
    options: _Options, chosen: dict[str, Route], pending: list[str]
) -> Iterator[Selection]:
    if not pending:
        yield chosen
        return
    id, *rest = pending
    for route in options.routes(id):
        prerequisites = [one for one in route.prerequisites if one not in {*chosen, *rest, id}]
        yield from _selections(options, {**chosen, id: route}, [*rest, *prerequisites])


def _leaf_combinations(requirement: Requirement) -> list[tuple[Requirement, ...]]:
    if isinstance(requirement, AnyOf):
        return [pick for child in requirement.children for pick in _leaf_combinations(child)]
    if isinstance(requirement, AllOf):
        combinations = product(*(_leaf_combinations(child) for child in requirement.children))
        return [tuple(leaf for part in parts for leaf in part) for parts in combinations]
    return [(requirement,)]


def _intervals(bits: int) -> DayIntervals:
    intervals: list[tuple[int, int]] = []
    day = AS_OF.toordinal()
    while bits:
        closed = (bits & -bits).bit_length() - 1
        bits >>= closed
        open_ = (~bits & (bits + 1)).bit_length() - 1
        bits >>= open_
        intervals.append((day + closed, day + closed + open_))
        day += closed + open_
    return tuple(intervals)


def _earliest_end(selection: Selection, puzzle: Puzzle) -> int | None:
    ends = (_end(order, selection, puzzle) for order in permutations(sorted(selection)))
    return min((end for end in ends if end is not None), default=None)


def _end(order: tuple[str, ...], selection: Selection, puzzle: Puzzle) -> int | None:
    """Return the ordinal on which `a` is earned in this order; None where it is impossible."""
    prices, pace = puzzle.prices, puzzle.pace
    hours_by_topic: dict[str, int] = {}
    for route in selection.values():
        for action in route.actions:
            if action.kind == "training":
                hours_by_topic[action.name] = max(hours_by_topic.get(action.name, 0), action.hours)
    trained: dict[str, int] = {}
    courses: set[str] = set()
    earned: dict[str, int] = {}
    hours = 0
    for id in order:
        route = selection[id]
        if any(ready_days not in earned for ready_days in route.prerequisites):
            return None
        topics = sorted(action.name for action in route.actions if action.kind == "training")
        for topic in topics:
            if topic not in trained:
                hours += hours_by_topic[topic]
                trained[topic] = pace.day_done(hours)
        own_courses = {action.name for action in route.actions if action.kind == "course"}
        courses |= own_courses
        own_hours, decision_days = _own_time(id, route, puzzle)
        hours += own_hours
        attended = (
            pace.start + sum(prices.course_days(name) for name in courses) if own_courses else 0
        )
        before = [trained[topic] for topic in topics] + [
            earned[prerequisite] for prerequisite in route.prerequisites
        ]
        applies = first_day_from(route.open_days, max([pace.start, attended, *before]))
        if applies is None:
            return None
        decided = applies + decision_days
        day = first_day_from(route.open_days, max(decided, pace.day_done(hours)))
        if day is None:
            return None
        earned[id] = day
    return earned["a"] if order[-1] == "a" else None


def _own_time(id: str, route: Route, puzzle: Puzzle) -> tuple[int, int]:
    """Return the hours for the exam or the units, and the days of the decision."""
    prices, terms = puzzle.prices, puzzle.prices.reinstatement(id)
    if terms and any(action.kind == "reinstate" for action in route.actions):
        return terms.hours.likely, 0
    return prices.study(id).likely, prices.decision_days(id)
