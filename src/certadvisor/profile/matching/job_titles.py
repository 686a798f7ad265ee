"""Recognising job titles as people write them: role, kinds of work, and how confident that is."""

from typing import Any, NamedTuple

from certadvisor.catalog.records import LEVELS, Catalog
from certadvisor.profile.matching.title_phrases import Found, beside, jobs_in, longest
from certadvisor.profile.matching.title_tokens import Table, Words, table_of

_WHOLE = 0.95  # confidence of a title that consists of the name only
_DOUBT = 0.05  # subtracted for each reason to doubt
_MANY = 3  # more words than this beside the name are a reason to doubt


class TitleMatch(NamedTuple):
    """What a title says about the job; None is unknown.

    `confidence` is from 0 to 1 and applies to role and kinds.
    """

    title: str
    role: str | None
    level: str | None
    kinds: tuple[str, ...] | None
    is_project_management: bool
    confidence: float


def match_title(title: str, catalog: Catalog) -> TitleMatch:
    """Match a job title to a role and kinds of work.

    The exact title or alias of a role always gives that role. Otherwise the title is
    searched for names of jobs from `titles.yaml`. It can contain several: the first gives
    the role, all of them together the kinds. Case, accents and spaces do not matter.
    """
    table = table_of(catalog)
    words = table.read(title)
    exact = catalog.role_called(title)
    if exact is not None:
        role = catalog.roles[exact]
        sure = table.doubtful.get(" ".join(words.words[at] for at in words.places), 1.0)
        leads = not table.project_management.isdisjoint(role.kinds)
        return TitleMatch(title, exact, role.level, role.kinds, leads, sure)
    jobs = longest(jobs_in(words, table))
    if not jobs:
        return TitleMatch(title, None, _told_level(words, frozenset(), table), None, False, 0.0)
    first = _first(jobs)
    kinds = _kinds(jobs, words, catalog, table)
    leads = any(_leads(found.job, catalog, table) for found in jobs)
    level = _level(first, words, catalog, table)
    sure = _confidence(first, words, table)
    return TitleMatch(title, first.job["role"], level, kinds, leads, sure)


def sure_match(title: str, catalog: Catalog) -> TitleMatch | None:
    """Return the match of a title; None where its confidence is below the threshold."""
    match = match_title(title, catalog)
    return match if match.confidence >= table_of(catalog).bar else None


def _first(jobs: list[Found]) -> Found:
    """Return the first job of the title: the most specific among those that share its words."""
    start = jobs[0].places
    return min((job for job in jobs if start & job.places), key=lambda found: found.rank)


def _own_kinds(job: dict[str, Any], catalog: Catalog) -> tuple[str, ...]:
    return tuple(job["kinds"]) or catalog.roles[job["role"]].kinds


def _leads(job: dict[str, Any], catalog: Catalog, table: Table) -> bool:
    told: bool | None = job["project_management"]
    if told is not None:
        return told
    return not table.project_management.isdisjoint(_own_kinds(job, catalog))


def _kinds(jobs: list[Found], words: Words, catalog: Catalog, table: Table) -> tuple[str, ...]:
    kinds = [kind for found in jobs for kind in _own_kinds(found.job, catalog)]
    if any(_leads(found.job, catalog, table) for found in jobs):
        said = frozenset(words.words)
        kinds += [kind for kind, group in table.also.items() if said & table.groups[group]]
    return tuple(dict.fromkeys(kinds))


def _level(found: Found, words: Words, catalog: Catalog, table: Table) -> str | None:
    """Return the role's level, or the one that the words beside its name state (senior, lead)."""
    role = found.job["role"]
    own: str | None = found.job["level"] or (catalog.roles[role].level if role else None)
    told = _told_level(words, found.places, table)
    if own is None or told == LEVELS[0]:
        return told or own
    return max((own, told or own), key=LEVELS.index)


def _told_level(words: Words, taken: frozenset[int], table: Table) -> str | None:
    """Return the highest level that a word outside the name states; for executives also inside."""
    said = frozenset(words.words)
    free = frozenset(words.words[at] for at in words.places if at not in taken)
    for level in LEVELS[::-1]:
        group = table.groups.get(table.levels.get(level, ""), frozenset())
        if group & (said if level == LEVELS[-1] else free):
            return level
    return None


def _confidence(found: Found, words: Words, table: Table) -> float:
    sure: float = found.job["sure"]
    near = beside(words, words.parts(), tuple(found.places), table)
    others = len(words.places) - len(found.places) - len(near)
    if not near and not others and not words.mended:
        return round(max(sure, min(_WHOLE, sure + _DOUBT)), 2)
    doubts = words.mended + (others > 0) + (len(near) > _MANY)
    return round(sure - _DOUBT * doubts, 2)
