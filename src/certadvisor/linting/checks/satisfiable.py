"""Checks for requirements that no person can ever meet.

A month counts only once, so a window of ten years has at most 121 calendar months: its
first and last may both be partial. A certification is obtainable if some version of its
rule can be met by holding obtainable ones. A name without a record, a record without a
rule, and a record that could not be read count as obtainable.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from certadvisor.base.months import years_after
from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.definitions.base import first_day
from certadvisor.catalog.definitions.certification import Certification, RuleVersion
from certadvisor.catalog.definitions.requirement import AllOf, AnyOf, Experience, Holds
from certadvisor.linting.checks.cycles import rings
from certadvisor.linting.finding import Noted
from certadvisor.linting.requirement_paths import award, children, rule_leaves
from certadvisor.linting.sources import Shelf

_DAYS_IN_YEAR = 366


def check(shelf: Shelf, as_of: date) -> Iterator[Noted]:
    """Yield leaves that no person can meet, cyclic prerequisites, and rules that need either."""
    for cert in shelf.certifications.certifications:
        for _, path, leaf in rule_leaves(cert):
            if isinstance(leaf, Experience):
                yield from _experience(cert.id, path, leaf)
    if not shelf.lost:
        yield from _holds(shelf)
        yield from _retired(shelf, as_of)


def _experience(id: str, path: Path_, leaf: Experience) -> Iterator[Noted]:
    problem = _overflow(leaf)
    if problem:
        remedy = "mend the amount or the window"
        yield Noted("impossible-requirement", "certifications", id, path, problem, remedy)
    window, stretched = leaf.within_years, leaf.extendable_to_years
    if stretched is not None and (window is None or stretched < window):
        problem = "`extendable_to_years` does not reach beyond `within_years`"
        remedy = "mend one of them"
        yield Noted("reversed-range", "certifications", id, path, problem, remedy)


def _overflow(leaf: Experience) -> str:
    """Why the amount does not fit in the window; empty if it fits or there is no window."""
    years = max(leaf.within_years or 0, leaf.extendable_to_years or 0)
    if not years:
        return ""
    most = {
        "months": (leaf.months, years * 12 + 1),
        "hours": (leaf.hours, years * _DAYS_IN_YEAR * 24),
        "person_days": (leaf.person_days, years * _DAYS_IN_YEAR),
    }
    for name, (asked, room) in most.items():
        if asked is not None and asked > room:
            return f"{years} years hold no {asked:,} {name.replace('_', '-')}: at most {room:,}"
    return ""


def _possible(cert: Certification, had: set[str], groups: dict[str, Any]) -> bool:
    """Whether some version of the rule can be met by holding these certifications."""
    return any(_can(award(version)[1], had, groups) for version in cert.rules)


def _can(node: Any, had: set[str], groups: dict[str, Any]) -> bool:
    if isinstance(node, AllOf):
        return all(_can(child, had, groups) for child in node.all)
    if isinstance(node, AnyOf):
        return any(_can(child, had, groups) for child in node.any)
    if isinstance(node, Experience):
        return not _overflow(node)
    if isinstance(node, Holds):
        return any(id in had for id in named(node, groups))
    return True


def named(leaf: Holds, groups: dict[str, Any]) -> tuple[str, ...]:
    """The certifications that a leaf accepts, with groups expanded."""
    ids = (leaf.holds,) if isinstance(leaf.holds, str) else leaf.holds
    return tuple(one for id in ids for one in (groups[id].members if id in groups else (id,)))


def _holds(shelf: Shelf) -> Iterator[Noted]:
    groups = shelf.certifications.groups
    ruled = {cert.id: cert for cert in shelf.certifications.certifications if cert.rules}
    had = {id for cert in ruled.values() for _, _, leaf in rule_leaves(cert)
           if isinstance(leaf, Holds) for id in named(leaf, groups)} - set(ruled)  # fmt: skip
    # A fixed point: each round adds what the certifications obtained so far make possible.
    waiting = dict(ruled)
    while gained := [id for id, cert in waiting.items() if _possible(cert, had, groups)]:
        had.update(gained)
        for id in gained:
            del waiting[id]
    blocked = {id: _blocking(cert, had, groups) for id, cert in waiting.items()}
    ring_of = rings({id: tuple(blocked[id]) for id in waiting})
    in_rings = {id for ring in ring_of for id in ring}
    for ring in ring_of:
        following = (*ring[1:], ring[0])
        asks = ", ".join(f"{one} asks for {two}" for one, two in zip(ring, following, strict=True))
        path = blocked[ring[0]][following[0]]
        remedy = "give one of them another way in"
        problem = f"nobody can ever get in: {asks}"
        yield Noted("cyclic-holds", "certifications", ring[0], path, problem, remedy)
    for id in waiting:
        for asked, path in blocked[id].items() if id not in in_rings else ():
            problem = f"asks for `{asked}`, which nobody can ever earn"
            remedy = f"mend the rule of `{asked}`, or name another way"
            yield Noted("impossible-requirement", "certifications", id, path, problem, remedy)


def _blocking(cert: Certification, had: set[str], groups: dict[str, Any]) -> dict[str, Path_]:
    """The unobtainable certifications that block the latest rule version, with their paths."""
    path, node = award(cert.rules[-1])
    at = len(cert.rules) - 1
    return {
        id: below
        for below, leaf in _stopping(("rules", at, *path), node, had, groups)
        for id in named(leaf, groups)
    }


def _stopping(
    path: Path_, node: Any, had: set[str], groups: dict[str, Any]
) -> Iterator[tuple[Path_, Holds]]:
    if isinstance(node, AllOf | AnyOf):
        for below, child in children(path, node):
            if not _can(child, had, groups):
                yield from _stopping(below, child, had, groups)
    elif isinstance(node, Holds):
        yield path, node


def _retired(shelf: Shelf, as_of: date) -> Iterator[Noted]:
    """Yield prerequisites retired more than a renewal cycle before the rule takes effect."""
    groups = shelf.certifications.groups
    records = {cert.id: cert for cert in shelf.certifications.certifications}
    for cert in records.values():
        if _state(cert, as_of) == "retired":
            continue
        for version, path, leaf in rule_leaves(cert):
            if not isinstance(leaf, Holds) or leaf.lapsed or not _in_force(version, cert, as_of):
                continue
            ids = named(leaf, groups)
            day = max(as_of, first_day(version.from_)) if version.from_ else as_of
            if ids and all(id in records and _gone(records[id], day) for id in ids):
                problem = f"asks for an active {' or '.join(ids)}, retired a whole cycle ago"
                remedy = "name a successor, or write `lapsed: allowed` if the issuer does"
                yield Noted(
                    "retired-prerequisite", "certifications", cert.id, path, problem, remedy
                )


def _in_force(version: RuleVersion, cert: Certification, as_of: date) -> bool:
    later = [one for one in cert.rules if one.from_ and first_day(one.from_) <= as_of]
    past = later and cert.rules.index(version) < cert.rules.index(later[-1])
    return not past


def _state(cert: Certification, day: date) -> str:
    states = [one for one in cert.statuses if one.from_ is None or first_day(one.from_) <= day]
    return states[-1].state if states else "announced"


def _gone(cert: Certification, day: date) -> bool:
    """Whether even the last credential earned before retirement has expired on `day`."""
    cycle = cert.renewal.cycle_years if cert.renewal else None
    since = [one.from_ for one in cert.statuses if one.state == "retired" and one.from_]
    if cycle is None or not since or _state(cert, day) != "retired":
        return False
    return years_after(first_day(since[-1]), cycle) < day
