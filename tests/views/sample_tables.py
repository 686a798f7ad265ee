"""Previews of people tables for the expected outputs, one of them with many faults."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sample_people import DAY

from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.preview import check_people
from certadvisor.people.redactor import redacted_check, redaction
from certadvisor.views.reports import Frame, PeopleReport

FOLDER = Path(__file__).parents[1] / "people"


def understood(name: str, mapping: str | None, catalog: Catalog) -> PeopleReport:
    """A preview of a table: its first rows, and its rejected rows."""
    people = read_people(FOLDER / name, catalog, DAY, mapping=mapping, shown=name)
    check = check_people(people, catalog, DAY, rows=5)
    frame = Frame(catalog, DAY, today=True)
    return PeopleReport(frame, people.source, people.form, people.columns, check)


def redacted(catalog: Catalog) -> PeopleReport:
    """The preview of the faulty table, redacted."""
    report = understood("dirty.csv", None, catalog)
    by = redaction(catalog.certifications, report.columns)
    return report._replace(check=redacted_check(report.check, by))


TABLES: dict[str, Callable[[Catalog], PeopleReport]] = {
    "people-check": partial(understood, "dirty.csv", None),
    "people-check-export": partial(understood, "bamboohr", "bamboohr"),
    "people-check-redacted": redacted,
}
