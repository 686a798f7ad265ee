"""The entry rules of a certification as blocks: the one in force, announced ones, old ones."""

from collections.abc import Iterator
from typing import Any

from certadvisor.catalog.records import RuleVersion
from certadvisor.views.blocks import Block, Fragment, Heading, Para, Tree, styled
from certadvisor.views.reports import ShowReport
from certadvisor.views.sections import lists, record_sources
from certadvisor.views.words import phrases

RawRecord = dict[str, Any]


def rule_blocks(report: ShowReport, record: RawRecord) -> tuple[Block, ...]:
    """The rule in force, then those announced; or why there is none."""
    context = report.context
    certification = context.catalog.certifications[record["id"]]
    if not certification.rules:
        reason = record.get("no_rule", "")
        return Heading("Who can take it"), Para(styled(Fragment(reason, "doubt")))
    current = certification.rule_on(context.as_of)
    blocks: list[Block] = []
    if current:
        since = f", since {current.since.isoformat()}" if current.since else ""
        blocks += _version(current, f"Who can take it{since}", report, record)
    for rule, since, difference in _announced(report, record):
        if difference is None:
            blocks += _version(rule, f"Who can take it from {since} on", report, record)
    return tuple(blocks)


def announced_differences(report: ShowReport, record: RawRecord) -> list[str]:
    """What announced rules change, those of which it can be said in a few words."""
    return [text for _, _, text in _announced(report, record) if text]


def earlier_rules(report: ShowReport, record: RawRecord) -> tuple[Block, ...]:
    """The versions before the one in force, from newest to oldest."""
    context = report.context
    certification = context.catalog.certifications[record["id"]]
    current = certification.rule_on(context.as_of)
    blocks: list[Block] = []
    old = certification.rules[: certification.rules.index(current)] if current else ()
    for rule in reversed(old):
        since = f", from {rule.since.isoformat()}" if rule.since else ""
        blocks += _version(rule, f"The earlier rule{since}", report, record)
    return tuple(blocks)


def _announced(
    report: ShowReport, record: RawRecord
) -> Iterator[tuple[RuleVersion, str, str | None]]:
    """Each rule to come with its first day, and what it changes where that takes few words."""
    catalog, as_of = report.context.catalog, report.context.as_of
    certification = catalog.certifications[record["id"]]
    previous = certification.rule_on(as_of)
    for rule in certification.rules:
        if rule.since is None or rule.since <= as_of:
            continue
        from certadvisor.views.words import rule_changes  # few rules have another one to come

        text = rule_changes.difference_text(previous, rule, catalog, record["id"])
        change = f"From {phrases.day_name(rule.since)}: {text}." if text else None
        yield rule, rule.since.isoformat(), change
        previous = rule


def _version(rule: RuleVersion, title: str, report: ShowReport, record: RawRecord) -> list[Block]:
    """A version as a tree, with its note and how sure it is."""
    catalog = report.context.catalog
    certification = catalog.certifications[record["id"]]
    blocks: list[Block] = [Heading(title), Tree(lists.requirement_branch(rule.sit, catalog))]
    if rule.has_separate_exam_rule:
        blocks += [
            Para(styled("To be certified:")),
            Tree(lists.requirement_branch(rule.award, catalog)),
        ]
    note = record_sources.rule_note(rule, certification, record)
    if note:
        blocks.append(Para(styled(note)))
    known = record_sources.rule_sources(rule, certification, record)
    blocks.append(Para(styled(Fragment(record_sources.confidence_text(rule, known), "dim"))))
    return blocks
