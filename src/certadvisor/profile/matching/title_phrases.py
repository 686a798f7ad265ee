"""Finding the names of jobs in a title: their words, in order, not too far apart."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from certadvisor.catalog.tokenizer import HARD_BREAK, SOFT_BREAK
from certadvisor.profile.matching.title_tokens import JobName, TitleTable, TitleTokens

_GAP = 4  # most other words between two words of a name
_GAP_BEFORE = 3  # the same where the leading word comes first


class TitleHit(NamedTuple):
    """A job found in a title.

    `positions` are the indices of the name's words, `size` the number of words and word
    groups that the job requires, and `order` its index in the table.
    """

    job: dict[str, Any]
    order: int
    positions: frozenset[int]
    size: int

    @property
    def rank(self) -> tuple[int, int]:
        """A sort key: the more specific name first, then the one earlier in the table."""
        return -self.size, self.order


def find_jobs(tokens: TitleTokens, table: TitleTable) -> Iterator[TitleHit]:
    """Yield every job whose name occurs in the title, with the words that it requires."""
    present = frozenset(tokens.words)
    parts = tokens.part_numbers()
    for word in dict.fromkeys(tokens.words):
        for name in table.names.get(word, ()):
            if not present.issuperset(name.words):
                continue
            job = table.jobs[name.job]
            for positions in _name_positions(tokens.words, name, table):
                nearby = nearby_words(tokens, parts, positions, table)
                if _has_required_words(job, nearby, table) and not _is_excluded(
                    name, nearby, present, table
                ):
                    size = len(name.words) + len(job["with"])
                    if job["starting_point"] and size == 1 and not _is_whole(tokens, table):
                        continue
                    yield TitleHit(job, name.job, frozenset(positions), size)


def _is_whole(tokens: TitleTokens, table: TitleTable) -> bool:
    """Whether a title has one word, beside those that state a level: "Senior Developer"."""
    return len([at for at in tokens.positions if tokens.words[at] not in table.level_words]) <= 1


def _name_positions(
    words: tuple[str, ...], name: JobName, table: TitleTable
) -> Iterator[tuple[int, ...]]:
    """Yield the positions of the name's words, for each occurrence of the name."""
    for start, word in enumerate(words):
        if word != name.words[0]:
            continue
        positions = [start]
        for next_word, adjacent in zip(name.words[1:], name.adjacent[1:], strict=True):
            position = _next_position(
                words, positions[-1], next_word, name, table, adjacent=adjacent
            )
            if position is None:
                break
            positions.append(position)
        else:
            if not name.leading or _ends_name(words, positions, table):
                yield tuple(positions)


def _next_position(
    words: tuple[str, ...],
    previous: int,
    next_word: str,
    name: JobName,
    table: TitleTable,
    *,
    adjacent: bool,
) -> int | None:
    """Return the position of the name's next word; None where it is not found or too far away.

    Too many words between, or a word of another job, end the search. So can a break: for
    names whose leading word comes first, a hard one; for other names, a soft one unless all
    words before it are things that a job can be about (a list), and any break right after a
    job's word.
    """
    if adjacent:
        return previous + 1 if words[previous + 1 : previous + 2] == (next_word,) else None
    between, all_things = 0, True
    for position in range(previous + 1, len(words)):
        word = words[position]
        if word == next_word:
            return position
        if word in (HARD_BREAK, SOFT_BREAK):
            job_ended = not name.leading and words[previous] in table.job_words
            if job_ended or (
                name.leading if word == HARD_BREAK else not (name.leading or all_things)
            ):
                return None
            continue
        between += 1
        all_things = all_things and word in table.things
        if word in table.job_words or between > (_GAP_BEFORE if name.leading else _GAP):
            return None
    return None


def _ends_name(words: tuple[str, ...], positions: list[int], table: TitleTable) -> bool:
    """Return whether a name that starts with its leading word is complete at its last word.

    It is not where the word of another job follows: then the words belong to that job.
    """
    last = positions[-1]
    following = words[last + 1] if last + 1 < len(words) else HARD_BREAK
    if following in (HARD_BREAK, SOFT_BREAK) or following in table.closing or following.isdigit():
        return not _job_follows(words, last, table)
    return last - positions[0] == len(positions) - 1 and following not in table.job_words


def _job_follows(words: tuple[str, ...], last: int, table: TitleTable) -> bool:
    for word in words[last + 1 :]:
        if word in (HARD_BREAK, SOFT_BREAK):
            return False
        if word in table.job_words:
            return True
    return False


def nearby_words(
    tokens: TitleTokens, parts: tuple[int, ...], positions: tuple[int, ...], table: TitleTable
) -> frozenset[str]:
    """Return the other words of the title that belong to this job and not to another one."""
    own_parts = {parts[at] for at in positions}
    span = range(min(own_parts), max(own_parts) + 1)
    other_parts = {
        parts[at]
        for at in tokens.positions
        if tokens.words[at] in table.job_words and parts[at] not in span
    }
    return frozenset(
        tokens.words[at]
        for at in tokens.positions
        if parts[at] not in other_parts and at not in positions
    )


def _has_required_words(job: dict[str, Any], nearby: frozenset[str], table: TitleTable) -> bool:
    return all(not table.groups[group].isdisjoint(nearby) for group in job["with"])


def _is_excluded(
    name: JobName, nearby: frozenset[str], present: frozenset[str], table: TitleTable
) -> bool:
    return any(
        unless & (present if anywhere else nearby)
        for word in name.words
        for unless, anywhere in table.exclusions.get(word, ())
    )


def longest_hits(hits: Iterable[TitleHit]) -> list[TitleHit]:
    """Return the hits that are not part of a more specific one, in the order of the title."""
    maximal: list[TitleHit] = []
    for hit in sorted(hits, key=lambda hit: hit.rank):
        if not any(hit.positions <= other.positions for other in maximal):
            maximal.append(hit)
    return sorted(maximal, key=lambda hit: min(hit.positions))
