"""Differences between two catalogues, or between two days of one catalogue."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog, Certification, Price, RuleVersion
from certadvisor.catalog.requirement import Leaf, leaves

FIELDS = {  # fields compared as plain data; rules, statuses and prices are compared as entries
    "certifications": (
        "abbreviation", "name", "issuer", "disciplines", "approach", "levels", "lineage",
        "no_rule", "steps", "exam", "domains", "study_hours", "course_hours", "renewal", "skills",
        "leads_to",
    ),
    "roles": (
        "title", "level", "kinds", "experience", "degree", "pay", "skills", "certifications",
        "next_roles",
    ),
}  # fmt: skip


class Change(NamedTuple):
    """One change of a record: the value before and after, and the day it takes effect.

    `aspect` is added, removed, rule, status, price, or the name of a field. Rules,
    statuses and prices are the catalogue's named tuples, fields are plain data;
    None means that there was none before or is none after.
    """

    collection: str
    id: str
    what: str
    before: Any
    after: Any
    on: date | None = None


def changes(old: Catalog, new: Catalog) -> tuple[Change, ...]:
    """The differences between two catalogues.

    In the order of the new catalogue, for each collection, with removed records
    last. Sources, notes and aliases are not compared: they do not affect answers.
    """
    found: list[Change] = []
    for collection, fields in FIELDS.items():
        before, after = old.pages(collection), new.pages(collection)
        for id, page in after.items():
            if id not in before:
                found.append(Change(collection, id, "added", None, _name(page)))
                continue
            if collection == "certifications":
                found += _certification(old.certifications[id], new.certifications[id])
            found += _fields(collection, id, before[id], page, fields)
        gone = (id for id in before if id not in after)
        found += (Change(collection, id, "removed", _name(before[id]), None) for id in gone)
    return tuple(found)


def changes_since(catalog: Catalog, since: date, as_of: date) -> tuple[Change, ...]:
    """Rules, statuses and prices that took effect after `since`, up to and including `as_of`.

    Sorted by day, the earliest first.
    """
    found: list[Change] = []
    for cert in catalog.certifications.values():
        for at, rule in enumerate(cert.rules):
            if rule.since and since < rule.since <= as_of:
                before = cert.rules[at - 1] if at else None
                found.append(_of(cert, "rule", before, rule, rule.since))
        for at, status in enumerate(cert.statuses):
            if status.since and since < status.since <= as_of:
                earlier = cert.statuses[at - 1] if at else None
                found.append(_of(cert, "status", earlier, status, status.since))
        found += (
            _of(cert, "price", None, price, price.on)
            for price in cert.prices
            if since < price.on <= as_of and any(figures(price))
        )
    return tuple(sorted(found, key=lambda change: change.on or as_of))


def figures(price: Price) -> tuple[float | None, ...]:
    """The amounts of a price, in whole units of its currency; None where not known."""
    exam = price.exam_member, price.exam_non_member, price.application
    return (*exam, price.course_low, price.course_high)


def rule_difference(change: Change) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The leaves that a changed rule no longer requires, and those that it newly requires."""
    before, after = _asked(change.before), _asked(change.after)
    marks = {_mark(leaf) for leaf in before}, {_mark(leaf) for leaf in after}
    gone = tuple(leaf for leaf in before if _mark(leaf) not in marks[1])
    new = tuple(leaf for leaf in after if _mark(leaf) not in marks[0])
    return gone, new


def _asked(rule: RuleVersion | None) -> tuple[Leaf, ...]:
    if rule is None:
        return ()
    parts = (rule.sit, rule.award) if rule.differs else (rule.award,)
    return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))


def _mark(leaf: Leaf) -> tuple[Any, ...]:
    return (type(leaf).__name__, *leaf)  # tuples of different leaf types may be equal


def _of(cert: Certification, what: str, before: Any, after: Any, on: date | None) -> Change:
    return Change("certifications", cert.id, what, before, after, on)


def _certification(old: Certification, new: Certification) -> Iterator[Change]:
    rules, statuses, prices = (
        (old.rules, new.rules),
        (old.statuses, new.statuses),
        (old.prices, new.prices),
    )
    yield from _matched(new, "rule", *rules, (lambda one: one.since, lambda _: None))
    yield from _matched(new, "status", *statuses, (lambda one: one, lambda one: one.state))
    yield from _matched(
        new, "price", *prices, (lambda one: (one.currency, one.place), lambda one: one.currency)
    )


def _matched(
    cert: Certification,
    what: str,
    old: tuple[Any, ...],
    new: tuple[Any, ...],
    keys: tuple[Callable[[Any], Any], ...],
) -> Iterator[Change]:
    """Yield the entries that were added, removed or changed.

    Old and new entries are paired by the first of `keys`, then the rest by the next:
    a price that moved to another country is a change, not a removal and an addition.
    """
    before, after, pairs = list(old), list(new), []
    for key in keys:
        for entry in tuple(after):
            twin = next((one for one in before if key(one) == key(entry)), None)
            if twin is not None:
                pairs.append((twin, entry))
                before.remove(twin)
                after.remove(entry)
    told = [(twin, entry) for twin, entry in pairs if _answer(twin) != _answer(entry)]
    told += [
        (None, entry) for entry in after if not isinstance(entry, Price) or any(figures(entry))
    ]
    for twin, entry in sorted(told, key=lambda pair: new.index(pair[1])):
        yield _of(cert, what, twin, entry, _day(entry))
    for entry in before:
        yield _of(cert, what, entry, None, None)


def _answer(entry: Any) -> Any:
    """An entry without what does not affect answers: a rule's sources, a price's day."""
    if isinstance(entry, RuleVersion):
        return entry._replace(sources=())
    return entry._replace(on=date.min) if isinstance(entry, Price) else entry


def _day(entry: Any) -> date | None:
    day: date | None = entry.on if isinstance(entry, Price) else entry.since
    return day


def _fields(
    collection: str, id: str, old: dict[str, Any], new: dict[str, Any], fields: tuple[str, ...]
) -> Iterator[Change]:
    for name in fields:
        if old.get(name) != new.get(name):
            yield Change(collection, id, name, old.get(name), new.get(name))


def _name(page: dict[str, Any]) -> str:
    name: str = page.get("name") or page["title"]
    return name
