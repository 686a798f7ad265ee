"""The screen of `people check`: the columns, a preview of the first rows, and rejected rows."""

from collections.abc import Iterator
from itertools import groupby

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault
from certadvisor.people.person import PeopleFormat, Reject, SourceColumn
from certadvisor.people.preview import RowPreview
from certadvisor.views.blocks import (
    Block,
    Fact,
    FactList,
    Fragment,
    Heading,
    Item,
    Para,
    Screen,
    Title,
    styled,
)
from certadvisor.views.reports import PeopleReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases

_FORMS = {
    PeopleFormat.CSV: "CSV",
    PeopleFormat.XLSX: "Excel workbook",
    PeopleFormat.JSON_LINES: "JSON Lines",
    PeopleFormat.LIST: "a list of profiles",
}


def screen(report: PeopleReport) -> Screen:
    """The whole screen."""
    check, catalog = report.check, report.context.catalog
    return (
        Title(styled(f"People: {report.source}"), _FORMS[report.table_format]),
        Para(styled(*_counts(report))),
        *_columns(report.columns),
        *(block for one in check.first for block in _row_preview(one, catalog, report.source)),
        *(reject_blocks(check.rejects, check.rejected, report.source)),
        *parts.footer(report.context),
    )


def _counts(report: PeopleReport) -> tuple[Fragment, ...]:
    check = report.check
    rows = phrases.amount(check.readable + check.rejected, "row")
    fragments = [Fragment(f"{phrases.number(check.readable)} of {rows}")]
    fragments.append(Fragment(" can be read", "bad" if check.rejected else "good"))
    if check.warned:
        fragments.append(
            Fragment(f"; of {phrases.number(check.warned)} something counts for nothing")
        )
    return (*fragments, Fragment("."))


def _columns(columns: tuple[SourceColumn, ...]) -> tuple[Block, ...]:
    """What each column is read as, table by table."""
    # The columns come table by table. `tuple` below: a group is used up by the next one.
    tables = groupby(columns, key=lambda column: column.table)
    facts = [
        fact
        for table, table_columns in tables
        for fact in _table_facts(table, tuple(table_columns))
    ]
    return (FactList(tuple(facts)),) if facts else ()


def _table_facts(table: str, columns: tuple[SourceColumn, ...]) -> Iterator[Fact]:
    used = [
        column.header if column.header == column.field else f"{column.header} as {column.field}"
        for column in columns
        if column.field
    ]
    unused = [column.header.strip() or "(no name)" for column in columns if not column.field]
    name = f"{table}: " if table else ""
    if used:
        yield Fact("Columns", styled(Fragment(name, "dim"), ", ".join(used)))
    if unused:
        yield Fact("Not used", styled(Fragment(name, "dim"), Fragment(", ".join(unused), "doubt")))


def _row_preview(preview: RowPreview, catalog: Catalog, source: str) -> tuple[Block, ...]:
    person, credentials = preview.person, preview.person.profile.certifications
    location = f"line {person.line}"
    facts = [Fact("Title", styled(*_title(preview, catalog)))] if person.title else []
    details = [person.profile.country, *person.tags]
    details += [f"joined {person.joined}"] if person.joined else []
    details += [f"promoted {person.promoted}"] if person.promoted else []
    if any(details):
        facts.append(Fact("About", styled(" · ".join(part for part in details if part))))
    if preview.degree:
        facts.append(Fact("Degree", styled(phrases.readable(preview.degree))))
    if preview.months is not None:
        facts.append(Fact("Months", styled(_months(preview, catalog) or "none that count")))
    if credentials is not None:
        names = dict.fromkeys(
            phrases.certification_name(credential.id, catalog) for credential in credentials
        )
        facts.append(Fact("Holds", styled(phrases.join_names(names) if names else "none")))
    if person.profile.guessed:
        facts.append(Fact("Guessed", styled(", ".join(person.profile.guessed))))
    if preview.missing_lists:
        facts.append(Fact("Not told", styled(Fragment(", ".join(preview.missing_lists), "dim"))))
    return (
        Heading(f"{person.id} ({location})"),
        FactList(tuple(facts)),
        *(_fault_item("warning", "doubt", fault, source) for fault in person.warnings),
    )


def _title(preview: RowPreview, catalog: Catalog) -> tuple[Fragment, ...]:
    person = preview.person
    if person.role is None:
        return Fragment(person.title or ""), Fragment(" (no role that is known for sure)", "doubt")
    role = phrases.role_title(person.role, catalog)
    return Fragment(person.title or ""), Fragment(f" = {role}, {person.level}", "dim")


def _months(preview: RowPreview, catalog: Catalog) -> str:
    return ", ".join(
        f"{months} {phrases.kind_name(kind, catalog)}" for kind, months in preview.months or ()
    )


def reject_blocks(rejects: tuple[Reject, ...], count: int, source: str) -> tuple[Block, ...]:
    """The first rejected rows with all their faults, and the total number."""
    if not count:
        return ()
    title = f"Rejected: {phrases.amount(count, 'row')}"
    if 0 < len(rejects) < count:
        title += f", the first {len(rejects)} of them"
    return (
        Heading(title),
        *(_fault_item("error", "bad", fault, source) for one in rejects for fault in one.faults),
    )


def _fault_item(severity: str, style: str, fault: Fault, source: str) -> Block:
    """A fault with its line, and its file if the table consists of several."""
    file = fault.source.removeprefix(source).strip("/")
    location = ", ".join(part for part in (file, f"line {fault.line}", fault.place) if part)
    remedy = f"; {fault.remedy}" if fault.remedy else ""
    return Item(styled(Fragment(severity, style), f": {location}: {fault.problem}{remedy}"))
