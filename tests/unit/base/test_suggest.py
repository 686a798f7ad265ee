"""Suggestions: those of difflib, found without comparing every name letter by letter."""

from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from certadvisor.base.suggest import closest

words = st.text("abcde éż1-+\U0001f600", min_size=1, max_size=12)


@given(words, st.lists(words, max_size=30), st.integers(1, 4), st.sampled_from([0.1, 0.6, 0.8, 1]))
def test_the_closest_words_are_those_of_difflib(
    word: str, others: list[str], count: int, likeness: float
) -> None:
    """In its order, with words that are equally close."""
    expected = get_close_matches(word, others, count, likeness)
    assert closest(word, others, count=count, likeness=likeness) == expected
