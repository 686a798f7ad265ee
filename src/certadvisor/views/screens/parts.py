"""Blocks shared by several screens: footer, lists, requirement trees and sources."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.views.blocks import (
    Block,
    Branch,
    Gap,
    Heading,
    Item,
    Para,
    Span,
    Words,
    words,
)
from certadvisor.views.reports import Frame
from certadvisor.views.words import phrases

STEPS = {
    "application": "application",
    "audit": "audit of the application",
    "panel": "panel review",
    "interview": "interview",
    "references": "references",
    "coursework": "course work",
    "report": "report",
    "exam": "exam",
    "assessment": "assessment",
    "code-of-conduct": "code of conduct",
    "fee": "fee",
    "experience": "experience",
}


def foot(frame: Frame) -> tuple[Block, ...]:
    """The footer: the as-of day and the catalogue."""
    return Gap(), Para(words(Span(foot_line(frame), "dim")))


def foot_line(frame: Frame) -> str:
    """The as-of day and the catalogue's version and digest, as a sentence."""
    version = f"{frame.catalog.version} " if frame.catalog.version else ""
    return f"As of {frame.as_of.isoformat()}, catalogue {version}({frame.catalog.digest[:8]})."


def listed(title: str, lines: Iterable[str | Words]) -> tuple[Block, ...]:
    """A heading and a list of lines; no blocks if all lines are empty."""
    items = tuple(Item(words(line)) for line in lines if line)
    return (Heading(title), *items) if items else ()


def asks(requirement: Requirement, catalog: Catalog) -> Branch:
    """A requirement as a tree without outcomes."""
    children = requirement.children if isinstance(requirement, AllOf | AnyOf) else ()
    return Branch(
        words(phrases.requirement(requirement, catalog)),
        Span("•", "dim"),
        tuple(asks(child, catalog) for child in children),
    )


def steps(page: dict[str, Any]) -> list[str]:
    """The steps after the application, in order, as sentences."""
    told = []
    for step in page.get("steps", ()):
        name = STEPS.get(step["step"], phrases.readable(step["step"]))
        text = step.get("text")
        told.append(phrases.sentence(f"{name}: {text}" if text else name))
    return told


def notes(page: dict[str, Any], *about: str) -> list[str]:
    """The record's notes about these groups of figures; all notes if no group is given."""
    return [note["text"] for note in page.get("notes", ()) if not about or note["about"] in about]


def source_lines(sources: dict[str, Any]) -> list[Words]:
    """The sources of a record: address, publisher and dates."""
    lines = []
    for source in sources.values():
        where = source.get("url") or source.get("via", "")
        facts = [
            source.get("via", "") if source.get("url") else "",
            "issuer's own" if source.get("official") else "",
            f"published {source['published']}" if source.get("published") else "",
            f"checked {source['checked']}",
            f"covers {phrases.several(source['covers'])}" if source.get("covers") else "",
            source.get("licence", ""),
        ]
        lines.append(words(where, Span(f" ({'; '.join(part for part in facts if part)})", "dim")))
    return lines
