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


def misspelled(word: str, words: Iterable[str]) -> str:
    """Return "did you mean …?" for a slip of few letters only; empty for another word.

    `programming` resembles `program`, and means something else.

    >>> misspelled("programm", ["program"]), misspelled("programming", ["program"])
    ('did you mean `program`?', '')
    """
    id = kebab(word[:_MAX_LENGTH])
    near = (other for other in closest(id, words, count=3) if _slips(id, other) <= len(other) // 4)
    return suggestion(list(near)[:1])


def _slips(written: str, intended: str) -> int:
    """Return how many letters to change, leave out or put in (Levenshtein's distance)."""
    row = list(range(len(intended) + 1))
    for index, char in enumerate(written, 1):
        previous, row[0] = row[0], index
        for at, other in enumerate(intended, 1):
            previous, row[at] = (
                row[at],
                min(row[at] + 1, row[at - 1] + 1, previous + (char != other)),
            )
    return row[-1]


def suggestion(names: Iterable[str]) -> str:
    """Return "did you mean …?" with the names; empty where there are none."""
    quoted_names = [f"`{name}`" for name in dict.fromkeys(names)]
    return f"did you mean {' or '.join(quoted_names)}?" if quoted_names else ""
