"""Renewal units counted against the bounds of the whole and of its parts."""

from collections.abc import Iterable, Mapping
from math import inf
from typing import Any, NamedTuple

from certadvisor.base.kebab import kebab
from certadvisor.profile.model import UnitRecord

RawUnits = Mapping[str, Any]


class UnitProgress(NamedTuple):
    """Units of one kind in a cycle or a year; `have` and `missing` are None where not given.

    `need` is the least that is required (0: none of this part is needed) and `most` how
    many count at most, None where all do. `have` is what counts: `surplus` is earned beyond it.
    """

    name: str
    need: float
    have: float | None
    missing: float | None
    most: float | None = None
    surplus: float = 0


class CountedUnits(NamedTuple):
    """Units in total and in the parts; `to_earn` is the least number that closes every gap."""

    total: UnitProgress
    parts: tuple[UnitProgress, ...]
    to_earn: float


def count_units(raw_units: RawUnits, units: Iterable[UnitRecord]) -> CountedUnits:
    """Count units against the `amount` of the whole and the bounds of its parts."""
    parts = raw_units.get("parts", ())
    by_topic: dict[str | None, float] = {}
    for one in units:
        by_topic[one.topic] = by_topic.get(one.topic, 0) + one.amount
    progress: dict[str, UnitProgress] = {}
    to_earn: dict[str | None, float] = {}
    have: dict[str | None, float] = {}
    # A part comes after the part that it belongs to, so the innermost are counted first.
    for part in reversed(parts):
        name, outer = part["name"], part.get("part_of")
        earned = by_topic.pop(kebab(name), 0) + have.get(name, 0)
        counts = min(earned, part.get("maximum", inf))
        missing = max(0, part.get("minimum", 0) - counts)
        progress[name] = UnitProgress(
            name, part.get("minimum", 0), counts, missing, part.get("maximum"), earned - counts
        )
        have[outer] = have.get(outer, 0) + counts
        to_earn[outer] = to_earn.get(outer, 0) + max(missing, to_earn.get(name, 0))
    total_have = have.get(None, 0) + sum(by_topic.values())
    missing = max(0, raw_units["amount"] - total_have)
    return CountedUnits(
        UnitProgress(raw_units["name"], raw_units["amount"], total_have, missing),
        tuple(progress[part["name"]] for part in parts),
        max(missing, to_earn.get(None, 0)),
    )
