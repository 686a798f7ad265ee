"""Checks that figures have sources, and that the confidence fits the sources."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from certadvisor.base.document import DataPath
from certadvisor.catalog.definitions.certification import Certification, Group, Price
from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources

_GROUPS: tuple[str, ...] = get_args(Group)
_FIGURES = {  # the groups that need a source, and the fields with their figures
    "rules": ("rules",), "exam": ("exam",), "domains": ("domains",), "costs": ("costs",),
    "study": ("study_hours", "course_hours"), "renewal": ("renewal",),
}  # fmt: skip


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
        elif (
            version.confidence == "high" and len(rule_sources) == 1 and not rule_sources[0].official
        ):
            problem = "is of high confidence by one page that is not the issuer's"
            remedy = "find a second source, or write `confidence: medium`"
            yield RawFinding("high-confidence", "certifications", cert.id, path, problem, remedy)


def _check_record(cert: Certification) -> Iterator[RawFinding]:
    path: DataPath = ("sources",)
    if all(source.weak for source in cert.sources.values()):
        problem, remedy = "are machine-written pages alone", "find the issuer's own page"
        yield RawFinding("weak-sources", "certifications", cert.id, path, problem, remedy)
    for id, source in cert.sources.items():
        for group in source.covers:
            if group not in _GROUPS:
                problem = f"covers `{group}`, which is no group of figures"
                remedy = f"write one of: {', '.join(_GROUPS)}"
                yield RawFinding(
                    "unknown-cover", "certifications", cert.id, (*path, id), problem, remedy
                )


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
            remedy = f"add `{group}` to the `covers:` of the source that tells it"
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
