"""The cost and the schedule of a selection, whichever search found it.

A *selection* maps each certification of the plan to the route taken to it. Every prerequisite of
a chosen route is selected too, and there are no cycles.

**Cost** is the sum of everything bought once: training (the most hours that any route requires of
a topic), courses, exams with their applications, and memberships. A membership is bought if a
rule requires it, or if its fee is less than what members save on the exams of the plan. One
year's fee counts: exams further apart can be moved into one year, and a remark says so. Known
ranges count with their low end, estimates with the middle.

**The schedule** follows from an order in which prerequisites come first. The person studies a
fixed number of hours a week, one thing after another in that order: for each certification the
training that nothing before it needed, then the study for its exam. Courses run in parallel to
the study, one after another in the same order. The application is sent on the first day on which
the route is open (enough experience, the rule in force, the certification obtainable) and
everything but the study is done, its courses and those before them included. The certification is
earned on the first open day on which the study is done and the issuer has decided. Of all orders
the one with the earliest finish counts.

So removing anything from a selection never makes the rest later or dearer.
"""

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple, Protocol

from certadvisor.planner.actions import COURSE, TRAINING, Action, ActionKind, Route
from certadvisor.planner.day_intervals import first_day_from
from certadvisor.planner.figures import (
    ZERO_AMOUNT,
    Amount,
    ExamPrice,
    ReinstatementTerms,
)

Selection = Mapping[str, Route]


class Pricing(Protocol):
    """The figures that costs and schedules are calculated with: cents, hours and days."""

    def exam(self, id: str) -> ExamPrice:
        """The price of an exam and of its application, in cents."""

    def study(self, id: str) -> Amount:
        """The hours of study for an exam."""

    def decision_days(self, id: str) -> int:
        """The days from an application to the issuer's decision."""

    def reinstatement(self, id: str) -> ReinstatementTerms | None:
        """What reinstating takes; None where the person has nothing to be reinstated."""

    def course(self, name: str) -> Amount:
        """The price of a course, in cents."""

    def course_days(self, name: str) -> int:
        """The days that a course takes."""

    def training(self, hours: int) -> Amount:
        """The price of so many hours of training, in cents."""

    def fee(self, membership: str) -> Amount:
        """The fee of a membership for one year, in cents."""


class Pace(NamedTuple):
    """When a plan starts (ordinal), the hours of study a week, and existing memberships."""

    start: int
    hours_per_week: float
    member_of: tuple[str, ...] = ()

    def day_done(self, hours: int) -> int:
        """Return the ordinal of the day on which so many hours of study are done."""
        # The epsilon keeps a rounding error from adding a day to an exact quotient.
        return self.start + ceil(hours * 7 / self.hours_per_week - 1e-9)


class Purchases(NamedTuple):
    """Everything that a selection pays for, each once.

    `exams` has the last step to each certification: the exam, or the fee that reinstates it.
    """

    training: dict[str, int]  # hours by topic
    courses: tuple[str, ...]
    exams: dict[str, Amount]
    units: dict[str, Amount]  # of what is reinstated
    memberships: tuple[str, ...]  # memberships
    total: Amount


class ScheduledPeriod(NamedTuple):
    """A period of study or of a course, from the ordinal `first` to `last`."""

    name: str
    first: int
    last: int
    hours: int = 0


class ScheduledCertification(NamedTuple):
    """The dates of one certification, as ordinals."""

    id: str
    training: tuple[ScheduledPeriod, ...]
    courses: tuple[ScheduledPeriod, ...]
    study: ScheduledPeriod
    prepared: int  # training, courses and prerequisites are done: all but the study
    ready: int  # study, courses and prerequisites are done
    opens: int  # the first day on or after `ready` on which the route is open
    applies: int  # the first day on or after `prepared` on which the route is open
    earned: int


def actions_of(selection: Selection) -> frozenset[Action]:
    """Collect the actions of a selection.

    Returns:
        The actions; of the training in a topic only the longest.
    """
    actions = {action for route in selection.values() for action in route.actions}
    longest = training_hours(selection)
    return frozenset(
        action
        for action in actions
        if action.kind is not TRAINING or action.hours == longest[action.name]
    )


def sorted_actions(selection: Selection, kind: ActionKind) -> list[Action]:
    """Collect the actions of one kind, sorted by name and leaf."""
    actions = [action for action in actions_of(selection) if action.kind is kind]
    return sorted(actions, key=lambda action: (action.name, str(action.leaf)))


