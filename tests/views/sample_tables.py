"""Previews of people tables for the expected outputs, one of them with many faults."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sample_people import DAY

from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.preview import check_people
from certadvisor.people.redactor import make_redactor, redact_check
from certadvisor.views.reports import AnswerContext, PeopleReport

FOLDER = Path(__file__).parents[1] / "people"


def preview_report(name: str, mapping: str | None, catalog: Catalog) -> PeopleReport:
    """A preview of a table: its first rows, and its rejected rows."""
    people = read_people(FOLDER / name, catalog, DAY, mapping=mapping, display_name=name)
    check = check_people(people, catalog, DAY, rows=5)
    context = AnswerContext(catalog, DAY, today=True)
    return PeopleReport(context, people.source, people.format, people.columns, check)


def redacted_report(catalog: Catalog) -> PeopleReport:
    """The preview of the faulty table, redacted."""
    report = preview_report("dirty.csv", None, catalog)
    redactor = make_redactor(catalog.certifications, report.columns)
    return report._replace(check=redact_check(report.check, redactor))


TABLES: dict[str, Callable[[Catalog], PeopleReport]] = {
    "people-check": partial(preview_report, "dirty.csv", None),
    "people-check-export": partial(preview_report, "bamboohr", "bamboohr"),
    "people-check-redacted": redacted_report,
}
