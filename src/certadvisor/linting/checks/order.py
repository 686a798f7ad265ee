"""Checks the order of rule versions and statuses, and that days are plausible."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from certadvisor.base.document import DataPath
from certadvisor.base.months import years_after
from certadvisor.base.scalars import EARLIEST_YEAR
from certadvisor.catalog.definitions.base import Source, first_day
from certadvisor.catalog.definitions.certification import Certification
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources

_MAX_YEARS_AHEAD = 5
_FUTURE_KEYS = ("from",)  # keys whose day may be in the future


def check(sources: CatalogSources, as_of: date) -> Iterator[RawFinding]:
    """Yield wrong days of rules, statuses, prices and sources, record by record."""
    for cert in sources.certifications.certifications:
        yield from _check_order(cert.id, "rules", cert.rules, "rule-order")
        yield from _check_order(cert.id, "statuses", cert.statuses, "status-order")
        yield from _check_announced_first(cert)
        for path, day_text in _iter_days(cert):
            yield from _check_day("certifications", cert.id, path, day_text, as_of)
        yield from _check_sources("certifications", cert.id, cert.sources, as_of)
    for collection in ("levels", "roles", "skills"):
        for record in getattr(sources.roles, collection):
            yield from _check_sources(collection, record.id, record.sources, as_of)
    if sources.advice.rates:
        yield from _check_day("rates", "date", (), sources.advice.rates.date, as_of)


def _check_order(id: str, name: str, entries: Any, code: str) -> Iterator[RawFinding]:
    """Yield entries that do not start after the one before; only the first may have no day."""
    for index, (before, after) in enumerate(pairwise(entries), 1):
        path: DataPath = (name, index)
        if after.from_ is None:
            problem = "has no day, so it overlaps the one before it"
            yield RawFinding(code, "certifications", id, path, problem, "write `from:`")
        elif before.from_ and first_day(after.from_) == first_day(before.from_):
            problem = f"begins on the same day as the one before it ({after.from_})"
            yield RawFinding(code, "certifications", id, path, problem, "keep one of them")
        elif before.from_ and first_day(after.from_) < first_day(before.from_):
            problem = f"begins on {after.from_}, before the one above it ({before.from_})"
            yield RawFinding(code, "certifications", id, path, problem, "write the oldest first")


def _check_announced_first(cert: Certification) -> Iterator[RawFinding]:
    for index, entry in enumerate(cert.statuses):
        if entry.state == "announced" and index:
            problem = f"is announced after it was {cert.statuses[index - 1].state}"
            path: DataPath = ("statuses", index)
            yield RawFinding(
                "status-order", "certifications", cert.id, path, problem, "fix the state"
            )


def _iter_days(cert: Certification) -> Iterator[tuple[DataPath, str]]:
    for name in ("rules", "statuses"):
        for index, entry in enumerate(getattr(cert, name)):
            if entry.from_:
                yield (name, index, "from"), entry.from_
    for index, price in enumerate(cert.costs):
        yield ("costs", index, "date"), price.date


def _check_sources(
    collection: str, id: str, sources: dict[str, Source], as_of: date
) -> Iterator[RawFinding]:
    for name, source in sources.items():
        path: DataPath = ("sources", name)
        if not (source.url or source.via):
            problem, remedy = "has no address", "write `url:`, or `via:` with what stood in for it"
            yield RawFinding("source-without-place", collection, id, path, problem, remedy)
        days = {"published": source.published, "checked": source.checked}
        for key, day_text in days.items():
            if day_text:
                yield from _check_day(collection, id, (*path, key), day_text, as_of)
        if source.published and first_day(source.checked) < first_day(source.published):
            problem = f"was checked on {source.checked}, before it was published"
            yield RawFinding(
                "checked-before-published", collection, id, path, problem, "fix one of the days"
            )


def _check_day(
    collection: str, id: str, path: DataPath, day_text: str, as_of: date
) -> Iterator[RawFinding]:
    day = first_day(day_text)
    if day.year < EARLIEST_YEAR:
        problem = f"{day_text} is before {EARLIEST_YEAR}"
        yield RawFinding("early-day", collection, id, path, problem, "fix the year")
    elif path[-1:] == _FUTURE_KEYS and day > years_after(as_of, _MAX_YEARS_AHEAD):
        problem = f"{day_text} is more than {_MAX_YEARS_AHEAD} years ahead"
        yield RawFinding("far-day", collection, id, path, problem, "fix the year")
    elif path[-1:] != _FUTURE_KEYS and day > as_of:
        problem = f"{day_text} has not come yet"
        yield RawFinding("future-day", collection, id, path, problem, "write the day it was read")
