"""Planning problems made by hand: round prices, and an hour of study a day."""

from datetime import date

from certadvisor.planner.actions import Act, Way
from certadvisor.planner.day_intervals import Days
from certadvisor.planner.figures import Amount, ExamPrice
from certadvisor.planner.schedule import Pace

FIRST = date(2026, 11, 22).toordinal()
ALWAYS: Days = ((FIRST, FIRST + 5000),)
PACE = Pace(FIRST, 7)  # an hour a day, so that hours are days


class Prices:
    """Every exam 300 and 200 for members of `m`, whose fee is 150; study takes ten hours."""

    def exam(self, id: str) -> ExamPrice:
        """An exam's price."""
        del id
        return ExamPrice(exactly(300), exactly(200), "m")

    def study(self, id: str) -> Amount:
        """Hours for an exam."""
        del id
        return exactly(10)

    def decision_days(self, id: str) -> int:
        """Everybody may come at once."""
        del id
        return 0

    def course(self, name: str) -> Amount:
        """A course's price."""
        del name
        return exactly(500)

    def course_days(self, name: str) -> int:
        """A course's length."""
        del name
        return 30

    def training(self, hours: int) -> Amount:
        """Training's price."""
        return exactly(hours)

    def fee(self, membership: str) -> Amount:
        """A year's fee."""
        del membership
        return exactly(150)


def exactly(value: int) -> Amount:
    """A figure without a range."""
    return Amount(value, value, value)


def way(*acts: Act, open_: Days = ALWAYS) -> Way:
    """A way by its acts."""
    return Way(frozenset(acts), open_)


def train(hours: int) -> Act:
    """Training in the one topic."""
    return Act("training", "t", hours)


def earn(id: str) -> Act:
    """A prerequisite."""
    return Act("earn", id)
