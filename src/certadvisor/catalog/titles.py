"""Compiles the tables that job titles are matched with, every word in its normal spelling."""

from collections.abc import Iterable
from itertools import product
from typing import Any

from certadvisor.catalog.definitions.role import RoleFile
from certadvisor.catalog.definitions.titles import SURE, Job, TitleFile
from certadvisor.catalog.references import Loose
from certadvisor.catalog.tokenizer import pieces, spelled

_TWO = 2  # words a name needs before it is searched for inside a longer title


def compile_titles(titles: TitleFile, roles: RoleFile) -> dict[str, Any]:
    """The tables as plain JSON data; the names of the roles are listed as jobs, too."""
    words = _Words(titles)
    leading = set(words.all(titles.leading))
    return {
        "bar": 1.0 if titles.bar is None else titles.bar,
        "noise": sorted(titles.noise, key=len, reverse=True),
        "small": titles.small,
        "joining": titles.joining,
        "spellings": words.spellings,
        "longest": words.longest,
        "mended": titles.mended,
        "groups": {id: words.all(group) for id, group in titles.groups.items()},
        "levels": titles.levels,
        "apart": words.all(titles.apart),
        "closing": words.all(titles.closing),
        "also": titles.also,
        "doubtful": {" ".join(words.of(name)): sure for name, sure in titles.doubtful.items()},
        "project_management": titles.project_management,
        "exclusions": [(one.word, one.unless, one.anywhere) for one in titles.exclusions],
        "things": words.all(thing for job in titles.jobs for thing in job.of),
        "jobs": [
            *(_job(job, words, leading) for job in titles.jobs),
            *_of_roles(roles, words, titles),
        ],
    }


class _Words:
    """Turns names into words in their normal spelling, as `titles.yaml` defines it."""

    def __init__(self, titles: TitleFile) -> None:
        self._small = frozenset(titles.small)
        self.spellings: dict[str, list[str]] = {}
        for meant, written in titles.spellings.items():
            for name in written:
                self.spellings[" ".join(_plain(name))] = _plain(meant)
        self.longest = max((len(name.split()) for name in self.spellings), default=1)

    def of(self, name: str) -> list[str]:
        """The words of a name, without the small words such as "of"."""
        words = spelled(_plain(name), self.spellings, self.longest)
        return [word for word in words if word not in self._small]

    def all(self, names: Iterable[str]) -> list[str]:
        """The words of all names, without duplicates, in order of appearance."""
        return list(dict.fromkeys(word for name in names for word in self.of(name)))


def _plain(text: str) -> list[str]:
    return [piece for piece in pieces(text) if piece[0].isalnum()]


def _job(job: Job, words: _Words, leading: set[str]) -> dict[str, Any]:
    pairs = [(words.of(thing), words.of(word)) for thing, word in product(job.of, job.words)]
    before = [[*word, *thing] for thing, word in pairs if set(word) <= leading]
    return {
        "id": job.id,
        "role": job.role,
        "kinds": job.kinds,
        "level": job.level,
        "names": [_joined(name, words) for name in job.names]
        + [[[word, False] for word in (*thing, *last)] for thing, last in pairs],
        "before": before,
        "with": job.with_,
        "sure": job.confidence,
        "project_management": job.project_management,
    }


def _joined(name: str, words: _Words) -> list[list[Any]]:
    """The words of a name, each with whether it must directly follow the one before it."""
    found: list[list[Any]] = []
    for part in name.split():
        found += [[word, at > 0] for at, word in enumerate(words.of(part.replace("-", " ")))]
    return found


def _of_roles(roles: RoleFile, words: _Words, titles: TitleFile) -> list[dict[str, Any]]:
    """The role names that may be searched for inside a title: two words or more, not doubtful."""
    leading = set(words.all(titles.leading))
    things = {thing for job in titles.jobs for thing in job.of}
    alone = {name.casefold() for name in titles.doubtful}
    found = []
    for role in roles.roles:
        written = (name for name in (role.title, *role.aliases) if name.casefold() not in alone)
        names = [name for name in map(words.of, written) if len(name) >= _TWO]
        before = [name for name in names if name[0] in leading and name[-1] in things]
        found.append(
            {
                "id": role.id,
                "role": role.id,
                "kinds": (),
                "level": None,
                "names": [[[word, False] for word in name] for name in names if name not in before],
                "before": before,
                "with": (),
                "sure": SURE,
                "project_management": None,
            }
        )
    return found


def loose_titles(titles: TitleFile, roles: RoleFile) -> Iterable[Loose]:
    """Every role, kind and group that a job or an exclusion refers to and that is not defined."""
    known = {
        "role": {role.id for role in roles.roles},
        "kind of experience": {kind.id for kind in roles.kinds},
        "group of words": set(titles.groups),
    }
    for job in titles.jobs:
        named = {
            "role": [job.role] if job.role else [],
            "kind of experience": job.kinds,
            "group of words": job.with_,
        }
        for what, ids in named.items():
            for id in ids:
                if id not in known[what]:
                    yield Loose("jobs", job.id, (), f"no {what} `{id}`", "mend the id")
    for one in titles.exclusions:
        for id in one.unless:
            if id not in titles.groups:
                problem = f"no group of words `{id}`"
                yield Loose("exclusions", one.id, ("unless",), problem, "mend the id")
