"""Importer for LinkedIn's data export: positions, education, certifications, skills, projects."""

from collections.abc import Callable, Mapping
from datetime import date

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.profile.importers.certificates import (
    SourceCertificate,
    add_certification,
    ask_about_mentions,
)
from certadvisor.profile.importers.csv_tables import ColumnAliases, CsvRow, read_table
from certadvisor.profile.importers.draft import NOT_IN_PROFILE, Draft
from certadvisor.profile.importers.education import SourceEducation, add_education
from certadvisor.profile.importers.entries import (
    SourceJob,
    SourceValue,
    add_job,
    add_skills,
)
from certadvisor.profile.importers.result import ImportFormat, ImportResult

_DATES: ColumnAliases = {
    "start": ("started on", "start date", "from"),
    "end": ("finished on", "end date", "to"),
}
COLUMNS: Mapping[str, ColumnAliases] = {
    "Positions": {"title": ("title", "position title", "position"), **_DATES},
    "Education": {
        "degree": ("degree name", "degree"),
        "school": ("school name", "school"),
        "subject": ("field of study", "fields of study", "field"),
        **_DATES,
    },
    "Certifications": {
        "name": ("name", "certification name"),
        "authority": ("authority", "issuer", "issuing organization"),
        "start": (*_DATES["start"], "issued on", "issue date"),
        "end": (*_DATES["end"], "expires on", "expiration date"),
    },
    "Skills": {"name": ("name", "skill", "skill name")},
    "Projects": {"title": ("title", "name"), **_DATES},
}
TABLES = tuple(COLUMNS)
_REQUIRED_COLUMNS = {
    "Positions": ("title",),
    "Education": ("school",),
    "Certifications": ("name",),
    "Skills": ("name",),
    "Projects": ("title",),
}


def read_linkedin(
    tables: Mapping[str, bytes], source: str, catalog: Catalog, today: date
) -> ImportResult:
    """Import the tables of an export, given by name. Raises InputError where there is none."""
    if not tables:
        names = ", ".join(f"{name}.csv" for name in TABLES)
        remedy = f"name the ZIP or the folder of a LinkedIn export, with one of: {names}"
        raise InputError([Fault(source, "holds no table of a LinkedIn export", remedy=remedy)])
    draft = Draft(ImportFormat.LINKEDIN, source, catalog, today)
    for name in TABLES:
        if name in tables:
            _import_table(draft, name, tables[name])
    ask_about_mentions(draft)
    return draft.finish()


def _import_table(draft: Draft, name: str, raw: bytes) -> None:
    file = f"{name}.csv"
    table = read_table(raw, file, COLUMNS[name], _REQUIRED_COLUMNS[name])
    if not table.has_header:
        draft.report_unread(file, "has no row with the names of the columns, so it was not read")
    for column_name in table.duplicate_headers:
        draft.report_unread(
            f"{file}, {column_name}", "is the name of two columns; the first was taken"
        )
    for _, row in draft.enumerate_bounded(table.rows, file):
        for column_name in row.unused:
            draft.report_unused(f"{file}, {column_name}", NOT_IN_PROFILE)
        _ROW_IMPORTERS[name](draft, row, f"{file} line {row.number}")


def _source_values(row: CsvRow, location: str, *columns: str) -> list[SourceValue]:
    return [
        SourceValue(row.get(column), f"{location}, {row.headers.get(column, column)}")
        for column in columns
    ]


def _add_position(draft: Draft, row: CsvRow, location: str) -> None:
    add_job(draft, SourceJob(location, *_source_values(row, location, "title", "start", "end")))


def _add_education(draft: Draft, row: CsvRow, location: str) -> None:
    values = _source_values(row, location, "degree", "subject", "school", "start", "end")
    add_education(draft, SourceEducation(location, *values))


def _add_certification(draft: Draft, row: CsvRow, location: str) -> None:
    add_certification(
        draft,
        SourceCertificate(
            location, *_source_values(row, location, "name", "authority", "start", "end")
        ),
    )


def _add_skill(draft: Draft, row: CsvRow, location: str) -> None:
    add_skills(draft, _source_values(row, location, "name"))


def _ask_about_project(draft: Draft, row: CsvRow, location: str) -> None:
    """Ask about a project: an export gives its name and dates, but not the person's role."""
    title = draft.read_text(row.get("title"), location)
    remedy = "if you led it in addition to the jobs listed, add it to `work:` with its kinds"
    draft.report_question(location, f"what was your part in the project “{title}”?", remedy)


_ROW_IMPORTERS: Mapping[str, Callable[[Draft, CsvRow, str], None]] = {
    "Positions": _add_position,
    "Education": _add_education,
    "Certifications": _add_certification,
    "Skills": _add_skill,
    "Projects": _ask_about_project,
}
