"""What a selection costs and when it finishes, calculated by hand."""

from hand_problems import FIRST, PACE, Prices, earn, train, way

from certadvisor.planner.actions import Act
from certadvisor.planner.day_intervals import Days
from certadvisor.planner.schedule import Dated, Selection, bought, dated


def days(selection: Selection) -> dict[str, int]:
    """When each certification is earned, in days from the start."""
    found = dated(selection, "goal", Prices(), PACE)
    assert found is not None
    return {one.id: one.earned - FIRST for one in found}


def cost(selection: Selection, *member_of: str) -> int:
    """What it costs, in cents."""
    return bought(selection, Prices(), member_of).total.likely


def test_training_that_two_certifications_require_is_done_once() -> None:
    """The longer one counts, for the hours and for the price."""
    both = {"goal": way(earn("first"), train(35)), "first": way(train(23))}
    assert days(both) == {"first": 45, "goal": 55}
    assert cost(both) == 35 + 150 + 2 * 200


def test_a_membership_is_bought_if_its_fee_pays_for_itself() -> None:
    """One exam saves less than the fee, two save more; members pay no fee."""
    one = {"goal": way()}
    two = {"goal": way(earn("first")), "first": way()}
    assert (cost(one), bought(one, Prices(), ()).joined) == (300, ())
    assert (cost(two), bought(two, Prices(), ()).joined) == (550, ("m",))
    assert cost(one, "m") == 200


def test_a_membership_that_a_rule_requires_is_bought_once() -> None:
    """Its member prices apply."""
    asked = {"goal": way(Act("membership", "m"))}
    assert cost(asked) == 150 + 200


def test_courses_run_in_parallel_to_study_one_after_another() -> None:
    """Two courses of thirty days and twenty hours of study."""
    courses = {
        "goal": way(earn("first"), Act("course", "goal-course")),
        "first": way(Act("course", "first-course")),
    }
    assert days(courses) == {"first": 30, "goal": 60}


def test_study_continues_while_experience_grows() -> None:
    """The exam is on the later of the two days."""
    late: Days = ((FIRST + 100, FIRST + 5000),)
    assert days({"goal": way(train(35), open_=late)}) == {"goal": 100}
    soon: Days = ((FIRST + 5, FIRST + 5000),)
    assert days({"goal": way(train(35), open_=soon)}) == {"goal": 45}


def test_the_prerequisite_that_closes_first_is_studied_first() -> None:
    """One of two prerequisites retires soon; in the other order there would be no plan."""
    closing: Days = ((FIRST, FIRST + 12),)
    selection = {
        "goal": way(earn("a"), earn("z")),
        "a": way(),
        "z": way(open_=closing),
    }
    assert days(selection) == {"z": 10, "a": 20, "goal": 30}


def test_the_order_that_finishes_first_is_scheduled() -> None:
    """A prerequisite that closes for a while is studied before it closes."""
    paused: Days = ((FIRST, FIRST + 12), (FIRST + 200, FIRST + 5000))
    selection = {"goal": way(earn("a"), earn("z")), "a": way(), "z": way(open_=paused)}
    assert days(selection) == {"z": 10, "a": 20, "goal": 30}


def test_a_shared_course_waits_for_all_courses_before_it() -> None:
    """A certification with a course is ready once all courses up to then are done."""
    selection = {
        "goal": way(earn("c"), earn("b")),
        "a": way(Act("course", "shared")),
        "b": way(Act("course", "other"), earn("a")),
        "c": way(Act("course", "shared"), earn("b")),
    }
    assert days(selection) == {"a": 30, "b": 60, "c": 60, "goal": 60}


def test_a_route_that_closes_too_soon_has_no_schedule() -> None:
    """Ten hours take ten days."""
    closing: Days = ((FIRST, FIRST + 10),)
    assert dated({"goal": way(open_=closing)}, "goal", Prices(), PACE) is None


def test_the_application_goes_out_before_the_study_is_done() -> None:
    """As soon as training, courses and prerequisites are done."""
    found = dated({"goal": way(train(35))}, "goal", Prices(), PACE)
    assert found is not None
    one: Dated = found[0]
    assert (one.applies - FIRST, one.earned - FIRST) == (35, 45)
