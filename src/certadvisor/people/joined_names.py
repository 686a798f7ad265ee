"""A cell that names several certifications: one entry for each, and whose the dates are."""

from collections.abc import Callable
from typing import NamedTuple

from certadvisor.base.scalars import UNKNOWN_DATE
from certadvisor.profile.matching.name_lists import split_names

_DATES = ("earned", "expires")


class SplitEntry(NamedTuple):
    """The entries of a cell; `shared` are dates that are one for several, so of none for sure."""

    entries: list[dict[str, str]]
    shared: tuple[str, ...] = ()


def split_entry(entry: dict[str, str], is_certification: Callable[[str], bool]) -> SplitEntry:
    """Split an entry whose `id` lists several names, all of which are certifications.

    As many dates as names belong to them in this order. Fewer are not known to belong to any.
    """
    names = split_names(entry["id"])
    if len(names) == 1 or not all(map(is_certification, names)):
        return SplitEntry([entry])
    entries = [entry | {"id": name} for name in names]
    shared = []
    for field in _DATES:
        dates = split_names(entry.get(field, ""))
        if dates and len(dates) != len(names):
            shared.append(field)
            dates = [UNKNOWN_DATE] * len(names)
        for part, day in zip(entries, dates, strict=False):
            part[field] = day
    return SplitEntry(entries, tuple(shared))
