"""A preview of a table of people: how its first rows are read, and how many can be."""

from datetime import date
from functools import partial
from typing import NamedTuple

from certadvisor.advice.profile_gaps import PROFILE_LISTS
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import DEGREES
from certadvisor.people.person import People, Person, Reject
from certadvisor.people.unforeseen import or_reject
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.rules.leaves.degree import is_awarded


class RowPreview(NamedTuple):
    """How a row is read: months of each kind, the highest degree, and the lists not given.

    `months` holds the kinds with at least one month, most first; it is None where `work` is not
    given. `degree` is the highest one awarded, None where `education` is not given.
    """

    person: Person
    months: tuple[tuple[str, int], ...] | None
    degree: str | None
    missing_lists: tuple[str, ...]


class PeopleCheck(NamedTuple):
    """A whole table, read to its end: every row is readable or rejected.

    `first` and `rejects` hold the first few of each. `warned` counts the readable rows with
    values that are ignored.
    """

    readable: int
    rejected: int
    warned: int
    first: tuple[RowPreview, ...]
    rejects: tuple[Reject, ...]


def check_people(people: People, catalog: Catalog, as_of: date, rows: int) -> PeopleCheck:
    """Read a table to its end, and preview at most `rows` readable and `rows` rejected rows."""
    readable = rejected = warned = 0
    first: list[RowPreview] = []
    rejects: list[Reject] = []
    for row in people.rows:
        if isinstance(row, Reject):
            rejected += 1
            if len(rejects) < rows:
                rejects.append(row)
            continue
        if len(first) < rows:
            preview = or_reject(
                partial(preview_row, row, catalog, as_of), people.source, row.line, row.id
            )
            if isinstance(preview, Reject):
                rejected += 1
                rejects.append(preview)
                continue
            first.append(preview)
        readable += 1
        warned += bool(row.warnings)
    return PeopleCheck(readable, rejected, warned, tuple(first), tuple(rejects))


def preview_row(person: Person, catalog: Catalog, as_of: date) -> RowPreview:
    """How a row is read, with months and degrees as of a day."""
    profile = person.profile
    return RowPreview(
        person,
        None
        if profile.work is None
        else _months_by_kind(Evidence(profile, catalog, as_of), catalog),
        None if profile.education is None else _highest_degree(person, as_of),
        tuple(name for name in PROFILE_LISTS if getattr(profile, name) is None),
    )


def _months_by_kind(evidence: Evidence, catalog: Catalog) -> tuple[tuple[str, int], ...]:
    """The months of each kind with at least one, most first; ties as in the catalogue."""
    counts = (
        (kind, evidence.count_months(WorkFilter(kind)).certain.count_in(None, evidence.as_of))
        for kind in catalog.kinds
    )
    return tuple(sorted((item for item in counts if item[1]), key=lambda item: -item[1]))


def _highest_degree(person: Person, as_of: date) -> str:
    ranks = [
        DEGREES.index(education.degree)
        for education in person.profile.education or ()
        if is_awarded(education, as_of)
    ]
    return DEGREES[max(ranks, default=0)]
