"""The answer of `catalog stale`: what to check again, by reason, most urgent first."""

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated, TypedDict

from certadvisor.linting.staleness import REASONS, StaleFact, StaleReason
from certadvisor.views.blocks import (
    Fragment,
    Heading,
    Para,
    Screen,
    StyledText,
    TableColumn,
    Title,
    styled,
    table,
)
from certadvisor.views.document_types import Allowed, ConfidenceWord, Count, Day, Head, head
from certadvisor.views.json_values import Row, iso
from certadvisor.views.reports import StaleReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases


class StaleFactJson(TypedDict):
    """Facts of a record to check again, why, the day the reason refers to, and where to look."""

    reason: Annotated[str, Allowed(words=REASONS)]
    collection: str
    id: str
    what: list[str]
    on: Day | None
    confidence: ConfidenceWord | None
    sources: list[str]


class CatalogStaleDocument(Head):
    """The document of `catalog stale`."""

    older_than_months: Count
    stale: list[StaleFactJson]


def document(report: StaleReport) -> CatalogStaleDocument:
    """The age limit in months, and every stale fact with its reason."""
    return {
        **head(report.context),
        "older_than_months": report.months,
        "stale": [_fact_json(fact) for fact in report.facts],
    }


def _fact_json(fact: StaleFact) -> StaleFactJson:
    return {
        "reason": fact.reason,
        "collection": fact.collection,
        "id": fact.id,
        "what": list(fact.groups),
        "on": iso(fact.on),
        "confidence": fact.confidence,
        "sources": list(fact.sources),
    }


_REASONS = {
    StaleReason.ANNOUNCED: ("Announced and not yet in force", "takes effect"),
    StaleReason.RETIRING: ("Retiring within a year", "retires"),
    StaleReason.RETIRED: ("Retired within the last year", "retired"),
    StaleReason.OLD: ("Not looked at for {months} or more", "last read"),
    StaleReason.SECOND_HAND: ("Only second-hand: no page of the issuer bears it out", ""),
    StaleReason.UNCLEAR: ("Not confirmed whether it can be earned", ""),
}
_STYLES = {"low": "bad", "medium": "doubt"}


def screen(report: StaleReport) -> Screen:
    """A table per reason."""
    title = Title(styled("What to check again, the most pressing first"), _count(report))
    blocks: list[Screen] = [(title,)]
    # The facts come sorted by reason, so `groupby` yields each reason once.
    for reason, facts in groupby(report.facts, key=lambda fact: fact.reason):
        template, day = _REASONS[reason]
        heading = template.format(months=phrases.amount(report.months, "month"))
        columns = (
            TableColumn("id"),
            TableColumn("what", flexible=True),
            *((TableColumn(day),) if day else ()),
            TableColumn("confidence"),
        )
        rows = tuple(_row(fact, with_day=bool(day)) for fact in facts)
        blocks.append((Heading(heading), table(columns, rows)))
    if not report.facts:
        blocks.append((Para(styled(Fragment("Nothing needs another look.", "good"))),))
    return (*(block for part in blocks for block in part), *lists.footer(report.context))


def _count(report: StaleReport) -> str:
    count = len(report.facts)
    return f"{phrases.number(count)} {'entry' if count == 1 else 'entries'}"


def _row(fact: StaleFact, *, with_day: bool) -> tuple[StyledText, ...]:
    confidence = fact.confidence or "\u2013"
    day = fact.on.isoformat() if fact.on else phrases.NOT_KNOWN
    return (
        styled(Fragment(fact.id, "strong")),
        styled(", ".join(fact.groups)),
        *((styled(day),) if with_day else ()),
        styled(Fragment(confidence, _STYLES.get(confidence, "dim"))),
    )


COLUMNS = ("reason", "collection", "id", "what", "on", "confidence", "sources")


def rows(data: CatalogStaleDocument) -> Iterable[Row]:
    """One row per fact."""
    for fact in data["stale"]:
        yield (
            fact["reason"], fact["collection"], fact["id"], fact["what"], fact["on"],
            fact["confidence"], fact["sources"],
        )  # fmt: skip
