"""The units of a renewal cycle: what counts in total and in each part, and what is missing."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import inf
from typing import Any, NamedTuple

from certadvisor.base.kebab import kebab
from certadvisor.base.months import years_before
from certadvisor.catalog.records import Certification
from certadvisor.profile.model import Credential, UnitRecord
from certadvisor.rules.credential_status import CredentialStatus


class UnitProgress(NamedTuple):
    """Units of one kind in a cycle; `have` and `missing` are None where not given.

    `need` is the least that the cycle requires (0: none of this part is needed) and `most` how
    many count at most, None where all do. `have` is what counts: `surplus` is earned beyond it.
    """

    name: str
    need: float
    have: float | None
    missing: float | None
    most: float | None = None
    surplus: float = 0


class CycleUnits(NamedTuple):
    """The units of a renewal cycle: in total, and in the parts that are bounded.

    `to_earn` is the least number of units that closes every gap at once; None where the units
    are not given. `since` is the first day of the cycle. `undated_amount` is the part without a
    date, which is counted as earned in this cycle.
    """

    total: UnitProgress
    parts: tuple[UnitProgress, ...]
    to_earn: float | None
    since: date | None
    undated_amount: float


RawUnits = Mapping[str, Any]


def cycle_units(
    raw_units: RawUnits,
    credential: Credential,
    status: CredentialStatus,
    certification: Certification,
    day: date,
) -> CycleUnits:
    """Count the units of a credential's current cycle, which ends on its last day."""
    # The cycle starts the day after the previous last day, `cycle_years` before this one.
    since = None
    if status.last_day and certification.cycle_years:
        since = years_before(status.last_day, certification.cycle_years) + timedelta(days=1)
    parts = raw_units.get("parts", ())
    if credential.units is None:
        total = UnitProgress(raw_units["name"], raw_units["amount"], None, None)
        open_parts = tuple(
            UnitProgress(part["name"], part.get("minimum", 0), None, None, part.get("maximum"))
            for part in parts
        )
        return CycleUnits(total, open_parts, None, since, 0)
    counted = [
        one
        for one in credential.units
        if one.date is None or ((since is None or one.date >= since) and one.date <= day)
    ]
    undated = sum(one.amount for one in counted if one.date is None)
    return _count(raw_units, counted, since, undated)


def _count(
    raw_units: RawUnits, counted: Iterable[UnitRecord], since: date | None, undated: float
) -> CycleUnits:
    parts = raw_units.get("parts", ())
    by_topic: dict[str | None, float] = {}
    for one in counted:
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
    return CycleUnits(
        UnitProgress(raw_units["name"], raw_units["amount"], total_have, missing),
        tuple(progress[part["name"]] for part in parts),
        max(missing, to_earn.get(None, 0)),
        since,
        undated,
    )
