"""The best plan of a random problem by brute force: every possible plan is evaluated."""

from collections.abc import Iterator
from datetime import date, timedelta
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
from certadvisor.planner.actions import Act, Way
from certadvisor.planner.day_intervals import Days, first_from
from certadvisor.planner.objective import Worth, worth_of
from certadvisor.planner.routes import lacking_hours
from certadvisor.planner.schedule import Selection, bought
from certadvisor.rules.outcome import Outcome


def best_by_force(puzzle: Puzzle, budget: float, until: float) -> Worth | None:
    """Return the objective of the best plan to `a` over all selections and all orders."""
    worths = []
    for selection in _selections(_Options(puzzle), {}, ["a"]):
        finish = _earliest_end(selection, puzzle)
        cost = bought(selection, puzzle.prices, puzzle.pace.member_of).total.likely
        if finish is not None and finish <= until and cost <= budget:
            worths.append(worth_of(selection, puzzle.by, cost, finish, "a"))
    return min(worths, default=None)


SPAN = 1500  # days; longer than any random plan takes
DATES = [AS_OF + timedelta(days=n) for n in range(SPAN)]
ALWAYS = (1 << SPAN) - 1
Option = tuple[Act | None, int]  # an action or None, and the days as bits


class _Options:
    """All routes by every rule version, wasteful ones too; sets of days are bits of an int."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        self.timeline = puzzle.timeline
        self._ways: dict[str, list[Way]] = {}
        self._leaves: dict[object, list[Option]] = {}

    def ways(self, id: str) -> list[Way]:
        if id not in self._ways:
            self._ways[id] = list(dict.fromkeys(self._all_ways(id)))
        return self._ways[id]

    def _all_ways(self, id: str) -> Iterator[Way]:
        certification = self.puzzle.catalog.certifications[id]
        for number, rule in enumerate(certification.rules):
            later = [one.since or AS_OF for one in certification.rules[number + 1 :]]
            first = rule.since or date.min
            in_force = sum(
                1 << n
                for n, day in enumerate(DATES)
                if certification.obtainable_on(day) is True
                and first <= day
                and all(since > day for since in later)
            )
            for leaves in _picks(rule.award):
                for options in product(*(self._of(leaf) for leaf in leaves)):
                    days = in_force
                    for _, one in options:
                        days &= one
                    if days:
                        yield Way(frozenset(act for act, _ in options if act), _stretches(days))

    def _of(self, leaf: Requirement) -> list[Option]:
        key = type(leaf), leaf
        if key not in self._leaves:
            run = self.timeline.outcomes(leaf)
            met = sum(1 << n for n, day in enumerate(DATES) if run.on(day) is Outcome.MET)
            self._leaves[key] = [(None, met), *((act, ALWAYS) for act in self._acts(leaf))]
        return self._leaves[key]

    def _acts(self, leaf: Requirement) -> list[Act]:
        if isinstance(leaf, Training):
            hours = lacking_hours(leaf, self.puzzle.profile, AS_OF)
            return [Act("training", leaf.topic, hours)]
        if isinstance(leaf, Course):
            return [Act("course", leaf.course)]
        if isinstance(leaf, Membership):
            return [Act("membership", leaf.membership)]
        known = self.puzzle.catalog.certifications
        named = leaf.certifications if isinstance(leaf, Holds) else ()
        return [Act("earn", one) for one in named if one in known]


def _selections(
    options: _Options, chosen: dict[str, Way], pending: list[str]
) -> Iterator[Selection]:
    if not pending:
        yield chosen
        return
    id, *rest = pending
    for way in options.ways(id):
        new = [one for one in way.earns if one not in {*chosen, *rest, id}]
        yield from _selections(options, {**chosen, id: way}, [*rest, *new])


def _picks(asked: Requirement) -> list[tuple[Requirement, ...]]:
    if isinstance(asked, AnyOf):
        return [pick for child in asked.children for pick in _picks(child)]
    if isinstance(asked, AllOf):
        found = product(*(_picks(child) for child in asked.children))
        return [tuple(leaf for part in parts for leaf in part) for parts in found]
    return [(asked,)]


def _stretches(bits: int) -> Days:
    found: list[tuple[int, int]] = []
    day = AS_OF.toordinal()
    while bits:
        closed = (bits & -bits).bit_length() - 1
        bits >>= closed
        open_ = (~bits & (bits + 1)).bit_length() - 1
        bits >>= open_
        found.append((day + closed, day + closed + open_))
        day += closed + open_
    return tuple(found)


def _earliest_end(selection: Selection, puzzle: Puzzle) -> int | None:
    ends = (_end(order, selection, puzzle) for order in permutations(sorted(selection)))
    return min((end for end in ends if end is not None), default=None)


def _end(order: tuple[str, ...], selection: Selection, puzzle: Puzzle) -> int | None:
    """Return the ordinal on which `a` is earned in this order; None where it is impossible."""
    prices, pace = puzzle.prices, puzzle.pace
    longest: dict[str, int] = {}
    for way in selection.values():
        for act in way.acts:
            if act.sort == "training":
                longest[act.name] = max(longest.get(act.name, 0), act.hours)
    trained: dict[str, int] = {}
    courses: set[str] = set()
    earned: dict[str, int] = {}
    hours = 0
    for id in order:
        way = selection[id]
        if any(before not in earned for before in way.earns):
            return None
        topics = sorted(act.name for act in way.acts if act.sort == "training")
        for topic in topics:
            if topic not in trained:
                hours += longest[topic]
                trained[topic] = pace.day(hours)
        own = {act.name for act in way.acts if act.sort == "course"}
        courses |= own
        hours += prices.study(id).likely
        attended = pace.first + sum(prices.course_days(name) for name in courses) if own else 0
        before = [trained[topic] for topic in topics] + [earned[one] for one in way.earns]
        applies = first_from(way.open, max([pace.first, attended, *before]))
        if applies is None:
            return None
        decided = applies + prices.decision_days(id)
        day = first_from(way.open, max(decided, pace.day(hours)))
        if day is None:
            return None
        earned[id] = day
    return earned["a"] if order[-1] == "a" else None
