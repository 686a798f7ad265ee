"""Checks that figures have sources, and that the confidence fits the sources."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from certadvisor.base.yaml_reader import Path_
from certadvisor.catalog.definitions.certification import Certification, Group, Price
from certadvisor.linting.finding import Noted
from certadvisor.linting.sources import Shelf

_GROUPS: tuple[str, ...] = get_args(Group)
_FIGURES = {  # the groups that need a source, and the fields with their figures
    "rules": ("rules",), "exam": ("exam",), "domains": ("domains",), "costs": ("costs",),
    "study": ("study_hours", "course_hours"), "renewal": ("renewal",),
}  # fmt: skip


def check(shelf: Shelf, _: date) -> Iterator[Noted]:
    """Yield figures without a sufficient source; skips certifications with `no_source`."""
    for cert in shelf.certifications.certifications:
        if cert.sources:
            yield from _rules(cert)
            yield from _record(cert)
            yield from _covered(cert)


def _rules(cert: Certification) -> Iterator[Noted]:
    for at, version in enumerate(cert.rules):
        path: Path_ = ("rules", at)
        named = [cert.sources[id] for id in version.sources if id in cert.sources]
        if not version.sources:
            problem, remedy = "names no source", "write `sources:` with ids of the list below"
            yield Noted("rule-without-source", "certifications", cert.id, path, problem, remedy)
        elif named and all(source.weak for source in named):
            problem, remedy = "rests on machine-written pages alone", "find the issuer's own page"
            yield Noted("weak-sources", "certifications", cert.id, path, problem, remedy)
        elif version.confidence == "high" and len(named) == 1 and not named[0].official:
            problem = "is of high confidence by one page that is not the issuer's"
            remedy = "find a second source, or write `confidence: medium`"
            yield Noted("high-confidence", "certifications", cert.id, path, problem, remedy)


def _record(cert: Certification) -> Iterator[Noted]:
    path: Path_ = ("sources",)
    if all(source.weak for source in cert.sources.values()):
        problem, remedy = "are machine-written pages alone", "find the issuer's own page"
        yield Noted("weak-sources", "certifications", cert.id, path, problem, remedy)
    for id, source in cert.sources.items():
        for word in source.covers:
            if word not in _GROUPS:
                problem = f"covers `{word}`, which is no group of figures"
                remedy = f"write one of: {', '.join(_GROUPS)}"
                yield Noted(
                    "unknown-cover", "certifications", cert.id, (*path, id), problem, remedy
                )


def _covered(cert: Certification) -> Iterator[Noted]:
    covered = {word for source in cert.sources.values() for word in source.covers}
    covered |= {"domains"} & ({"domains"} if "exam" in covered else set())
    for group, fields in _FIGURES.items():
        held = [name for name in fields if _tells(getattr(cert, name))]
        if held and group not in covered and not (group == "rules" and _named(cert)):
            problem = f"no source says that it covers {group}"
            remedy = f"add `{group}` to the `covers:` of the source that tells it"
            yield Noted(
                "group-without-source", "certifications", cert.id, (held[0],), problem, remedy
            )


def _tells(figures: Any) -> bool:
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


def _named(cert: Certification) -> bool:
    return all(version.sources for version in cert.rules)