def training_hours(selection: Selection) -> dict[str, int]:
    """Return the hours of training by topic: the most that any route requires, topics sorted."""
    longest: dict[str, int] = {}
    for route in selection.values():
        for action in route.actions:
            if action.kind is TRAINING:
                longest[action.name] = max(action.hours, longest.get(action.name, 0))
    return dict(sorted(longest.items()))


def reinstating(id: str, route: Route, pricing: Pricing) -> ReinstatementTerms | None:
    """Return what reinstating takes; None for a route that earns the certification."""
    terms = pricing.reinstatement(id)  # first: few people have any
    return terms if terms is not None and route.reinstates else None


def hours_to_study(id: str, route: Route, pricing: Pricing) -> Amount:
    """Return the hours of study for the exam, or of the units that reinstate it."""
    terms = reinstating(id, route, pricing)
    return pricing.study(id) if terms is None else terms.hours


def days_to_decide(id: str, route: Route, pricing: Pricing) -> int:
    """Return the days from the application to the decision; reinstating needs none."""
    return 0 if reinstating(id, route, pricing) else pricing.decision_days(id)


def collect_purchases(
    selection: Selection, pricing: Pricing, member_of: tuple[str, ...]
) -> Purchases:
    """Collect everything that a selection pays for.

    Args:
        selection: The certifications of the plan and their routes.
        pricing: The prices.
        member_of: The memberships that the person has already.

    Returns:
        The purchases and their total. Whatever several certifications need is paid for once.
    """
    actions = actions_of(selection)
    training = training_hours(selection)
    courses = tuple(sorted(action.name for action in actions if action.kind is COURSE))
    required = {action.name for action in actions if action.kind is ActionKind.MEMBERSHIP}
    reinstated = {
        id: terms for id, route in selection.items() if (terms := reinstating(id, route, pricing))
    }
    units = {id: terms.units for id, terms in reinstated.items()}
    exams = {id: reinstated[id].fee if id in reinstated else pricing.exam(id) for id in selection}
    memberships = tuple(
        sorted(required | _worthwhile_memberships(exams, pricing, {*member_of, *required}))
    )
    exam_prices = {
        id: price.member
        if price.member and price.membership in (*member_of, *memberships)
        else price.non_member
        for id, price in exams.items()
    }
    total = ZERO_AMOUNT
    for part in (
        *(pricing.training(hours) for hours in training.values()),
        *(pricing.course(name) for name in courses),
        *exam_prices.values(),
        *units.values(),
        *(pricing.fee(membership) for membership in memberships),
    ):
        total = total.plus(part)
    return Purchases(training, courses, exam_prices, units, memberships, total)


def _worthwhile_memberships(
    exams: Mapping[str, ExamPrice], pricing: Pricing, existing: set[str]
) -> set[str]:
    """The memberships whose fee is less than what members save on these exams."""
    savings: dict[str, int] = {}
    for price in exams.values():
        if price.member and price.membership and price.membership not in existing:
            saving = max(0, price.non_member.likely - price.member.likely)
            savings[price.membership] = savings.get(price.membership, 0) + saving
    return {
        membership
        for membership, saving in savings.items()
        if saving > pricing.fee(membership).likely
    }


def schedule(
    selection: Selection, target: str, pricing: Pricing, pace: Pace
) -> tuple[ScheduledCertification, ...] | None:
    """Schedule a selection in the order of certifications that finishes first.

    Args:
        selection: The certifications of the plan and their routes.
        target: The certification to earn last.
        pricing: Hours of study, and days of courses and decisions.
        pace: When the plan starts, and the hours of study a week.

    Returns:
        The dates of each certification in that order, `target` last; None if in every order some
        route closes too soon.
    """
    return _Scheduler(selection, target, pricing, pace).find_best()


