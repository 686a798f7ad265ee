"""What a selection costs and when it ends, by hand."""

from datetime import date

from certadvisor.planner.acts import Act, Way
from certadvisor.planner.days import Days
from certadvisor.planner.figures import Amount, ExamPrice
from certadvisor.planner.value import Dated, Pace, Selection, bought, dated

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


def days(selection: Selection) -> dict[str, int]:
    """When each certification is earned, in days from the beginning."""
    found = dated(selection, "goal", Prices(), PACE)
    assert found is not None
    return {one.id: one.earned - FIRST for one in found}


def cost(selection: Selection, *member_of: str) -> int:
    """What it costs."""
    return bought(selection, Prices(), member_of).total.likely


def test_training_that_two_certifications_ask_for_is_done_once() -> None:
    """The longer one counts, for the hours as for the price."""
    both = {"goal": way(earn("first"), train(35)), "first": way(train(23))}
    assert days(both) == {"first": 45, "goal": 55}
    assert cost(both) == 35 + 150 + 2 * 200


def test_a_membership_is_bought_where_its_fee_pays_for_itself() -> None:
    """One exam saves less than the fee, two save more; who is a member pays no fee."""
    one = {"goal": way()}
    two = {"goal": way(earn("first")), "first": way()}
    assert (cost(one), bought(one, Prices(), ()).joined) == (300, ())
    assert (cost(two), bought(two, Prices(), ()).joined) == (550, ("m",))
    assert cost(one, "m") == 200


def test_a_membership_that_a_rule_asks_for_is_bought_once() -> None:
    """And then gives its prices."""
    asked = {"goal": way(Act("membership", "m"))}
    assert cost(asked) == 150 + 200


def test_courses_run_beside_study_one_after_the_other() -> None:
    """Two courses of thirty days and twenty hours of study."""
    courses = {
        "goal": way(earn("first"), Act("course", "goal-course")),
        "first": way(Act("course", "first-course")),
    }
    assert days(courses) == {"first": 30, "goal": 60}


def test_study_goes_on_while_experience_grows() -> None:
    """The exam is on the later of both."""
    late: Days = ((FIRST + 100, FIRST + 5000),)
    assert days({"goal": way(train(35), open_=late)}) == {"goal": 100}
    soon: Days = ((FIRST + 5, FIRST + 5000),)
    assert days({"goal": way(train(35), open_=soon)}) == {"goal": 45}


def test_what_closes_first_is_studied_first() -> None:
    """Of two prerequisites the one that retires; in the other order there would be no plan."""
    closing: Days = ((FIRST, FIRST + 12),)
    selection = {
        "goal": way(earn("a"), earn("z")),
        "a": way(),
        "z": way(open_=closing),
    }
    assert days(selection) == {"z": 10, "a": 20, "goal": 30}


def test_a_way_that_closes_too_soon_is_no_plan() -> None:
    """Ten hours take ten days."""
    closing: Days = ((FIRST, FIRST + 10),)
    assert dated({"goal": way(open_=closing)}, "goal", Prices(), PACE) is None


def test_one_applies_before_the_study_is_done() -> None:
    """As soon as training, courses and prerequisites are there."""
    found = dated({"goal": way(train(35))}, "goal", Prices(), PACE)
    assert found is not None
    one: Dated = found[0]
    assert (one.applies - FIRST, one.earned - FIRST) == (35, 45)
