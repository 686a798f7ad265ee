"""What a plan is worth: its cost and its dates, for whatever search found it.

A *selection* gives each certification of the plan the way taken to it; every
certification that a way earns is selected too, and nothing goes in a circle.

**Cost** is the sum of each thing bought once: training (of each topic the most
hours that any way asks), courses, exams with their applications, and
memberships. A membership is bought where a rule asks for it, or where its fee
and the member prices of the plan's exams come to less than the other prices;
one year's fee counts (exams that lie further apart can be put off into one
year; the plan says so). Of known ranges the low end counts, of estimates the
middle.

**Dates** follow from an order in which prerequisites come first. The person
studies so many hours a week, one thing after the other in that order: for each
certification the training that nothing before it needed, then the study for its
exam. Courses take their days beside the study, one after the other in the same
order. A certification is applied for on the first day on which all but the
study is done, its courses and those before them too, and its way is open
(experience has grown, the rule is in force, it can be earned); it is earned on
the first open day on which the study is done and the issuer has decided. Of all
orders the one with the earliest end counts.

So taking anything out of a selection never makes the rest later or dearer.
"""

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple, Protocol

from certadvisor.planner.actions import Act, Way
from certadvisor.planner.day_intervals import first_from
from certadvisor.planner.figures import NOTHING, Amount, ExamPrice

Selection = Mapping[str, Way]


class Pricing(Protocol):
    """What value asks of figures."""

    def exam(self, id: str) -> ExamPrice:
        """An exam's price."""

    def study(self, id: str) -> Amount:
        """Hours of study for an exam."""

    def decision_days(self, id: str) -> int:
        """Days from applying to the issuer's word."""

    def course(self, name: str) -> Amount:
        """A course's price."""

    def course_days(self, name: str) -> int:
        """Days that a course takes."""

    def training(self, hours: int) -> Amount:
        """The price of so many hours."""

    def fee(self, membership: str) -> Amount:
        """A year's fee."""


class Pace(NamedTuple):
    """When a plan begins, how fast it goes, and which memberships are there already."""

    first: int
    hours_per_week: float
    member_of: tuple[str, ...] = ()

    def day(self, hours: int) -> int:
        """The day on which so many hours of study are done."""
        return self.first + ceil(hours * 7 / self.hours_per_week - 1e-9)


class Bought(NamedTuple):
    """Everything that a selection pays for."""

    training: dict[str, int]  # hours by topic
    courses: tuple[str, ...]
    exams: dict[str, Amount]
    joined: tuple[str, ...]  # memberships bought
    total: Amount


class Span(NamedTuple):
    """A stretch of study, or of a course."""

    name: str
    first: int
    last: int
    hours: int = 0


class Dated(NamedTuple):
    """The days of one certification."""

    id: str
    training: tuple[Span, ...]
    courses: tuple[Span, ...]
    study: Span
    begun: int  # training, courses and prerequisites are done
    ready: int  # study, courses and prerequisites are done
    opens: int  # the first day from then on on which the way is open
    applies: int  # all but the study is there
    earned: int


def acts_of(selection: Selection) -> frozenset[Act]:
    """Every act of a selection; of a topic only the longest training."""
    acts = {act for way in selection.values() for act in way.acts}
    longest = training_of(selection)
    return frozenset(a for a in acts if a.sort != "training" or a.hours == longest[a.name])


def training_of(selection: Selection) -> dict[str, int]:
    """The most hours of each topic that any way asks."""
    longest: dict[str, int] = {}
    for way in selection.values():
        for act in way.acts:
            if act.sort == "training":
                longest[act.name] = max(act.hours, longest.get(act.name, 0))
    return dict(sorted(longest.items()))


def bought(selection: Selection, pricing: Pricing, member_of: tuple[str, ...]) -> Bought:
    """What a selection pays for, every shared thing once."""
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
    """The memberships whose fee pays for itself."""
    saved: dict[str, int] = {}
    for price in exams.values():
        if price.member and price.membership and price.membership not in had:
            saving = max(0, price.other.likely - price.member.likely)
            saved[price.membership] = saved.get(price.membership, 0) + saving
    return {one for one, saving in saved.items() if saving > pricing.fee(one).likely}


def dated(
    selection: Selection, target: str, pricing: Pricing, pace: Pace
) -> tuple[Dated, ...] | None:
    """The days of every certification in the best order, None where no order ends."""
    return _Ordering(selection, target, pricing, pace).best()


class _Ordering:
    """Tries the orders of a selection; the first that cannot be beaten ends it."""

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
        """No order ends before this day, None where none ends at all."""
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
            if self.found and self.found[-1].earned == self.floor:
                return

    def _hopeless(self, one: Dated) -> bool:
        """Whether the plan would end no earlier than the best one so far."""
        return self.found is not None and one.earned >= self.found[-1].earned

    def _one(self, id: str, done: tuple[Dated, ...], hours: int) -> Dated | None:
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
        """The courses that nothing before needed, each after the last one."""
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
