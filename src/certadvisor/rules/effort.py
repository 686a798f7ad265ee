"""Shortfalls to calendar time, by the effort table of the catalogue's data."""

from collections.abc import Iterable
from datetime import date

from certadvisor.catalog.requirement import DEGREES, Degree, Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves.degree import highest
from certadvisor.rules.verdict import Shortfall


def effort(missing: Iterable[Shortfall], evidence: Evidence, day: date) -> float:
    """Days until nothing is missing: experience grows while the rest is done one by one."""
    growing, one_by_one = 0.0, 0.0
    for shortfall in missing:
        days = effort_days(shortfall, evidence, day)
        if isinstance(shortfall.leaf, Experience):
            growing = max(growing, days)
        else:
            one_by_one += days
    return max(growing, one_by_one)


def effort_days(shortfall: Shortfall, evidence: Evidence, day: date) -> float:
    """Calendar days that closing one shortfall takes a person who works at it beside a job."""
    table = evidence.catalog.tables.effort_days
    leaf = shortfall.leaf
    if isinstance(leaf, Degree):
        years = evidence.catalog.tables.degree_days
        had, asked = DEGREES.index(highest(evidence, day)), DEGREES.index(leaf.degree)
        return years[asked] - years[had] if asked > had else table["degree"]
    unit = f"experience_{shortfall.unit}" if isinstance(leaf, Experience) else shortfall.unit
    return shortfall.amount * table[unit]
