"""The screen of `catalog stale`: what to check again, by reason, most urgent first."""

from itertools import groupby

from certadvisor.linting.staleness import StaleFact, StaleReason
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
from certadvisor.views.reports import StaleReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases

_REASONS = {
    StaleReason.ANNOUNCED: ("Announced and not yet in force", "takes effect"),
    StaleReason.RETIRING: ("Retiring within a year", "retires"),
    StaleReason.RETIRED: ("Retired within the last year", "retired"),
    StaleReason.OLD: ("Not looked at for {months} or more", "last read"),
    StaleReason.SECOND_HAND: ("Only second-hand: no page of the issuer bears it out", ""),
    StaleReason.UNCLEAR: ("Nobody could make out whether it can be earned", ""),
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
    return (*(block for part in blocks for block in part), *parts.footer(report.context))


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
