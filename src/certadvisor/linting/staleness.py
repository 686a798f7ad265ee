"""What in a catalogue has to be looked at again, and what of it first."""

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
    """Facts of one record that somebody should check, and why.

    `what` are groups of figures, `on` the day that the reason names: when an
    announced thing takes effect, when it retires or retired, when an old figure
    was last read. `confidence` is that in the rule, else in the price, None
    where `what` has neither; `sources` are the pages to look at.
    """

    reason: str
    collection: str
    id: str
    what: tuple[str, ...]
    on: date | None
    confidence: str | None
    sources: tuple[str, ...]


def stale(catalog: Catalog, as_of: date, older_than: int = _TWELVE) -> tuple[StaleFact, ...]:
    """What to check again on a day; `older_than` is in months.

    First what is known to change, for a missed day makes answers wrong: rules
    and launches announced, the soonest first; certifications that retire within
    a year, the soonest first; those retired within the last year, the latest
    first. Then figures last read before the limit: entry rules before status,
    prices, renewal and the rest, low confidence before high, the oldest first.
    Then what only others than the issuer say, in the same order, and last what
    nobody could make out. Ties go by id.
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
    """Rules and statuses that take effect, or took effect lately."""
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
    """Groups whose latest reading lies before the limit; a price counts by its own day."""
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
    """Groups of what can be earned that no page of the issuer's bears out, as one fact."""
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
    """The sources of a group: those that a rule in question names, else those that cover it."""
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
    """The first of the month so many months ago, or the same day where it has one."""
    number = day.year * _TWELVE + day.month - 1 - months
    year, month = divmod(number, _TWELVE)
    while True:
        try:
            return date(year, month + 1, day.day)
        except ValueError:
            day = day.replace(day=day.day - 1)
