"""What is left of a row once nothing in it tells who somebody is, to be shown and not judged."""

import re
from collections.abc import Container
from typing import NamedTuple

from certadvisor.errors import Fault
from certadvisor.people.person import Column, People, Person, Reject
from certadvisor.people.preview import PeopleCheck
from certadvisor.people.row import ENVELOPE
from certadvisor.profile.model import Credential
from certadvisor.profile.reader import KEYS

_GONE = "…"
_KNOWN = frozenset(("", *ENVELOPE, *(key for keys in KEYS.values() for key in keys)))
_OURS = frozenset(("the profile", "constants", "the folder's name"))
_TABLE = re.compile(r".* line [0-9]+, ")  # before the header, where a row tells of another table
_VALUE = re.compile("`.*`", re.DOTALL)  # to the last one: a value may hold the sign itself


class Words(dict[str, str]):
    """A word for each text, by the order in which they are asked for: title-1, title-2."""

    def __init__(self, stem: str) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, text: str) -> str:
        self[text] = word = f"{self._stem}-{len(self) + 1}"
        return word


class Redaction(NamedTuple):
    """What stands for what in one answer: the same title is the same word in all its rows.

    `certifications` are those of the catalogue, which tell of nobody;
    `headers` are those of the table, which may be told.
    """

    titles: Words
    others: Words
    certifications: Container[str]
    headers: Container[str]


def redaction(certifications: Container[str], columns: tuple[Column, ...]) -> Redaction:
    """The one for a table with these columns."""
    headers = frozenset(one.header for one in columns)
    return Redaction(Words("title"), Words("certification"), certifications, headers)


def redacted(row: Person | Reject, by: Redaction) -> Person | Reject:
    """A row without name and titles, reasons of breaks, and the values at fault.

    Id, line, role, level, country, tags and dates stay: they are what is asked
    about. Certifications that the catalogue does not know are anybody's words.
    """
    return redacted_reject(row, by) if isinstance(row, Reject) else redacted_person(row, by)


def redacted_reject(row: Reject, by: Redaction) -> Reject:
    """As `redacted`."""
    return row._replace(faults=tuple(without_value(fault, by) for fault in row.faults))


def redacted_rejects(people: People, certifications: Container[str]) -> People:
    """A table whose people are as they were, to be judged, and whose rejects are redacted."""
    by = redaction(certifications, people.columns)
    rows = (redacted_reject(row, by) if isinstance(row, Reject) else row for row in people.rows)
    return people._replace(rows=rows)


def redacted_person(person: Person, by: Redaction) -> Person:
    """As `redacted`."""
    title = person.title and by.titles[person.title]
    profile = person.profile
    work, held, breaks = profile.work, profile.certifications, profile.breaks
    kept = profile._replace(
        work=work and tuple(job._replace(title=job.title and by.titles[job.title]) for job in work),
        certifications=held and tuple(_certification(one, by) for one in held),
        breaks=breaks and tuple(one._replace(reason=None) for one in breaks),
    )
    return person._replace(
        name=None,
        title=title,
        warnings=tuple(without_value(fault, by) for fault in person.warnings),
        profile=kept,
    )


def _certification(one: Credential, by: Redaction) -> Credential:
    return one if one.id in by.certifications else one._replace(id=by.others[one.id])


def without_value(fault: Fault, by: Redaction) -> Fault:
    """A fault without the value that it is about; a key is kept if it is ours or the table's."""
    problem = _VALUE.sub(f"`{_GONE}`", fault.problem)
    place = fault.place if _may_be_told(fault.place, by.headers) else _GONE
    return fault._replace(problem=problem, place=place)


def redacted_check(check: PeopleCheck, by: Redaction) -> PeopleCheck:
    """What was understood of a table, without what tells who is in it."""
    return check._replace(
        first=tuple(one._replace(person=redacted_person(one.person, by)) for one in check.first),
        rejects=tuple(redacted_reject(one, by) for one in check.rejects),
    )


def _may_be_told(place: str, headers: Container[str]) -> bool:
    if any(told in headers or told in _OURS for told in (place, _TABLE.sub("", place, count=1))):
        return True
    return all(word.isdecimal() or word in _KNOWN for word in re.split(r"[\[\].]", place))
