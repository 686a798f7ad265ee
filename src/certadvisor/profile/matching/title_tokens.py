"""Job titles as tokens, and the tables of `titles.yaml`, indexed for looking them up."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.tokenizer import (
    HARD_BREAK,
    SOFT_BREAK,
    fold_text,
    normalize_spellings,
    tokenize,
)

_MAX_WORDS = 60  # words of a title; the rest is ignored
_LONG_ENOUGH = 5  # letters; in shorter words a typing error is not corrected
_CLOSING_BRACKETS = re.compile(r"\(([^()]*)\)\W*$")  # "Manager (Projects)"


class JobName(NamedTuple):
    """One name of a job: its words, and which of them must directly follow the one before."""

    job: int
    words: tuple[str, ...]
    adjacent: tuple[bool, ...]
    leading: bool  # the leading word comes first: "director projects"


class TitleTokens(NamedTuple):
    """A title's words in their normal spelling, with the marks HARD and SOFT for breaks.

    `corrected` means that at least one typing error was corrected.
    """

    words: tuple[str, ...]
    corrected: bool

    def part_numbers(self) -> tuple[int, ...]:
        """Return the number of the part that each item is in; a break starts the next part."""
        numbers, part = [], 0
        for word in self.words:
            part += word in (HARD_BREAK, SOFT_BREAK)
            numbers.append(part)
        return tuple(numbers)

    @property
    def positions(self) -> tuple[int, ...]:
        """The indices of the words, without those of the breaks."""
        return tuple(
            at for at, word in enumerate(self.words) if word not in (HARD_BREAK, SOFT_BREAK)
        )


class TitleTable:
    """The tables of `titles.yaml` and the names of roles, compiled by `catalog.titles`.

    `names` indexes the names of jobs by their first word.
    """

    def __init__(self, compiled: dict[str, Any]) -> None:
        self.threshold: float = compiled["bar"]
        self.jobs: list[dict[str, Any]] = compiled["jobs"]
        self.groups = {id: frozenset(words) for id, words in compiled["groups"].items()}
        self.levels: dict[str, str] = compiled["levels"]
        self.level_words = frozenset[str]().union(
            *(self.groups.get(group, frozenset()) for group in self.levels.values())
        )
        self.job_words = frozenset(compiled["apart"])
        self.closing = frozenset(compiled["closing"])
        self.learners = frozenset(compiled["learners"])
        self.assistants = frozenset(compiled["assistants"])
        self.outsiders = frozenset(compiled["outsiders"])
        self.awarded = frozenset(compiled["awarded"])
        self.sidelines = frozenset(compiled["sidelines"])
        self.supporting = frozenset(compiled["supporting"])
        self.extra_kinds: dict[str, str] = compiled["also"]
        self.doubtful: dict[str, float] = compiled["doubtful"]
        self.project_management = frozenset(compiled["project_management"])
        self.things = frozenset(compiled["things"])
        self.exclusions: dict[str, list[tuple[frozenset[str], bool]]] = {}
        for word, groups, anywhere in compiled["exclusions"]:
            unless = frozenset().union(*(self.groups[id] for id in groups))
            self.exclusions.setdefault(word, []).append((unless, anywhere))
        self._small = frozenset(compiled["small"])
        self._joining = frozenset(compiled["joining"])
        self._spellings: dict[str, list[str]] = compiled["spellings"]
        self._longest: int = compiled["longest"]
        self._correctable: list[str] = compiled["mended"]
        noise = "|".join(map(re.escape, compiled["noise"]))
        self._noise = re.compile(rf"(?:{noise})(?!\w)") if noise else None
        self.names: dict[str, list[JobName]] = {}
        for name in _job_names(self.jobs):
            self.names.setdefault(name.words[0], []).append(name)
        self._known = frozenset(self._vocabulary())

    def _vocabulary(self) -> Iterator[str]:
        for written, words in self._spellings.items():
            yield from written.split()
            yield from words
        yield from self.job_words | self.closing | self._small | self._joining
        yield from self.learners | self.assistants | self.outsiders | self.sidelines
        for group in self.groups.values():
            yield from group
        for names in self.names.values():
            for name in names:
                yield from name.words

    def tokenize(self, title: str) -> TitleTokens:
        """Split a title into words in their normal spelling, without noise and small words."""
        plain = fold_text(title)
        if self._noise:
            plain = self._noise.sub(" ", plain)
        written = tokenize(_CLOSING_BRACKETS.sub(r", \1", plain))[:_MAX_WORDS]
        corrected = [self._correct(word) for word in written]
        spelled_words = normalize_spellings(corrected, self._spellings, self._longest)
        words = (HARD_BREAK if word in self._joining else word for word in spelled_words)
        return TitleTokens(
            tuple(word for word in words if word not in self._small), corrected != written
        )

    def _correct(self, word: str) -> str:
        if len(word) < _LONG_ENOUGH or word in self._known:
            return word
        return next(
            (intended for intended in self._correctable if _is_one_slip(word, intended)), word
        )


def _is_one_slip(written: str, intended: str) -> bool:
    """Return whether one letter was omitted or inserted, or two neighbours were swapped.

    A replaced letter does not count: it often makes another word ("protect" for "project").
    """
    short, long = sorted((written, intended), key=len)
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    if len(long) > len(short):
        return False
    differing = [
        at for at, (one, other) in enumerate(zip(written, intended, strict=True)) if one != other
    ]
    first, last = (differing[0], differing[-1]) if differing else (0, 0)
    crossed = written[first] == intended[last] and written[last] == intended[first]
    return len(differing) == len((first, last)) and last - first == 1 and crossed


def _job_names(jobs: Iterable[dict[str, Any]]) -> Iterator[JobName]:
    for at, job in enumerate(jobs):
        for name in job["names"]:
            words, tight = zip(*name, strict=True)
            yield JobName(at, words, tight, leading=False)
        for words in job["before"]:
            yield JobName(at, tuple(words), (False,) * len(words), leading=True)


@lru_cache(maxsize=4)
def title_table(catalog: Catalog) -> TitleTable:
    """Return the catalogue's title tables, loaded when first needed."""
    return TitleTable(catalog.raw_record("titles", "words"))
