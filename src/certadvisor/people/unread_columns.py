"""Columns that look like facts and are not read: they stop a run before a row is read."""

from collections.abc import Callable, Iterable, Iterator

from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault
from certadvisor.people.column_names import ColumnFact, find_fact
from certadvisor.people.sheet import Sheet
from certadvisor.profile.matching.written_credentials import read_credential

_WORDS = {
    ("person", "id"): "a person's number",
    ("person", "title"): "a job title",
    ("person", "joined"): "a day of joining",
    ("person", "promoted"): "a day of promotion",
    ("person", "country"): "a country",
    ("education", "degree"): "a degree",
    ("education", "field"): "a field of study",
    ("education", "awarded"): "the date of a degree",
    ("work", "years"): "years of experience",
    ("work", "start"): "the start of a job",
    ("work", "end"): "the end of a job",
    ("certifications", "certification"): "a certification",
    ("certifications", "earned"): "the date of a certification",
    ("certifications", "expires"): "a date of expiry",
    ("certifications", "issuer"): "an issuer of certifications",
    ("training", "topic"): "a training topic",
    ("training", "course"): "a training course",
    ("training", "hours"): "hours of training",
    ("training", "completed"): "the date of a training",
}
_CERTIFICATION = ColumnFact("certifications", "certification")


_UNDATED_AT_START = ("education", "training")  # sections whose entries have no start of their own
_SPANS = frozenset(("joined", "promoted", "start", "end"))


def unread_fact_faults(
    sheet: Sheet,
    headers: Iterable[str],
    names_certification: Callable[[str], bool],
    remedy: str,
    section: str = "person",
) -> Iterator[Fault]:
    """Yield a fault for each of these headers that looks like a fact; they are not read."""
    for header in headers:
        fact = find_fact(header) or (_CERTIFICATION if names_certification(header) else None)
        if fact and not (section in _UNDATED_AT_START and fact.field in _SPANS):
            problem = f"looks like {_WORDS[fact]} and is not read"
            yield Fault(sheet.source, problem, sheet.line, header.strip(), remedy)


def certification_test(catalog: Catalog) -> Callable[[str], bool]:
    """Whether a header is the name of a certification, or of several, as in a matrix."""
    return lambda header: bool(header.strip()) and bool(read_credential(header, catalog).candidates)
