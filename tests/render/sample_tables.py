"""A table of people, dirty as tables are, and what is understood of it."""

from collections.abc import Callable
from pathlib import Path

from sample_people import DAY

from certadvisor.catalog.catalog import Catalog
from certadvisor.people.checking import check_people
from certadvisor.people.reading import read_people
from certadvisor.render.report import Frame, PeopleReport

FILE = Path(__file__).parents[1] / "people" / "dirty.csv"


def understood(catalog: Catalog) -> PeopleReport:
    """The first rows of the table, and those that cannot be read."""
    people = read_people(FILE, catalog, DAY, shown=FILE.name)
    check = check_people(people, catalog, DAY, rows=5)
    frame = Frame(catalog, DAY, today=True)
    return PeopleReport(frame, people.source, people.form, people.columns, check)


TABLES: dict[str, Callable[[Catalog], PeopleReport]] = {"people-check": understood}
