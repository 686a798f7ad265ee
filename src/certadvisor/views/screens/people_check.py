"""The screen of `people check`: the columns, a preview of the first rows, and rejected rows."""

from collections.abc import Iterator
from itertools import groupby

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault
from certadvisor.people.person import Column, Reject
from certadvisor.people.preview import Understood
from certadvisor.views.blocks import (
    Block,
    Fact,
    Facts,
    Heading,
    Item,
    Para,
    Screen,
    Span,
    Title,
    words,
)
from certadvisor.views.reports import PeopleReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases

_FORMS = {
    "csv": "CSV",
    "xlsx": "Excel workbook",
    "json-lines": "JSON Lines",
    "list": "a list of profiles",
}


def build(report: PeopleReport) -> Screen:
    """The whole screen."""
    check, catalog = report.check, report.frame.catalog
    return (
        Title(words(f"People: {report.source}"), _FORMS[report.form]),
        Para(words(*_counts(report))),
        *_columns(report.columns),
        *(block for one in check.first for block in _person(one, catalog, report.source)),
        *(rejects(check.rejects, check.rejected, report.source)),
        *parts.foot(report.frame),
    )


def _counts(report: PeopleReport) -> tuple[Span, ...]:
    check = report.check
    rows = phrases.amount(check.readable + check.rejected, "row")
    told = [Span(f"{phrases.number(check.readable)} of {rows}")]
    told.append(Span(" can be read", "bad" if check.rejected else "good"))
    if check.warned:
        told.append(Span(f"; of {phrases.number(check.warned)} something counts for nothing"))
    return (*told, Span("."))


def _columns(columns: tuple[Column, ...]) -> tuple[Block, ...]:
    """What each column is read as, table by table."""
    # The columns come table by table. `tuple` below: a group is used up by the next one.
    tables = groupby(columns, key=lambda column: column.table)
    facts = [fact for table, of_it in tables for fact in _table(table, tuple(of_it))]
    return (Facts(tuple(facts)),) if facts else ()


def _table(table: str, columns: tuple[Column, ...]) -> Iterator[Fact]:
    used = [
        column.header if column.header == column.field else f"{column.header} as {column.field}"
        for column in columns
        if column.field
    ]
    unused = [column.header.strip() or "(no name)" for column in columns if not column.field]
    name = f"{table}: " if table else ""
    if used:
        yield Fact("Columns", words(Span(name, "dim"), ", ".join(used)))
    if unused:
        yield Fact("Not used", words(Span(name, "dim"), Span(", ".join(unused), "doubt")))


def _person(one: Understood, catalog: Catalog, source: str) -> tuple[Block, ...]:
    person, held = one.person, one.person.profile.certifications
    place = f"line {person.line}"
    facts = [Fact("Title", words(*_title(one, catalog)))] if person.title else []
    about = [person.profile.country, *person.tags]
    about += [f"joined {person.joined}"] if person.joined else []
    about += [f"promoted {person.promoted}"] if person.promoted else []
    if any(about):
        facts.append(Fact("About", words(" · ".join(part for part in about if part))))
    if one.degree:
        facts.append(Fact("Degree", words(phrases.readable(one.degree))))
    if one.months is not None:
        facts.append(Fact("Months", words(_months(one, catalog) or "none that count")))
    if held is not None:
        names = dict.fromkeys(phrases.certification_name(each.id, catalog) for each in held)
        facts.append(Fact("Holds", words(phrases.several(names) if names else "none")))
    if person.profile.guessed:
        facts.append(Fact("Guessed", words(", ".join(person.profile.guessed))))
    if one.untold:
        facts.append(Fact("Not told", words(Span(", ".join(one.untold), "dim"))))
    return (
        Heading(f"{person.id} ({place})"),
        Facts(tuple(facts)),
        *(_told("warning", "doubt", fault, source) for fault in person.warnings),
    )


def _title(one: Understood, catalog: Catalog) -> tuple[Span, ...]:
    person = one.person
    if person.role is None:
        return Span(person.title or ""), Span(" (no role that is known for sure)", "doubt")
    role = phrases.role_title(person.role, catalog)
    return Span(person.title or ""), Span(f" = {role}, {person.level}", "dim")


def _months(one: Understood, catalog: Catalog) -> str:
    return ", ".join(
        f"{months} {phrases.kind_name(kind, catalog)}" for kind, months in one.months or ()
    )


def rejects(shown: tuple[Reject, ...], count: int, source: str) -> tuple[Block, ...]:
    """The first rejected rows with all their faults, and the total number."""
    if not count:
        return ()
    title = f"Rejected: {phrases.amount(count, 'row')}"
    if 0 < len(shown) < count:
        title += f", the first {len(shown)} of them"
    return (
        Heading(title),
        *(_told("error", "bad", fault, source) for one in shown for fault in one.faults),
    )


def _told(word: str, style: str, fault: Fault, source: str) -> Block:
    """A fault with its line, and its file if the table consists of several."""
    file = fault.source.removeprefix(source).strip("/")
    place = ", ".join(part for part in (file, f"line {fault.line}", fault.place) if part)
    remedy = f"; {fault.remedy}" if fault.remedy else ""
    return Item(words(Span(word, style), f": {place}: {fault.problem}{remedy}"))
