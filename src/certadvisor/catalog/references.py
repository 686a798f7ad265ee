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
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf, Experience, Holds
from certadvisor.catalog.definitions.role import CareerRole, CareerStep, RoleFile

Path = tuple[str | int, ...]


class Loose(NamedTuple):
    """A faulty reference: the record, the path inside it, the problem and its remedy.

    `record` is the id, or the index in a collection whose records have no id.
    """

    collection: str
    record: str | int
    path: Path
    problem: str
    remedy: str


def loose_ends(certifications: CertificationFile, roles: RoleFile) -> Iterator[Loose]:
    """Every reference to something undefined, in the order of the files."""
    known = _Known(certifications, roles)
    counts = Counter(cert.id for cert in certifications.certifications)
    for id in (id for id, count in counts.items() if count > 1):
        yield Loose("certifications", id, ("id",), "two records have this id", "rename one")
    for cert in certifications.certifications:
        yield from _of_certification(cert, known)
    for index, shared in enumerate(certifications.shared_names):
        path: Path = ("candidates",)
        yield from known.missing("shared_names", index, path, shared.candidates, "certification")
    for role in roles.roles:
        yield from _of_role(role, known)
    for step in roles.steps:
        yield from _of_step(step, known)
    for index, demand in enumerate(roles.demand):
        named = (demand.certification,)
        yield from known.missing("demand", index, ("certification",), named, "certification")


class _Known:
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
        self, collection: str, record: str | int, path: Path, ids: Iterable[str], what: str
    ) -> Iterator[Loose]:
        """Yield a fault for each of `ids` that is not defined."""
        for id in ids:
            if id not in self.ids[what]:
                yield Loose(collection, record, path, f"no {what} `{id}`", "mend the id")


def _of_certification(cert: Certification, known: _Known) -> Iterator[Loose]:
    def missing(path: Path, ids: Iterable[str], what: str) -> Iterator[Loose]:
        return known.missing("certifications", cert.id, path, ids, what)

    yield from missing(("issuer",), (cert.issuer,), "issuer")
    for name, ids in dict(cert.lineage).items():
        yield from missing(("lineage", name), ids, "certification")
    yield from missing(("leads_to",), cert.leads_to, "certification")
    yield from missing(("skills",), cert.skills, "skill")
    for index, version in enumerate(cert.rules):
        yield from _of_rule(cert, index, version, known)
    days = [first_day(version.from_) if version.from_ else None for version in cert.rules]
    dated = [day for day in days if day]
    if None in days[1:] or sorted(set(dated)) != dated:
        problem = "versions are not in the order of their days"
        yield Loose("certifications", cert.id, ("rules",), problem, "oldest first, one a day")


def _of_rule(
    cert: Certification, index: int, version: RuleVersion, known: _Known
) -> Iterator[Loose]:
    path: Path = ("rules", index)

    def missing(ids: Iterable[str], what: str) -> Iterator[Loose]:
        return known.missing("certifications", cert.id, path, ids, what)

    for id in version.sources:
        if id not in cert.sources:
            remedy = "add it to `sources:`"
            yield Loose("certifications", cert.id, path, f"no source `{id}`", remedy)
    sit = None if version.sit == "open" else version.sit
    for leaf in (*leaves_of(rule_body(version)), *leaves_of(sit)):
        yield from _of_leaf(leaf, missing)


def _of_leaf(
    leaf: Any, missing: Callable[[Iterable[str], str], Iterator[Loose]]
) -> Iterator[Loose]:
    if isinstance(leaf, Experience):
        yield from missing((leaf.experience,), "kind of experience")
        yield from missing(filter(None, (leaf.responsibility,)), "responsibility")
    if isinstance(leaf, Holds):
        named = (leaf.holds,) if isinstance(leaf.holds, str) else leaf.holds
        yield from missing(named, "certification")


def _of_step(step: CareerStep, known: _Known) -> Iterator[Loose]:
    def missing(ids: Iterable[str], what: str) -> Iterator[Loose]:
        return known.missing("steps", step.id, (), ids, what)

    yield from missing(filter(None, (step.role,)), "role")
    yield from missing((*step.skills.all, *step.skills.some) if step.skills else (), "skill")
    for leaf in leaves_of(step.asks):
        yield from _of_leaf(leaf, missing)


def _of_role(role: CareerRole, known: _Known) -> Iterator[Loose]:
    wanted = role.certifications
    if wanted:
        path: Path = ("certifications",)
        named = (*wanted.preferred, *wanted.helpful)
        yield from known.missing("roles", role.id, path, named, "certification")
    for at, wanted_there in enumerate(role.local):
        named = (*wanted_there.preferred, *wanted_there.helpful)
        yield from known.missing("roles", role.id, ("local", at), named, "certification")
    following = (step.id for step in role.next_roles)
    yield from known.missing("roles", role.id, ("next_roles",), following, "role")
    yield from known.missing("roles", role.id, ("skills",), role.skills, "skill")
    yield from known.missing("roles", role.id, ("kinds",), role.kinds, "kind of experience")
    yield from known.missing("roles", role.id, ("responsibilities",), role.responsibilities, "duty")


def leaves_of(node: Any) -> tuple[Any, ...]:
    """The leaves of a requirement definition, in order; () for None."""
    if node is None:
        return ()
    if isinstance(node, AllOf):
        return tuple(leaf for child in node.all for leaf in leaves_of(child))
    if isinstance(node, AnyOf):
        return tuple(leaf for child in node.any for leaf in leaves_of(child))
    return (node,)
