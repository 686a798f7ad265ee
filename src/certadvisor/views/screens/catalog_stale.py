"""The screen of `catalog stale`: what to check again, by reason, most urgent first."""

from itertools import groupby

from certadvisor.linting.staleness import StaleFact
from certadvisor.views.blocks import (
    Column,
    Heading,
    Para,
    Screen,
    Span,
    Title,
    Words,
    table,
    words,
)
from certadvisor.views.reports import StaleReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases

_REASONS = {
    "announced": ("Announced and not yet in force", "takes effect"),
    "retiring": ("Retiring within a year", "retires"),
    "retired": ("Retired within the last year", "retired"),
    "old": ("Not looked at for {months} or more", "last read"),
    "second-hand": ("Only second-hand: no page of the issuer bears it out", ""),
    "unclear": ("Nobody could make out whether it can be earned", ""),
}
_STYLES = {"low": "bad", "medium": "doubt"}


def build(report: StaleReport) -> Screen:
    """A table per reason."""
    title = Title(words("What to check again, the most pressing first"), _count(report))
    blocks: list[Screen] = [(title,)]
    # The facts come sorted by reason, so `groupby` yields each reason once.
    for reason, facts in groupby(report.facts, key=lambda fact: fact.reason):
        form, day = _REASONS[reason]
        heading = form.format(months=phrases.amount(report.months, "month"))
        columns = (
            Column("id"),
            Column("what", flexible=True),
            *((Column(day),) if day else ()),
            Column("confidence"),
        )
        rows = tuple(_row(fact, dated=bool(day)) for fact in facts)
        blocks.append((Heading(heading), table(columns, rows)))
    if not report.facts:
        blocks.append((Para(words(Span("Nothing needs another look.", "good"))),))
    return (*(block for part in blocks for block in part), *parts.foot(report.frame))


def _count(report: StaleReport) -> str:
    count = len(report.facts)
    return f"{phrases.number(count)} {'entry' if count == 1 else 'entries'}"


def _row(fact: StaleFact, *, dated: bool) -> tuple[Words, ...]:
    confidence = fact.confidence or "\u2013"
    on = fact.on.isoformat() if fact.on else phrases.NOT_KNOWN
    return (
        words(Span(fact.id, "strong")),
        words(", ".join(fact.what)),
        *((words(on),) if dated else ()),
        words(Span(confidence, _STYLES.get(confidence, "dim"))),
    )
