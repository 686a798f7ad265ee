"""Where the judges are known to disagree, until the engine or the contract settles it.

`test_oracle.py` has an example of each, which fails as soon as the judges agree. Questions that
such a point may touch are left out of the comparison, and counted.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from oracle.days import stretched_start, years_before
from oracle.reading import Catalogue, Written, nodes_of, read_profile

AMOUNTS = ("hours", "person_days", "projects")


def is_open(
    catalogue: Catalogue, certification: str, profile: Mapping[str, Any], day: date
) -> bool:
    """Whether an open point may touch the answer of a certification on a day."""
    leaves = list(nodes_of(catalogue.records[certification].get("rules", [])))
    return _has_total_beside_amounts(leaves, profile) or any(
        _has_break_before(leaf, catalogue, profile, day) for leaf in leaves
    )


def _has_total_beside_amounts(leaves: list[Written], profile: Mapping[str, Any]) -> bool:
    """Undated months with hours, person-days or projects.

    By the contract these lie where the months are laid back, so that a window may hold a part of
    them; the engine counts them whole in every window.
    """
    asked = any(unit in leaf for leaf in leaves for unit in AMOUNTS)
    return asked and any("months" in one for one in profile.get("work", ()))


def _has_break_before(
    leaf: Written, catalogue: Catalogue, profile: Mapping[str, Any], day: date
) -> bool:
    """A break that ended before the window begins.

    Such a break takes nothing from the window; the engine stretches the window by it all the same.
    The contract does not say which breaks stretch a window.
    """
    if "extendable_to_years" not in leaf:
        return False
    breaks = read_profile({"breaks": profile.get("breaks", [])}, catalogue).breaks or ()
    years, widest = leaf["within_years"], leaf["extendable_to_years"]
    start = stretched_start(day, years, widest, breaks)
    return any(years_before(day, widest) <= last < start for _, last in breaks)
