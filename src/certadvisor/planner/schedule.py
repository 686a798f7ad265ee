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

from certadvisor.planner.actions import Act, Way
from certadvisor.planner.day_intervals import first_from
from certadvisor.planner.figures import NOTHING, Amount, ExamPrice

Selection = Mapping[str, Way]


class Pricing(Protocol):
    """The figures that costs and schedules are calculated with: cents, hours and days."""

    def exam(self, id: str) -> ExamPrice:
        """The price of an exam and of its application, in cents."""

    def study(self, id: str) -> Amount:
        """The hours of study for an exam."""

    def decision_days(self, id: str) -> int:
        """The days from an application to the issuer's decision."""

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

    first: int
    hours_per_week: float
    member_of: tuple[str, ...] = ()

    def day(self, hours: int) -> int:
        """Return the ordinal of the day on which so many hours of study are done."""
        # The epsilon keeps a rounding error from adding a day to an exact quotient.
        return self.first + ceil(hours * 7 / self.hours_per_week - 1e-9)


class Bought(NamedTuple):
    """Everything that a selection pays for, each once."""

    training: dict[str, int]  # hours by topic
    courses: tuple[str, ...]
    exams: dict[str, Amount]
    joined: tuple[str, ...]  # memberships
    total: Amount


class Span(NamedTuple):
    """A period of study or of a course, from the ordinal `first` to `last`."""

    name: str
    first: int
    last: int
    hours: int = 0


class Dated(NamedTuple):
    """The dates of one certification, as ordinals."""

    id: str
    training: tuple[Span, ...]
    courses: tuple[Span, ...]
    study: Span
    begun: int  # training, courses and prerequisites are done: all but the study
    ready: int  # study, courses and prerequisites are done
    opens: int  # the first day on or after `ready` on which the route is open
    applies: int  # the first day on or after `prepared` on which the route is open
    earned: int


def acts_of(selection: Selection) -> frozenset[Act]:
    """Collect the actions of a selection.

    Returns:
        The actions; of the training in a topic only the longest.
    """
    acts = {act for way in selection.values() for act in way.acts}
    longest = training_of(selection)
    return frozenset(a for a in acts if a.sort != "training" or a.hours == longest[a.name])


def training_of(selection: Selection) -> dict[str, int]:
    """Return the hours of training by topic: the most that any route requires, topics sorted."""
    longest: dict[str, int] = {}
    for way in selection.values():
        for act in way.acts:
            if act.sort == "training":
                longest[act.name] = max(act.hours, longest.get(act.name, 0))
    return dict(sorted(longest.items()))


def bought(selection: Selection, pricing: Pricing, member_of: tuple[str, ...]) -> Bought:
    """Collect everything that a selection pays for.

    Args:
        selection: The certifications of the plan and their routes.
        pricing: The prices.
        member_of: The memberships that the person has already.

    Returns:
        The purchases and their total. Whatever several certifications need is paid for once.
    """
    acts = acts_of(selection)
    training = training_of(selection)
    courses = tuple(sorted(act.name for act in acts if act.sort == "course"))
    asked = {act.name for act in acts if act.sort == "membership"}
    exams = {id: pricing.exam(id) for id in selection}
    joined = tuple(sorted(asked | _worthwhile(exams, pricing, {*member_of, *asked})))
    paid = {
        id: price.member
        if price.member and price.membership in (*member_of, *joined)
        else price.other
        for id, price in exams.items()
    }
    total = NOTHING
    for part in (
        *(pricing.training(hours) for hours in training.values()),
        *(pricing.course(name) for name in courses),
        *paid.values(),
        *(pricing.fee(membership) for membership in joined),
    ):
        total = total.plus(part)
    return Bought(training, courses, paid, joined, total)


def _worthwhile(exams: Mapping[str, ExamPrice], pricing: Pricing, had: set[str]) -> set[str]:
    """The memberships whose fee is less than what members save on these exams."""
    saved: dict[str, int] = {}
    for price in exams.values():
        if price.member and price.membership and price.membership not in had:
            saving = max(0, price.other.likely - price.member.likely)
            saved[price.membership] = saved.get(price.membership, 0) + saving
    return {one for one, saving in saved.items() if saving > pricing.fee(one).likely}


