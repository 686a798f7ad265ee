"""Recognising job titles as people write them: role, kinds of work, and how confident that is."""

from typing import Any, NamedTuple

from certadvisor.catalog.records import LEVELS, Catalog, Role
from certadvisor.catalog.tokenizer import HARD_BREAK, tokenize
from certadvisor.profile.matching.title_phrases import (
    TitleHit,
    find_jobs,
    longest_hits,
    nearby_words,
)
from certadvisor.profile.matching.title_tokens import TitleTable, TitleTokens, title_table

_WHOLE_TITLE = 0.95  # confidence of a title that consists of the name only
_DOUBT = 0.05  # subtracted for each reason to doubt
_ASKED = 0.5  # confidence of a job that the person only learns or assists
_MANY_WORDS = 3  # more words than this beside the name are a reason to doubt


class TitleMatch(NamedTuple):
    """What a title says about the job; None is unknown.

    `starting_point` is a job outside the career ladder, where the title names no role of it.
    `confidence` is from 0 to 1 and applies to role and kinds.
    """

    title: str
    role: str | None
    starting_point: str | None
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
    table = title_table(catalog)
    tokens = table.tokenize(title)
    exact = catalog.find_exact_role(title)
    if exact is not None:
        role = catalog.roles[exact]
        confidence = table.doubtful.get(" ".join(tokens.words[at] for at in tokens.positions), 1.0)
        leads = not table.project_management.isdisjoint(role.kinds)
        return TitleMatch(title, exact, None, role.level, role.kinds, leads, confidence)
    jobs = longest_hits(find_jobs(tokens, table))
    if not jobs:
        return TitleMatch(
            title, None, None, _stated_level(tokens, frozenset(), table), None, False, 0.0
        )
    first = _first_hit([hit for hit in jobs if hit.job["role"]] or jobs)
    kinds = _kinds(jobs, tokens, catalog, table)
    beside = _words_beside(jobs, tokens)
    leads = any(
        _is_project_management(hit.job, catalog, table)
        and not _is_outside(hit, beside, tokens, table)
        for hit in jobs
    )
    level = _level(first, tokens, catalog, table)
    confidence = _confidence(first, tokens, table)
    if _names_certification(title, catalog, table) or any(
        _is_bystander(hit, beside, tokens, catalog, table) for hit in jobs
    ):
        confidence = min(confidence, _ASKED)
    start = None if first.job["role"] else first.job["starting_point"]
    return TitleMatch(title, first.job["role"], start, level, kinds, leads, confidence)


def confident_match(title: str, catalog: Catalog) -> TitleMatch | None:
    """Return the match of a title; None where its confidence is below the threshold."""
    match = match_title(title, catalog)
    return match if match.confidence >= title_table(catalog).threshold else None


def role_of_title(title: str, catalog: Catalog) -> Role | None:
    """Return the role with this title or alias, else the one it confidently matches, else None."""
    id = catalog.find_exact_role(title)
    if id is None:
        match = confident_match(title, catalog)
        id = match and match.role
    return None if id is None else catalog.roles[id]


def starting_point_of_title(title: str, catalog: Catalog) -> str | None:
    """Return the id of the job outside the ladder that a title confidently names, else None."""
    match = confident_match(title, catalog)
    return match and match.starting_point


def kinds_of_title(title: str, catalog: Catalog) -> frozenset[str] | None:
    """Return all kinds of experience of a job with this title; None where it is not recognised."""
    id = catalog.find_exact_role(title)
    if id is not None:
        return catalog.kinds_of(catalog.roles[id].kinds)
    match = confident_match(title, catalog)
    return None if match is None or match.kinds is None else catalog.kinds_of(match.kinds)


def limits_job(text: str, catalog: Catalog) -> bool:
    """Whether a text beside a title says that the person learns or assists.

    Such a text is the kind of a contract: "Apprenticeship", "Alternance + CDD", "Werkstudent".
    """
    table = title_table(catalog)
    words = frozenset(table.tokenize(text).words)
    return not words.isdisjoint(table.learners | table.assistants)


def _first_hit(jobs: list[TitleHit]) -> TitleHit:
    """Return the first job of the title: the most specific among those that share its words."""
    start = jobs[0].positions
    return min((job for job in jobs if start & job.positions), key=lambda hit: hit.rank)


def _own_kinds(job: dict[str, Any], catalog: Catalog) -> tuple[str, ...]:
    return tuple(job["kinds"]) or catalog.roles[job["role"]].kinds


def _is_project_management(job: dict[str, Any], catalog: Catalog, table: TitleTable) -> bool:
    stated: bool | None = job["project_management"]
    if stated is not None:
        return stated
    return not table.project_management.isdisjoint(_own_kinds(job, catalog))


