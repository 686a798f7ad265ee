"""Checks for ids that are not defined, and for duplicate records."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from certadvisor.base.document import DataPath
from certadvisor.catalog.definitions.requirement import NamedThing
from certadvisor.catalog.references import dangling_references
from certadvisor.catalog.titles import dangling_title_references
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.requirement_paths import walk_rule_leaves
from certadvisor.linting.sources import CatalogSources, record_key

_ORDER_PROBLEM = "versions are not in the order"  # reported by `order`, with the days


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield dangling ids, then entries that are empty, obsolete or contradictory."""
    for raw_finding in (*_check_references(sources), *_check_unjudged_references(sources)):
        if not sources.unread_ids.intersection(re.findall(r"`([^`]+)`", raw_finding.problem)):
            yield raw_finding
    yield from _check_groups(sources)
    yield from _check_memberships(sources)
    yield from _check_role_certifications(sources)


def _check_references(sources: CatalogSources) -> Iterator[RawFinding]:
    dangling = (
        dangling_references(sources.certifications, sources.roles, sources.demand),
        dangling_title_references(sources.titles, sources.roles),
    )
    for reference in chain(*dangling):
        if reference.problem.startswith(_ORDER_PROBLEM):
            continue
        key = str(reference.record)
        if isinstance(reference.record, int):  # of a collection whose records have no id
            is_shared = reference.collection == "shared_names"
            holder = sources.certifications if is_shared else sources.demand
            key = record_key(
                getattr(holder, reference.collection)[reference.record], reference.record
            )
        yield RawFinding(
            "dangling-reference",
            reference.collection,
            key,
            reference.path,
            reference.problem,
            reference.remedy,
        )


def _check_unjudged_references(sources: CatalogSources) -> Iterator[RawFinding]:
    """Dangling ids that do not stop the catalogue from loading, as no verdict depends on them."""
    certifications = {
        *(cert.id for cert in sources.certifications.certifications),
        *sources.certifications.known_names,
    }
    skills = {skill.id for skill in sources.roles.skills}
    kinds = {kind.id for kind in sources.roles.kinds}
    certification, skill, kind = "certification", "skill", "kind of experience"
    for id, group in sources.certifications.groups.items():
        yield from _check_defined(
            "groups", id, ("members",), group.members, certifications, certification
        )
    for level in sources.roles.levels:
        ids = level.article_certifications
        path: DataPath = ("article_certifications",)
        yield from _check_defined("levels", level.id, path, ids, certifications, certification)
    for responsibility in sources.roles.responsibilities:
        yield from _check_defined(
            "responsibilities", responsibility.id, ("skills",), responsibility.skills, skills, skill
        )
    for record in sources.roles.kinds:
        yield from _check_defined("kinds", record.id, ("implies",), record.implies, kinds, kind)
    for table in ("fields", "level_months"):
        values = getattr(getattr(sources.advice, table), "values", {})
        yield from _check_defined(table, "values", (), values, kinds, kind)


def _check_defined(
    collection: str, key: str, path: DataPath, ids: Iterable[str], defined_ids: set[str], noun: str
) -> Iterator[RawFinding]:
    for id in ids:
        if id not in defined_ids:
            problem = f"no {noun} `{id}`"
            yield RawFinding("dangling-reference", collection, key, path, problem, "fix the id")


def _check_groups(sources: CatalogSources) -> Iterator[RawFinding]:
    for id, group in sources.certifications.groups.items():
        if not group.members:
            yield RawFinding("empty-group", "groups", id, (), "has no members", "name at least one")
    records = {cert.id for cert in sources.certifications.certifications}
    for id in sources.certifications.known_names:
        if id in records:
            problem = f"`{id}` has a record now"
            yield RawFinding(
                "known-name-with-record", "known_names", id, (), problem, "remove the name"
            )


def _check_memberships(sources: CatalogSources) -> Iterator[RawFinding]:
    issuers = sources.certifications.issuers
    known_memberships = {issuer.membership for issuer in issuers.values()} | set(issuers)
    for cert in sources.certifications.certifications:
        for _, path, leaf in walk_rule_leaves(cert):
            for thing, id in leaf.named_ids():
                if thing is not NamedThing.MEMBERSHIP or id in known_memberships:
                    continue
                problem = f"no issuer gives the membership `{id}`"
                remedy = "fix the id, or write `membership:` under its issuer"
                yield RawFinding(
                    "unknown-membership", "certifications", cert.id, path, problem, remedy
                )


def _check_role_certifications(sources: CatalogSources) -> Iterator[RawFinding]:
    for role in sources.roles.roles:
        lists = (role.certifications,) if role.certifications else ()
        counts = Counter(id for one in lists for id in one.ids())
        for id in (id for id, count in counts.items() if count > 1):
            problem = f"`{id}` is preferred and helpful at once"
            yield RawFinding(
                "twice-wanted", "roles", role.id, ("certifications",), problem, "keep one of them"
            )


def check_duplicates(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield records of one file with the same id: when overlaid, only the last would remain."""
    for file in sources.files:
        for collection, records in dict(file.definitions).items():
            if not file.is_under_test or not isinstance(records, tuple):
                continue
            counts = Counter(
                record_key(record, index)
                for index, record in enumerate(records)
                if getattr(record, "id", None) or collection in ("shared_names", "demand")
            )
            for key in (key for key, count in counts.items() if count > 1):
                if collection == "demand":
                    problem = f"there is more than one figure for {key}"
                    yield RawFinding("duplicate-demand", collection, key, (), problem, "keep one")
                else:
                    problem = f"more than one record is called `{key}`"
                    yield RawFinding("duplicate-id", collection, key, (), problem, "rename one")
