"""Compiles the tables that job titles are matched with, every word in its normal spelling."""

from collections.abc import Iterable
from itertools import product
from typing import Any

from certadvisor.catalog.definitions.role import RoleFile
from certadvisor.catalog.definitions.titles import DEFAULT_CONFIDENCE, Job, TitleFile
from certadvisor.catalog.records import RawRecord
from certadvisor.catalog.references import DanglingReference
from certadvisor.catalog.tokenizer import normalize_spellings, tokenize

_MIN_WORDS = 2  # words a name needs before it is searched for inside a longer title


def compile_titles(titles: TitleFile, roles: RoleFile) -> RawRecord:
    """The tables as plain JSON data; the names of the roles are listed as jobs, too."""
    normalizer = _SpellingNormalizer(titles)
    leading = set(normalizer.normalize_all(titles.leading))
    return {
        "bar": 1.0 if titles.bar is None else titles.bar,
        "noise": sorted(titles.noise, key=len, reverse=True),
        "small": list(titles.small),
        "joining": list(titles.joining),
        "spellings": normalizer.spellings,
        "longest": normalizer.max_words,
        "mended": list(titles.mended),
        "groups": {id: normalizer.normalize_all(group) for id, group in titles.groups.items()},
        "levels": titles.levels,
        "apart": normalizer.normalize_all(titles.apart),
        "closing": normalizer.normalize_all(titles.closing),
        "learners": normalizer.normalize_all(titles.learners),
        "assistants": normalizer.normalize_all(titles.assistants),
        "outsiders": normalizer.normalize_all(titles.outsiders),
        "awarded": sorted({word for text in titles.awarded for word in tokenize(text)}),
        "sidelines": normalizer.normalize_all(titles.sidelines),
        "supporting": list(titles.supporting),
        "also": titles.also,
        "doubtful": {
            " ".join(normalizer.normalize(name)): confidence
            for name, confidence in titles.doubtful.items()
        },
        "project_management": list(titles.project_management),
        "exclusions": [
            [exclusion.word, list(exclusion.unless), exclusion.anywhere]
            for exclusion in titles.exclusions
        ],
        "things": normalizer.normalize_all(thing for job in titles.jobs for thing in job.of),
        "jobs": [
            *_starting_point_jobs(roles, normalizer),
            *(_compile_job(job, normalizer, leading) for job in titles.jobs),
            *_role_jobs(roles, normalizer, titles),
        ],
    }


class _SpellingNormalizer:
    """Turns names into words in their normal spelling, as `titles.yaml` defines it."""

    def __init__(self, titles: TitleFile) -> None:
        self._small = frozenset(titles.small)
        self.spellings: dict[str, list[str]] = {}
        for spelling, variants in titles.spellings.items():
            for name in variants:
                self.spellings[" ".join(_word_tokens(name))] = _word_tokens(spelling)
        self.max_words = max((len(name.split()) for name in self.spellings), default=1)

    def normalize(self, name: str) -> list[str]:
        """The words of a name, without the small words such as "of"."""
        words = normalize_spellings(_word_tokens(name), self.spellings, self.max_words)
        return [word for word in words if word not in self._small]

    def normalize_all(self, names: Iterable[str]) -> list[str]:
        """The words of all names, without duplicates, in order of appearance."""
        return list(dict.fromkeys(word for name in names for word in self.normalize(name)))


def _word_tokens(text: str) -> list[str]:
    return [token for token in tokenize(text) if token[0].isalnum()]


def _compile_job(job: Job, normalizer: _SpellingNormalizer, leading: set[str]) -> dict[str, Any]:
    pairs = [
        (normalizer.normalize(thing), normalizer.normalize(word))
        for thing, word in product(job.of, job.words)
    ]
    before = [[*word, *thing] for thing, word in pairs if set(word) <= leading]
    return {
        "id": job.id,
        "role": job.role,
        "starting_point": None,
        "kinds": list(job.kinds),
        "level": job.level,
        "names": [_name_pattern(name, normalizer) for name in job.names]
        + [[[word, False] for word in (*thing, *last)] for thing, last in pairs],
        "before": before,
        "with": list(job.with_),
        "sure": job.confidence,
        "project_management": job.project_management,
    }


def _name_pattern(name: str, normalizer: _SpellingNormalizer) -> list[list[Any]]:
    """The words of a name, each with whether it must directly follow the one before it."""
    pattern: list[list[Any]] = []
    for part in name.split():
        pattern += [
            [word, index > 0]
            for index, word in enumerate(normalizer.normalize(part.replace("-", " ")))
        ]
    return pattern


def _role_jobs(
    roles: RoleFile, normalizer: _SpellingNormalizer, titles: TitleFile
) -> list[dict[str, Any]]:
    """The role names that may be searched for inside a title: two words or more, not doubtful."""
    leading = set(normalizer.normalize_all(titles.leading))
    things = {thing for job in titles.jobs for thing in job.of}
    doubtful_names = {name.casefold() for name in titles.doubtful}
    role_jobs = []
    for role in roles.roles:
        safe_names = (
            name for name in (role.title, *role.aliases) if name.casefold() not in doubtful_names
        )
        names = [name for name in map(normalizer.normalize, safe_names) if len(name) >= _MIN_WORDS]
        before = [name for name in names if name[0] in leading and name[-1] in things]
        role_jobs.append(
            {
                "id": role.id,
                "role": role.id,
                "starting_point": None,
                "kinds": [],
                "level": None,
                "names": [[[word, False] for word in name] for name in names if name not in before],
                "before": before,
                "with": [],
                "sure": DEFAULT_CONFIDENCE,
                "project_management": None,
            }
        )
    return role_jobs


def _starting_point_jobs(roles: RoleFile, normalizer: _SpellingNormalizer) -> list[dict[str, Any]]:
    """The jobs outside the ladder. A name of one word must be the whole title."""
    jobs = []
    for start in roles.starting_points:
        names = dict.fromkeys(
            tuple(normalizer.normalize(name)) for name in (start.title, *start.aliases)
        )
        jobs.append(
            {
                "id": start.id,
                "role": None,
                "starting_point": start.id,
                "kinds": list(start.kinds),
                "level": None,
                "names": [
                    [[word, index > 0] for index, word in enumerate(name)] for name in names if name
                ],
                "before": [],
                "with": [],
                "sure": DEFAULT_CONFIDENCE,
                "project_management": False,
            }
        )
    return jobs


def dangling_title_references(titles: TitleFile, roles: RoleFile) -> Iterable[DanglingReference]:
    """Every role, kind and group that a job or an exclusion refers to and that is not defined."""
    defined_ids = {
        "role": {role.id for role in roles.roles},
        "kind of experience": {kind.id for kind in roles.kinds},
        "group of words": set(titles.groups),
    }
    for job in titles.jobs:
        references = {
            "role": [job.role] if job.role else [],
            "kind of experience": job.kinds,
            "group of words": job.with_,
        }
        for noun, ids in references.items():
            for id in ids:
                if id not in defined_ids[noun]:
                    yield DanglingReference("jobs", job.id, (), f"no {noun} `{id}`", "fix the id")
    for exclusion in titles.exclusions:
        for id in exclusion.unless:
            if id not in titles.groups:
                problem = f"no group of words `{id}`"
                yield DanglingReference(
                    "exclusions", exclusion.id, ("unless",), problem, "fix the id"
                )
