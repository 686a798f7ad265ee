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


def entries_for_totals(totals: dict[str, int], catalog: Catalog) -> tuple[WorkPeriod, ...]:
    """Return an undated entry for each kind with a total of more than 0 months.

    A wider kind counts at least as much as each narrower one that has a total too.
    """
    kinds = frozenset(totals)
    entries = []
    for kind in totals:
        parts = (part for part in totals if kind in catalog.kinds_of([part]))
        months = max(totals[part] for part in parts)
        if months:
            entries.append(
                WorkPeriod(_kinds_apart_from(kind, kinds - {kind}, catalog), months=months)
            )
    return tuple(entries)


def without_kinds(
    work: Iterable[WorkPeriod], kinds: frozenset[str], catalog: Catalog
) -> tuple[WorkPeriod, ...]:
    """Return the entries without these kinds; those that have no other kind are dropped.

    An entry with a title is kept even so, without kinds: the title shows the person's
    present role.
    """
    entries = []
    for period in work:
        if not period.kinds or not kinds & period.kinds:
            entries.append(period)
            continue
        kind_sets = (
            _kinds_apart_from(own, kinds, catalog)
            for own in _narrowest_kinds(period.kinds, catalog)
        )
        remaining_kinds = frozenset[str]().union(*kind_sets) & period.kinds
        if remaining_kinds:
            entries.append(period._replace(kinds=remaining_kinds))
        elif period.title:
            entries.append(period._replace(kinds=remaining_kinds, kinds_from_title=False))
    return tuple(entries)


def _narrowest_kinds(kinds: frozenset[str], catalog: Catalog) -> frozenset[str]:
    """Return the kinds that none of the others implies."""
    implied = (catalog.kinds_of([kind]) - {kind} for kind in kinds)
    return kinds - frozenset[str]().union(*implied)


def _kinds_apart_from(kind: str, excluded: frozenset[str], catalog: Catalog) -> frozenset[str]:
    """Return the kinds that `kind` implies, itself included, apart from `excluded` and theirs."""
    own = catalog.kinds_of([kind])
    return own - frozenset[str]().union(*(catalog.kinds_of([other]) for other in excluded & own))