def _kinds(
    jobs: list[TitleHit], tokens: TitleTokens, catalog: Catalog, table: TitleTable
) -> tuple[str, ...]:
    kinds = [kind for hit in jobs for kind in _own_kinds(hit.job, catalog)]
    if any(_is_project_management(hit.job, catalog, table) for hit in jobs):
        present = frozenset(tokens.words)
        kinds += [
            kind for kind, group in table.extra_kinds.items() if present & table.groups[group]
        ]
    return tuple(dict.fromkeys(kinds))


def _words_beside(jobs: list[TitleHit], tokens: TitleTokens) -> frozenset[str]:
    """The words of a title that belong to the name of none of its jobs on the ladder.

    The assistant of a project manager is no project manager, though an assistant is a job too.
    """
    ladder = (hit.positions for hit in jobs if not hit.job["starting_point"])
    named = frozenset[int]().union(*ladder)
    return frozenset(tokens.words[at] for at in tokens.positions if at not in named)


def _is_outside(
    hit: TitleHit, beside: frozenset[str], tokens: TitleTokens, table: TitleTable
) -> bool:
    """Whether the person teaches, recruits for or documents this job: "Trainer for managers".

    Behind a hard break stands a job of its own: "Project Manager / Trainer".
    """
    words, first, last = tokens.words, min(hit.positions), max(hit.positions)
    start = next((at + 1 for at in range(first, -1, -1) if words[at] == HARD_BREAK), 0)
    ends = (at for at in range(last, len(words)) if words[at] == HARD_BREAK)
    part = words[start : next(ends, len(words))]
    return not table.outsiders.isdisjoint(beside.intersection(part))


def _is_bystander(
    hit: TitleHit,
    beside: frozenset[str],
    tokens: TitleTokens,
    catalog: Catalog,
    table: TitleTable,
) -> bool:
    """Whether the words beside a job say that the person does not do that job.

    Who learns or assists does supporting work, but does not lead. Who has a sideline of a
    project ("project risk manager") manages that and not the project.
    """
    if hit.job["starting_point"]:
        # Its own words count for it: a teacher teaches, but no job that the title names.
        beside = beside.difference(_words_of(hit, tokens))
    if _is_outside(hit, beside, tokens, table):
        return True
    if table.supporting.issuperset(_own_kinds(hit.job, catalog)):
        return False
    first, last = min(hit.positions), max(hit.positions)
    if tokens.words[last] not in table.job_words:
        # The leading word comes first: "manager, project risk", "risk manager, projects".
        first, last = max(first - 1, 0), min(last + 1, len(tokens.words) - 1)
    # A word of the job's own name is no sideline of it: "change manager", "construction manager".
    within = {*tokens.words[first : last + 1]} - _words_of(hit, tokens)
    bystanders = table.learners | table.assistants
    if hit.job["starting_point"]:  # it has no project that a sideline could be of: "site engineer"
        return not beside.isdisjoint(bystanders)
    return not (beside.isdisjoint(bystanders) and table.sidelines.isdisjoint(within))


def _names_certification(title: str, catalog: Catalog, table: TitleTable) -> bool:
    """Whether a title is the name of a certification, and says so: "Certified Product Owner"."""
    if table.awarded.isdisjoint(tokenize(title)):
        return False
    found = catalog.find_exact_certifications(title)
    return bool(found.ids) or found.shared


def _words_of(hit: TitleHit, tokens: TitleTokens) -> frozenset[str]:
    """The words of a job's name."""
    return frozenset(tokens.words[at] for at in hit.positions)


def _level(hit: TitleHit, tokens: TitleTokens, catalog: Catalog, table: TitleTable) -> str | None:
    """Return the role's level, or the one that the words beside its name state (senior, lead)."""
    role = hit.job["role"]
    own: str | None = hit.job["level"] or (catalog.roles[role].level if role else None)
    stated = _stated_level(tokens, hit.positions, table)
    if own is None or stated == LEVELS[0]:
        return stated or own
    return max((own, stated or own), key=LEVELS.index)


def _stated_level(
    tokens: TitleTokens, used_positions: frozenset[int], table: TitleTable
) -> str | None:
    """Return the highest level that a word outside the name states; for executives also inside."""
    present = frozenset(tokens.words)
    free = frozenset(tokens.words[at] for at in tokens.positions if at not in used_positions)
    for level in LEVELS[::-1]:
        group = table.groups.get(table.levels.get(level, ""), frozenset())
        if group & (present if level == LEVELS[-1] else free):
            return level
    return None


def _confidence(hit: TitleHit, tokens: TitleTokens, table: TitleTable) -> float:
    confidence: float = hit.job["sure"]
    nearby = nearby_words(tokens, tokens.part_numbers(), tuple(hit.positions), table)
    others = len(tokens.positions) - len(hit.positions) - len(nearby)
    if not nearby and not others and not tokens.corrected:
        return round(max(confidence, min(_WHOLE_TITLE, confidence + _DOUBT)), 2)
    doubts = tokens.corrected + (others > 0) + (len(nearby) > _MANY_WORDS)
    return round(confidence - _DOUBT * doubts, 2)
