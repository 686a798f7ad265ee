"""Finding the names of jobs in a title: their words, in order, not too far apart."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from certadvisor.catalog.tokenizer import HARD, SOFT
from certadvisor.profile.matching.title_tokens import Name, Table, Words

_GAP = 4  # most other words between two words of a name
_GAP_BEFORE = 3  # the same where the leading word comes first


class Found(NamedTuple):
    """A job found in a title.

    `positions` are the indices of the name's words, `size` the number of words and word
    groups that the job requires, and `order` its index in the table.
    """

    job: dict[str, Any]
    order: int
    places: frozenset[int]
    asked: int

    @property
    def rank(self) -> tuple[int, int]:
        """A sort key: the more specific name first, then the one earlier in the table."""
        return -self.asked, self.order


def jobs_in(words: Words, table: Table) -> Iterator[Found]:
    """Yield every job whose name occurs in the title, with the words that it requires."""
    present = frozenset(words.words)
    parts = words.parts()
    for word in dict.fromkeys(words.words):
        for name in table.names.get(word, ()):
            if not present.issuperset(name.words):
                continue
            job = table.jobs[name.job]
            for places in _places(words.words, name, table):
                near = beside(words, parts, places, table)
                if _asked_for(job, near, table) and not _excluded(name, near, present, table):
                    asked = len(name.words) + len(job["with"])
                    yield Found(job, name.job, frozenset(places), asked)


def _places(words: tuple[str, ...], name: Name, table: Table) -> Iterator[tuple[int, ...]]:
    """Yield the positions of the name's words, for each occurrence of the name."""
    for start, word in enumerate(words):
        if word != name.words[0]:
            continue
        places = [start]
        for wanted, tight in zip(name.words[1:], name.tight[1:], strict=True):
            at = _next(words, places[-1], wanted, name, table, tight=tight)
            if at is None:
                break
            places.append(at)
        else:
            if not name.before or _closes(words, places, table):
                yield tuple(places)


def _next(
    words: tuple[str, ...], at: int, wanted: str, name: Name, table: Table, *, tight: bool
) -> int | None:
    """Return the position of the name's next word; None where it is not found or too far away.

    Too many words between, or a word of another job, end the search. So can a break: for
    names whose leading word comes first, a hard one; for other names, a soft one unless all
    words before it are things that a job can be about (a list), and any break right after a
    job's word.
    """
    if tight:
        return at + 1 if words[at + 1 : at + 2] == (wanted,) else None
    between, listed = 0, True
    for place in range(at + 1, len(words)):
        word = words[place]
        if word == wanted:
            return place
        if word in (HARD, SOFT):
            ended = not name.before and words[at] in table.apart
            if ended or (name.before if word == HARD else not (name.before or listed)):
                return None
            continue
        between += 1
        listed = listed and word in table.things
        if word in table.apart or between > (_GAP_BEFORE if name.before else _GAP):
            return None
    return None


def _closes(words: tuple[str, ...], places: list[int], table: Table) -> bool:
    """Return whether a name that starts with its leading word is complete at its last word.

    It is not where the word of another job follows: then the words belong to that job.
    """
    last = places[-1]
    following = words[last + 1] if last + 1 < len(words) else HARD
    if following in (HARD, SOFT) or following in table.closing or following.isdigit():
        return not _job_follows(words, last, table)
    return last - places[0] == len(places) - 1 and following not in table.apart


def _job_follows(words: tuple[str, ...], last: int, table: Table) -> bool:
    for word in words[last + 1 :]:
        if word in (HARD, SOFT):
            return False
        if word in table.apart:
            return True
    return False


def beside(
    words: Words, parts: tuple[int, ...], places: tuple[int, ...], table: Table
) -> frozenset[str]:
    """Return the other words of the title that belong to this job and not to another one."""
    own = {parts[at] for at in places}
    span = range(min(own), max(own) + 1)
    other = {
        parts[at] for at in words.places if words.words[at] in table.apart and parts[at] not in span
    }
    return frozenset(
        words.words[at] for at in words.places if parts[at] not in other and at not in places
    )


def _asked_for(job: dict[str, Any], beside: frozenset[str], table: Table) -> bool:
    return all(not table.groups[group].isdisjoint(beside) for group in job["with"])


def _excluded(name: Name, beside: frozenset[str], present: frozenset[str], table: Table) -> bool:
    return any(
        unless & (present if anywhere else beside)
        for word in name.words
        for unless, anywhere in table.exclusions.get(word, ())
    )


def longest(found: Iterable[Found]) -> list[Found]:
    """Return the hits that are not part of a more specific one, in the order of the title."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda found: found.rank):
        if not any(one.places <= other.places for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda found: min(found.places))
