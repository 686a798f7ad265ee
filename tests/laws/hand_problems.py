"""Planning problems written by hand: round prices, and an hour of study a day."""

from datetime import date

from certadvisor.planner.actions import Action, ActionKind, Route
from certadvisor.planner.day_intervals import DayIntervals
from certadvisor.planner.figures import Amount, ExamPrice, ReinstatementTerms
from certadvisor.planner.schedule import Pace

FIRST = date(2026, 11, 22).toordinal()
ALWAYS: DayIntervals = ((FIRST, FIRST + 5000),)
PACE = Pace(FIRST, 7)  # 7 hours a week: hours are days


class Prices:
    """Every exam costs 300, or 200 for members of `m` (fee 150), and takes ten hours of study."""

    def exam(self, id: str) -> ExamPrice:
        """Return the price of an exam."""
        del id
        return ExamPrice(exactly(300), exactly(200), "m")

    def study(self, id: str) -> Amount:
        """Return the hours of study for an exam."""
        del id
        return exactly(10)

    def decision_days(self, id: str) -> int:
        """Return no waiting time: every application is accepted at once."""
        del id
        return 0

    def reinstatement(self, id: str) -> ReinstatementTerms | None:
        """Return the terms of what has lapsed and is called so: 50, and 20 units for 40."""
        is_lapsed = id.startswith("lapsed")
        terms = ReinstatementTerms(ExamPrice(exactly(50)), exactly(40), exactly(20))
        return terms if is_lapsed else None

    def course(self, name: str) -> Amount:
        """Return the price of a course."""
        del name
        return exactly(500)

    def course_days(self, name: str) -> int:
        """Return the length of a course in days."""
        del name
        return 30

    def training(self, hours: int) -> Amount:
        """Return the price of training."""
        return exactly(hours)

    def fee(self, membership: str) -> Amount:
        """Return the membership fee of a year."""
        del membership
        return exactly(150)


def exactly(value: int) -> Amount:
    """Return a figure without a range."""
    return Amount(value, value, value)


def route(*acts: Action, open_: DayIntervals = ALWAYS) -> Route:
    """Return a route with these actions."""
    return Route(frozenset(acts), open_)


def train(hours: int) -> Action:
    """Return the action of training in the only topic."""
    return Action(ActionKind.TRAINING, "t", hours)


def earn(id: str) -> Action:
    """Return the action of earning a prerequisite."""
    return Action(ActionKind.EARN, id)
