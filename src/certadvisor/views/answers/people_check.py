"""The answer of `people check`: columns, a preview of the first rows, and rejected rows."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated, TypedDict

from certadvisor.advice.profile_gaps import PROFILE_LISTS
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import PeopleFormat, SourceColumn
from certadvisor.people.preview import RowPreview
from certadvisor.views.blocks import (
    Block,
    Fact,
    FactList,
    Fragment,
    Heading,
    Para,
    Screen,
    Title,
    styled,
)
from certadvisor.views.document_types import Allowed, Count, Day, HeadV2, LineNumber, head_v2
from certadvisor.views.json_values import Row, iso
from certadvisor.views.reports import PeopleReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.dated_records import (
    ReadCredentialJson,
    ReadTrainingJson,
    credential_json,
    credential_text,
    training_json,
    training_text,
)
from certadvisor.views.sections.judgement import DegreeWord
from certadvisor.views.sections.rejected_rows import (
    FaultJson,
    RejectJson,
    fault_item,
    fault_json,
    reject_blocks,
    reject_json,
)
from certadvisor.views.sections.table_notes import (
    TITLE,
    TableNotesJson,
    ignored_lines,
    notes_json,
)
from certadvisor.views.words import phrases

_FORMS = {
    PeopleFormat.CSV: "CSV",
    PeopleFormat.XLSX: "Excel workbook",
    PeopleFormat.JSON_LINES: "JSON Lines",
    PeopleFormat.LIST: "a list of profiles",
}


class SourceColumnJson(TypedDict):
    """A column of the table and the field that it fills, null where it is not used.

    `left_out`: the mapping says that it is not to be read, or only filters the rows by it.
    """

    header: str
    field: str | None
    left_out: bool


class PeopleCounts(TypedDict):
    """How many rows there are, and how many of them can be read."""

    rows: Count
    readable: Count
    rejected: Count
    with_warnings: Count


class KindMonthsJson(TypedDict):
    """The months of work of one kind."""

    kind: str
    months: Annotated[int, Allowed(minimum=1)]


class RowPreviewJson(TypedDict):
    """How a row is read."""

    id: str
    line: LineNumber
    title: str | None
    role: str | None
    level: str | None
    country: str | None
    tags: list[str]
    joined: Day | None
    promoted: Day | None
    degree: DegreeWord | None
    months: list[KindMonthsJson] | None
    certifications: list[str] | None
    credentials: list[ReadCredentialJson] | None
    training: list[ReadTrainingJson] | None
    guessed: list[str]
    missing_lists: list[Annotated[str, Allowed(words=PROFILE_LISTS)]]
    warnings: list[FaultJson]


class PeopleCheckDocument(HeadV2, TableNotesJson):
    """The document of `people check`."""

    people: str
    format: Annotated[str, Allowed(words=tuple(_FORMS))]
    columns: list[SourceColumnJson]
    counts: PeopleCounts
    preview: list[RowPreviewJson]
    rejects: list[RejectJson]


def document(report: PeopleReport) -> PeopleCheckDocument:
    """The document. It has ids and what rules require, but no names and no whole profiles."""
    check = report.check
    return {
        **head_v2(report.context),
        "people": report.source,
        "format": report.table_format,
        "columns": [
            {"header": one.label, "field": one.field, "left_out": one.left_out}
            for one in report.columns
        ],
        "counts": {
            "rows": check.readable + check.rejected,
            "readable": check.readable,
            "rejected": check.rejected,
            "with_warnings": check.warned,
        },
        "preview": [_preview_json(one) for one in check.first],
        "rejects": [reject_json(one) for one in check.rejects],
        **notes_json(report.notes),
    }


def _preview_json(preview: RowPreview) -> RowPreviewJson:
    person, credentials = preview.person, preview.person.profile.certifications
    return {
        "id": person.id,
        "line": person.line,
        "title": person.title,
        "role": person.role,
        "level": person.level,
        "country": person.profile.country,
        "tags": list(person.tags),
        "joined": iso(person.joined),
        "promoted": iso(person.promoted),
        "degree": preview.degree,
        "months": (
            None
            if preview.months is None
            else [{"kind": kind, "months": months} for kind, months in preview.months]
        ),
        "certifications": (
            None
            if credentials is None
            else list(dict.fromkeys(credential.id for credential in credentials))
        ),
        "credentials": None if credentials is None else list(map(credential_json, credentials)),
        "training": training_json(person.profile.training),
        "guessed": list(person.profile.guessed),
        "missing_lists": list(preview.missing_lists),
        "warnings": [fault_json(fault) for fault in person.warnings],
    }


def screen(report: PeopleReport) -> Screen:
    """The whole screen."""
    check, catalog = report.check, report.context.catalog
    return (
        Title(styled(f"People: {report.source}"), _FORMS[report.table_format]),
        Para(styled(*_counts(report))),
        *_column_blocks(report.columns),
        *(block for one in check.first for block in _preview_blocks(one, catalog, report.source)),
        *lists.list_section(TITLE, ignored_lines(report.notes)),
        *reject_blocks(check.rejects, check.rejected, report.source),
        *lists.footer(report.context),
    )


def _counts(report: PeopleReport) -> tuple[Fragment, ...]:
    check = report.check
    rows = phrases.amount(check.readable + check.rejected, "row")
    fragments = [Fragment(f"{phrases.number(check.readable)} of {rows}")]
    fragments.append(Fragment(" read", "bad" if check.rejected else "good"))
    if check.warned:
        have = "has" if check.warned == 1 else "have"
        fragments.append(
            Fragment(f"; {phrases.number(check.warned)} {have} values that are ignored")
        )
    return (*fragments, Fragment("."))


def _column_blocks(columns: tuple[SourceColumn, ...]) -> tuple[Block, ...]:
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
    unused = [column.header.strip() or "(no name)" for column in columns if column.is_unused]
    left_out = [column.header.strip() or "(no name)" for column in columns if column.left_out]
    name = f"{table}: " if table else ""
    if used:
        yield Fact("Columns", styled(Fragment(name, "dim"), ", ".join(used)))
    if unused:
        yield Fact("Not used", styled(Fragment(name, "dim"), Fragment(", ".join(unused), "doubt")))
    if left_out:
        yield Fact("Left out", styled(Fragment(name + ", ".join(left_out), "dim")))


def _preview_blocks(preview: RowPreview, catalog: Catalog, source: str) -> tuple[Block, ...]:
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
            credential_text(one, catalog)
            for one in credentials
            if one.id in catalog.certifications or one.id in catalog.known_names
        )
        nothing = "none in the catalogue" if credentials else "none"
        facts.append(Fact("Holds", styled("; ".join(names) or nothing)))
    if person.profile.training is not None:
        records = "; ".join(map(training_text, person.profile.training))
        facts.append(Fact("Training", styled(records or "none")))
    if person.profile.guessed:
        facts.append(Fact("Guessed", styled(", ".join(person.profile.guessed))))
    if preview.missing_lists:
        facts.append(Fact("Missing", styled(Fragment(", ".join(preview.missing_lists), "dim"))))
    return (
        Heading(f"{person.id} ({location})"),
        FactList(tuple(facts)),
        *(fault_item("warning", "doubt", fault, source) for fault in person.warnings),
    )


def _title(preview: RowPreview, catalog: Catalog) -> tuple[Fragment, ...]:
    person = preview.person
    if person.role is None:
        return Fragment(person.title or ""), Fragment(
            " (not recognised as a project role)", "doubt"
        )
    role = phrases.role_title(person.role, catalog)
    return Fragment(person.title or ""), Fragment(f" = {role}, {person.level}", "dim")


def _months(preview: RowPreview, catalog: Catalog) -> str:
    return ", ".join(
        f"{months} {phrases.kind_name(kind, catalog)}" for kind, months in preview.months or ()
    )


COLUMNS = (
    "line", "id", "readable", "title", "role", "level", "country", "tags", "joined", "promoted",
    "degree", "months", "certifications", "missing_lists", "place", "problem", "remedy", "file",
)  # fmt: skip
_PROFILE_BLANKS = (None,) * 11  # of a line with a fault
_FAULT_BLANKS = (None,) * 4  # of a line without one


def rows(data: PeopleCheckDocument) -> Iterable[Row]:
    """The first rows as read, each followed by its warnings, then the rejected rows."""
    for row in data["preview"]:
        months = [f"{part['kind']}={part['months']}" for part in row["months"] or ()]
        yield (
            row["line"], row["id"], True, row["title"], row["role"], row["level"], row["country"],
            row["tags"], row["joined"], row["promoted"], row["degree"], months,
            row["certifications"], row["missing_lists"], *_FAULT_BLANKS,
        )  # fmt: skip
        yield from _fault_rows(row, row["warnings"], readable=True)
    for reject in data["rejects"]:
        yield from _fault_rows(reject, reject["faults"], readable=False)


def _fault_rows(
    row: RowPreviewJson | RejectJson, faults: list[FaultJson], *, readable: bool
) -> Iterable[Row]:
    for fault in faults:
        cells = (fault["place"], fault["problem"], fault["remedy"], fault["file"])
        yield row["line"], row["id"], readable, *_PROFILE_BLANKS, *cells
