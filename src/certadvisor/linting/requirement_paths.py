"""Walks the requirements of a rule definition, with the path of each node."""

from collections.abc import Iterator
from typing import Any

from certadvisor.base.document import DataPath
from certadvisor.catalog.definitions.certification import Certification, RuleVersion, rule_body
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf, LeafDefinition


def award_requirement(version: RuleVersion) -> tuple[DataPath, Any]:
    """The path and requirement for being certified; None if it is open to everyone."""
    return ("needs",) if version.needs is not None else (), rule_body(version)


def rule_requirements(version: RuleVersion) -> Iterator[tuple[DataPath, Any]]:
    """The requirement for being certified, and the one for taking the exam if it differs."""
    yield award_requirement(version)
    if version.sit is not None and version.sit != "open":
        yield ("sit",), version.sit


def walk_children(path: DataPath, node: AllOf | AnyOf) -> Iterator[tuple[DataPath, Any]]:
    """The children of a group, with their paths."""
    tag, child_nodes = ("all", node.all) if isinstance(node, AllOf) else ("any", node.any)
    yield from (((*path, tag, index), child) for index, child in enumerate(child_nodes))


def walk_leaves(path: DataPath, node: Any) -> Iterator[tuple[DataPath, LeafDefinition]]:
    """Every leaf of a node with its path, in the order of the file."""
    if isinstance(node, AllOf | AnyOf):
        for child_path, child in walk_children(path, node):
            yield from walk_leaves(child_path, child)
    elif node is not None:
        yield path, node


def walk_rule_leaves(cert: Certification) -> Iterator[tuple[RuleVersion, DataPath, LeafDefinition]]:
    """Every leaf of every rule version, with its path in the certification."""
    for index, version in enumerate(cert.rules):
        for path, node in rule_requirements(version):
            for leaf_path, leaf in walk_leaves(("rules", index, *path), node):
                yield version, leaf_path, leaf
