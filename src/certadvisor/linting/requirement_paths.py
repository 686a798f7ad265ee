"""The requirements of a rule as its author wrote them, each with its path."""

from collections.abc import Iterator
from typing import Any

from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.definitions.certification import Certification, RuleVersion, rule_body
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf


def award(version: RuleVersion) -> tuple[Path_, Any]:
    """What being certified asks; None where anybody may sit."""
    return ("needs",) if version.needs is not None else (), rule_body(version)


def roots(version: RuleVersion) -> Iterator[tuple[Path_, Any]]:
    """What being certified asks, and what sitting the exam asks where they differ."""
    yield award(version)
    if version.sit is not None and version.sit != "open":
        yield ("sit",), version.sit


def children(path: Path_, node: AllOf | AnyOf) -> Iterator[tuple[Path_, Any]]:
    """The nodes below a group."""
    tag, below = ("all", node.all) if isinstance(node, AllOf) else ("any", node.any)
    yield from (((*path, tag, at), child) for at, child in enumerate(below))


def leaves(path: Path_, node: Any) -> Iterator[tuple[Path_, Any]]:
    """Every leaf below a node, in the order written."""
    if isinstance(node, AllOf | AnyOf):
        for below, child in children(path, node):
            yield from leaves(below, child)
    elif node is not None:
        yield path, node


def rule_leaves(cert: Certification) -> Iterator[tuple[RuleVersion, Path_, Any]]:
    """Every leaf of every rule version, with its path inside the certification."""
    for at, version in enumerate(cert.rules):
        for path, node in roots(version):
            for below, leaf in leaves(("rules", at, *path), node):
                yield version, below, leaf
