"""A total of one kind of experience, as an option tells it, in place of what was known before.

After `--leading 30m` project-leading counts 30 months, whatever a profile file
lists, and every other kind counts what it did. So a told kind is taken off
the entries that had it, and with it the kinds that they had only through it.
Of two told kinds where one implies the other (leading is also project) the
narrower is a part of the wider, not an addition to it.
"""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import WorkPeriod


def said_totals(totals: dict[str, int], catalog: Catalog) -> tuple[WorkPeriod, ...]:
    """An undated entry for each kind: it counts its total, and never less than its parts."""
    told = frozenset(totals)
    entries = []
    for kind in totals:
        parts = (part for part in totals if kind in catalog.kinds_of([part]))
        most = max(totals[part] for part in parts)
        if most:
            entries.append(WorkPeriod(_beside(kind, told - {kind}, catalog), months=most))
    return tuple(entries)


def without_kinds(
    work: Iterable[WorkPeriod], told: frozenset[str], catalog: Catalog
) -> tuple[WorkPeriod, ...]:
    """The entries without the told kinds; one left with nothing but a title keeps its rung."""
    left = []
    for period in work:
        if not period.kinds or not told & period.kinds:
            left.append(period)
            continue
        beside = (_beside(own, told, catalog) for own in _own(period.kinds, catalog))
        kinds = frozenset[str]().union(*beside) & period.kinds
        if kinds:
            left.append(period._replace(kinds=kinds))
        elif period.title:
            left.append(period._replace(kinds=kinds, kinds_from_title=False))
    return tuple(left)


def _own(kinds: frozenset[str], catalog: Catalog) -> frozenset[str]:
    """The kinds that no other of them implies: what the person wrote, or might have."""
    implied = (catalog.kinds_of([kind]) - {kind} for kind in kinds)
    return kinds - frozenset[str]().union(*implied)


def _beside(kind: str, told: frozenset[str], catalog: Catalog) -> frozenset[str]:
    """What an entry of `kind` counts as beside the told kinds, which have their own entries."""
    whole = catalog.kinds_of([kind])
    return whole - frozenset[str]().union(*(catalog.kinds_of([one]) for one in told & whole))
