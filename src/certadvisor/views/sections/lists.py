"""Blocks shared by several screens: footer, lists, requirement trees and sources."""

from collections.abc import Iterable, Mapping
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Branch,
    Fragment,
    Heading,
    Item,
    Para,
    StyledText,
    styled,
)
from certadvisor.views.reports import AnswerContext
from certadvisor.views.words import phrases

STEP_NAMES = {
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


def footer(context: AnswerContext) -> tuple[Block, ...]:
    """The footer: the as-of day and the catalogue."""
    return BlankLine(), Para(styled(Fragment(footer_text(context), "dim")))


def footer_text(context: AnswerContext) -> str:
    """The as-of day and the catalogue, as a sentence."""
    return f"As of {context.as_of.isoformat()}, catalogue {_catalog_id(context)}."


def catalog_text(context: AnswerContext) -> str:
    """The catalogue's version and digest, as a sentence."""
    return f"Catalogue {_catalog_id(context)}."


def _catalog_id(context: AnswerContext) -> str:
    version = f"{context.catalog.version} " if context.catalog.version else ""
    return f"{version}({context.catalog.digest[:8]})"


def list_section(title: str, lines: Iterable[str | StyledText]) -> tuple[Block, ...]:
    """A heading and a list of lines; no blocks if all lines are empty."""
    items = tuple(Item(styled(text)) for text in lines if text)
    return (Heading(title), *items) if items else ()


def requirement_branch(requirement: Requirement, catalog: Catalog) -> Branch:
    """A requirement as a tree without outcomes."""
    children = requirement.children if isinstance(requirement, AllOf | AnyOf) else ()
    return Branch(
        styled(phrases.requirement(requirement, catalog)),
        Fragment("•", "dim"),
        tuple(requirement_branch(child, catalog) for child in children),
    )


def step_sentences(record: dict[str, Any]) -> list[str]:
    """The steps after the application, in order, as sentences."""
    texts = [step.get("text") for step in record.get("steps", ())]
    return [
        phrases.sentence(f"{name}: {text}" if text else name)
        for name, text in zip(step_names(record), texts, strict=True)
    ]


def step_names(record: dict[str, Any]) -> list[str]:
    """The steps after the application, in order, by name."""
    return [
        STEP_NAMES.get(step["step"], phrases.readable(step["step"]))
        for step in record.get("steps", ())
    ]


def note_texts(record: dict[str, Any], *about: str) -> list[str]:
    """The record's notes about these groups of figures; all notes if no group is given."""
    return [note["text"] for note in record.get("notes", ()) if not about or note["about"] in about]


def source_lines(sources: Mapping[Any, dict[str, Any]]) -> list[StyledText]:
    """The sources of a record: address, publisher and dates."""
    lines = []
    for source in sources.values():
        address = source.get("url") or source.get("via", "")
        facts = [
            source.get("via", "") if source.get("url") else "",
            "issuer's own" if source.get("official") else "",
            f"published {source['published']}" if source.get("published") else "",
            f"checked {source['checked']}",
            f"covers {phrases.join_names(source['covers'])}" if source.get("covers") else "",
            source.get("licence", ""),
        ]
        lines.append(
            styled(address, Fragment(f" ({'; '.join(part for part in facts if part)})", "dim"))
        )
    return lines


def issuer_page(id: str, catalog: Catalog) -> str:
    """The issuer's own page: that of the certification, else the issuer's; empty if neither."""
    record = catalog.raw_record("certifications", id)
    issuer = catalog.raw_records("issuers").get(record["issuer"], {})
    page: str = record.get("url") or issuer.get("url", "")
    return page
