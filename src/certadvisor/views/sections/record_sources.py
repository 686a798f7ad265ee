"""Where facts of a certification come from, and which details a screen leaves out."""

from collections.abc import Iterable, Sequence
from typing import Any

from certadvisor.catalog.records import Catalog, Certification, RuleVersion
from certadvisor.views.blocks import (
    BlankLine,
    Block,
    Fragment,
    Heading,
    Item,
    Para,
    StyledText,
    join,
    styled,
)
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases

RawRecord = dict[str, Any]
CHECK_HERE = "Check here"


def rule_sources(
    rule: RuleVersion, certification: Certification, record: RawRecord
) -> list[RawRecord]:
    """The sources of a rule version, as the record has them."""
    version = record["rules"][certification.rules.index(rule)]
    known = record.get("sources", {})
    return [known[id] for id in version.get("sources", ()) if id in known]


def rule_note(rule: RuleVersion, certification: Certification, record: RawRecord) -> str:
    """What the record says of a rule version as a whole; empty if nothing."""
    note: str = record["rules"][certification.rules.index(rule)].get("note", "")
    return note


def confidence_text(rule: RuleVersion, sources: Sequence[RawRecord]) -> str:
    """How sure a rule version is, and how many of its sources are the issuer's own."""
    official = sum(1 for source in sources if source.get("official"))
    if not sources:
        return f"Confidence {rule.confidence}."
    if len(sources) == 1:
        own = "the issuer's own page" if official else "one source, which is not the issuer's own"
        return f"Confidence {rule.confidence}: {own}."
    counts = {0: "none of them", len(sources): "all of them"}
    share = counts.get(official, f"{phrases.number(official)} of them")
    return (
        f"Confidence {rule.confidence}: {phrases.number(len(sources))} sources, {share} the "
        "issuer's own."
    )


def source_section(
    title: str, sources: Iterable[RawRecord], id: str, catalog: Catalog
) -> tuple[Block, ...]:
    """The issuer's page to check, then the sources, those of the issuer first."""
    page = lists.issuer_page(id, catalog)
    ordered = sorted(sources, key=lambda source: not source.get("official"))
    lines = lists.source_lines(dict(enumerate(map(dict, ordered))))
    first = [styled(f"{CHECK_HERE}: {page}")] if page else []
    items = [Item(line) for line in (*first, *lines)]
    return (Heading(title), *items) if items else ()


def hidden_details(*details: tuple[str, int | None, str]) -> tuple[Block, ...]:
    """What the screen leaves out, in one line: a name, how many, and the option that shows them.

    A detail that is shown, or of which there is none, has no count.
    """
    texts: list[StyledText] = [
        styled(f"{name} ({phrases.number(count)}): ", Fragment(option, "strong"))
        for name, count, option in details
        if count
    ]
    return (BlankLine(), Para(join(texts))) if texts else ()
