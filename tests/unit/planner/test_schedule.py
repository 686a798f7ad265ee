"""What a selection costs and when it finishes, calculated by hand."""

from hand_problems import FIRST, PACE, Prices, earn, route, train

from certadvisor.planner.actions import Action, ActionKind
from certadvisor.planner.day_intervals import DayIntervals
from certadvisor.planner.schedule import (
    ScheduledCertification,
    Selection,
    collect_purchases,
    schedule,
)


def days(selection: Selection) -> dict[str, int]:
    """When each certification is earned, in days from the start."""
    scheduled = schedule(selection, "goal", Prices(), PACE)
    assert scheduled is not None
    return {one.id: one.earned - FIRST for one in scheduled}


def cost(selection: Selection, *member_of: str) -> int:
    """What it costs, in cents."""
    return collect_purchases(selection, Prices(), member_of).total.likely


def test_training_that_two_certifications_require_is_done_once() -> None:
    """The longer one counts, for the hours and for the price."""
    both = {"goal": route(earn("first"), train(35)), "first": route(train(23))}
    assert days(both) == {"first": 45, "goal": 55}
    assert cost(both) == 35 + 150 + 2 * 200


def test_a_membership_is_bought_if_its_fee_pays_for_itself() -> None:
    """One exam saves less than the fee, two save more; members pay no fee."""
    one = {"goal": route()}
    two = {"goal": route(earn("first")), "first": route()}
    assert (cost(one), collect_purchases(one, Prices(), ()).memberships) == (300, ())
    assert (cost(two), collect_purchases(two, Prices(), ()).memberships) == (550, ("m",))
    assert cost(one, "m") == 200


def test_a_membership_that_a_rule_requires_is_bought_once() -> None:
    """Its member prices apply."""
    selection = {"goal": route(Action(ActionKind.MEMBERSHIP, "m"))}
    assert cost(selection) == 150 + 200


def test_courses_run_in_parallel_to_study_one_after_another() -> None:
    """Two courses of thirty days and twenty hours of study."""
    courses = {
        "goal": route(earn("first"), Action(ActionKind.COURSE, "goal-course")),
        "first": route(Action(ActionKind.COURSE, "first-course")),
    }
    assert days(courses) == {"first": 30, "goal": 60}


def test_study_continues_while_experience_grows() -> None:
    """The exam is on the later of the two days."""
    late: DayIntervals = ((FIRST + 100, FIRST + 5000),)
    assert days({"goal": route(train(35), open_=late)}) == {"goal": 100}
    soon: DayIntervals = ((FIRST + 5, FIRST + 5000),)
    assert days({"goal": route(train(35), open_=soon)}) == {"goal": 45}


def test_the_prerequisite_that_closes_first_is_studied_first() -> None:
    """One of two prerequisites retires soon; in the other order there would be no plan."""
    closing: DayIntervals = ((FIRST, FIRST + 12),)
    selection = {
        "goal": route(earn("a"), earn("z")),
        "a": route(),
        "z": route(open_=closing),
    }
    assert days(selection) == {"z": 10, "a": 20, "goal": 30}


def test_the_order_that_finishes_first_is_scheduled() -> None:
    """A prerequisite that closes for a while is studied before it closes."""
    paused: DayIntervals = ((FIRST, FIRST + 12), (FIRST + 200, FIRST + 5000))
    selection = {"goal": route(earn("a"), earn("z")), "a": route(), "z": route(open_=paused)}
    assert days(selection) == {"z": 10, "a": 20, "goal": 30}


def test_a_shared_course_waits_for_all_courses_before_it() -> None:
    """A certification with a course is ready once all courses up to then are done."""
    selection = {
        "goal": route(earn("c"), earn("b")),
        "a": route(Action(ActionKind.COURSE, "shared")),
        "b": route(Action(ActionKind.COURSE, "other"), earn("a")),
        "c": route(Action(ActionKind.COURSE, "shared"), earn("b")),
    }
    assert days(selection) == {"a": 30, "b": 60, "c": 60, "goal": 60}


def test_a_route_that_closes_too_soon_has_no_schedule() -> None:
    """Ten hours take ten days."""
    closing: DayIntervals = ((FIRST, FIRST + 10),)
    assert schedule({"goal": route(open_=closing)}, "goal", Prices(), PACE) is None


def test_the_application_goes_out_before_the_study_is_done() -> None:
    """As soon as training, courses and prerequisites are done."""
    scheduled = schedule({"goal": route(train(35))}, "goal", Prices(), PACE)
    assert scheduled is not None
    one: ScheduledCertification = scheduled[0]
    assert (one.applies - FIRST, one.earned - FIRST) == (35, 45)