class _Scheduler:
    """Depth-first search over the orders of a selection; it stops at one that cannot be beaten."""

    def __init__(self, selection: Selection, target: str, pricing: Pricing, pace: Pace) -> None:
        self.selection = selection
        self.target = target
        self.pricing = pricing
        self.pace = pace
        self.longest = training_hours(selection)
        hours = sum(self.longest.values()) + sum(
            hours_to_study(id, route, pricing).likely for id, route in selection.items()
        )
        courses = {action.name for action in actions_of(selection) if action.kind is COURSE}
        days = sum(pricing.course_days(name) for name in courses)
        ready = max(pace.day_done(hours), pace.start + days)
        self.earliest_finish = self._find_earliest_finish(ready)
        self.best_schedule: tuple[ScheduledCertification, ...] | None = None

    def _find_earliest_finish(self, ready: int) -> int | None:
        """The earliest possible finish of any order; None if the target's route is closed then."""
        route = self.selection[self.target]
        applies = first_day_from(route.open_days, self.pace.start)
        if applies is None:
            return None
        decided = applies + days_to_decide(self.target, route, self.pricing)
        return first_day_from(route.open_days, max(ready, decided))

    def find_best(self) -> tuple[ScheduledCertification, ...] | None:
        if self.earliest_finish is not None:
            self._extend((), 0)
        return self.best_schedule

    def _extend(self, earlier: tuple[ScheduledCertification, ...], hours: int) -> None:
        if len(earlier) == len(self.selection):
            if self.best_schedule is None or earlier[-1].earned < self.best_schedule[-1].earned:
                self.best_schedule = earlier
            return
        earned = {scheduled.id: scheduled.earned for scheduled in earlier}
        for id in sorted(self.selection):
            prerequisites = self.selection[id].prerequisites
            is_last = len(earlier) + 1 == len(self.selection)
            if id in earned or not all(prerequisite in earned for prerequisite in prerequisites):
                continue
            if id == self.target and not is_last:
                continue
            scheduled = self._schedule_next(id, earlier, hours)
            if scheduled is not None and not self._is_dominated(scheduled):
                self._extend((*earlier, scheduled), hours + _hours_of(scheduled))
            # No order beats `earliest_finish`: the first schedule that reaches it ends the search.
            if self.best_schedule and self.best_schedule[-1].earned == self.earliest_finish:
                return

    def _is_dominated(self, scheduled: ScheduledCertification) -> bool:
        """Whether the schedule cannot finish before the best one so far."""
        # All of a selection are prerequisites of the target, directly or not, so the target is
        # never earned before any of them.
        return self.best_schedule is not None and scheduled.earned >= self.best_schedule[-1].earned

    def _schedule_next(
        self, id: str, earlier: tuple[ScheduledCertification, ...], hours: int
    ) -> ScheduledCertification | None:
        """Schedule the next certification of an order; None if its route closes too soon."""
        route, pace = self.selection[id], self.pace
        earliest = max(
            [pace.start, *(one.earned for one in earlier if one.id in route.prerequisites)]
        )
        training: list[ScheduledPeriod] = []
        prepared = earliest
        trained = {span.name: span for one in earlier for span in one.training}
        for topic in route.names_of(TRAINING):
            if topic not in trained:
                hours_after = hours + self.longest[topic]
                span = ScheduledPeriod(
                    topic, pace.day_done(hours), pace.day_done(hours_after), self.longest[topic]
                )
                training.append(span)
                trained[topic], hours = span, hours_after
            prepared = max(prepared, trained[topic].last)
        courses = self._schedule_courses(route, earlier)
        if route.names_of(COURSE):
            # Courses run one after another, so all earlier ones end first, even those that this
            # certification does not need.
            prepared = max([prepared, *(span.last for one in earlier for span in one.courses)])
            prepared = max([prepared, *(span.last for span in courses)])
        study_hours = hours_to_study(id, route, self.pricing).likely
        study = ScheduledPeriod(
            id, pace.day_done(hours), pace.day_done(hours + study_hours), study_hours
        )
        ready = max(prepared, study.last)
        applies, opens = (
            first_day_from(route.open_days, prepared),
            first_day_from(route.open_days, ready),
        )
        if applies is None or opens is None:
            return None
        earned = first_day_from(
            route.open_days, max(ready, applies + days_to_decide(id, route, self.pricing))
        )
        if earned is None:
            return None
        return ScheduledCertification(
            id, tuple(training), courses, study, prepared, ready, opens, applies, earned
        )

    def _schedule_courses(
        self, route: Route, earlier: tuple[ScheduledCertification, ...]
    ) -> tuple[ScheduledPeriod, ...]:
        """The courses that no earlier certification took, one after another."""
        attended = [span for one in earlier for span in one.courses]
        day = max([self.pace.start, *(span.last for span in attended)])
        courses: list[ScheduledPeriod] = []
        for name in route.names_of(COURSE):
            if all(span.name != name for span in attended):
                courses.append(ScheduledPeriod(name, day, day + self.pricing.course_days(name)))
                day = courses[-1].last
        return tuple(courses)


def _hours_of(scheduled: ScheduledCertification) -> int:
    return scheduled.study.hours + sum(span.hours for span in scheduled.training)
