"""Checks for ids that are not defined, and for duplicate records."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.definitions.requirement import Membership
from certadvisor.catalog.references import loose_ends
from certadvisor.catalog.titles import loose_titles
from certadvisor.linting.finding import Noted
from certadvisor.linting.requirement_paths import rule_leaves
from certadvisor.linting.sources import Shelf, key_of

_ORDERED = "versions are not in the order"  # reported by `order`, with the days


def check(shelf: Shelf, _: date) -> Iterator[Noted]:
    """Yield dangling ids, then entries that are empty, obsolete or contradictory."""
    for noted in (*_loose(shelf), *_more_loose(shelf)):
        if not shelf.unread.intersection(re.findall(r"`([^`]+)`", noted.problem)):
            yield noted
    yield from _groups(shelf)
    yield from _memberships(shelf)
    yield from _wanted(shelf)


def _loose(shelf: Shelf) -> Iterator[Noted]:
    ends = loose_ends(shelf.certifications, shelf.roles), loose_titles(shelf.titles, shelf.roles)
    for loose in chain(*ends):
        if loose.problem.startswith(_ORDERED):
            continue
        key = str(loose.record)
        if loose.collection in ("demand", "shared_names") and isinstance(loose.record, int):
            holder = shelf.roles if loose.collection == "demand" else shelf.certifications
            key = key_of(getattr(holder, loose.collection)[loose.record], loose.record)
        yield Noted(
            "dangling-reference", loose.collection, key, loose.path, loose.problem, loose.remedy
        )


def _more_loose(shelf: Shelf) -> Iterator[Noted]:
    """Dangling ids that do not stop the catalogue from loading, as no verdict depends on them."""
    certifications = {
        *(cert.id for cert in shelf.certifications.certifications),
        *shelf.certifications.known_names,
    }
    skills = {skill.id for skill in shelf.roles.skills}
    kinds = {kind.id for kind in shelf.roles.kinds}
    certification, skill, kind = "certification", "skill", "kind of experience"
    for id, group in shelf.certifications.groups.items():
        yield from _missing(
            "groups", id, ("members",), group.members, certifications, certification
        )
    for level in shelf.roles.levels:
        named = level.article_certifications
        path: Path_ = ("article_certifications",)
        yield from _missing("levels", level.id, path, named, certifications, certification)
    for duty in shelf.roles.responsibilities:
        yield from _missing("responsibilities", duty.id, ("skills",), duty.skills, skills, skill)
    for one in shelf.roles.kinds:
        yield from _missing("kinds", one.id, ("implies",), one.implies, kinds, kind)
    for table in ("fields", "level_months"):
        values = getattr(getattr(shelf.advice, table), "values", {})
        yield from _missing(table, "values", (), values, kinds, kind)


def _missing(
    collection: str, key: str, path: Path_, ids: Iterable[str], known: set[str], what: str
) -> Iterator[Noted]:
    for id in ids:
        if id not in known:
            problem = f"no {what} `{id}`"
            yield Noted("dangling-reference", collection, key, path, problem, "mend the id")


def _groups(shelf: Shelf) -> Iterator[Noted]:
    for id, group in shelf.certifications.groups.items():
        if not group.members:
            yield Noted("empty-group", "groups", id, (), "has no members", "name at least one")
    records = {cert.id for cert in shelf.certifications.certifications}
    for id in shelf.certifications.known_names:
        if id in records:
            problem = f"`{id}` has a record now"
            yield Noted("known-name-with-record", "known_names", id, (), problem, "remove the name")


def _memberships(shelf: Shelf) -> Iterator[Noted]:
    issuers = shelf.certifications.issuers
    given = {issuer.membership for issuer in issuers.values()} | set(issuers)
    for cert in shelf.certifications.certifications:
        for _, path, leaf in rule_leaves(cert):
            if isinstance(leaf, Membership) and leaf.membership not in given:
                problem = f"no issuer gives the membership `{leaf.membership}`"
                remedy = "mend the id, or write `membership:` under its issuer"
                yield Noted("unknown-membership", "certifications", cert.id, path, problem, remedy)


def _wanted(shelf: Shelf) -> Iterator[Noted]:
    for role in shelf.roles.roles:
        wanted = role.certifications
        for id in set(wanted.preferred) & set(wanted.helpful) if wanted else ():
            problem = f"`{id}` is preferred and helpful at once"
            yield Noted(
                "twice-wanted", "roles", role.id, ("certifications",), problem, "keep one of them"
            )


def doubles(shelf: Shelf, _: date) -> Iterator[Noted]:
    """Yield records of one file with the same id: when overlaid, only the last would remain."""
    for file in shelf.files:
        for collection, records in dict(file.definitions).items():
            if not file.own or not isinstance(records, tuple):
                continue
            twins = Counter(
                key_of(record, at)
                for at, record in enumerate(records)
                if getattr(record, "id", None) or collection in ("shared_names", "demand")
            )
            for key in (key for key, count in twins.items() if count > 1):
                if collection == "demand":
                    problem = f"there is more than one figure for {key}"
                    yield Noted("duplicate-demand", collection, key, (), problem, "keep one")
                else:
                    problem = f"more than one record is called `{key}`"
                    yield Noted("duplicate-id", collection, key, (), problem, "rename one")
