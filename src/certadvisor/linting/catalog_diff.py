"""Differences between two catalogues, or between two days of one catalogue."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog, Certification, Price, RuleVersion
from certadvisor.catalog.requirement import Leaf, leaves

# Fields compared as plain data; rules, statuses and prices are compared entry by entry.
COMPARED_FIELDS = {
    "certifications": (
        "abbreviation", "name", "issuer", "disciplines", "approach", "levels", "lineage",
        "no_rule", "announced", "no_price", "steps", "exam", "domains", "study_hours",
        "course_hours", "renewal", "skills", "next", "related",
    ),
    "roles": (
        "title", "level", "kinds", "experience", "degree", "pay", "skills", "certifications",
        "next_roles",
    ),
}  # fmt: skip


class CatalogChange(NamedTuple):
    """One change of a record: the value before and after, and the day it takes effect.

    `aspect` is added, removed, rule, status, price, or the name of a field. Rules,
    statuses and prices are the catalogue's named tuples, fields are plain data;
    None means that there was none before or is none after.
    """

    collection: str
    id: str
    aspect: str
    before: Any
    after: Any
    on: date | None = None


def diff_catalogs(old: Catalog, new: Catalog) -> tuple[CatalogChange, ...]:
    """The differences between two catalogues.

    In the order of the new catalogue, for each collection, with removed records
    last. Sources, notes and aliases are not compared: they do not affect answers.
    """
    differences: list[CatalogChange] = []
    for collection, fields in COMPARED_FIELDS.items():
        before, after = old.raw_records(collection), new.raw_records(collection)
        for id, raw_record in after.items():
            if id not in before:
                differences.append(
                    CatalogChange(collection, id, "added", None, _display_name(raw_record))
                )
                continue
            if collection == "certifications":
                differences += _diff_certification(old.certifications[id], new.certifications[id])
            differences += _diff_fields(collection, id, before[id], raw_record, fields)
        removed_ids = (id for id in before if id not in after)
        differences += (
            CatalogChange(collection, id, "removed", _display_name(before[id]), None)
            for id in removed_ids
        )
    return tuple(differences)


def find_changes_since(catalog: Catalog, since: date, as_of: date) -> tuple[CatalogChange, ...]:
    """Rules, statuses and prices that took effect after `since`, up to and including `as_of`.

    Sorted by day, the earliest first.
    """
    differences: list[CatalogChange] = []
    for cert in catalog.certifications.values():
        for index, rule in enumerate(cert.rules):
            if rule.since and since < rule.since <= as_of:
                before = cert.rules[index - 1] if index else None
                differences.append(_certification_change(cert, "rule", before, rule, rule.since))
        for index, status in enumerate(cert.statuses):
            if status.since and since < status.since <= as_of:
                earlier = cert.statuses[index - 1] if index else None
                differences.append(
                    _certification_change(cert, "status", earlier, status, status.since)
                )
        differences += (
            _certification_change(cert, "price", None, price, price.on)
            for price in cert.prices
            if since < price.on <= as_of and any(price_amounts(price))
        )
    return tuple(sorted(differences, key=lambda change: change.on or as_of))


def price_amounts(price: Price) -> tuple[float | None, ...]:
    """The amounts of a price, in whole units of its currency; None where not known."""
    exam = price.exam_member, price.exam_non_member, price.application
    return (*exam, price.course_low, price.course_high)


def rule_difference(change: CatalogChange) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The leaves that a changed rule no longer requires, and those that it newly requires."""
    before, after = _required_leaves(change.before), _required_leaves(change.after)
    keys = {_leaf_key(leaf) for leaf in before}, {_leaf_key(leaf) for leaf in after}
    removed = tuple(leaf for leaf in before if _leaf_key(leaf) not in keys[1])
    added = tuple(leaf for leaf in after if _leaf_key(leaf) not in keys[0])
    return removed, added


def _required_leaves(rule: RuleVersion | None) -> tuple[Leaf, ...]:
    if rule is None:
        return ()
    parts = (rule.sit, rule.award) if rule.has_separate_exam_rule else (rule.award,)
    return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))


def _leaf_key(leaf: Leaf) -> tuple[Any, ...]:
    return (type(leaf).__name__, *leaf)  # tuples of different leaf types may be equal


def _certification_change(
    cert: Certification, aspect: str, before: Any, after: Any, on: date | None
) -> CatalogChange:
    return CatalogChange("certifications", cert.id, aspect, before, after, on)


def _diff_certification(old: Certification, new: Certification) -> Iterator[CatalogChange]:
    rules, statuses, prices = (
        (old.rules, new.rules),
        (old.statuses, new.statuses),
        (old.prices, new.prices),
    )
    yield from _diff_entries(new, "rule", *rules, (lambda one: one.since, lambda _: None))
    yield from _diff_entries(new, "status", *statuses, (lambda one: one, lambda one: one.state))
    yield from _diff_entries(
        new, "price", *prices, (lambda one: (one.currency, one.place), lambda one: one.currency)
    )


def _diff_entries(
    cert: Certification,
    aspect: str,
    old: tuple[Any, ...],
    new: tuple[Any, ...],
    keys: tuple[Callable[[Any], Any], ...],
) -> Iterator[CatalogChange]:
    """Yield the entries that were added, removed or changed.

    Old and new entries are paired by the first of `keys`, then the rest by the next:
    a price that moved to another country is a change, not a removal and an addition.
    """
    before, after, pairs = list(old), list(new), []
    for key in keys:
        for entry in tuple(after):
            twin = next((candidate for candidate in before if key(candidate) == key(entry)), None)
            if twin is not None:
                pairs.append((twin, entry))
                before.remove(twin)
                after.remove(entry)
    changed_pairs = [
        (twin, entry) for twin, entry in pairs if _comparable(twin) != _comparable(entry)
    ]
    changed_pairs += [
        (None, entry)
        for entry in after
        if not isinstance(entry, Price) or any(price_amounts(entry))
    ]
    for twin, entry in sorted(changed_pairs, key=lambda pair: new.index(pair[1])):
        yield _certification_change(cert, aspect, twin, entry, _start_day(entry))
    for entry in before:
        yield _certification_change(cert, aspect, entry, None, None)


def _comparable(entry: Any) -> Any:
    """An entry without what does not affect answers: a rule's sources, a price's day."""
    if isinstance(entry, RuleVersion):
        return entry._replace(sources=())
    return entry._replace(on=date.min) if isinstance(entry, Price) else entry


def _start_day(entry: Any) -> date | None:
    day: date | None = entry.on if isinstance(entry, Price) else entry.since
    return day


def _diff_fields(
    collection: str, id: str, old: dict[str, Any], new: dict[str, Any], fields: tuple[str, ...]
) -> Iterator[CatalogChange]:
    for name in fields:
        if old.get(name) != new.get(name):
            yield CatalogChange(collection, id, name, old.get(name), new.get(name))


def _display_name(raw_record: dict[str, Any]) -> str:
    name: str = raw_record.get("name") or raw_record["title"]
    return name
