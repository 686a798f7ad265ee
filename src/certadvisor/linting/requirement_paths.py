"""Walks the requirements of a rule definition, with the path of each node."""

from collections.abc import Iterator
from typing import Any

from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.definitions.certification import Certification, RuleVersion, rule_body
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf


def award(version: RuleVersion) -> tuple[Path_, Any]:
    """The path and requirement for being certified; None if it is open to everyone."""
    return ("needs",) if version.needs is not None else (), rule_body(version)


def roots(version: RuleVersion) -> Iterator[tuple[Path_, Any]]:
    """The requirement for being certified, and the one for taking the exam if it differs."""
    yield award(version)
    if version.sit is not None and version.sit != "open":
        yield ("sit",), version.sit


def children(path: Path_, node: AllOf | AnyOf) -> Iterator[tuple[Path_, Any]]:
    """The children of a group, with their paths."""
    tag, below = ("all", node.all) if isinstance(node, AllOf) else ("any", node.any)
    yield from (((*path, tag, at), child) for at, child in enumerate(below))


def leaves(path: Path_, node: Any) -> Iterator[tuple[Path_, Any]]:
    """Every leaf of a node with its path, in the order of the file."""
    if isinstance(node, AllOf | AnyOf):
        for below, child in children(path, node):
            yield from leaves(below, child)
    elif node is not None:
        yield path, node


def rule_leaves(cert: Certification) -> Iterator[tuple[RuleVersion, Path_, Any]]:
    """Every leaf of every rule version, with its path in the certification."""
    for at, version in enumerate(cert.rules):
        for path, node in roots(version):
            for below, leaf in leaves(("rules", at, *path), node):
                yield version, below, leaf
