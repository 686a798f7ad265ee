"""Suggestions for a word that nearly fits: shown to people, never used in its place."""

from collections.abc import Iterable
from functools import lru_cache

from certadvisor.base.kebab import kebab

_LETTERS = 64
_MAX_LENGTH = 300  # of a word to compare: longer ones are no misspelling, and comparing is slow


def closest(word: str, words: Iterable[str], *, count: int = 1, likeness: float = 0.6) -> list[str]:
    """Return up to `count` of `words` that resemble `word`, the most similar first."""
    return [*_close_matches(word[:_MAX_LENGTH], tuple(words), count, likeness)]


@lru_cache(1000)  # a table has the same unknown words in many rows
def _close_matches(
    word: str, words: tuple[str, ...], count: int, likeness: float
) -> tuple[str, ...]:
    """Return what difflib's `get_close_matches` returns, and compare few words as it does.

    No two words are more alike than the letters that they share, nor than those that they share
    in one order, allow. From the highest limit down, words are compared until none that is left
    can be among the best.
    """
    from difflib import SequenceMatcher  # slow to import, and only needed for an unknown word

    letters, size = _letters(word), len(word)
    limits = [
        (2.0 * shared / (size + length), other)
        for other, theirs, length in _letters_of_all(words)
        if 2 * (shared := (letters & theirs).bit_count()) >= likeness * (size + length) > 0
    ]
    limits.sort(reverse=True)
    masks: dict[str, int] = {}
    for at, letter in enumerate(word):
        masks[letter] = masks.get(letter, 0) | 1 << at
    best: list[tuple[float, str]] = []
    matcher = SequenceMatcher(b=word)
    for limit, other in limits:
        least = best[-1][0] if len(best) == count else likeness
        if limit < least:
            break
        if 2.0 * _in_one_order(masks, size, other) / (size + len(other)) < least:
            continue
        matcher.set_seq1(other)
        if (ratio := matcher.ratio()) >= least:
            best = sorted([*best, (ratio, other)], reverse=True)[:count]
    return tuple(other for _, other in best)


def _in_one_order(masks: dict[str, int], size: int, other: str) -> int:
    """Return the length of the longest common subsequence (Hyyrö 2004, on the bits of a word)."""
    full = (1 << size) - 1
    open_bits = full
    for letter in other:
        matches = open_bits & masks.get(letter, 0)
        open_bits = (open_bits + matches | open_bits - matches) & full
    return size - open_bits.bit_count()


@lru_cache(16)  # lists of names, each compared with a thousand unknown words
def _letters_of_all(words: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    return tuple((word, _letters(word), len(word)) for word in words)


def _letters(word: str) -> int:
    """Return the letters of a word as bits: one for each time that each of them occurs.

    What two words share is then the bits that both have set. A letter is a character, modulo 64:
    two that fall together make a word look nearer than it is, which only costs a comparison.
    """
    bits, times = 0, [0] * _LETTERS
    for letter in word:
        at = ord(letter) % _LETTERS
        bits |= 1 << (times[at] * _LETTERS + at)
        times[at] += 1
    return bits


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
