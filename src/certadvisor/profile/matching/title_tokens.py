"""Job titles as tokens, and the tables of `titles.yaml`, indexed for looking them up."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.tokenizer import HARD, SOFT, folded, pieces, spelled

_MOST = 60  # words of a title; the rest is ignored
_LONG_ENOUGH = 5  # letters; in shorter words a typing error is not corrected
_CLOSING_BRACKETS = re.compile(r"\(([^()]*)\)\W*$")  # "Manager (Projects)"


class Name(NamedTuple):
    """One name of a job: its words, and which of them must directly follow the one before."""

    job: int
    words: tuple[str, ...]
    tight: tuple[bool, ...]
    before: bool  # the leading word comes first: "director projects"


class Words(NamedTuple):
    """A title's words in their normal spelling, with the marks HARD and SOFT for breaks.

    `corrected` means that at least one typing error was corrected.
    """

    words: tuple[str, ...]
    mended: bool

    def parts(self) -> tuple[int, ...]:
        """Return the number of the part that each item is in; a break starts the next part."""
        found, part = [], 0
        for word in self.words:
            part += word in (HARD, SOFT)
            found.append(part)
        return tuple(found)

    @property
    def places(self) -> tuple[int, ...]:
        """The indices of the words, without those of the breaks."""
        return tuple(at for at, word in enumerate(self.words) if word not in (HARD, SOFT))


class Table:
    """The tables of `titles.yaml` and the names of roles, compiled by `catalog.titles`.

    `names` indexes the names of jobs by their first word.
    """

    def __init__(self, compiled: dict[str, Any]) -> None:
        self.bar: float = compiled["bar"]
        self.jobs: list[dict[str, Any]] = compiled["jobs"]
        self.groups = {id: frozenset(words) for id, words in compiled["groups"].items()}
        self.levels: dict[str, str] = compiled["levels"]
        self.apart = frozenset(compiled["apart"])
        self.closing = frozenset(compiled["closing"])
        self.also: dict[str, str] = compiled["also"]
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
        self._mended: list[str] = compiled["mended"]
        noise = "|".join(map(re.escape, compiled["noise"]))
        self._noise = re.compile(rf"(?:{noise})(?!\w)") if noise else None
        self.names: dict[str, list[Name]] = {}
        for name in _names(self.jobs):
            self.names.setdefault(name.words[0], []).append(name)
        self._known = frozenset(self._vocabulary())

    def _vocabulary(self) -> Iterator[str]:
        for written, meant in self._spellings.items():
            yield from written.split()
            yield from meant
        yield from self.apart | self.closing | self._small | self._joining
        for group in self.groups.values():
            yield from group
        for names in self.names.values():
            for name in names:
                yield from name.words

    def read(self, title: str) -> Words:
        """Split a title into words in their normal spelling, without noise and small words."""
        plain = folded(title)
        if self._noise:
            plain = self._noise.sub(" ", plain)
        written = pieces(_CLOSING_BRACKETS.sub(r", \1", plain))[:_MOST]
        whole = [self._mend(word) for word in written]
        said = spelled(whole, self._spellings, self._longest)
        words = (HARD if word in self._joining else word for word in said)
        return Words(tuple(word for word in words if word not in self._small), whole != written)

    def _mend(self, word: str) -> str:
        if len(word) < _LONG_ENOUGH or word in self._known:
            return word
        return next((meant for meant in self._mended if _one_slip(word, meant)), word)


def _one_slip(written: str, meant: str) -> bool:
    """Return whether one letter was omitted or inserted, or two neighbours were swapped.

    A replaced letter does not count: it often makes another word ("protect" for "project").
    """
    short, long = sorted((written, meant), key=len)
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    if len(long) > len(short):
        return False
    apart = [at for at, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
    first, last = (apart[0], apart[-1]) if apart else (0, 0)
    crossed = written[first] == meant[last] and written[last] == meant[first]
    return len(apart) == len((first, last)) and last - first == 1 and crossed


def _names(jobs: Iterable[dict[str, Any]]) -> Iterator[Name]:
    for at, job in enumerate(jobs):
        for name in job["names"]:
            words, tight = zip(*name, strict=True)
            yield Name(at, words, tight, before=False)
        for words in job["before"]:
            yield Name(at, tuple(words), (False,) * len(words), before=True)


@lru_cache(maxsize=4)
def table_of(catalog: Catalog) -> Table:
    """Return the catalogue's title tables, loaded when first needed."""
    return Table(catalog.page("titles", "words"))
