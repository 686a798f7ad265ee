"""A text that fits in its line is shown as if it had been wrapped word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certadvisor.views.blocks import Fragment, StyledText, join
from certadvisor.views.text import wrap as wrapping
from certadvisor.views.text.wrap import Line, wrap

pytestmark = pytest.mark.laws

words = st.lists(st.sampled_from(["a", "b", " ", "·", "認", "e\u0301", "\t"]), max_size=4).map(
    "".join
)
fragments = st.builds(Fragment, words, st.sampled_from(["", "dim", "bad"]))
texts = st.lists(fragments, max_size=5).map(tuple)


def _shown(lines: list[Line]) -> list[list[tuple[str, str]]]:
    """Every character of each line with its style."""
    return [[(char, part.style) for part in line for char in part.text] for line in lines]


def _wrapped_word_by_word(text: StyledText, width: int) -> list[Line]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "_fits_as_it_is", lambda *_: False)
        return wrap(text, width)


@given(texts, st.integers(1, 30))
def test_what_fits_is_shown_as_if_wrapped(text: StyledText, width: int) -> None:
    """Down to the style of each space."""
    assert _shown(wrap(text, width)) == _shown(_wrapped_word_by_word(text, width))


@given(st.lists(texts, max_size=3), st.integers(1, 30), st.sampled_from([" · ", ", "]))
def test_a_join_that_fits_is_shown_as_if_wrapped(
    parts: list[StyledText], width: int, separator: str
) -> None:
    """With the style of its separators."""
    text = join(parts, separator)
    assert _shown(wrap(text, width)) == _shown(_wrapped_word_by_word(text, width))
