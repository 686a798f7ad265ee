"""Facts of a catalogue that should be checked again, the most urgent first."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from certadvisor.base.months import months_after, years_after, years_before
from certadvisor.catalog.definitions.base import first_day
from certadvisor.catalog.records import Catalog, Certification

GROUPS = ("rules", "status", "costs", "renewal", "exam", "domains", "study", "lineage")
_CONFIDENCES = ("low", "medium", "high")
DEFAULT_AGE = 12  # months


class StaleReason(StrEnum):
    """Why a fact should be checked again, the most urgent first."""

    ANNOUNCED = "announced"  # a rule or a launch
    RETIRING = "retiring"
    RETIRED = "retired"
    OLD = "old"
    SECOND_HAND = "second-hand"  # no page of the issuer
    UNCLEAR = "unclear"  # the status


REASONS = tuple(StaleReason)


class StaleFact(NamedTuple):
    """Facts of one record to check again, and the reason.

    `groups` are groups of figures. `on` is the day the reason refers to: when an
    announced change takes effect, when the certification retires or retired, when
    an old figure was last read. `confidence` is that of the latest rule, or else of
    the latest price; None if `groups` has neither. `sources` are the pages to read.
    """

    reason: StaleReason
    collection: str
    id: str
    groups: tuple[str, ...]
    on: date | None
    confidence: str | None
    sources: tuple[str, ...]


def find_stale_facts(
    catalog: Catalog, as_of: date, older_than: int = DEFAULT_AGE
) -> tuple[StaleFact, ...]:
    """The facts to check again on a day, the most urgent first; `older_than` is in months.

    In this order:

    1. Known changes, as missing one makes answers wrong: announced rules and launches,
       the soonest first; certifications that retire within a year, the soonest first;
       those retired within the last year, the latest first.
    2. Figures last read more than `older_than` months ago, those first of which a mistake would
       cost most: a wrong rule or status sends people the wrong way, a wrong price or renewal costs
       them money; the more roles name the certification and the more employers ask for it, the
       more people. Then low confidence before high; the oldest first.
    3. Figures without a page of the issuer, in the same order.
    4. Certifications whose status is unclear.

    Ties are sorted by id.
    """
    limit = months_after(as_of, -older_than)
    facts: list[StaleFact] = []
    for cert in catalog.certifications.values():
        raw_record = catalog.raw_record("certifications", cert.id)
        facts += _dated_changes(cert, raw_record, as_of)
        facts += _old_groups(cert.id, raw_record, limit)
        facts += _second_hand_groups(cert, raw_record, as_of)
        if cert.status_on(as_of) == "unclear":
            facts.append(
                _certification_fact(StaleReason.UNCLEAR, cert.id, ("status",), None, raw_record)
            )
    for collection in ("levels", "roles", "skills"):
        for id, raw_record in catalog.raw_records(collection).items():
            facts += _old_sources(collection, id, raw_record.get("sources", {}), limit)
    rates = catalog.tables.rates_on
    if rates is not None and rates < limit:
        facts.append(StaleFact(StaleReason.OLD, "advice", "rates", ("costs",), rates, None, ()))
    reach = _reach_of_mistakes(catalog)
    return tuple(sorted(facts, key=lambda fact: _urgency(fact, reach)))


_DAMAGE = {"rules": 4.0, "status": 4.0, "costs": 2.0, "renewal": 2.0}  # of one mistake; else 1
_DEMAND_IN_ROLES = 10  # full demand weighs as much as so many roles that name a certification


def _reach_of_mistakes(catalog: Catalog) -> dict[str, float]:
    """How many people a mistake reaches, by certification: the roles that name it, and demand."""
    reach: dict[str, float] = {}
    for role in catalog.roles.values():
        for id in {*role.preferred, *role.helpful}:
            reach[id] = reach.get(id, 0) + 1
    for id in catalog.certifications:
        values = [demand.value for demand in catalog.demand_for(id)]
        reach[id] = reach.get(id, 0) + _DEMAND_IN_ROLES * max(values, default=0)
    return reach


def mistake_cost(fact: StaleFact, reach: dict[str, float]) -> float:
    """What a mistake in the facts would cost, as a number that only orders them."""
    damage = max(_DAMAGE.get(group, 1.0) for group in fact.groups)
    return damage * (1 + reach.get(fact.id, 0))


def _urgency(fact: StaleFact, reach: dict[str, float]) -> tuple[Any, ...]:
    day = fact.on.toordinal() if fact.on else 0
    confidence = _CONFIDENCES.index(fact.confidence) if fact.confidence else len(_CONFIDENCES)
    reason = REASONS.index(fact.reason)
    if fact.reason in (StaleReason.ANNOUNCED, StaleReason.RETIRING):
        return reason, day or date.max.toordinal(), 0, 0, fact.id
    if fact.reason is StaleReason.RETIRED:
        return reason, -day, 0, 0, fact.id
    return reason, -mistake_cost(fact, reach), confidence, day, fact.id


def _dated_changes(
    cert: Certification, raw_record: dict[str, Any], as_of: date
) -> Iterator[StaleFact]:
    """Rules and statuses that will take effect or are not settled, and retirements near `as_of`."""
    for rule in cert.rules:
        if rule.since and rule.since > as_of:
            yield _certification_fact(
                StaleReason.ANNOUNCED, cert.id, ("rules",), rule.since, raw_record
            )
    for change in cert.announced:
        yield _certification_fact(
            StaleReason.ANNOUNCED, cert.id, ("rules",), change.since, raw_record
        )
    in_a_year, a_year_ago = years_after(as_of, 1), years_before(as_of, 1)
    ends = [entry.since for entry in cert.statuses if entry.state == "retired" and entry.since]
    for status in cert.statuses:
        if status.state in ("active", "announced") and status.since and status.since > as_of:
            yield _certification_fact(
                StaleReason.ANNOUNCED, cert.id, ("status",), status.since, raw_record
            )
    for end in ends:
        if as_of < end <= in_a_year:
            yield _certification_fact(StaleReason.RETIRING, cert.id, ("status",), end, raw_record)
        elif a_year_ago <= end <= as_of:
            yield _certification_fact(StaleReason.RETIRED, cert.id, ("status",), end, raw_record)
    if cert.status_on(as_of) == "retiring" and not any(end > as_of for end in ends):
        yield _certification_fact(StaleReason.RETIRING, cert.id, ("status",), None, raw_record)


def _old_groups(id: str, raw_record: dict[str, Any], limit: date) -> Iterator[StaleFact]:
    """Groups whose sources were all last checked before `limit`; prices count by their own day."""
    for group in GROUPS:
        sources = _sources_of(raw_record, group)
        days = [first_day(source["checked"]) for source in sources]
        if group == "costs":
            days = [first_day(price["date"]) for price in raw_record.get("costs", ())]
        if days and max(days) < limit:
            yield _certification_fact(StaleReason.OLD, id, (group,), max(days), raw_record)


def _old_sources(
    collection: str, id: str, sources: dict[str, Any], limit: date
) -> Iterator[StaleFact]:
    days = [first_day(source["checked"]) for source in sources.values()]
    if days and max(days) < limit:
        groups = tuple(
            dict.fromkeys(
                group
                for source_record in sources.values()
                for group in source_record.get("covers", ())
            )
        )
        addresses = tuple(source.get("url") or source.get("via", "") for source in sources.values())
        yield StaleFact(
            StaleReason.OLD, collection, id, groups or ("notes",), max(days), None, addresses
        )


def _second_hand_groups(
    cert: Certification, raw_record: dict[str, Any], as_of: date
) -> Iterator[StaleFact]:
    """The groups without a page of the issuer, as one fact; nothing for a retired certification."""
    if cert.status_on(as_of) == "retired":
        return
    groups = tuple(
        group
        for group in GROUPS
        if (sources := _sources_of(raw_record, group))
        and not any(source.get("official") for source in sources)
    )
    if groups:
        yield _certification_fact(StaleReason.SECOND_HAND, cert.id, groups, None, raw_record)


def _sources_of(raw_record: dict[str, Any], group: str) -> list[dict[str, Any]]:
    """The sources of a group: those that the latest rule names, or those that cover the group."""
    sources = raw_record.get("sources", {})
    if group == "rules" and raw_record.get("rules"):
        source_ids = raw_record["rules"][-1].get("sources", ())
        return [sources[id] for id in source_ids if id in sources]
    return [source for source in sources.values() if group in source.get("covers", ())]


def _certification_fact(
    reason: StaleReason,
    id: str,
    groups: tuple[str, ...],
    on: date | None,
    raw_record: dict[str, Any],
) -> StaleFact:
    confidences = [
        entry["confidence"]
        for group in ("rules", "costs")
        if group in groups
        for entry in raw_record.get(group, ())[-1:]
    ]
    sources = (source for group in groups for source in _sources_of(raw_record, group))
    addresses = dict.fromkeys(source.get("url") or source.get("via", "") for source in sources)
    confidence = confidences[0] if confidences else None
    return StaleFact(reason, "certifications", id, groups, on, confidence, tuple(addresses))
