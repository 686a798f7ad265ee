"""When facts agree, and which lists share which ids."""

from hypothesis import given
from hypothesis import strategies as st

from certadvisor.comparison.agreement import Agreement, agreement, combine, overlap

VALUES = st.lists(st.sampled_from([None, 1, 2]), min_size=2, max_size=6)
LISTS = st.lists(st.lists(st.sampled_from("abcdef"), unique=True), min_size=2, max_size=6)


def test_an_unknown_value_is_not_a_difference() -> None:
    """Two known values decide; one known value and a gap do not."""
    assert agreement([675, 675]) is Agreement.SAME
    assert agreement([675, None]) is Agreement.UNKNOWN
    assert agreement([None, None]) is Agreement.UNKNOWN
    assert agreement([675, None, 445]) is Agreement.DIFFERS


def test_combined_rows_differ_if_one_of_them_does() -> None:
    """For example, the same country does not hide a different date."""
    assert combine([Agreement.SAME, Agreement.DIFFERS]) is Agreement.DIFFERS
    assert combine([Agreement.SAME, Agreement.UNKNOWN]) is Agreement.UNKNOWN
    assert combine([Agreement.SAME, Agreement.SAME]) is Agreement.SAME


@given(VALUES, st.randoms())
def test_the_order_of_columns_does_not_matter(values: list[int | None], random: object) -> None:
    """The agreement of a row is the same for every order of its values."""
    shuffled = list(values)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert agreement(shuffled) is agreement(values)


@given(VALUES, st.sampled_from([1, 2]))
def test_filling_a_gap_does_not_change_a_settled_row(values: list[int | None], learnt: int) -> None:
    """A row that differs, or is the same, stays so whatever value fills a gap."""
    filled = [learnt if value is None else value for value in values]
    before = agreement(values)
    assert before is Agreement.UNKNOWN or agreement(filled) is before


@given(LISTS)
def test_every_id_is_in_exactly_one_part_of_each_list(lists: list[list[str]]) -> None:
    """In `all`, `some` or `only`; no id is lost and none is added."""
    parts = overlap(lists)
    for own, some, only in zip(lists, parts.some, parts.only, strict=True):
        assert sorted(own) == sorted([*parts.all, *some, *only])
        for id in only:
            assert sum(id in other for other in lists) == 1
