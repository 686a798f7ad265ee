"""What a selection costs and when it ends, by hand."""

from hand_problems import FIRST, PACE, Prices, earn, train, way

from certadvisor.planner.actions import Act
from certadvisor.planner.day_intervals import Days
from certadvisor.planner.schedule import Dated, Selection, bought, dated


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


def test_of_all_orders_the_one_that_ends_first_counts() -> None:
    """A prerequisite that is closed for a while is studied before it closes."""
    paused: Days = ((FIRST, FIRST + 12), (FIRST + 200, FIRST + 5000))
    selection = {"goal": way(earn("a"), earn("z")), "a": way(), "z": way(open_=paused)}
    assert days(selection) == {"z": 10, "a": 20, "goal": 30}


def test_a_course_taken_for_another_counts_with_all_before() -> None:
    """Who needs a course is ready when all courses of the order up to then are done."""
    selection = {
        "goal": way(earn("c"), earn("b")),
        "a": way(Act("course", "shared")),
        "b": way(Act("course", "other"), earn("a")),
        "c": way(Act("course", "shared"), earn("b")),
    }
    assert days(selection) == {"a": 30, "b": 60, "c": 60, "goal": 60}


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
