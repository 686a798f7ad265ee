"""Facts of a catalogue that should be checked again, the most urgent first."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from certadvisor.base.months import years_after, years_before
from certadvisor.catalog.definitions.base import first_day
from certadvisor.catalog.records import Catalog, Certification

REASONS = ("announced", "retiring", "retired", "old", "second-hand", "unclear")
GROUPS = ("rules", "status", "costs", "renewal", "exam", "domains", "study", "lineage")
_CONFIDENCES = ("low", "medium", "high")
_TWELVE = 12


class StaleFact(NamedTuple):
    """Facts of one record to check again, and the reason.

    `groups` are groups of figures. `on` is the day the reason refers to: when an
    announced change takes effect, when the certification retires or retired, when
    an old figure was last read. `confidence` is that of the latest rule, or else of
    the latest price; None if `groups` has neither. `sources` are the pages to read.
    """

    reason: str
    collection: str
    id: str
    what: tuple[str, ...]
    on: date | None
    confidence: str | None
    sources: tuple[str, ...]


def stale(catalog: Catalog, as_of: date, older_than: int = _TWELVE) -> tuple[StaleFact, ...]:
    """The facts to check again on a day, the most urgent first; `older_than` is in months.

    In this order:

    1. Known changes, as missing one makes answers wrong: announced rules and launches,
       the soonest first; certifications that retire within a year, the soonest first;
       those retired within the last year, the latest first.
    2. Figures last read more than `older_than` months ago: entry rules, then status,
       prices, renewal and the rest; low confidence before high; the oldest first.
    3. Figures without a page of the issuer, in the same order.
    4. Certifications whose status is unclear.

    Ties are sorted by id.
    """
    limit = _months_before(as_of, older_than)
    found: list[StaleFact] = []
    for cert in catalog.certifications.values():
        page = catalog.page("certifications", cert.id)
        found += _dated(cert, page, as_of)
        found += _old(cert.id, page, limit)
        found += _second_hand(cert, page, as_of)
        if cert.status_on(as_of) == "unclear":
            found.append(_fact("unclear", cert.id, ("status",), None, page))
    for collection in ("levels", "roles", "skills"):
        for id, page in catalog.pages(collection).items():
            found += _old_sources(collection, id, page.get("sources", {}), limit)
    rates = catalog.tables.rates_on
    if rates is not None and rates < limit:
        found.append(StaleFact("old", "advice", "rates", ("costs",), rates, None, ()))
    return tuple(sorted(found, key=_first))


def _first(fact: StaleFact) -> tuple[Any, ...]:
    day = fact.on.toordinal() if fact.on else 0
    group = min(GROUPS.index(one) if one in GROUPS else len(GROUPS) for one in fact.what)
    confidence = _CONFIDENCES.index(fact.confidence) if fact.confidence else len(_CONFIDENCES)
    reason = REASONS.index(fact.reason)
    if fact.reason in ("announced", "retiring"):
        return reason, day or date.max.toordinal(), 0, 0, fact.id
    if fact.reason == "retired":
        return reason, -day, 0, 0, fact.id
    return reason, group, confidence, day, fact.id


def _dated(cert: Certification, page: dict[str, Any], as_of: date) -> Iterator[StaleFact]:
    """Rules and statuses that will take effect, and retirements within a year of `as_of`."""
    for rule in cert.rules:
        if rule.since and rule.since > as_of:
            yield _fact("announced", cert.id, ("rules",), rule.since, page)
    soon, lately = years_after(as_of, 1), years_before(as_of, 1)
    ends = [one.since for one in cert.statuses if one.state == "retired" and one.since]
    for status in cert.statuses:
        if status.state in ("active", "announced") and status.since and status.since > as_of:
            yield _fact("announced", cert.id, ("status",), status.since, page)
    for end in ends:
        if as_of < end <= soon:
            yield _fact("retiring", cert.id, ("status",), end, page)
        elif lately <= end <= as_of:
            yield _fact("retired", cert.id, ("status",), end, page)
    if cert.status_on(as_of) == "retiring" and not any(end > as_of for end in ends):
        yield _fact("retiring", cert.id, ("status",), None, page)


def _old(id: str, page: dict[str, Any], limit: date) -> Iterator[StaleFact]:
    """Groups whose sources were all last checked before `limit`; prices count by their own day."""
    for group in GROUPS:
        sources = _covering(page, group)
        days = [first_day(source["checked"]) for source in sources]
        if group == "costs":
            days = [first_day(price["on"]) for price in page.get("costs", ())]
        if days and max(days) < limit:
            yield _fact("old", id, (group,), max(days), page)


def _old_sources(
    collection: str, id: str, sources: dict[str, Any], limit: date
) -> Iterator[StaleFact]:
    days = [first_day(source["checked"]) for source in sources.values()]
    if days and max(days) < limit:
        what = tuple(
            dict.fromkeys(word for one in sources.values() for word in one.get("covers", ()))
        )
        pages = tuple(source.get("url") or source.get("via", "") for source in sources.values())
        yield StaleFact("old", collection, id, what or ("notes",), max(days), None, pages)


def _second_hand(cert: Certification, page: dict[str, Any], as_of: date) -> Iterator[StaleFact]:
    """The groups without a page of the issuer, as one fact; nothing for a retired certification."""
    if cert.status_on(as_of) == "retired":
        return
    groups = tuple(
        group
        for group in GROUPS
        if (sources := _covering(page, group))
        and not any(source.get("official") for source in sources)
    )
    if groups:
        yield _fact("second-hand", cert.id, groups, None, page)


def _covering(page: dict[str, Any], group: str) -> list[dict[str, Any]]:
    """The sources of a group: those that the latest rule names, or those that cover the group."""
    sources = page.get("sources", {})
    if group == "rules" and page.get("rules"):
        named = page["rules"][-1].get("sources", ())
        return [sources[id] for id in named if id in sources]
    return [source for source in sources.values() if group in source.get("covers", ())]


def _fact(
    reason: str, id: str, what: tuple[str, ...], on: date | None, page: dict[str, Any]
) -> StaleFact:
    told = [
        entry["confidence"]
        for group in ("rules", "costs")
        if group in what
        for entry in page.get(group, ())[-1:]
    ]
    sources = (source for group in what for source in _covering(page, group))
    pages = dict.fromkeys(source.get("url") or source.get("via", "") for source in sources)
    confidence = told[0] if told else None
    return StaleFact(reason, "certifications", id, what, on, confidence, tuple(pages))


def _months_before(day: date, months: int) -> date:
    """The same day `months` months earlier, or the last day of that month if it is shorter."""
    number = day.year * _TWELVE + day.month - 1 - months
    year, month = divmod(number, _TWELVE)
    while True:
        try:
            return date(year, month + 1, day.day)
        except ValueError:
            day = day.replace(day=day.day - 1)
