"""Totals of a kind of experience, given by an option, that replace those of a profile file.

After `--leading 30m`, project-leading counts 30 months, whatever the profile file lists, and
every other kind counts what it did before. So the kind is removed from the entries that have
it, together with the kinds that they have only because of it. Where two totals are given and
one kind implies the other (project-leading is also project), the narrower total is a part of
the wider one, not an addition to it.
"""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import WorkPeriod


def said_totals(totals: dict[str, int], catalog: Catalog) -> tuple[WorkPeriod, ...]:
    """Return an undated entry for each kind with a total of more than 0 months.

    A wider kind counts at least as much as each narrower one that has a total too.
    """
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
    """Return the entries without these kinds; those that have no other kind are dropped.

    An entry with a title is kept even so, without kinds: the title shows the person's
    present role.
    """
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
    """Return the kinds that none of the others implies."""
    implied = (catalog.kinds_of([kind]) - {kind} for kind in kinds)
    return kinds - frozenset[str]().union(*implied)


def _beside(kind: str, told: frozenset[str], catalog: Catalog) -> frozenset[str]:
    """Return the kinds that `kind` implies, itself included, apart from `excluded` and theirs."""
    whole = catalog.kinds_of([kind])
    return whole - frozenset[str]().union(*(catalog.kinds_of([one]) for one in told & whole))
