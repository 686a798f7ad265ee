"""Checks for requirements that no person can ever meet.

A month counts only once, so a window of ten years has at most 121 calendar months: its
first and last may both be partial. A certification is obtainable if some version of its
rule can be met by holding obtainable ones. A name without a record, a record without a
rule, and a record that could not be read count as obtainable.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from certadvisor.base.document import DataPath
from certadvisor.base.months import years_after
from certadvisor.catalog.definitions.base import first_day
from certadvisor.catalog.definitions.certification import Certification, RuleVersion
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf, Groups, LeafDefinition
from certadvisor.linting.checks.cycles import find_cycles
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.requirement_paths import award_requirement, walk_children, walk_rule_leaves
from certadvisor.linting.sources import CatalogSources


def check(sources: CatalogSources, as_of: date) -> Iterator[RawFinding]:
    """Yield leaves that no person can meet, cyclic prerequisites, and rules that need either."""
    for cert in sources.certifications.certifications:
        for _, path, leaf in walk_rule_leaves(cert):
            yield from _check_window(cert.id, path, leaf)
    if not sources.has_unread_file:
        yield from _check_prerequisites(sources)
        yield from _check_retired(sources, as_of)


def _check_window(id: str, path: DataPath, leaf: LeafDefinition) -> Iterator[RawFinding]:
    problem = leaf.window_overflow()
    if problem:
        remedy = "fix the amount or the window"
        yield RawFinding("impossible-requirement", "certifications", id, path, problem, remedy)
    if leaf.is_window_reversed():
        problem = "`extendable_to_years` does not reach beyond `within_years`"
        remedy = "fix one of them"
        yield RawFinding("reversed-range", "certifications", id, path, problem, remedy)


def _is_obtainable(cert: Certification, obtainable: set[str], groups: Groups) -> bool:
    """Whether some version of the rule can be met by holding these certifications."""
    return any(
        _can_be_met(award_requirement(version)[1], obtainable, groups) for version in cert.rules
    )


def _can_be_met(node: Any, obtainable: set[str], groups: Groups) -> bool:
    if isinstance(node, AllOf):
        return all(_can_be_met(child, obtainable, groups) for child in node.all)
    if isinstance(node, AnyOf):
        return any(_can_be_met(child, obtainable, groups) for child in node.any)
    if node is None:  # open to everyone
        return True
    if node.window_overflow():
        return False
    accepted = node.accepted_certifications(groups)
    return accepted is None or any(id in obtainable for id in accepted)


def _members_of_groups(sources: CatalogSources) -> Groups:
    return {id: group.members for id, group in sources.certifications.groups.items()}


def _check_prerequisites(sources: CatalogSources) -> Iterator[RawFinding]:
    groups = _members_of_groups(sources)
    certs_with_rules = {
        cert.id: cert for cert in sources.certifications.certifications if cert.rules
    }
    named = {
        id
        for cert in certs_with_rules.values()
        for _, _, leaf in walk_rule_leaves(cert)
        for id in leaf.accepted_certifications(groups) or ()
    }
    obtainable = named - set(certs_with_rules)
    # A fixed point: each round adds what the certifications obtained so far make possible.
    unobtainable = dict(certs_with_rules)
    while newly_obtainable := [
        id for id, cert in unobtainable.items() if _is_obtainable(cert, obtainable, groups)
    ]:
        obtainable.update(newly_obtainable)
        for id in newly_obtainable:
            del unobtainable[id]
    blockers = {id: _find_blockers(cert, obtainable, groups) for id, cert in unobtainable.items()}
    cycles = find_cycles({id: tuple(blockers[id]) for id in unobtainable})
    in_cycles = {id for cycle in cycles for id in cycle}
    for cycle in cycles:
        successors = (*cycle[1:], cycle[0])
        chain = ", ".join(
            f"{holder} requires {prerequisite}"
            for holder, prerequisite in zip(cycle, successors, strict=True)
        )
        path = blockers[cycle[0]][successors[0]]
        remedy = "give one of them another option"
        problem = f"no one can ever qualify: {chain}"
        yield RawFinding("cyclic-holds", "certifications", cycle[0], path, problem, remedy)
    for id in unobtainable:
        for blocker, path in blockers[id].items() if id not in in_cycles else ():
            problem = f"requires `{blocker}`, which no one can ever earn"
            remedy = f"fix the rule of `{blocker}`, or add another option"
            yield RawFinding("impossible-requirement", "certifications", id, path, problem, remedy)


def _find_blockers(
    cert: Certification, obtainable: set[str], groups: Groups
) -> dict[str, DataPath]:
    """The unobtainable certifications that block the latest rule version, with their paths."""
    path, node = award_requirement(cert.rules[-1])
    index = len(cert.rules) - 1
    return {
        id: leaf_path
        for leaf_path, leaf in _blocking_leaves(("rules", index, *path), node, obtainable, groups)
        for id in leaf.accepted_certifications(groups) or ()
    }


def _blocking_leaves(
    path: DataPath, node: Any, obtainable: set[str], groups: Groups
) -> Iterator[tuple[DataPath, LeafDefinition]]:
    if isinstance(node, AllOf | AnyOf):
        for child_path, child in walk_children(path, node):
            if not _can_be_met(child, obtainable, groups):
                yield from _blocking_leaves(child_path, child, obtainable, groups)
    else:
        yield path, node


def _check_retired(sources: CatalogSources, as_of: date) -> Iterator[RawFinding]:
    """Yield prerequisites retired more than a renewal cycle before the rule takes effect."""
    groups = _members_of_groups(sources)
    records = {cert.id: cert for cert in sources.certifications.certifications}
    for cert in records.values():
        if _state_on(cert, as_of) == "retired":
            continue
        for version, path, leaf in walk_rule_leaves(cert):
            if leaf.accepts_lapsed() or not _is_in_force(version, cert, as_of):
                continue
            ids = leaf.accepted_certifications(groups)
            day = max(as_of, first_day(version.from_)) if version.from_ else as_of
            if ids and all(id in records and _all_expired(records[id], day) for id in ids):
                problem = f"requires an active {' or '.join(ids)}, retired a whole cycle ago"
                remedy = "name a successor, or write `lapsed: allowed` if the issuer does"
                yield RawFinding(
                    "retired-prerequisite", "certifications", cert.id, path, problem, remedy
                )


def _is_in_force(version: RuleVersion, cert: Certification, as_of: date) -> bool:
    started = [
        candidate
        for candidate in cert.rules
        if candidate.from_ and first_day(candidate.from_) <= as_of
    ]
    is_superseded = started and cert.rules.index(version) < cert.rules.index(started[-1])
    return not is_superseded


def _state_on(cert: Certification, day: date) -> str:
    started = [
        status for status in cert.statuses if status.from_ is None or first_day(status.from_) <= day
    ]
    return started[-1].state if started else "announced"


def _all_expired(cert: Certification, day: date) -> bool:
    """Whether even the last credential earned before retirement has expired on `day`."""
    cycle = (cert.renewal.first_cycle_years or cert.renewal.cycle_years) if cert.renewal else None
    retired_from = [
        status.from_ for status in cert.statuses if status.state == "retired" and status.from_
    ]
    if cycle is None or not retired_from or _state_on(cert, day) != "retired":
        return False
    return years_after(first_day(retired_from[-1]), cycle) < day
