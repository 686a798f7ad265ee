"""Checks of prices, parts and levels: within a record, and beside the issuer's other records."""

from collections.abc import Iterator
from datetime import date

from certadvisor.catalog.definitions.certification import Certification, Price
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield vague prices, renewals that lack the parts of their kin, and levels that disagree."""
    records = sources.certifications.certifications
    with_parts = {
        (cert.issuer, cert.renewal.units.name): cert.id
        for cert in records
        if cert.renewal and cert.renewal.units and cert.renewal.units.parts
    }
    for cert in records:
        yield from _check_prices(cert)
        yield from _check_parts(cert, with_parts)
        yield from _check_levels(cert, sources)


def _check_prices(cert: Certification) -> Iterator[RawFinding]:
    """Yield prices without a place beside one with, in the same currency."""
    placed = {price.currency for price in cert.costs if price.place and _has_amount(price)}
    for index, price in enumerate(cert.costs):
        if price.place is None and price.currency in placed and _has_amount(price):
            problem = f"names no place, though another price in {price.currency} does"
            remedy = "write `place:`, or remove it"
            yield RawFinding(
                "vague-price", "certifications", cert.id, ("costs", index), problem, remedy
            )


def _has_amount(price: Price) -> bool:
    course = price.course.low if price.course else None
    return any(amount is not None for amount in (price.exam_member, price.exam_non_member, course))


def _check_parts(
    cert: Certification, with_parts: dict[tuple[str, str], str]
) -> Iterator[RawFinding]:
    """Yield units without parts where the issuer's others have them, unless a note explains it."""
    units = cert.renewal.units if cert.renewal else None
    other = with_parts.get((cert.issuer, units.name)) if units and not units.parts else None
    if other and not any(note.about == "renewal" for note in cert.notes):
        problem = f"has no parts, though those of `{other}` have them"
        remedy = "write `parts:`, or a note `about: renewal` that says why there are none"
        path = ("renewal", "units")
        yield RawFinding("renewal-without-parts", "certifications", cert.id, path, problem, remedy)


def _check_levels(cert: Certification, sources: CatalogSources) -> Iterator[RawFinding]:
    """Yield records of one issuer that stand at one level and are listed at others."""
    levels = {other.id: other for other in sources.certifications.certifications}
    for id in cert.lineage.same_level_as:
        other = levels.get(id)
        if other and cert.id < id and other.issuer == cert.issuer and other.levels != cert.levels:
            problem = f"stands at the level of `{id}`, which is listed as {', '.join(other.levels)}"
            remedy = f"write the same `levels:` (here: {', '.join(cert.levels)})"
            yield RawFinding(
                "unequal-levels", "certifications", cert.id, ("levels",), problem, remedy
            )
