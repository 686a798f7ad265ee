"""Checks across records: dangling ids, duplicate ids, rule versions out of order."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from certadvisor.catalog.definitions.base import first_day
from certadvisor.catalog.definitions.certification import (
    Certification,
    CertificationFile,
    RuleVersion,
    rule_body,
)
from certadvisor.catalog.definitions.demand import DemandFile
from certadvisor.catalog.definitions.requirement import (
    AllOf,
    AnyOf,
    LeafDefinition,
    NamedThing,
)
from certadvisor.catalog.definitions.role import CareerRole, CareerStep, RoleFile
from certadvisor.catalog.definitions.starting_point import StartingPoint

RecordPath = tuple[str | int, ...]


class DanglingReference(NamedTuple):
    """A faulty reference: the record, the path inside it, the problem and its remedy.

    `record` is the id, or the index in a collection whose records have no id.
    """

    collection: str
    record: str | int
    path: RecordPath
    problem: str
    remedy: str


def dangling_references(
    certifications: CertificationFile, roles: RoleFile, demand: DemandFile
) -> Iterator[DanglingReference]:
    """Every reference to something undefined, in the order of the files."""
    known = _KnownIds(certifications, roles)
    yield from _check_certifications(certifications, known)
    yield from _check_roles(roles, known)
    for index, figure in enumerate(demand.demand):
        ids = (figure.certification,)
        yield from known.missing("demand", index, ("certification",), ids, "certification")
    for index, count in enumerate(demand.adverts):
        yield from known.missing("adverts", index, ("named",), count.named, "certification")


class _KnownIds:
    """The ids that a record may refer to, by the noun used in messages."""

    def __init__(self, certifications: CertificationFile, roles: RoleFile) -> None:
        self.ids: dict[str, set[str]] = {
            "certification": {
                *(cert.id for cert in certifications.certifications),
                *certifications.known_names,
                *certifications.groups,
            },
            "issuer": set(certifications.issuers),
            "skill": {skill.id for skill in roles.skills},
            "kind of experience": {kind.id for kind in roles.kinds},
            "responsibility": set(roles.responsibility_scale),
            "role": {role.id for role in roles.roles},
            "duty": {duty.id for duty in roles.responsibilities},
        }

    def missing(
        self, collection: str, record: str | int, path: RecordPath, ids: Iterable[str], noun: str
    ) -> Iterator[DanglingReference]:
        """Yield a fault for each of `ids` that is not defined."""
        for id in ids:
            if id not in self.ids[noun]:
                yield DanglingReference(collection, record, path, f"no {noun} `{id}`", "fix the id")


def _check_certifications(
    certifications: CertificationFile, known: _KnownIds
) -> Iterator[DanglingReference]:
    counts = Counter(cert.id for cert in certifications.certifications)
    for id in (id for id, count in counts.items() if count > 1):
        yield DanglingReference(
            "certifications", id, ("id",), "two records have this id", "rename one"
        )
    for cert in certifications.certifications:
        yield from _check_certification(cert, known)
    for id in (id for id in certifications.changes if id not in counts):
        yield DanglingReference("changes", id, (), f"no certification `{id}`", "fix the id")
    for index, shared in enumerate(certifications.shared_names):
        path: RecordPath = ("candidates",)
        yield from known.missing("shared_names", index, path, shared.candidates, "certification")


def _check_roles(roles: RoleFile, known: _KnownIds) -> Iterator[DanglingReference]:
    for role in roles.roles:
        yield from _check_role(role, known)
    for start in roles.starting_points:
        yield from _check_starting_point(start, known)
    for group in roles.level_groups:
        yield from known.missing(
            "level_groups", group.id, ("certifications",), group.certifications, "certification"
        )
    for step in roles.steps:
        yield from _check_step(step, known)


def _check_certification(cert: Certification, known: _KnownIds) -> Iterator[DanglingReference]:
    def missing(path: RecordPath, ids: Iterable[str], noun: str) -> Iterator[DanglingReference]:
        return known.missing("certifications", cert.id, path, ids, noun)

    yield from missing(("issuer",), (cert.issuer,), "issuer")
    for name, ids in dict(cert.lineage).items():
        yield from missing(("lineage", name), ids, "certification")
    yield from missing(("next",), cert.next, "certification")
    yield from missing(("related",), cert.related, "certification")
    yield from missing(("skills",), cert.skills, "skill")
    yield from _check_other_sources(cert, known)
    for index, version in enumerate(cert.rules):
        yield from _check_rule(cert, index, version, known)
    days = [first_day(version.from_) if version.from_ else None for version in cert.rules]
    known_days = [day for day in days if day]
    if None in days[1:] or sorted(set(known_days)) != known_days:
        problem = "versions are not in the order of their days"
        yield DanglingReference(
            "certifications", cert.id, ("rules",), problem, "oldest first, one a day"
        )


def _check_other_sources(cert: Certification, known: _KnownIds) -> Iterator[DanglingReference]:
    """Yield sources of prices and announcements that the record lacks, and unknown modules."""
    named: list[tuple[RecordPath, tuple[str, ...]]] = [
        (("costs", index), price.sources) for index, price in enumerate(cert.costs)
    ]
    named += [(("announced", index), change.sources) for index, change in enumerate(cert.announced)]
    if cert.no_price:
        named.append((("no_price",), cert.no_price.sources))
        path: RecordPath = ("no_price", "modules")
        ids = cert.no_price.modules
        yield from known.missing("certifications", cert.id, path, ids, "certification")
    for where, ids in named:
        for id in (id for id in ids if id not in cert.sources):
            remedy = "add it to `sources:`"
            yield DanglingReference("certifications", cert.id, where, f"no source `{id}`", remedy)


def _check_rule(
    cert: Certification, index: int, version: RuleVersion, known: _KnownIds
) -> Iterator[DanglingReference]:
    path: RecordPath = ("rules", index)

    def missing(ids: Iterable[str], noun: str) -> Iterator[DanglingReference]:
        return known.missing("certifications", cert.id, path, ids, noun)

    for id in version.sources:
        if id not in cert.sources:
            remedy = "add it to `sources:`"
            yield DanglingReference("certifications", cert.id, path, f"no source `{id}`", remedy)
    sit = None if version.sit == "open" else version.sit
    for leaf in (*leaves_of(rule_body(version)), *leaves_of(sit)):
        yield from _check_leaf(leaf, missing)


def _check_leaf(
    leaf: LeafDefinition, missing: Callable[[Iterable[str], str], Iterator[DanglingReference]]
) -> Iterator[DanglingReference]:
    for thing, id in leaf.named_ids():
        if thing is not NamedThing.MEMBERSHIP:  # an issuer's record is not needed to judge one
            yield from missing((id,), thing)


def _check_step(step: CareerStep, known: _KnownIds) -> Iterator[DanglingReference]:
    def missing(ids: Iterable[str], noun: str) -> Iterator[DanglingReference]:
        return known.missing("steps", step.id, (), ids, noun)

    yield from missing(filter(None, (step.role,)), "role")
    yield from missing((*step.skills.all, *step.skills.some) if step.skills else (), "skill")
    for leaf in leaves_of(step.asks):
        yield from _check_leaf(leaf, missing)


def _check_role(role: CareerRole, known: _KnownIds) -> Iterator[DanglingReference]:
    if role.certifications:
        path: RecordPath = ("certifications",)
        yield from known.missing("roles", role.id, path, role.certifications.ids(), "certification")
    for index, lists in enumerate(role.local):
        yield from known.missing("roles", role.id, ("local", index), lists.ids(), "certification")
    next_role_ids = (step.id for step in role.next_roles)
    yield from known.missing("roles", role.id, ("next_roles",), next_role_ids, "role")
    yield from known.missing("roles", role.id, ("skills",), role.skills, "skill")
    yield from known.missing("roles", role.id, ("kinds",), role.kinds, "kind of experience")
    yield from known.missing("roles", role.id, ("responsibilities",), role.responsibilities, "duty")


def _check_starting_point(start: StartingPoint, known: _KnownIds) -> Iterator[DanglingReference]:
    def missing(path: RecordPath, ids: Iterable[str], noun: str) -> Iterator[DanglingReference]:
        return known.missing("starting_points", start.id, path, ids, noun)

    yield from missing(("kinds",), start.kinds, "kind of experience")
    yield from missing(("first_roles",), (role.id for role in start.first_roles), "role")
    for index, step in enumerate(start.steps):
        yield from missing(("steps", index), step.certifications, "certification")


def leaves_of(node: Any) -> tuple[LeafDefinition, ...]:
    """The leaves of a requirement definition, in order; () for None."""
    if node is None:
        return ()
    if isinstance(node, AllOf):
        return tuple(leaf for child in node.all for leaf in leaves_of(child))
    if isinstance(node, AnyOf):
        return tuple(leaf for child in node.any for leaf in leaves_of(child))
    return (node,)
