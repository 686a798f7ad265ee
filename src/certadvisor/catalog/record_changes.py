"""Applies what a catalogue changes of records in the catalogues below it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from certadvisor.catalog.definitions.base import first_day
from certadvisor.catalog.definitions.certification import Certification, CertificationChange


def _day(entry: Any) -> date:
    return first_day(entry.from_) if entry.from_ else date.min


# By field: what makes two entries the same, and the order of entries where it has a meaning.
_KEYS: dict[str, Callable[[Any], Any]] = {
    "rules": _day,
    "statuses": _day,
    "announced": _day,
    "costs": lambda price: (price.currency, price.place, price.buys),
}
_DATED = ("rules", "statuses", "announced")


def apply_changes(
    records: Iterable[Certification], changes: Mapping[str, CertificationChange]
) -> tuple[Certification, ...]:
    """The records, changed where `changes` has their id; ids of no record are left out."""
    return tuple(
        _changed(record, changes[record.id]) if record.id in changes else record
        for record in records
    )


def _changed(record: Certification, change: CertificationChange) -> Certification:
    given = {name: getattr(change, name) for name in change.model_fields_set}
    for name, key in _KEYS.items():
        if name in given:
            given[name] = _merged(getattr(record, name), given[name], key, dated=name in _DATED)
    if "sources" in given:
        given["sources"] = {**record.sources, **given["sources"]}
        given["no_source"] = None
    if "rules" in given:
        given["no_rule"] = None
    return record.model_copy(update=given)


def _merged(
    below: tuple[Any, ...], given: tuple[Any, ...], key: Callable[[Any], Any], *, dated: bool
) -> tuple[Any, ...]:
    merged = {key(entry): entry for entry in below} | {key(entry): entry for entry in given}
    return tuple(merged[one] for one in sorted(merged)) if dated else tuple(merged.values())
