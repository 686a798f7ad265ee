"""Suggestions for a word that nearly fits: shown to people, never used in its place."""

from collections.abc import Iterable
from functools import lru_cache

from certadvisor.base.kebab import kebab

_MAX_LENGTH = 300  # of a word to compare: longer ones are no misspelling, and comparing is slow


def closest(word: str, words: Iterable[str], *, count: int = 1, likeness: float = 0.6) -> list[str]:
    """Return up to `count` of `words` that resemble `word`, the most similar first."""
    return [*_close_matches(word[:_MAX_LENGTH], tuple(words), count, likeness)]


@lru_cache(1000)  # a table has the same unknown words in many rows, and each takes milliseconds
def _close_matches(
    word: str, words: tuple[str, ...], count: int, likeness: float
) -> tuple[str, ...]:
    from difflib import get_close_matches  # slow to import, and only needed for an unknown word

    return tuple(get_close_matches(word, words, n=count, cutoff=likeness))


def did_you_mean(word: str, words: Iterable[str], otherwise: str, *, likeness: float = 0.6) -> str:
    """Return "did you mean …?" for the most similar of `words`, or `otherwise` if none is close."""
    return suggestion(closest(kebab(word[:_MAX_LENGTH]), words, likeness=likeness)) or otherwise


def suggestion(names: Iterable[str]) -> str:
    """Return "did you mean …?" with the names; empty where there are none."""
    quoted_names = [f"`{name}`" for name in dict.fromkeys(names)]
    return f"did you mean {' or '.join(quoted_names)}?" if quoted_names else ""
