"""Checks that figures have sources, and that the confidence fits the sources."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args
from urllib.parse import urlsplit

from certadvisor.base.document import DataPath
from certadvisor.catalog.definitions.base import Source
from certadvisor.catalog.definitions.certification import Certification, Group, Price
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources

_GROUPS: tuple[str, ...] = get_args(Group)
_FIGURES = {  # the groups that need a source, and the fields with their figures
    "rules": ("rules",), "exam": ("exam",), "domains": ("domains",), "costs": ("costs",),
    "study": ("study_hours", "course_hours"), "renewal": ("renewal",),
}  # fmt: skip


# Hosts that issuers and publishers do not mean for readers: numbers, ports, test copies.
_PASSING_HOST = re.compile(r"[\d.]+|.*:\d+|.*\bstaging\b.*|stg-.*")


def check(catalog_sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield figures without a sufficient source; skips certifications with `no_source`."""
    for cert in catalog_sources.certifications.certifications:
        if cert.sources:
            yield from _check_rules(cert)
            yield from _check_record(cert)
            yield from _check_coverage(cert)


def _check_rules(cert: Certification) -> Iterator[RawFinding]:
    for index, version in enumerate(cert.rules):
        path: DataPath = ("rules", index)
        rule_sources = [cert.sources[id] for id in version.sources if id in cert.sources]
        if not version.sources:
            problem, remedy = "names no source", "write `sources:` with ids of the list below"
            yield RawFinding(
                "rule-without-source", "certifications", cert.id, path, problem, remedy
            )
        elif rule_sources and all(source.weak for source in rule_sources):
            problem, remedy = "rests on machine-written pages alone", "find the issuer's own page"
            yield RawFinding("weak-sources", "certifications", cert.id, path, problem, remedy)
        elif version.confidence == "high" and not _is_well_founded(rule_sources):
            yield _too_confident(cert.id, path)
    for index, price in enumerate(cert.costs):
        own = [cert.sources[id] for id in price.sources if id in cert.sources]
        covering = [one for one in cert.sources.values() if "costs" in one.covers]
        if price.confidence == "high" and not _is_well_founded(own or covering):
            yield _too_confident(cert.id, ("costs", index))


_INDEPENDENT_SOURCES = 3  # so many pages of others weigh as much as one of the issuer


def _is_well_founded(sources: list[Source]) -> bool:
    strong = [source for source in sources if not source.weak]
    return any(source.official for source in sources) or len(strong) >= _INDEPENDENT_SOURCES


def _too_confident(id: str, path: DataPath) -> RawFinding:
    problem = "is of high confidence without a page of the issuer or three others"
    remedy = "find one, or write `confidence: medium`"
    return RawFinding("high-confidence", "certifications", id, path, problem, remedy)


def _check_record(cert: Certification) -> Iterator[RawFinding]:
    path: DataPath = ("sources",)
    if all(source.weak for source in cert.sources.values()):
        problem, remedy = "are machine-written pages alone", "find the issuer's own page"
        yield RawFinding("weak-sources", "certifications", cert.id, path, problem, remedy)
    for id, source in cert.sources.items():
        if source.url is None and source.author is None and _covers_figures(cert, id, source):
            problem = "has no address, and does not name who was read"
            remedy = "write `url:`, or `author:` with who wrote it (`checked:` is the day)"
            yield RawFinding(
                "source-without-address", "certifications", cert.id, (*path, id), problem, remedy
            )
        if source.url and _PASSING_HOST.fullmatch(urlsplit(source.url).netloc):
            problem = "has an address that need not last: a number, a port or a test copy"
            remedy = "write the address of the page itself, or `author:` in place of `url:`"
            yield RawFinding("odd-address", "certifications", cert.id, (*path, id), problem, remedy)
        for group in source.covers:
            if group not in _GROUPS:
                problem = f"covers `{group}`, which is not a group of figures"
                remedy = f"write one of: {', '.join(_GROUPS)}"
                yield RawFinding(
                    "unknown-cover", "certifications", cert.id, (*path, id), problem, remedy
                )


def _covers_figures(cert: Certification, id: str, source: Source) -> bool:
    """Whether a figure rests on the source: it covers a group of them, or a judged fact names it.

    Judged facts are rules, announced changes and prices.
    """
    named = {one for version in cert.rules for one in version.sources}
    named |= {one for change in cert.announced for one in change.sources}
    named |= {one for price in cert.costs for one in price.sources}
    return id in named or bool({*source.covers} & {*_FIGURES, "status"})


def _check_coverage(cert: Certification) -> Iterator[RawFinding]:
    covered = {covered_group for source in cert.sources.values() for covered_group in source.covers}
    covered |= {"domains"} & ({"domains"} if "exam" in covered else set())
    for group, fields in _FIGURES.items():
        filled_fields = [name for name in fields if _has_figures(getattr(cert, name))]
        if (
            filled_fields
            and group not in covered
            and not (group == "rules" and _every_rule_has_sources(cert))
        ):
            problem = f"no source says that it covers {group}"
            remedy = f"add `{group}` to the `covers:` of the source that gives it"
            yield RawFinding(
                "group-without-source",
                "certifications",
                cert.id,
                (filled_fields[0],),
                problem,
                remedy,
            )


def _has_figures(figures: Any) -> bool:
    """Whether there is a figure that needs a source; a price may be a note without amounts."""
    if isinstance(figures, tuple) and figures and isinstance(figures[0], Price):
        return any(
            isinstance(value, int | float)
            for price in figures
            for value in (
                *dict(price).values(),
                *(dict(price.course).values() if price.course else ()),
            )
            if not isinstance(value, bool)
        )
    return figures not in (None, (), "none")


def _every_rule_has_sources(cert: Certification) -> bool:
    return all(version.sources for version in cert.rules)
