"""Sets of days: where the next one is, what two have in common."""

from certadvisor.planner.day_intervals import both, covers, first_from, stretch

EARLY_AND_LATE = ((10, 20), (30, 40))


def test_the_first_day_is_inside_or_at_the_next_beginning() -> None:
    """Inside a stretch it is the day itself; in a gap the next stretch; past all of them none."""
    asked = (0, 10, 19, 20, 29, 30, 39, 40)
    found = [first_from(EARLY_AND_LATE, day) for day in asked]
    assert found == [10, 10, 19, 30, 30, 30, 39, None]
    assert first_from((), 5) is None


def test_an_empty_stretch_is_no_day() -> None:
    """It begins where it ends."""
    assert stretch(5, 5) == ()
    assert stretch(5, 6) == ((5, 6),)


def test_what_two_sets_have_in_common() -> None:
    """Stretches that only touch have nothing in common."""
    assert both(EARLY_AND_LATE, ((20, 30),)) == ()
    assert both(EARLY_AND_LATE, ((0, 100),)) == EARLY_AND_LATE
    assert both(EARLY_AND_LATE, ((15, 32), (35, 36))) == ((15, 20), (30, 32), (35, 36))


def test_one_set_covers_another() -> None:
    """Every day of the narrow one, gaps and all."""
    assert covers(((0, 100),), EARLY_AND_LATE)
    assert covers(EARLY_AND_LATE, EARLY_AND_LATE)
    assert not covers(EARLY_AND_LATE, ((10, 40),))
    assert covers(EARLY_AND_LATE, ())
