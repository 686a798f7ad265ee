"""Helpers for tests of tables of people: a few tables in one line, read."""

from datetime import date
from pathlib import Path

from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import People, Person, Reject

TODAY = date(2026, 11, 22)


def people_of(folder: Path, catalog: Catalog, mapping: str | None, **tables: str) -> People:
    """The people of these tables, by the names of their files; a single one is read alone."""
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    path = folder if len(tables) > 1 else folder / f"{next(iter(tables))}.csv"
    if mapping is None:
        return read_people(path, catalog, TODAY)
    mapping_file = folder.parent / "mapping.yaml"
    mapping_file.write_text(mapping, encoding="utf-8")
    return read_people(path, catalog, TODAY, mapping=mapping_file)


def rows_of(
    folder: Path, catalog: Catalog, mapping: str | None, **tables: str
) -> list[Person | Reject]:
    """The rows of these tables."""
    return list(people_of(folder, catalog, mapping, **tables).rows)


def held(row: Person | Reject) -> dict[str, tuple[date | None, date | None]] | None:
    """The certifications of a person with their dates; None where nothing is known of them."""
    assert isinstance(row, Person), row
    credentials = row.profile.certifications
    return (
        None if credentials is None else {one.id: (one.earned, one.expires) for one in credentials}
    )
