"""Checks the order of rule versions and statuses, and that days are plausible."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from certadvisor.base.months import years_after
from certadvisor.base.scalars import EARLIEST_YEAR
from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.definitions.base import Source, first_day
from certadvisor.catalog.definitions.certification import Certification
from certadvisor.linting.finding import Noted
from certadvisor.linting.sources import Shelf

_YEARS_AHEAD = 5
_AHEAD = ("from",)  # keys whose day may be in the future


def check(shelf: Shelf, as_of: date) -> Iterator[Noted]:
    """Yield wrong days of rules, statuses, prices and sources, record by record."""
    for cert in shelf.certifications.certifications:
        yield from _order(cert.id, "rules", cert.rules, "rule-order")
        yield from _order(cert.id, "statuses", cert.statuses, "status-order")
        yield from _announced_late(cert)
        for path, written in _days(cert):
            yield from _day("certifications", cert.id, path, written, as_of)
        yield from _sources("certifications", cert.id, cert.sources, as_of)
    for collection in ("levels", "roles", "skills"):
        for record in getattr(shelf.roles, collection):
            yield from _sources(collection, record.id, record.sources, as_of)
    if shelf.advice.rates:
        yield from _day("rates", "on", (), shelf.advice.rates.on, as_of)


def _order(id: str, name: str, entries: Any, code: str) -> Iterator[Noted]:
    """Yield entries that do not start after the one before; only the first may have no day."""
    for at, (before, after) in enumerate(pairwise(entries), 1):
        path: Path_ = (name, at)
        if after.from_ is None:
            problem = "has no day, so it overlaps the one before it"
            yield Noted(code, "certifications", id, path, problem, "write `from:`")
        elif before.from_ and first_day(after.from_) == first_day(before.from_):
            problem = f"begins on the same day as the one before it ({after.from_})"
            yield Noted(code, "certifications", id, path, problem, "keep one of them")
        elif before.from_ and first_day(after.from_) < first_day(before.from_):
            problem = f"begins on {after.from_}, before the one above it ({before.from_})"
            yield Noted(code, "certifications", id, path, problem, "write the oldest first")


def _announced_late(cert: Certification) -> Iterator[Noted]:
    for at, entry in enumerate(cert.statuses):
        if entry.state == "announced" and at:
            problem = f"is announced after it was {cert.statuses[at - 1].state}"
            path: Path_ = ("statuses", at)
            yield Noted("status-order", "certifications", cert.id, path, problem, "mend the state")


def _days(cert: Certification) -> Iterator[tuple[Path_, str]]:
    for name in ("rules", "statuses"):
        for at, entry in enumerate(getattr(cert, name)):
            if entry.from_:
                yield (name, at, "from"), entry.from_
    for at, price in enumerate(cert.costs):
        yield ("costs", at, "on"), price.on


def _sources(collection: str, id: str, sources: dict[str, Source], as_of: date) -> Iterator[Noted]:
    for name, source in sources.items():
        path: Path_ = ("sources", name)
        if not (source.url or source.via):
            problem, remedy = "has no address", "write `url:`, or `via:` with what stood in for it"
            yield Noted("source-without-place", collection, id, path, problem, remedy)
        days = {"published": source.published, "checked": source.checked}
        for key, written in days.items():
            if written:
                yield from _day(collection, id, (*path, key), written, as_of)
        if source.published and first_day(source.checked) < first_day(source.published):
            problem = f"was checked on {source.checked}, before it was published"
            yield Noted(
                "checked-before-published", collection, id, path, problem, "mend one of the days"
            )


def _day(collection: str, id: str, path: Path_, written: str, as_of: date) -> Iterator[Noted]:
    day = first_day(written)
    if day.year < EARLIEST_YEAR:
        problem = f"{written} is before {EARLIEST_YEAR}"
        yield Noted("early-day", collection, id, path, problem, "mend the year")
    elif path[-1:] == _AHEAD and day > years_after(as_of, _YEARS_AHEAD):
        problem = f"{written} is more than {_YEARS_AHEAD} years ahead"
        yield Noted("far-day", collection, id, path, problem, "mend the year")
    elif path[-1:] != _AHEAD and day > as_of:
        problem = f"{written} has not come yet"
        yield Noted("future-day", collection, id, path, problem, "write the day it was read")