def dated(
    selection: Selection, target: str, pricing: Pricing, pace: Pace
) -> tuple[Dated, ...] | None:
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
    return _Ordering(selection, target, pricing, pace).best()


class _Ordering:
    """Depth-first search over the orders of a selection; it stops at one that cannot be beaten."""

    def __init__(self, selection: Selection, target: str, pricing: Pricing, pace: Pace) -> None:
        self.selection = selection
        self.target = target
        self.pricing = pricing
        self.pace = pace
        self.longest = training_of(selection)
        hours = sum(self.longest.values()) + sum(pricing.study(id).likely for id in selection)
        courses = {act.name for act in acts_of(selection) if act.sort == "course"}
        days = sum(pricing.course_days(name) for name in courses)
        ready = max(pace.day(hours), pace.first + days)
        self.floor = self._floor(ready)
        self.found: tuple[Dated, ...] | None = None

    def _floor(self, ready: int) -> int | None:
        """The earliest possible finish of any order; None if the target's route is closed then."""
        open_ = self.selection[self.target].open
        applies = first_from(open_, self.pace.first)
        if applies is None:
            return None
        return first_from(open_, max(ready, applies + self.pricing.decision_days(self.target)))

    def best(self) -> tuple[Dated, ...] | None:
        if self.floor is not None:
            self._go_on((), 0)
        return self.found

    def _go_on(self, done: tuple[Dated, ...], hours: int) -> None:
        if len(done) == len(self.selection):
            if self.found is None or done[-1].earned < self.found[-1].earned:
                self.found = done
            return
        earned = {one.id: one.earned for one in done}
        for id in sorted(self.selection):
            before = self.selection[id].earns
            last = len(done) + 1 == len(self.selection)
            if id in earned or not all(one in earned for one in before):
                continue
            if id == self.target and not last:
                continue
            one = self._one(id, done, hours)
            if one is not None and not self._hopeless(one):
                self._go_on((*done, one), hours + _hours(one))
            # No order beats `earliest_finish`: the first schedule that reaches it ends the search.
            if self.found and self.found[-1].earned == self.floor:
                return

    def _hopeless(self, one: Dated) -> bool:
        """Whether the schedule cannot finish before the best one so far."""
        # All of a selection are prerequisites of the target, directly or not, so the target is
        # never earned before any of them.
        return self.found is not None and one.earned >= self.found[-1].earned

    def _one(self, id: str, done: tuple[Dated, ...], hours: int) -> Dated | None:
        """Schedule the next certification of an order; None if its route closes too soon."""
        way, pace = self.selection[id], self.pace
        after = max([pace.first, *(one.earned for one in done if one.id in way.earns)])
        training: list[Span] = []
        begun = after
        trained = {span.name: span for one in done for span in one.training}
        for topic in way.named("training"):
            if topic not in trained:
                more = hours + self.longest[topic]
                span = Span(topic, pace.day(hours), pace.day(more), self.longest[topic])
                training.append(span)
                trained[topic], hours = span, more
            begun = max(begun, trained[topic].last)
        courses = self._courses(way, done)
        if way.named("course"):
            # Courses run one after another, so all earlier ones end first, even those that this
            # certification does not need.
            begun = max([begun, *(span.last for one in done for span in one.courses)])
            begun = max([begun, *(span.last for span in courses)])
        own = self.pricing.study(id).likely
        study = Span(id, pace.day(hours), pace.day(hours + own), own)
        ready = max(begun, study.last)
        applies, opens = first_from(way.open, begun), first_from(way.open, ready)
        if applies is None or opens is None:
            return None
        earned = first_from(way.open, max(ready, applies + self.pricing.decision_days(id)))
        if earned is None:
            return None
        return Dated(id, tuple(training), courses, study, begun, ready, opens, applies, earned)

    def _courses(self, way: Way, done: tuple[Dated, ...]) -> tuple[Span, ...]:
        """The courses that no earlier certification took, one after another."""
        attended = [span for one in done for span in one.courses]
        day = max([self.pace.first, *(span.last for span in attended)])
        courses: list[Span] = []
        for name in way.named("course"):
            if all(span.name != name for span in attended):
                courses.append(Span(name, day, day + self.pricing.course_days(name)))
                day = courses[-1].last
        return tuple(courses)


def _hours(one: Dated) -> int:
    return one.study.hours + sum(span.hours for span in one.training)
