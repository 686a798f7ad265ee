"""Importer for LinkedIn's data export: positions, education, certifications, skills, projects."""

from collections.abc import Callable, Mapping
from datetime import date

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.profile.importers.csv_tables import Columns, Row, read_table
from certadvisor.profile.importers.draft import NO_PART, Draft
from certadvisor.profile.importers.education import Study, take_study
from certadvisor.profile.importers.entries import (
    Badge,
    Cell,
    Job,
    take_badge,
    take_job,
    take_skills,
)
from certadvisor.profile.importers.result import Imported

FORM = "linkedin"

_DATES: Columns = {
    "start": ("started on", "start date", "from"),
    "end": ("finished on", "end date", "to"),
}
COLUMNS: Mapping[str, Columns] = {
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
_NEEDED = {
    "Positions": ("title",),
    "Education": ("school",),
    "Certifications": ("name",),
    "Skills": ("name",),
    "Projects": ("title",),
}


def read_linkedin(
    tables: Mapping[str, bytes], source: str, catalog: Catalog, today: date
) -> Imported:
    """Import the tables of an export, given by name. Raises InputError where there is none."""
    if not tables:
        names = ", ".join(f"{name}.csv" for name in TABLES)
        remedy = f"name the ZIP or the folder of a LinkedIn export, with one of: {names}"
        raise InputError([Fault(source, "holds no table of a LinkedIn export", remedy=remedy)])
    draft = Draft(FORM, source, catalog, today)
    for name in TABLES:
        if name in tables:
            _table(draft, name, tables[name])
    return draft.finish()


def _table(draft: Draft, name: str, raw: bytes) -> None:
    file = f"{name}.csv"
    table = read_table(raw, file, COLUMNS[name], _NEEDED[name])
    if not table.found:
        draft.unread(file, "has no row with the names of the columns, so it was not read")
    for header in table.twice:
        draft.unread(f"{file}, {header}", "is the name of two columns; the first was taken")
    for _, row in draft.first(table.rows, file):
        for header in row.others:
            draft.unused(f"{file}, {header}", NO_PART)
        _TAKE[name](draft, row, f"{file} line {row.number}")


def _cells(row: Row, place: str, *columns: str) -> list[Cell]:
    return [
        Cell(row.get(column), f"{place}, {row.headers.get(column, column)}") for column in columns
    ]


def _position(draft: Draft, row: Row, place: str) -> None:
    take_job(draft, Job(place, *_cells(row, place, "title", "start", "end")))


def _education(draft: Draft, row: Row, place: str) -> None:
    cells = _cells(row, place, "degree", "subject", "school", "start", "end")
    take_study(draft, Study(place, *cells))


def _certification(draft: Draft, row: Row, place: str) -> None:
    take_badge(draft, Badge(place, *_cells(row, place, "name", "authority", "start", "end")))


def _skill(draft: Draft, row: Row, place: str) -> None:
    take_skills(draft, _cells(row, place, "name"))


def _project(draft: Draft, row: Row, place: str) -> None:
    """Ask about a project: an export gives its name and dates, but not the person's role."""
    title = draft.text(row.get("title"), place)
    remedy = "if you led it beside the jobs told, add it to `work:` with its kinds"
    draft.ask(place, f"what was your part in the project “{title}”?", remedy)


_TAKE: Mapping[str, Callable[[Draft, Row, str], None]] = {
    "Positions": _position,
    "Education": _education,
    "Certifications": _certification,
    "Skills": _skill,
    "Projects": _project,
}
